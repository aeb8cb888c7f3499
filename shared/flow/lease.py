"""Who of several processes does what only one needs to do. Correctness never depends on it: two at once are duplicates."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from shared.flow.point import point
from shared.store import Committed, Store, Stored
from shared.store.unreadable import Unreadable

TERM = 10.0
"""Seconds for which a lease must have stood still before another process takes it."""


@dataclass(slots=True)
class Tenure:
    """The versioned document of a lease; every write of its holder moves the version, which is its heartbeat.

    A lease that nobody holds has its own id as holder.
    """

    kind: ClassVar[str] = "leases"

    id: UUID
    name: str
    holder: UUID


class Lease:
    """One process's claim to a lease. Term and age are measured on its own monotonic clock: clocks need not agree.

    `alone`: no other process has the store, so whoever held the lease before is gone; it is taken at the first asking.
    """

    def __init__(
        self, store: Store, name: str, *, monotonic: Callable[[], float], term: float = TERM, alone: bool = False
    ) -> None:
        self._store = store
        self._name = name
        self._id = uuid5(NAMESPACE_URL, f"plenary:lease/{name}")
        self._me = uuid4()
        self._monotonic = monotonic
        self._term = term
        self._alone = alone
        self._seen: tuple[int, float] | None = None

    async def held(self) -> bool:
        """Take, renew or be refused; ask before each pass of what the lease guards, at least twice a term.

        A lease that cannot be read is everybody's.
        """
        now = self._monotonic()
        try:
            found = await self._store.get(Tenure, self._id)
        except Unreadable:
            return True
        stored = found or Stored(Tenure(self._id, self._name, holder=self._id))
        first = self._seen is None
        if self._seen is None or self._seen[0] != stored.version:
            self._seen = (stored.version, now)
        stood, holder = now - self._seen[1], stored.entity.holder
        if holder == self._me and stood < self._term / 3:
            return True
        free = holder in {self._me, self._id} or stood >= self._term or (first and self._alone)
        return free and await self._write(stored, now)

    async def _write(self, stored: Stored[Tenure], now: float) -> bool:
        [outcome] = await self._store.commit([replace(stored, entity=Tenure(self._id, self._name, self._me))])
        if not isinstance(outcome, Committed):
            return False
        point("lease.taken")
        self._seen = (outcome.version, now)
        return True

    async def release(self) -> None:
        """Let the next one take it at once. Nothing to do where it is not ours."""
        stored = await self._store.get(Tenure, self._id)
        if stored is not None and stored.entity.holder == self._me:
            await self._store.commit([replace(stored, entity=replace(stored.entity, holder=self._id))])
