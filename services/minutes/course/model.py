"""The course of a meeting: which item of its agenda is in hand, and which were, from when to when. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Final, Self
from uuid import UUID

from shared.contracts import Message
from shared.contracts.courses import ItemClosed, ItemTakenUp, ItemTakingUndone, TakingFacts, course_id
from shared.contracts.decisions import QuorumCount
from shared.errors import Conflict

MOST: Final = 500
"""So many times something can be taken up at one meeting."""


class TakingState(StrEnum):
    """Each is entered by exactly one event."""

    IN_HAND = "in_hand"
    CLOSED = "closed"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeUpItem(Message):
    """Deal with this item from now on. The id of the taking is the command's."""

    gathering: UUID
    item: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseItem(Message):
    """The meeting has dealt with this item, for now."""

    gathering: UUID
    item: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoCourse(Message):
    """The last step was a mistake."""

    gathering: UUID


class Taking(TakingFacts):
    """An item that was taken up, once (UTC). `closing_quorum`: how the quorum stood when it was closed (None: the body has no
    rule, or nobody counted). `by_next`: it was closed because another one was taken up."""

    id: UUID
    state: TakingState = TakingState.IN_HAND
    closed_at: datetime | None = None
    closing_quorum: QuorumCount | None = None
    by_next: bool = False


Told = list[ItemTakenUp | ItemClosed | ItemTakingUndone]


@dataclass(slots=True, kw_only=True)
class Course:
    """One for each gathering. `taken`: all that ever was, in that order; at most one is in hand, the last that stands.

    `moved_at`: when something became of one of them last (UTC).
    """

    kind: ClassVar[str] = "course"

    id: UUID
    gathering: UUID
    taken: list[Taking] = field(default_factory=list)
    moved_at: datetime | None = None

    @classmethod
    def of(cls, gathering: UUID) -> Self:
        """Nothing was taken up yet."""
        return cls(id=course_id(gathering), gathering=gathering)

    @property
    def stands(self) -> Sequence[Taking]:
        """What was taken up, and not by mistake."""
        return [each for each in self.taken if each.state is not TakingState.UNDONE]

    @property
    def by_item(self) -> Mapping[UUID, Sequence[Taking]]:
        """That, by what was taken up."""
        found: dict[UUID, list[Taking]] = {}
        for each in self.stands:
            found.setdefault(each.item, []).append(each)
        return found

    @property
    def last(self) -> Taking | None:
        """What was taken up last."""
        return self.stands[-1] if self.stands else None

    @property
    def in_hand(self) -> Taking | None:
        """What is dealt with now."""
        last = self.last
        return last if last and last.state is TakingState.IN_HAND else None

    @property
    def taken_up_at(self) -> datetime | None:
        """Since when that is."""
        return now.taken_up_at if (now := self.in_hand) else None

    def now_of(self, items: Collection[UUID]) -> UUID | None:
        """The item in hand, if it is one of these."""
        return now.item if (now := self.in_hand) and now.item in items else None

    def ended(self, at: datetime | None) -> "Course":
        """As it is read once the session has ended, at that time (None: it goes on), also before the course has heard of it."""
        now = self.in_hand
        if at is None or now is None:
            return self
        seen = replace(self, taken=[*self.taken])
        seen.close(now.item, at, None)
        return seen

    def take_up(self, asked: TakeUpItem, quorum: QuorumCount | None) -> Told:
        """It is in hand, and what was before is closed; nothing if it is. Raises Conflict ("full")."""
        now = self.in_hand
        if now and now.item == asked.item:
            return []
        if len(self.taken) >= MOST:
            raise Conflict(f"At most {MOST} times an item is taken up at one meeting.", code="full")
        told: Told = [self._close(now, asked.at, quorum, by_next=True)] if now else []
        taking = Taking(id=asked.id, item=asked.item, taken_up_at=asked.at, quorum=quorum)
        self.taken = [*self.taken, taking]
        return [*told, self._taken_up(taking, asked.at)]

    def close(self, item: UUID, at: datetime, quorum: QuorumCount | None) -> Told:
        """Nothing is in hand; no news if it was closed already. Raises Conflict ("not-in-hand") for another one."""
        now = self.in_hand
        if now and now.item == item:
            return [self._close(now, at, quorum)]
        if now is None and self.last and self.last.item == item:
            return []
        raise Conflict("This item is not in hand.", code="not-in-hand")

    def undo(self, at: datetime) -> Told:
        """The last step is taken back: what was closed is in hand again as it was; what was taken up was not, and what was closed
        for it is in hand again. Raises Conflict ("nothing-to-undo").
        """
        last = self.last
        if last is None:
            raise Conflict("Nothing was taken up that could be undone.", code="nothing-to-undo")
        if last.state is TakingState.CLOSED:
            return [self._open(last, at)]
        self._now(last, state=TakingState.UNDONE)
        told: Told = [ItemTakingUndone(**self._of(last, at), item=last.item)]
        before = self.last
        return [*told, self._open(before, at)] if before and before.by_next else told

    @property
    def opens_by_undo(self) -> UUID | None:
        """Which item is in hand again if the last step is undone."""
        stands = self.stands
        if not stands or stands[-1].state is TakingState.CLOSED:
            return stands[-1].item if stands else None
        return stands[-2].item if len(stands) > 1 and stands[-2].by_next else None

    def _close(self, one: Taking, at: datetime, quorum: QuorumCount | None, *, by_next: bool = False) -> ItemClosed:
        until = max(at, one.taken_up_at)
        self._now(one, state=TakingState.CLOSED, closed_at=until, closing_quorum=quorum, by_next=by_next)
        return ItemClosed(**self._of(one, until), item=one.item, quorum=quorum)

    def _open(self, one: Taking, at: datetime) -> ItemTakenUp:
        self._now(one, state=TakingState.IN_HAND, closed_at=None, closing_quorum=None, by_next=False)
        return self._taken_up(one, at)

    def _taken_up(self, one: Taking, at: datetime) -> ItemTakenUp:
        facts = {"item": one.item, "taken_up_at": one.taken_up_at, "quorum": one.quorum}
        return ItemTakenUp(**self._of(one, at), **facts)

    def _now(self, one: Taking, **said: Any) -> None:
        """This is so of one of them."""
        self.taken = [each.model_copy(update=said) if each.id == one.id else each for each in self.taken]

    def _of(self, one: Taking, at: datetime) -> dict[str, Any]:
        """What each event says about one of them."""
        self.moved_at = at
        return {"course": self.id, "gathering": self.gathering, "taking": one.id, "moved_at": at}
