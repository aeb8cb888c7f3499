"""What Prometheus sees of decisions about many."""

from collections.abc import Iterable
from datetime import datetime

from services.registration.roster.model import Many
from shared.store import Store
from shared.telemetry import Figure


async def jobs(store: Store, now: datetime) -> Iterable[Figure]:  # noqa: ARG001  the subject's
    """Decisions about many registrations that are not through."""
    many = await store.count(Many, {"ended": False})
    return [Figure("plenary_jobs", "Long work that is under way.", many, {"work": "decide_many"})]
