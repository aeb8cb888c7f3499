"""What happens when something is heard of which everybody who is concerned must know."""

from collections.abc import Iterable
from uuid import UUID, uuid5

from services.notifications.announcements.model import Announcement, TurnPage
from services.notifications.rules import EVERYBODY, Rule, rules_of
from shared.contracts import Event, Record
from shared.flow import Change, Hear, Read


async def announce(record: Record, _: Read) -> Iterable[Change[Announcement]]:
    """One announcement for each audience, which goes through everybody there page by page: they may be thousands."""
    event = record.event
    return [Change(_announcement(record, event, rule)) for rule in EVERYBODY if event and rule.holds(event)]


def _announcement(record: Record, event: Event, rule: Rule) -> Announcement:
    gathering = getattr(event, "gathering", None)
    of_gathering, subscribed = gathering == record.key, bool(rule.to and rule.to.who == "subscribed")
    return Announcement(
        announcement_id(record.id, rule),
        gathering if of_gathering or subscribed else None,
        rule.template,
        rule.told(event),
        record.at,
        record.correlation,
        due=record.at,
        cause=record.id,
        thing=None if of_gathering else record.key,
        place=record.sequence,
        but=getattr(event, "by", None),
        named=sorted({person for each in rules_of(event) for person in each.whom(event)}) if subscribed else [],
    )


def announcement_id(event: UUID, rule: Rule) -> UUID:
    """Of what is told first the event's own."""
    return uuid5(event, rule.template) if rule.beside else event


async def turn_page(command: TurnPage, read: Read) -> Change[Announcement]:
    """A page was told; nothing if another process was quicker."""
    announcement = await read.one(Announcement, command.announcement)
    return Change(announcement, silent=announcement.turn(command))


ON: dict[type[Event], Hear] = dict.fromkeys((rule.event for rule in EVERYBODY), announce)
