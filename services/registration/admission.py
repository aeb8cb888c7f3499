"""Who is let in: what the form asks for, who confirms an address, what the secretariat decides, and what a day ends.

Nobody holds anything before the address is confirmed by the link in the mail and, where the category asks for it, the
secretariat has said yes (`domain.md`, "Who is let in").
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from services.registration import places, queries
from services.registration.model import Gathering, Organization, Person, Registration, RegistrationState
from services.registration.model.commands import (
    Apply,
    Approve,
    AskAddress,
    ConfirmAddress,
    ConfirmPerson,
    Register,
    Reject,
)
from shared.contracts import Record
from shared.contracts.registrations import RegistrationWithdrawn
from shared.errors import Conflict, Invalid
from shared.flow import Change, Due, Read

# Asking


async def place_for(
    command: Register, read: Read, gathering: Gathering, registration: Registration
) -> Change[Registration]:
    """What a newcomer gets: a place, or word that the secretariat decides. Raises Conflict: `not-invited`, `rejected`."""
    rule = gathering.rule(command.category)
    registration.begin(command, by_secretariat=command.by_secretariat)
    if command.by_secretariat or rule == "open":
        place = await places.draw(read, gathering, gathering.pool(command.category))
        return Change(registration, registration.take(place, "approved" if command.by_secretariat else "open"))
    if rule == "invited":
        raise not_invited()
    return Change(registration, registration.ask_for_approval())


async def ask_address(command: AskAddress, read: Read) -> Change[Person]:
    """The person of an address in the form: entered without a name if nobody has it, and to be asked once a day."""
    holder = await queries.person_at(read, command.email)
    person = holder or await read.maybe(Person, command.person) or Person(command.person)
    event = person.ask(command)
    return Change(person, event) if event else Change(person)


async def confirm_person(command: ConfirmPerson, read: Read) -> Change[Person]:
    """The owner of the address came forward, and says the name. Of a person who is known nothing is taken over."""
    person = await read.one(Person, command.person)
    event = person.confirm(command)
    return Change(person, event) if event else Change(person)


async def apply(command: Apply, read: Read) -> Change[Registration]:
    """The form was sent: pending until the address is confirmed. What is there already stays as it is, whatever was typed."""
    id, organization = command.registration, command.organization
    asked: list[tuple[type[Any], UUID]] = [(Organization, organization)] if organization else []
    await read.ahead((Gathering, command.gathering), (Person, command.person), (Registration, id), *asked)
    registration = await read.maybe(Registration, id)
    if registration is not None and not registration.may_apply:
        return Change(registration)
    gathering, person = await read.one(Gathering, command.gathering), await read.one(Person, command.person)
    gathering.must_admit(command.category)
    if gathering.rule(command.category) == "invited":
        raise not_invited()
    if person.erased:
        raise Conflict("This person was erased.", code="erased")
    if organization and await read.maybe(Organization, organization) is None:
        raise Invalid.at("There is no organization with this id.", "organization")
    registration = registration or Registration.of(command)
    registration.begin(command)
    asked_at = person.asked_at if person.asked_for == id else None
    event = registration.ask_for_address(command, known=person.confirmed, asked_at=asked_at)
    return Change(registration, event)


async def confirm_address(command: ConfirmAddress, read: Read) -> Change[Registration]:
    """The address is the person's: a place, or word that the secretariat decides. Pressed again, nothing more happens."""
    registration = await read.one(Registration, command.registration)
    if not registration.unconfirmed:
        return Change(registration)
    await read.ahead((Gathering, registration.gathering), (Person, registration.person))
    if not (await read.one(Person, registration.person)).confirmed:
        raise unconfirmed()
    gathering = await read.one(Gathering, registration.gathering)
    pool = gathering.must_admit(registration.category)
    event = registration.confirm_address(gathering.rule(registration.category))
    if registration.to_be_approved:
        return Change(registration, event)
    return Change(registration, event, registration.take(await places.draw(read, gathering, pool), "open"))


def not_invited() -> Conflict:
    """The refusal of a category that is for those who were invited."""
    return Conflict("This category is for those who were invited; ask the secretariat.", code="not-invited")


def unconfirmed() -> Conflict:
    """The refusal of whoever has not shown yet that the address is theirs."""
    return Conflict("The address of this person is not confirmed.", code="address-unconfirmed")


# Deciding


async def approve(command: Approve, read: Read) -> Change[Registration]:
    """The secretariat lets somebody in: a seat, or a rank, as there are seats now. Who stands already stands."""
    registration = await read.one(Registration, command.registration)
    if registration.stands:
        return Change(registration)
    registration.must_wait_for_approval()
    gathering = await read.one(Gathering, registration.gathering)
    pool = gathering.must_seat(registration.category)
    return Change(registration, registration.take(await places.draw(read, gathering, pool), "approved"))


async def reject(command: Reject, read: Read) -> Change[Registration]:
    """The secretariat does not let somebody in; asked twice, nothing more happens."""
    registration = await read.one(Registration, command.registration)
    event = registration.reject(command)
    return Change(registration, event) if event else Change(registration)


# What a day ends


async def expire(command: Due, read: Read) -> Change[Registration]:
    """Nobody confirmed the address: it comes to nothing, and what was typed is gone. Nothing if it moved on."""
    registration = await read.one(Registration, command.document)
    if not registration.unconfirmed or registration.due is None or registration.due > command.at:
        return Change(registration)
    event = registration.withdraw()
    return Change(registration, event) if event else Change(registration)


async def forget(record: Record, read: Read) -> Iterable[Change[Any]]:
    """Nobody came forward: the person who was only an address in a form is erased, unless another form still waits."""
    event = record.event
    if not isinstance(event, RegistrationWithdrawn):
        return []
    person = await read.maybe(Person, event.person)
    if person is None or person.confirmed or person.erased:
        return []
    where = {"person": person.id, "state": RegistrationState.PENDING}
    if await read.count(Registration, where):
        return []
    erased = person.erase()
    return [Change(person, erased)] if erased else []
