"""What happens at the door."""

from services.registration.door.model import GoThrough
from services.registration.gatherings.model import Gathering
from services.registration.registrations.model import Registration
from shared.errors import NotFound
from shared.flow import Change, Read


async def enter(command: GoThrough, read: Read) -> Change[Registration]:
    """A person comes in. Refused: unknown, wrong-day, not-confirmed, already-inside."""
    registration = await _at_the_door(command, read)
    return Change(registration, registration.enter(command.scan, command.moment, command.source))


async def leave(command: GoThrough, read: Read) -> Change[Registration]:
    """A person goes out. Refused: unknown, wrong-day, not-inside."""
    registration = await _at_the_door(command, read)
    return Change(registration, registration.leave(command.scan, command.moment, command.source))


async def _at_the_door(command: GoThrough, read: Read) -> Registration:
    registration = await read.maybe(Registration, command.registration)
    if registration is None:
        raise NotFound("Nobody registered under this number.", code="unknown")
    gathering = await read.one(Gathering, registration.gathering)
    gathering.must_be_its_day(command.moment)
    return registration
