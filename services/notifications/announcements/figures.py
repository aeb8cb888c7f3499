"""What Prometheus sees of announcements."""

from collections.abc import Iterable
from datetime import datetime

from services.notifications.announcements.model import Announcement
from shared.store import Range, Store
from shared.telemetry import Figure


async def jobs(store: Store, now: datetime) -> Iterable[Figure]:  # noqa: ARG001  the subject's
    """Announcements of which somebody may still have to be told."""
    many = await store.count(Announcement, {"due": Range()})
    return [Figure("plenary_jobs", "Long work that is under way.", many, {"work": "announcement"})]
