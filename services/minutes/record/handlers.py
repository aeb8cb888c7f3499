"""What becomes of minutes, as it is asked and as the gathering goes on."""

from collections.abc import Iterable, Mapping
from typing import Any

from services.minutes.record.model import ApproveMinutes, Minutes, PublishMinutes, State
from shared.contracts import Event, Record
from shared.contracts.gatherings import GatheringAdjourned, GatheringAnnounced, GatheringConvened
from shared.flow import Change, Hear, Read


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


ON: Mapping[type[Event], Hear] = {
    GatheringAnnounced: draw_up_minutes,
    GatheringConvened: open_minutes,
    GatheringAdjourned: close_minutes,
}
