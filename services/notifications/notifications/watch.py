"""What tells the sender that somebody is gone, and that the clock was set: two clocks, of which only one can be set.

How long another is at work is measured by standing still on this process's own monotonic clock (as `shared.flow.lease`), so
that no clock that jumps hands a mail over twice, or lets it lie.
"""

from datetime import timedelta
from uuid import UUID

from services.notifications.notifications import queries
from services.notifications.notifications.model import Notification
from shared.clock import Clock
from shared.errors import Unavailable
from shared.store import Store, Stored

SET_BACK = 1.0
"""Seconds by which a clock must fall behind before it was set back (others are slewed, or only looked at late)."""


class Watch:
    """One sender's look at the others. `patience`: so long is what is being sent left alone."""

    def __init__(self, store: Store, now: Clock, patience: timedelta) -> None:
        self._store = store
        self._now = now
        self._patience = patience.total_seconds()
        self._stands: dict[UUID, tuple[int, float]] = {}
        self._first = True
        self._ahead: float | None = None

    async def abandoned(self) -> list[Stored[Notification]]:
        """What somebody began who says nothing more: it stood still for our patience.

        On a store that no other process has, all that was begun before the first look: whoever began is gone. What could
        not be watched did not stand still, so that who kept an outcome for a store that was away can say it first.
        """
        at, stands, found = self._now.monotonic(), dict[UUID, tuple[int, float]](), list[Stored[Notification]]()
        try:
            async for stored in queries.begun(self._store):
                version, since = self._stands.get(stored.id, (0, at))
                stands[stored.id] = stored.version, since if version == stored.version else at
                if at - stands[stored.id][1] >= self._patience or (self._first and self._store.alone):
                    found.append(stored)
        except Unavailable:
            self._stands = {}
            raise
        self._stands, self._first = stands, False
        return found

    @property
    def clock_may_have_been_set_back(self) -> bool:
        """Since the last `noted`, or before this process began."""
        return self._ahead is None or self._offset < self._ahead - SET_BACK

    def noted(self) -> None:
        """Whatever a clock that was ahead has done was mended."""
        self._ahead = self._offset

    @property
    def _offset(self) -> float:
        return self._now().timestamp() - self._now.monotonic()
