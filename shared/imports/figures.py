"""What Prometheus sees of imports."""

from collections.abc import Iterable
from datetime import datetime

from shared.imports.model import ImportJob, JobState
from shared.store import Store
from shared.telemetry import Figure


async def jobs(store: Store, now: datetime) -> Iterable[Figure]:  # noqa: ARG001  the subject's
    """Tables at which somebody is at work."""
    many = await store.count(ImportJob, {"stage": JobState.RUNNING})
    return [Figure("plenary_jobs", "Long work that is under way.", many, {"work": "import"})]
