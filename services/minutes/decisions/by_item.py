"""The quorum item by item: how it stood when an item was taken up and closed, and at each vote. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple
from uuid import UUID

from services.minutes.agenda.model import AgendaItem
from services.minutes.agenda.queries import Numbered, numbered
from services.minutes.course.model import Course
from services.minutes.decisions.model import Decision
from shared.contracts.decisions import QuorumCount

When = Literal["taken_up", "vote", "closed"]


@dataclass(frozen=True, slots=True)
class Stood:
    """How it stood at this moment (UTC): of a vote, `decision` and its `number` say which it was."""

    when: When
    at: datetime
    count: QuorumCount
    decision: UUID | None = None
    number: int | None = None

    @property
    def quorate(self) -> bool:
        """Enough members were there."""
        return self.count.reached


class OnItem(NamedTuple):
    """How it stood while one item was dealt with, in the order of time; `item` is None for what belongs to none.

    An item that was taken off since has no number.
    """

    item: Numbered | None
    stood: Sequence[Stood]


def by_item(items: Sequence[AgendaItem], decisions: Iterable[Decision], course: Course) -> list[OnItem]:
    """The items that were taken up, or on which something was put to the vote, under a quorum rule, in the order of the agenda;
    what belongs to none comes last. What was deferred without a quorum is told, too; what was circulated is not: nobody has to be
    there for it."""
    found: dict[UUID | None, list[Stood]] = {}
    for item, stood in sorted((*_taken(course), *_voted(decisions)), key=lambda it: it[1].at):
        found.setdefault(item, []).append(stood)
    rows = [OnItem(each, found[each.item.id]) for each in _in_order(items) if each.item.id in found]
    return [*rows, *([OnItem(None, found[None])] if None in found else [])]


def _taken(course: Course) -> Iterator[tuple[UUID, Stood]]:
    for each in course.stands:
        if each.quorum:
            yield each.item, Stood("taken_up", each.taken_up_at, each.quorum)
        if each.closed_at and each.closing_quorum:
            yield each.item, Stood("closed", each.closed_at, each.closing_quorum)


def _voted(decisions: Iterable[Decision]) -> Iterator[tuple[UUID | None, Stood]]:
    for each in sorted(decisions, key=lambda it: it.facts.number):
        if count := each.facts.quorum:
            yield each.facts.item, Stood("vote", each.decided_at, count, each.id, each.facts.number)


def _in_order(items: Sequence[AgendaItem]) -> Iterator[Numbered]:
    yield from numbered(items)
    yield from (Numbered("", each) for each in items if not each.stands)
