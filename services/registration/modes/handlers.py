"""What happens with the mode of a gathering, in the order a person would tell it."""

from collections.abc import Sequence

from services.registration.bodies.model import Body
from services.registration.editions.model import Edition
from services.registration.editions.who import must_be_known
from services.registration.entries.history import edited
from services.registration.gatherings.model import Gathering
from services.registration.modes import model
from services.registration.modes.commands import DecideMode, ProposeMode
from shared.contracts import Event
from shared.contracts.people import Calendar
from shared.errors import Invalid
from shared.flow import Change, Read


async def propose_mode(command: ProposeMode, read: Read) -> Change[Gathering]:
    """Somebody proposed to hold it in another mode, or it is noted that somebody did."""
    await read.ahead((Gathering, command.gathering), (Body, command.proposed_by.body))
    gathering = await read.one(Gathering, command.gathering)
    await must_be_known(read, command.proposed_by)
    calendar = await _calendar(read, gathering, command.calendar)
    return Change(gathering, model.propose(gathering, command, calendar))


async def decide_mode(command: DecideMode, read: Read) -> Change[Gathering]:
    """Somebody who has the right accepted it, and then it is held so and who is concerned is told; or refused it."""
    await read.ahead((Gathering, command.gathering), (Body, command.decided_by.body))
    gathering = await read.one(Gathering, command.gathering)
    await must_be_known(read, command.decided_by)
    calendar, before = await _calendar(read, gathering, command.calendar), _Mode(mode=gathering.mode)
    events: Sequence[Event] = model.decide(gathering, command, calendar)
    gathering.history = edited(gathering.history, before, _Mode(mode=gathering.mode), command.at, command.by)
    return Change(gathering, *events)


class _Mode(Event):
    """Of what the history tells how it was."""

    mode: str


async def _calendar(read: Read, gathering: Gathering, said: Calendar | None) -> Calendar:
    """In which the times are written: the mandate's, if the gathering is of an edition."""
    edition = await read.maybe(Edition, gathering.edition) if gathering.edition else None
    if edition is None:
        return said or "gregorian"
    if said and said != edition.facts.calendar:
        raise Invalid.at("The times are in the calendar of the series.", "calendar")
    return edition.facts.calendar
