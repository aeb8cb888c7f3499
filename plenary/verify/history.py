"""The events of one aggregate, in the order in which the log tells them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from shared.contracts.event import Cleanup
from shared.flow.plan import GIVEN_UP
from shared.store import Stored

UNREADABLE = GIVEN_UP
"""Stands for the id of a record that nobody can decode, as it does where readers note it."""


@dataclass(slots=True)
class History:
    """First occurrences must be 1..n in order; repeats change nothing.

    Of a *state* topic the log may have dropped the oldest; of a *compact* one only the newest must be there, as the last.
    """

    cleanup: Cleanup = "kept"
    first: int = 0
    ids: list[UUID] = field(default_factory=list)
    last: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def reached(self) -> int:
        """The highest sequence without a gap below it (of a compact topic the highest)."""
        return self.first + len(self.ids) - 1 if self.ids else 0

    def hear(self, sequence: int, id: UUID = UNREADABLE) -> bool:
        """Note a record; True if it is the first occurrence of the next event, the one that readers apply."""
        self.last = sequence
        if self.cleanup == "compact":
            return self._newest(sequence, id)
        if not self.ids:
            self.first = sequence if self.cleanup == "state" else 1
        following = self.reached + 1 if self.ids else self.first
        if sequence == following:
            self.ids.append(id)
            return True
        if sequence > following:
            self.faults.append(f"event {sequence} came before event {following}")
            return False
        return sequence >= self.first and self._again(id, sequence)

    def _newest(self, sequence: int, id: UUID) -> bool:
        if sequence > self.reached:
            self.first, self.ids = sequence, [id]
            return True
        return sequence == self.reached and self._again(id, sequence)

    def _again(self, id: UUID, sequence: int) -> bool:
        """A repeat; True if it is the newest, and can be read only now."""
        place = sequence - self.first
        before = self.ids[place]
        if before == UNREADABLE:
            self.ids[place] = id
            return id != UNREADABLE and sequence == self.reached
        if id not in {UNREADABLE, before}:
            self.faults.append(f"event {sequence} is told with two ids: a fork")
        return False


def disagreements(key: UUID, history: History, stored: Stored[Any] | None, owed: int) -> Iterator[str]:
    """What is wrong with an aggregate on the log, beside its document (None: there is none).

    `owed`: so many of the events that the document published, its newest ones, the log must have.
    """
    for fault in history.faults:
        yield f"{key}: {fault}"
    if stored is not None:
        yield from _of_document(key, history, stored, owed)
    elif history.ids.count(UNREADABLE) < len(history.ids):  # else a stranger's record, a dead letter
        yield f"{key} is on the log, and no document has this id"


def _of_document(key: UUID, history: History, stored: Stored[Any], owed: int) -> Iterator[str]:
    if history.reached != stored.sequence:
        yield f"{key}: the log has {history.reached} events, the document published {stored.sequence}"
    elif history.cleanup == "state" and len(history.ids) < owed:
        yield f"{key}: the log has its events from {history.first} on, and must have the last {owed}"
    yield from _of_states(key, history, stored)
    for sequence, id in enumerate(history.ids, history.first):
        if id == UNREADABLE:
            yield f"{key}: event {sequence} cannot be read"


def _of_states(key: UUID, history: History, stored: Stored[Any]) -> Iterator[str]:
    """Of a compacted topic: the log cleans away what is not the last, and the document knows what made its state."""
    if history.cleanup != "compact" or not history.ids:
        return
    if history.last < history.reached:
        yield f"{key}: state {history.last} lies behind the newer state {history.reached}"
    made = stored.heard.get(key)
    if made and made.sequence == history.reached and history.ids[-1] not in {made.event, UNREADABLE}:
        yield f"{key}: state {made.sequence} has another id on the log than in its document: a fork"
