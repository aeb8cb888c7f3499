"""The waiting order: nobody got a seat while somebody with a lower rank waited.

The log orders events of one registration, not of two. So time is taken on the safe side: an event happened between its
`ce_time` (the command came) and the moment when the log took its record (it was committed before). Only what overtook
with certainty is told; two who moved at the same moment are no fault.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from heapq import heappop, heappush
from uuid import UUID

from plenary.verify.places import PoolKey
from shared.contracts import Record
from shared.contracts.registrations import (
    RegistrationApplied,
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationPromoted,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
)

FOR_EVER = float("inf")


@dataclass(slots=True)
class Wait:
    """Somebody surely waited at `rank` from `since` until `until` (seconds)."""

    registration: UUID
    rank: int
    since: float
    until: float = FOR_EVER


@dataclass(frozen=True, slots=True)
class Seating:
    """Somebody with `ticket` got a seat, surely after `after` and before `before` (seconds)."""

    registration: UUID
    ticket: int
    after: float
    before: float


@dataclass(slots=True)
class Line:
    """Fed with the first occurrence of each event of registrations, in order within a registration."""

    waits: dict[PoolKey, list[Wait]] = field(default_factory=dict)
    seatings: dict[PoolKey, list[Seating]] = field(default_factory=dict)
    _waiting: dict[UUID, Wait] = field(default_factory=dict)

    def hear(self, record: Record, taken: datetime) -> None:
        """`taken` is when the log took the record."""
        event, key = record.event, record.key
        began, stood = record.at.timestamp(), taken.timestamp()
        match event:
            case RegistrationWaitlisted():
                wait = self._waiting[key] = Wait(key, event.rank, since=stood)
                self.waits.setdefault((event.gathering, event.category), []).append(wait)
            case RegistrationConfirmed() | RegistrationPromoted():
                seating = Seating(key, event.ticket, after=began, before=stood)
                self.seatings.setdefault((event.gathering, event.category), []).append(seating)
                self._leave(key, began)
            case RegistrationCancelled() | RegistrationWithdrawn() | RegistrationApplied():
                self._leave(key, began)
            case _:
                pass

    def _leave(self, key: UUID, at: float) -> None:
        wait = self._waiting.pop(key, None)
        if wait is not None:
            wait.until = at

    def faults(self) -> Iterator[str]:
        """Everybody who was seated before somebody with a lower rank."""
        for pool, waits in self.waits.items():
            for seating, wait in overtaken(waits, self.seatings.get(pool, [])):
                yield (
                    f"{pool[0]}/{pool[1]}: {seating.registration} (ticket {seating.ticket}) got a seat "
                    f"while {wait.registration} waited at rank {wait.rank}"
                )


def overtaken(waits: list[Wait], seatings: list[Seating]) -> Iterator[tuple[Seating, Wait]]:
    """Each seating that happened wholly within the wait of a lower rank, with the lowest such wait."""
    coming = sorted((wait.since, wait.rank, number) for number, wait in enumerate(waits))
    coming.reverse()
    heap: list[tuple[int, int]] = []  # those who began to wait, the lowest rank first
    for seating in sorted(seatings, key=lambda each: each.after):
        while coming and coming[-1][0] < seating.after:
            _, rank, number = coming.pop()
            heappush(heap, (rank, number))
        lowest = _lowest(waits, heap, seating)
        if lowest is not None:
            yield seating, lowest


def _lowest(waits: list[Wait], heap: list[tuple[int, int]], seating: Seating) -> Wait | None:
    """The lowest rank below the ticket that waited on until the seat was given; takes those who left out of the heap."""
    leaving, found = [], None
    while heap and heap[0][0] < seating.ticket:
        wait = waits[heap[0][1]]
        if wait.until > seating.before:
            found = wait
            break
        gone = heappop(heap)
        if wait.until > seating.after:  # it left while this seat was given: of later seats it may still tell
            leaving.append(gone)
    for each in leaving:
        heappush(heap, each)
    return found
