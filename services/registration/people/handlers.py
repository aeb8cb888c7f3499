"""What happens to people, in the order a person would tell it. `ON` and `TIMERS` at the foot."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from services.registration.entries.merging import kept
from services.registration.organizations.handlers import entered
from services.registration.organizations.model import Organization
from services.registration.organizations.queries import meant
from services.registration.people import queries
from services.registration.people.model import AskAddress, ConfirmPerson, CorrectPerson, Person, RecordPerson
from shared.contracts import Event, Record
from shared.contracts.organizations import OrganizationMerged
from shared.contracts.registrations import RegistrationWithdrawn
from shared.errors import Conflict
from shared.flow import Change, Decide, Due, Hear, Read
from shared.store.every import every


async def record_person(command: RecordPerson, read: Read) -> Change[Person]:
    """A person is entered or changed; the same details again change nothing. An address belongs to one person: that is
    looked up here, and the claim decides among those who come at once."""
    await read.ahead((Person, command.person), (Organization, command.organization))
    there, holder = await read.maybe(Person, command.person), await queries.person_at(read, command.email)
    if command.by_address:
        _must_have_kept_the_address(there, holder)
    elif holder and holder.id != command.person:
        raise Conflict("The address belongs to another person; an address belongs to one.", code="address-taken")
    person = holder or there or Person(command.person)
    known = person.confirmed  # who was only an address in a form is entered now
    command = replace(command, organization=await meant(read, command.organization, "organization"))
    return entered(person, person.record(command), overwrites=command.new and known)


async def ask_address(command: AskAddress, read: Read) -> Change[Person]:
    """The person of an address in the form: entered without a name if nobody has it, and to be asked once a day."""
    holder = await queries.person_at(read, command.email)
    person = holder or await read.maybe(Person, command.person) or Person(command.person)
    return Change(person, person.ask(command), silent=not person.confirmed)


async def confirm_person(command: ConfirmPerson, read: Read) -> Change[Person]:
    """The owner of the address came forward, and says the name. Of a person who is known nothing is taken over."""
    person = await read.one(Person, command.person)
    return Change(person, person.confirm(command))


async def correct_person(command: CorrectPerson, read: Read) -> Change[Person]:
    """Somebody says how they are called and read. The same details again change nothing."""
    person = await read.one(Person, command.person)
    return Change(person, person.correct(command))


async def lapse(command: Due, read: Read) -> Change[Person]:
    """The net below `forget`: an address of which no form became a registration goes, too. Nothing if it moved on."""
    person = await read.one(Person, command.document)
    return Change(person, person.lapse(command.at))


async def forget(record: Record, read: Read) -> Iterable[Change[Any]]:
    """Nobody came forward: the person who was only an address in a form is erased, unless another form still waits."""
    event = record.event
    if not isinstance(event, RegistrationWithdrawn) or not event.reason:
        return []
    person = await read.maybe(Person, event.person)
    if person is None or person.confirmed or person.erased:
        return []
    return [Change(person, person.not_theirs(event.gathering, record.at))]


async def follow(record: Record, read: Read) -> Iterable[Change[Person]]:
    """An organization was merged: who was of the alias is of the one that is kept."""
    home = await kept(read, Organization, record.key)
    ids = [each.id async for each in every(read, Person, {"organization": record.key})]
    found = await read.many(Person, ids)
    return [Change(each, each.move(home.id, record.at)) for each in found.values() if home and not each.erased]


def _must_have_kept_the_address(there: Person | None, holder: Person | None) -> None:
    if there and not holder:
        raise Conflict("This entry was made before, and the person has another address by now.", code="exists")


ON: Mapping[type[Event], Hear] = {RegistrationWithdrawn: forget, OrganizationMerged: follow}
TIMERS: Mapping[type[Any], Decide[Due]] = {Person: lapse}
