"""Who is let in: what the form asks for, who confirms an address, what the secretariat decides, and what a day ends.

Nobody holds anything before the address is confirmed by the link in the mail and, where the category asks for it, the
secretariat has said yes (`domain.md`, "Who is let in").
"""

from dataclasses import replace

from services.registration.entries.merging import kept
from services.registration.gatherings.model import Gathering
from services.registration.invitations.queries import lets_in
from services.registration.organizations.model import Organization
from services.registration.organizations.queries import meant
from services.registration.people.model import Person
from services.registration.registrations import places
from services.registration.registrations.commands import (
    Apply,
    Approve,
    ConfirmAddress,
    FallBack,
    Hold,
    Register,
    Reject,
    Release,
)
from services.registration.registrations.model import Registration
from services.registration.registrations.queries import of_person
from shared.errors import Conflict
from shared.flow import Change, Due, Read

# Asking


async def place_for(
    command: Register, read: Read, gathering: Gathering, registration: Registration
) -> Change[Registration]:
    """What a newcomer gets: a place, or word that the secretariat decides. Raises Conflict: `not-invited`, `rejected`."""
    rule = gathering.rule(command.category)
    registration.begin(command, by_secretariat=command.by_secretariat)
    person = await read.one(Person, command.person)
    registration.is_of(person)
    if rule == "approval" and not command.by_secretariat:
        return Change(registration, registration.ask_for_approval())
    if rule == "invited" and not command.by_secretariat:
        await _must_be_invited(command, read, person)
    place = await places.draw(read, gathering, gathering.pool(command.category))
    return Change(
        registration, registration.take(place, "approved" if command.by_secretariat or rule == "approval" else rule)
    )


async def _must_be_invited(command: Register, read: Read, person: Person) -> None:
    """Raises Conflict unless an invitation was accepted."""
    if not await lets_in(read, command.gathering, person, command.organization, command.category):
        raise not_invited()


async def apply(command: Apply, read: Read) -> Change[Registration]:
    """The form was sent: pending until the address is confirmed. What is there already stays as it is, whatever was typed."""
    id, organization = command.registration, command.organization
    await read.ahead(
        (Gathering, command.gathering), (Person, command.person), (Registration, id), (Organization, organization)
    )
    person = await kept(read, Person, command.person) or await read.one(Person, command.person)
    command = replace(command, person=person.id)
    registration = await of_person(read, command.gathering, person)
    if registration is not None and not registration.may_apply:
        return Change(registration)
    gathering = await read.one(Gathering, command.gathering)
    gathering.must_admit(command.category, command.at)
    if gathering.rule(command.category) == "invited":
        raise not_invited()
    if person.erased:
        raise Conflict("This person was erased.", code="erased")
    command = replace(command, organization=await meant(read, organization, "organization"))
    registration = registration or Registration.of(command)
    registration.begin(command)
    registration.is_of(person)
    asked_at = person.asked_at if person.asked_for == gathering.id else None
    event = registration.ask_for_address(command, known=person.confirmed, asked_at=asked_at)
    return Change(registration, event)


async def confirm_address(command: ConfirmAddress, read: Read) -> Change[Registration]:
    """The address is the person's: a place, or word that the secretariat decides. Pressed again, nothing more happens."""
    registration = await read.one(Registration, command.registration)
    if not registration.unconfirmed:
        return Change(registration)
    await read.ahead((Gathering, registration.gathering), (Person, registration.person))
    gathering = await read.one(Gathering, registration.gathering)
    person = await kept(read, Person, registration.person) or await read.one(Person, registration.person)
    if not person.confirmed:
        raise unconfirmed()
    registration.is_of(person)
    pool = gathering.must_admit(registration.category, registration.begun_at)  # asked in time is in time
    event = registration.confirm_address(gathering.rule(registration.category))
    if registration.to_be_approved:
        return Change(registration, event)
    return Change(registration, event, registration.take(await places.draw(read, gathering, pool), "open"))


def not_invited() -> Conflict:
    """The refusal of a category that is for those who were invited."""
    return Conflict("This category is for those who accepted an invitation; ask the secretariat.", code="not-invited")


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
    return Change(registration, registration.reject(command))


async def hold(command: Hold, read: Read) -> Change[Registration]:
    """The secretariat cannot decide yet; asked twice, nothing more happens."""
    registration = await read.one(Registration, command.registration)
    return Change(registration, registration.hold(command))


async def release(command: Release, read: Read) -> Change[Registration]:
    """What was on hold is to be decided like all others; asked twice, nothing more happens."""
    registration = await read.one(Registration, command.registration)
    return Change(registration, registration.release())


async def fall_back(command: FallBack, read: Read) -> Change[Registration]:
    """The person changes what the secretariat decided by; of who holds nothing there is nothing to take back."""
    registration = await read.one(Registration, command.registration)
    return Change(registration, registration.fall_back(command.fields))


# What a day ends


async def expire(command: Due, read: Read) -> Change[Registration]:
    """Nobody confirmed the address: it comes to nothing, and what was typed is gone. Nothing if it moved on."""
    registration = await read.one(Registration, command.document)
    if not registration.unconfirmed or registration.due is None or registration.due > command.at:
        return Change(registration)
    return Change(registration, registration.withdraw())
