"""What happens in registration, in the order a person would tell it. `ON` at the foot is the table of contents."""

from collections.abc import Mapping
from typing import Any, TypeAlias, TypeVar
from uuid import UUID

from services.registration import admission, places, queries
from services.registration.model import Body, Gathering, Organization, Person, Registration
from services.registration.model.commands import (
    ChangeCapacity,
    DraftGathering,
    FormBody,
    GiveUp,
    ListOrganization,
    MoveGathering,
    Pass,
    Promote,
    RecordPerson,
    Register,
)
from services.registration.model.organization import above_itself, ranks
from services.registration.promoter import PROMOTER
from shared.contracts import Event, Topic
from shared.contracts.gatherings import CapacityChanged
from shared.contracts.registrations import (
    RegistrationCancelled,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
)
from shared.errors import Conflict, Invalid, NotFound, wrong
from shared.flow import Change, Decide, Due, Hear, Read
from shared.store import Entity

E = TypeVar("E", bound=Entity)

Named: TypeAlias = Mapping[tuple[str | int, ...], UUID | None]
"""Which organization each field of a request names: the field's path -> its id, None where it names none."""


# Gatherings


async def draft_gathering(command: DraftGathering, read: Read) -> Change[Gathering]:
    """A gathering is entered; nobody is told yet. Asked twice, it answers with the gathering that is there."""
    await read.ahead((Gathering, command.gathering), *_each(Body, command.body))
    if there := await read.maybe(Gathering, command.gathering):
        return Change(there)
    if command.body and await read.maybe(Body, command.body) is None:
        raise Invalid.at("There is no body with this id; form it first.", "body")
    return Change(*Gathering.draft(command))


async def announce_gathering(command: MoveGathering, read: Read) -> Change[Gathering]:
    """Everybody may know of it."""
    gathering = await read.one(Gathering, command.gathering)
    return Change(gathering, gathering.announce())


async def open_registration(command: MoveGathering, read: Read) -> Change[Gathering]:
    """People may register."""
    gathering = await read.one(Gathering, command.gathering)
    return Change(gathering, gathering.open())


async def close_registration(command: MoveGathering, read: Read) -> Change[Gathering]:
    """Nobody registers any more; who waits may still be promoted."""
    gathering = await read.one(Gathering, command.gathering)
    return Change(gathering, gathering.close())


async def convene_gathering(command: MoveGathering, read: Read) -> Change[Gathering]:
    """It goes into session, at the command's time."""
    gathering = await read.one(Gathering, command.gathering)
    return Change(gathering, gathering.convene(command.at))


async def adjourn_gathering(command: MoveGathering, read: Read) -> Change[Gathering]:
    """The session ends, at the command's time."""
    gathering = await read.one(Gathering, command.gathering)
    return Change(gathering, gathering.adjourn(command.at))


async def hold_gathering(command: MoveGathering, read: Read) -> Change[Gathering]:
    """It is over."""
    gathering = await read.one(Gathering, command.gathering)
    return Change(gathering, gathering.hold())


async def change_capacity(command: ChangeCapacity, read: Read) -> Change[Gathering]:
    """Other numbers of seats; nobody is thrown out. New seats go to those who wait (the promoter)."""
    gathering = await read.one(Gathering, command.gathering)
    if command.capacity == gathering.capacity:
        return Change(gathering)
    return Change(gathering, gathering.change_capacity(command.capacity))


# Organizations, bodies, people


async def list_organization(command: ListOrganization, read: Read) -> Change[Organization]:
    """An organization is entered or changed; the same facts again change nothing."""
    await read.ahead((Organization, command.organization), *_each(Organization, command.parent))
    there = await read.maybe(Organization, command.organization)
    organization = there or Organization(command.organization)
    if command.organization not in ranks(await queries.parents(read, {command.organization: command.parent})):
        raise above_itself()
    await _must_be_listed(read, {("parent",): command.parent})
    return _entered(organization, organization.list_(command), overwrites=command.new and there is not None)


async def form_body(command: FormBody, read: Read) -> Change[Body]:
    """A body is formed or changed; the same facts again change nothing."""
    await read.ahead((Body, command.body), *_each(Organization, *command.members))
    there = await read.maybe(Body, command.body)
    body = there or Body(command.body)
    await _must_be_listed(read, {("members", n): member for n, member in enumerate(command.members)})
    return _entered(body, body.form(command), overwrites=command.new and there is not None)


async def record_person(command: RecordPerson, read: Read) -> Change[Person]:
    """A person is entered or changed; the same details again change nothing. An address belongs to one person: that is
    looked up here, and the claim decides among those who come at once."""
    await read.ahead((Person, command.person), *_each(Organization, command.organization))
    there, holder = await read.maybe(Person, command.person), await queries.person_at(read, command.email)
    if command.by_address:
        _must_have_kept_the_address(there, holder)
    elif holder and holder.id != command.person:
        raise Conflict("The address belongs to another person; an address belongs to one.", code="address-taken")
    person = holder or there or Person(command.person)
    known = person.confirmed  # who was only an address in a form is entered now
    await _must_be_listed(read, {("organization",): command.organization})
    return _entered(person, person.record(command), overwrites=command.new and known)


def _must_have_kept_the_address(there: Person | None, holder: Person | None) -> None:
    if there and not holder:
        raise Conflict("This entry was made before, and the person has another address by now.", code="exists")


def _entered(entity: E, event: Event | None, *, overwrites: bool) -> Change[E]:
    if event is None:
        return Change(entity)
    if overwrites:
        raise Conflict("It is there already and says something else; change it with PUT and If-Match.", code="exists")
    return Change(entity, event)


def _each(kind: type[E], *ids: UUID | None) -> list[tuple[type[E], UUID]]:
    return [(kind, id) for id in ids if id is not None]


async def _must_be_listed(read: Read, named: Named) -> None:
    """Raises Invalid with every field that names an organization that is not on record."""
    unlisted = await queries.unlisted(read, filter(None, named.values()))
    detail = "There is no organization with this id; list it first."
    if refused := [wrong(detail, *path) for path, organization in named.items() if organization in unlisted]:
        raise Invalid(detail, errors=refused)


# Registrations


async def register(command: Register, read: Read) -> Change[Registration]:
    """A place for one person at one gathering, as the category's rule admits. Asked for the same again: what is there."""
    id = command.registration
    asked = _each(Organization, command.organization)
    await read.ahead((Gathering, command.gathering), (Person, command.person), (Registration, id), *asked)
    gathering = await read.one(Gathering, command.gathering)
    person = await read.one(Person, command.person)
    registration = await read.maybe(Registration, id)
    waits = registration is not None and registration.to_be_approved and not command.by_secretariat
    if registration is not None and (registration.stands or waits):
        gathering.pool(command.category)  # an unknown category is refused as it is to a newcomer
        registration.must_be_as(command)
        return Change(registration)
    if person.erased:
        raise Conflict("This person was erased.", code="erased")
    if not person.confirmed:
        raise admission.unconfirmed()
    gathering.must_admit(command.category)
    await _must_be_listed(read, {("organization",): command.organization})
    return await admission.place_for(command, read, gathering, registration or Registration.of(command))


async def withdraw(command: GiveUp, read: Read) -> Change[Registration]:
    """The person will not come; asked twice, nothing more happens."""
    registration = await read.one(Registration, command.registration)
    return _changed(registration, registration.withdraw())


async def cancel(command: GiveUp, read: Read) -> Change[Registration]:
    """The secretariat takes a registration back; asked twice, nothing more happens."""
    registration = await read.one(Registration, command.registration)
    return _changed(registration, registration.cancel())


async def promote_next(command: Promote, read: Read) -> Change[Registration] | Change[Gathering]:
    """One promotion if one is due; else the gathering as it is (the sweep then goes on to the next pool)."""
    gathering = await read.one(Gathering, command.gathering)
    freed = None if command.seat is None else [command.seat]
    promoted = await places.promotions(read, gathering, command.category, freed, most=1)
    return Change(*promoted[0]) if promoted else Change(gathering)


# The door


async def enter(command: Pass, read: Read) -> Change[Registration]:
    """A person comes in. Refused: unknown, wrong-day, not-confirmed, already-inside."""
    registration = await _at_the_door(command, read)
    return _changed(registration, registration.enter(command))


async def leave(command: Pass, read: Read) -> Change[Registration]:
    """A person goes out. Refused: unknown, wrong-day, not-inside."""
    registration = await _at_the_door(command, read)
    return _changed(registration, registration.leave(command))


async def _at_the_door(command: Pass, read: Read) -> Registration:
    registration = await read.maybe(Registration, command.registration)
    if registration is None:
        raise NotFound("Nobody registered under this number.", code="unknown")
    gathering = await read.one(Gathering, registration.gathering)
    gathering.must_be_its_day(command.moment)
    return registration


def _changed(entity: E, event: Event | None) -> Change[E]:
    return Change(entity, event) if event else Change(entity)


# What this service hears, of itself

MIRRORS: dict[Topic, type[Any]] = {}
ON: dict[type[Event], Hear] = {
    RegistrationCancelled: PROMOTER,
    RegistrationWithdrawn: PROMOTER,
    RegistrationWaitlisted: PROMOTER,
    CapacityChanged: PROMOTER,
}
TIMERS: dict[type[Any], Decide[Due]] = {Registration: admission.expire}
