"""What happens with offices."""

from services.registration.bodies.model import Body
from services.registration.entries.merging import kept
from services.registration.offices.model import AmendOffice, LeaveOffice, ListOffice, Office, TakeOffice
from services.registration.people.model import Person
from shared.contracts.offices import OfficeFacts
from shared.errors import Invalid
from shared.flow import Change, Read


async def list_office(command: ListOffice, read: Read) -> Change[Office]:
    """An office is entered. Asked twice, it answers with the one that is there."""
    if there := await read.maybe(Office, command.id):
        return Change(there)
    if await read.maybe(Body, command.facts.body) is None:
        raise Invalid.at("There is no body with this id; form it first.", "body")
    await _must_be_known(command.facts, read, set())
    return Change(*Office.listed(command))


async def amend_office(command: AmendOffice, read: Read) -> Change[Office]:
    """What is known of it is put right; the same again changes nothing."""
    office = await read.one(Office, command.office)
    await _must_be_known(command.facts, read, {term.person for term in office.facts.terms})
    event = office.amend(command)
    return Change(office, *([event] if event else []))


async def take_office(command: TakeOffice, read: Read) -> Change[Office]:
    """Somebody who is on record takes it."""
    office = await read.one(Office, command.office)
    if not await _known(read, command.person):
        raise Invalid.at(NOBODY, "person")
    event = office.take(command)
    return Change(office, *([event] if event else []))


async def leave_office(command: LeaveOffice, read: Read) -> Change[Office]:
    """It is vacant from then on."""
    office = await read.one(Office, command.office)
    event = office.leave(command)
    return Change(office, *([event] if event else []))


NOBODY = "Nobody who is known has this id; enter the person first."


async def _must_be_known(facts: OfficeFacts, read: Read, before: set[object]) -> None:
    """Whoever held it before may have been erased since; a name that was merged stays as it was written."""
    for n, term in enumerate(facts.terms):
        if term.person not in before and not await _known(read, term.person):
            raise Invalid.at(NOBODY, "terms", n, "person")


async def _known(read: Read, id: object) -> bool:
    person = await kept(read, Person, id)  # type: ignore[arg-type]
    return bool(person and person.confirmed and not person.erased)
