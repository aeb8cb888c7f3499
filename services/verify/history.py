"""The events of one aggregate, in the order in which the log tells them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from shared.contracts.event import Cleanup

UNREADABLE = UUID(int=0)
"""Stands for the id of a record that nobody can decode."""


@dataclass(slots=True)
class History:
    """First occurrences must be 1..n in order; repeats change nothing.

    Of a *state* topic the log may have dropped the oldest; of a *compact* one only the newest must be there.
    """

    cleanup: Cleanup = "kept"
    first: int = 0
    ids: list[UUID] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def reached(self) -> int:
        """The highest sequence without a gap below it (of a compact topic the highest)."""
        return self.first + len(self.ids) - 1 if self.ids else 0

    def hear(self, sequence: int, id: UUID = UNREADABLE) -> bool:
        """Note a record; True if it is the first occurrence of the next event, the one that readers apply."""
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
        elif sequence >= self.first:
            self._same(self.ids[sequence - self.first], id, sequence)
        return False

    def _newest(self, sequence: int, id: UUID) -> bool:
        if sequence > self.reached:
            self.first, self.ids = sequence, [id]
            return True
        if sequence == self.reached:
            self._same(self.ids[0], id, sequence)
        return False

    def _same(self, first: UUID, again: UUID, sequence: int) -> None:
        if UNREADABLE not in {first, again} and first != again:
            self.faults.append(f"event {sequence} is told with two ids: a fork")


def disagreements(key: UUID, history: History, sequence: int | None) -> Iterator[str]:
    """What is wrong with an aggregate on the log, whose document says that it published `sequence` events (None: no document)."""
    for fault in history.faults:
        yield f"{key}: {fault}"
    if not (history.ids or sequence):
        return  # nothing that can be read: a stranger's record, a dead letter
    if sequence is None:
        yield f"{key} is on the log, and no document has this id"
    elif history.reached != sequence:
        yield f"{key}: the log has {history.reached} events, the document published {sequence}"
