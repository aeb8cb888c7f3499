"""What happens to registrations, in the order a person would tell it. `ON` at the foot is the table of contents."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from services.registration.entries.merging import every_id, kept
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.pool import Pool
from services.registration.organizations.model import Organization
from services.registration.organizations.queries import meant, named_as
from services.registration.people.model import Person
from services.registration.registrations import admission, places
from services.registration.registrations.commands import GiveUp, Promote, Register, Unname
from services.registration.registrations.invited import follow
from services.registration.registrations.model import Registration
from services.registration.registrations.promoter import PROMOTER
from services.registration.registrations.queries import of_person, tickets
from shared.contracts import Event, Record
from shared.contracts.gatherings import CapacityChanged
from shared.contracts.invitations import (
    DelegationNamed,
    InvitationAccepted,
    InvitationDeclined,
    InvitationSubstituted,
    InvitationTentative,
    InvitationWithdrawn,
)
from shared.contracts.people import PersonRecorded
from shared.contracts.registrations import (
    RegistrationApplied,
    RegistrationCancelled,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
)
from shared.errors import Conflict
from shared.flow import Change, Decide, Due, Hear, Read
from shared.store import In

PAGE = 200
"""Registrations of one person that are looked through."""


async def register(command: Register, read: Read) -> Change[Registration]:
    """A place for one person at one gathering, as the category's rule admits. Asked for the same again: what is there."""
    organization, number = command.organization, tickets(Pool(command.gathering, command.category))
    about = ((Gathering, command.gathering), (Person, command.person), (Organization, organization))
    await read.ahead(*about, number=number)
    gathering = await read.one(Gathering, command.gathering)
    person = await kept(read, Person, command.person) or await read.one(Person, command.person)
    if person.id != command.person:
        command = replace(command, person=person.id)
    if not person.aliases:
        read.presume_new(Registration, command.registration)
    registration = await of_person(read, gathering.id, person)
    waits = registration is not None and registration.undecided and not command.by_secretariat
    if registration is not None and (registration.stands or waits):
        gathering.pool(command.category)  # an unknown category is refused as it is to a newcomer
        named = await named_as(read, organization, registration.organization)
        registration.must_be_as(replace(command, organization=named))
        return Change(registration)
    if person.erased:
        raise Conflict("This person was erased.", code="erased")
    if not person.confirmed:
        raise admission.unconfirmed()
    gathering.must_admit(command.category, None if command.by_secretariat else command.at)
    if organization:
        command = replace(command, organization=await meant(read, organization, "organization"))
    return await admission.place_for(command, read, gathering, registration or Registration.of(command))


async def withdraw(command: GiveUp, read: Read) -> Change[Registration]:
    """The person will not come; asked twice, nothing more happens."""
    registration = await read.one(Registration, command.registration)
    return Change(registration, registration.withdraw())


async def cancel(command: GiveUp, read: Read) -> Change[Registration]:
    """The secretariat takes a registration back; asked twice, nothing more happens."""
    registration = await read.one(Registration, command.registration)
    return Change(registration, registration.cancel())


async def promote_next(command: Promote, read: Read) -> Change[Registration] | Change[Gathering]:
    """One promotion if one is due; else the gathering as it is (the sweep then goes on to the next pool)."""
    gathering = await read.one(Gathering, command.gathering)
    freed = None if command.seat is None else [command.seat]
    promoted = await places.promotions(read, gathering, command.category, freed, most=1)
    return Change(*promoted[0]) if promoted else Change(gathering)


async def rename(record: Record, read: Read) -> Iterable[Change[Registration]]:
    """Somebody is called otherwise, or is the same as another: so they stand in every list, whatever id they registered by.

    Under two ids that are one person by now somebody may have got two places; one of them is taken back.
    """
    person, alias = await kept(read, Person, record.key), await read.maybe(Person, record.key)
    if person is None or alias is None:
        return []
    ids = await every_id(read, Person, person) if person.aliases or alias is not person else [person.id]
    there = (await read.find(Registration, {"person": In(ids)}, limit=PAGE)).items
    found = [*(await read.many(Registration, [stored.id for stored in there])).values()]
    second = {each.id: event for each in found if (event := _too_many(each, found))} if len(ids) > 1 else {}
    renamed = {each.id for each in found if not each.unconfirmed and each.is_of(person)}
    return [Change(each, second.get(each.id), silent=True) for each in found if each.id in renamed or each.id in second]


async def unname(command: Unname, read: Read) -> Change[Registration]:
    """Whose it is was erased: it stands in lists as that of nobody."""
    registration = await read.one(Registration, command.registration)
    person = await kept(read, Person, registration.person)
    return Change(registration, silent=person is not None and registration.is_of(person))


def _too_many(registration: Registration, found: Sequence[Registration]) -> Event | None:
    """What becomes of a place where the same person has a better one: inside, then held, then asked for earlier."""

    def rank(each: Registration) -> tuple[bool, bool, str, str]:
        return not each.inside, each.seat is None, str(each.begun_at), str(each.id)

    same = [each for each in found if each.gathering == registration.gathering and (each.stands or each.undecided)]
    if registration not in same or min(same, key=rank) is registration or registration.inside:
        return None
    return registration.cancel()


ON: Mapping[type[Event], Hear] = {
    PersonRecorded: rename,
    **dict.fromkeys(
        (
            InvitationAccepted,
            InvitationTentative,
            InvitationDeclined,
            InvitationSubstituted,
            DelegationNamed,
            InvitationWithdrawn,
        ),
        follow,
    ),
    RegistrationCancelled: PROMOTER,
    RegistrationWithdrawn: PROMOTER,
    RegistrationApplied: PROMOTER,
    RegistrationWaitlisted: PROMOTER,
    CapacityChanged: PROMOTER,
}
TIMERS: Mapping[type[Any], Decide[Due]] = {Registration: admission.expire}
