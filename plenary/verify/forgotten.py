"""What a log that keeps its records for a time only need not have any more, and what it must have."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from services.notifications.notifications.model import Notification
from services.registration.people.knocks import Knock
from services.registration.sessions.model import Session
from shared.contracts.event import Cleanup
from shared.store import Stored

KEPT = timedelta(days=90)
"""So long at least a log keeps the records of a topic with cleanup *state*."""

SKEW = timedelta(minutes=1)
"""The clocks of a service and of the log differ by less."""


def _notified(notification: Notification) -> set[datetime]:
    tries = [(attempt.began_at, attempt.ended_at) for attempt in notification.attempts]
    return {notification.queued_at, *(moment for each in tries for moment in each if moment)}


def _signed_in(session: Session) -> set[datetime]:
    return {moment for moment in (session.asked_at, session.started_at) if moment}


MOMENTS: Mapping[type[Any], Callable[[Any], set[datetime]]] = {
    Notification: _notified,
    Session: _signed_in,
    Knock: lambda _: set(),
}
"""Of each kind of document that publishes on such a topic: moments at which it surely did, no two in one event.

No event of it is older than the first of them.
"""


@dataclass(slots=True)
class Memory:
    """How far back one partition remembers. Fed with its records in order; then `close`."""

    cleanup: Cleanup
    end: int
    start: int = 0
    since: datetime | None = None
    holes: list[range] = field(default_factory=list)
    _after: int = 0

    def hear(self, offset: int, at: datetime) -> None:
        """A record that lies there, and when the log took it."""
        self.since = self.since or at
        self._skip_to(offset)
        self._after = offset + 1

    def close(self, start: int) -> None:
        """All was read; `start` is asked for afterwards, since a log may take away while it is read."""
        self.start = start if self.cleanup == "state" else 0
        begun = self.start + 1 if self.start > self.end else 0  # a log ends nowhere before it starts
        self._skip_to(max(self.end, begun))
        if self.holes and self.holes[0].start < self.start:
            self.holes[0] = range(self.start, self.holes[0].stop)
        self.holes = [hole for hole in self.holes if hole]

    def _skip_to(self, offset: int) -> None:
        if offset > self._after and self.cleanup != "compact":
            self.holes.append(range(self._after, offset))

    @property
    def forgot(self) -> datetime | None:
        """What was published before this moment may be gone; None where nothing may.

        A log takes away what is 90 days old by its clock. That may have been wrong then: what lies there now tells how far
        it came.
        """
        if not 0 < self.start <= self.end:
            return None
        now = datetime.now(UTC)
        return now if self.since is None else max(self.since + SKEW, now - KEPT)


def owed(stored: Stored[Any], forgot: datetime | None) -> int:
    """How many of the events of a document, its newest ones, must be on the log."""
    if forgot is None:
        return stored.sequence
    moments = MOMENTS[type(stored.entity)](stored.entity)
    if moments and min(moments) > forgot:
        return stored.sequence
    return min(sum(moment > forgot for moment in moments), stored.sequence)
