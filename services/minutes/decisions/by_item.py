"""The quorum item by item: how it stood whenever something was put to the vote. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from services.minutes.agenda.model import AgendaItem
from services.minutes.agenda.queries import Numbered, numbered
from services.minutes.decisions.model import Decision
from shared.contracts.decisions import QuorumCount


@dataclass(frozen=True, slots=True)
class Stood:
    """How it stood when this decision was taken (UTC)."""

    decision: UUID
    number: int
    at: datetime
    count: QuorumCount

    @property
    def quorate(self) -> bool:
        """Enough members were there."""
        return self.count.reached


class OnItem(NamedTuple):
    """How it stood while one item was dealt with, vote by vote; `item` is None for what belongs to none.

    An item that was taken off since has no number.
    """

    item: Numbered | None
    stood: Sequence[Stood]


def by_item(items: Sequence[AgendaItem], decisions: Iterable[Decision]) -> list[OnItem]:
    """The items on which something was put to the vote under a quorum rule, in the order of the agenda; what belongs to none
    comes last. What was deferred without a quorum is told, too; what was circulated is not: nobody has to be there for it."""
    found: dict[UUID | None, list[Stood]] = {}
    for each in sorted(decisions, key=lambda it: it.facts.number):
        if count := each.facts.quorum:
            told = Stood(each.id, each.facts.number, each.decided_at, count)
            found.setdefault(each.facts.item, []).append(told)
    rows = [OnItem(each, found[each.item.id]) for each in _in_order(items) if each.item.id in found]
    return [*rows, *([OnItem(None, found[None])] if None in found else [])]


def _in_order(items: Sequence[AgendaItem]) -> Iterator[Numbered]:
    yield from numbered(items)
    yield from (Numbered("", each) for each in items if not each.stands)
