"""What happens when something becomes of a gathering of which everybody who is registered must know."""

from collections.abc import Iterable

from services.notifications.announcements.model import Announcement, TurnPage
from services.notifications.rules import EVERYBODY
from shared.contracts import Event, Record
from shared.flow import Change, Hear, Read


async def announce(record: Record, _: Read) -> Iterable[Change[Announcement]]:
    """One announcement, which goes through everybody page by page: they may be thousands."""
    event = record.event
    rule = next((rule for rule in EVERYBODY if event and rule.holds(event)), None)
    if rule is None or event is None:
        return []
    facts, gathering = rule.told(event), record.key
    made = Announcement(record.id, gathering, rule.template, facts, record.at, record.correlation, due=record.at)
    return [Change(made)]


async def turn_page(command: TurnPage, read: Read) -> Change[Announcement]:
    """A page was told; nothing if another process was quicker."""
    announcement = await read.one(Announcement, command.announcement)
    return Change(announcement, silent=announcement.turn(command))


ON: dict[type[Event], Hear] = dict.fromkeys((rule.event for rule in EVERYBODY), announce)
