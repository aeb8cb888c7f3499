"""What happens when an item is taken up, closed, or either was a mistake; and when the session ends. `ON` at the foot."""

from collections.abc import Iterable, Mapping
from typing import Any

from services.minutes.agenda.model import AgendaItem
from services.minutes.attendance.queries import quorum
from services.minutes.course.model import CloseItem, Course, TakeUpItem, UndoCourse
from services.minutes.course.queries import course_of
from services.minutes.record.model import Minutes
from shared.contracts import Event, Record
from shared.contracts.agenda import AgendaItemWithdrawn
from shared.contracts.courses import ItemTakenUp, course_id
from shared.contracts.minutes import MinutesClosed
from shared.errors import Conflict, NotFound
from shared.flow import Change, Hear, Read


async def take_up_item(command: TakeUpItem, read: Read) -> Change[Course]:
    """The meeting deals with it, and with the one before no more. Asked again, it is in hand already. Raises Conflict
    ("withdrawn") for what is not on the agenda."""
    course = await course_of(read, command.gathering)
    await _must_run(command, read)
    item = await read.one(AgendaItem, command.item)
    if item.facts.gathering != command.gathering:
        raise NotFound("There is no such item on this agenda.")
    item.must_stand()
    return Change(course, *course.take_up(command, await quorum(read, command.gathering)))


async def close_item(command: CloseItem, read: Read) -> Change[Course]:
    """The meeting has dealt with it, for now. Asked again, it is so already, also after the session."""
    course = await course_of(read, command.gathering)
    if course.in_hand is None:
        return Change(course, *course.close(command.item, command.at, None))
    await _must_run(command, read)
    return Change(course, *course.close(command.item, command.at, await quorum(read, command.gathering)))


async def undo_course(command: UndoCourse, read: Read) -> Change[Course]:
    """The last step was a mistake. Raises Conflict ("withdrawn") where an item would be in hand again that was taken off."""
    course = await read.one(Course, course_id(command.gathering))
    await _must_run(command, read)
    if again := course.opens_by_undo:
        (await read.one(AgendaItem, again)).must_stand()
    return Change(course, *course.undo(command.at))


async def end_item(record: Record, read: Read) -> Iterable[Change[Any]]:
    """Nothing is in hand after the session, nor what was taken off the agenda: also if it was taken up at that very moment."""
    event = record.event
    if not isinstance(event, MinutesClosed | AgendaItemWithdrawn | ItemTakenUp):
        return []
    course = await read.maybe(Course, course_id(event.gathering))
    if course is None or (now := course.in_hand) is None:
        return []
    minutes, item = await read.maybe(Minutes, event.gathering), await read.maybe(AgendaItem, now.item)
    ends = [at for at in (minutes and minutes.closed_at, item and item.withdrawn_at) if at]
    return [Change(course, *course.close(now.item, min(ends), None))] if ends else []


async def _must_run(command: TakeUpItem | CloseItem | UndoCourse, read: Read) -> None:
    """Raises Conflict ("not-in-session")."""
    if not (await read.one(Minutes, command.gathering)).running:
        raise Conflict("Items are taken up and closed while the gathering is in session.", code="not-in-session")


ON: Mapping[type[Event], Hear] = {MinutesClosed: end_item, AgendaItemWithdrawn: end_item, ItemTakenUp: end_item}
