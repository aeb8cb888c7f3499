"""What happens at the door."""

from dataclasses import replace

from services.registration.door.model import Admit, GoThrough
from services.registration.entries.merging import kept
from services.registration.gatherings.model import Gathering
from services.registration.people.model import Person
from services.registration.registrations import admission, places
from services.registration.registrations.model import Registration, RegistrationState
from services.registration.registrations.queries import of_person
from shared.contracts import Event
from shared.contracts.registrations import RegistrationConfirmed
from shared.errors import Conflict, NotFound
from shared.flow import Change, Read


async def enter(command: GoThrough, read: Read) -> Change[Registration]:
    """A person comes in. Refused: unknown, wrong-day, not-confirmed, already-inside."""
    registration = await _at_the_door(command, read)
    return Change(registration, registration.enter(command.scan, command.moment, command.source))


async def leave(command: GoThrough, read: Read) -> Change[Registration]:
    """A person goes out. Refused: unknown, wrong-day, not-inside."""
    registration = await _at_the_door(command, read)
    return Change(registration, registration.leave(command.scan, command.moment, command.source))


async def admit(command: Admit, read: Read) -> Change[Registration]:
    """Somebody who holds no place is let in: takes a free one and is inside, in one change. Nobody is passed over who waits.

    As a delegate let in by the door alone, they count for no quorum. Refused: wrong-day, not-open, no-place, rejected,
    address-unconfirmed, already-inside.
    """
    gathering = await read.one(Gathering, command.gathering)
    gathering.must_be_its_day(command.at)
    person = await kept(read, Person, command.person) or await read.one(Person, command.person)
    command = replace(command, person=person.id)
    registration = await of_person(read, gathering.id, person) or Registration.of(command)
    events: list[Event | None] = []
    if registration.state is not RegistrationState.CONFIRMED:
        events.append(await _place(command, read, gathering, person, registration))
        registration.note = command.note
    why = command.walk_in if events else None  # of who has a place there is nothing to say
    events.append(registration.enter(command.scan, command.at, "by_hand", why))
    return Change(registration, *events)


async def _place(
    command: Admit, read: Read, gathering: Gathering, person: Person, registration: Registration
) -> RegistrationConfirmed:
    """The free place, taken. By the secretariat it is an approval; by the door it is none."""
    pool = gathering.must_seat(command.category)
    if not person.confirmed:
        raise admission.unconfirmed()
    if registration.state is RegistrationState.WAITLISTED:
        raise no_place()
    registration.begin(command, by_secretariat=command.by_secretariat)
    registration.is_of(person)
    place = await places.draw(read, gathering, pool)
    event = registration.take(place, "approved" if command.by_secretariat else None)
    if isinstance(event, RegistrationConfirmed):
        return event
    raise no_place()


def no_place() -> Conflict:
    """The refusal where every place is taken, or belongs to those who wait."""
    return Conflict("No place is free.", code="no-place")


async def _at_the_door(command: GoThrough, read: Read) -> Registration:
    registration = await read.maybe(Registration, command.registration)
    if registration is None:
        raise NotFound("Nobody registered under this number.", code="unknown")
    gathering = await read.one(Gathering, registration.gathering)
    gathering.must_be_its_day(command.moment)
    return registration
