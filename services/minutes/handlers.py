"""What this service does with what it is asked and with what it hears."""

from collections.abc import Iterable, Mapping
from typing import Any

from services.minutes import queries
from services.minutes.model import (
    ApproveMinutes,
    Attendance,
    Body,
    Decision,
    Gathering,
    Minutes,
    Organization,
    Person,
    PublishMinutes,
    RecordDecision,
)
from services.minutes.model.minutes import State
from shared.contracts import Event, Record, Topic
from shared.contracts.bodies import BODIES
from shared.contracts.gatherings import GATHERINGS, GatheringAdjourned, GatheringAnnounced, GatheringConvened
from shared.contracts.organizations import ORGANIZATIONS
from shared.contracts.people import PEOPLE
from shared.contracts.registrations import REGISTRATIONS
from shared.flow import Change, Hear, Read


async def record_decision(command: RecordDecision, read: Read) -> Change[Decision]:
    """A decision of a gathering in session, under the next number there. Asked twice, it answers with the one that is there."""
    recorded = await read.maybe(Decision, command.id)
    if recorded:
        return Change(recorded)
    minutes = await read.one(Minutes, command.gathering)
    minutes.must_run()
    quorum = await queries.quorum(read, command.gathering)
    number = await queries.next_number(read, command.gathering)
    decision, event = Decision.taken(command, number, quorum)
    return Change(decision, event)


async def approve_minutes(command: ApproveMinutes, read: Read) -> Change[Minutes]:
    """The record is as it should be. Asked again, it is so already."""
    minutes = await read.one(Minutes, command.gathering)
    if minutes.state is State.APPROVED:
        return Change(minutes)
    return Change(minutes, minutes.approve(command.at))


async def publish_minutes(command: PublishMinutes, read: Read) -> Change[Minutes]:
    """Everybody may read the record. Asked again, it is so already."""
    minutes = await read.one(Minutes, command.gathering)
    if minutes.published:
        return Change(minutes)
    return Change(minutes, minutes.publish(command.at))


async def draw_up_minutes(record: Record, read: Read) -> Iterable[Change[Any]]:
    """A gathering was announced: it will have minutes."""
    minutes, events = await _minutes_of(record, read)
    return [Change(minutes, *events)] if events else []


async def open_minutes(record: Record, read: Read) -> Iterable[Change[Any]]:
    """The gathering went into session: from here decisions are recorded."""
    minutes, events = await _minutes_of(record, read)
    if not isinstance(record.event, GatheringConvened) or minutes.opened_at or minutes.closed_at:
        return []
    return [Change(minutes, *events, minutes.open(record.event.convened_at))]


async def close_minutes(record: Record, read: Read) -> Iterable[Change[Any]]:
    """The session ended: nothing is added to what was said."""
    minutes, events = await _minutes_of(record, read)
    if not isinstance(record.event, GatheringAdjourned) or minutes.closed_at:
        return []
    return [Change(minutes, *events, minutes.close(record.event.adjourned_at))]


async def _minutes_of(record: Record, read: Read) -> tuple[Minutes, tuple[Event, ...]]:
    """The minutes of the gathering that the record is about, and the event that drew them up if they are new."""
    minutes = await read.maybe(Minutes, record.key)
    if minutes:
        return minutes, ()
    minutes, event = Minutes.drawn_up(record.key)
    return minutes, (event,)


MIRRORS: Mapping[Topic, type[Any]] = {
    GATHERINGS: Gathering,
    ORGANIZATIONS: Organization,
    BODIES: Body,
    REGISTRATIONS: Attendance,
    PEOPLE: Person,
}

ON: Mapping[type[Event], Hear] = {
    GatheringAnnounced: draw_up_minutes,
    GatheringConvened: open_minutes,
    GatheringAdjourned: close_minutes,
}
