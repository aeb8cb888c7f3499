"""`/metrics`, for Prometheus: the requests of this process, and of each service what it is asked about itself at that moment."""

import asyncio
import logging
from collections.abc import Awaitable, Iterable, Sequence
from datetime import datetime
from math import nan
from time import monotonic
from typing import Any, Final

from fastapi import APIRouter, Response
from fastapi.responses import PlainTextResponse
from prometheus_client import CollectorRegistry, Gauge, generate_latest

from shared.errors import Unavailable
from shared.flow.catch_up import BEHIND, notes_of
from shared.flow.service import Service
from shared.http import Routes
from shared.http.access import public
from shared.http.installation import Installation
from shared.store import Range
from shared.store.unreadable import readable
from shared.telemetry import Figure

KEPT: Final = 5.0
"""Seconds for which an answer is given again: however often it is asked, the stores are not."""
WITHIN: Final = 2.0
"""Seconds that a look at a store may take; what takes longer is missing from the answer."""
MOST: Final = 200
"""Documents that are looked at for an age."""

log = logging.getLogger(__name__)


def routes(services: Sequence[Service], installation: Installation) -> APIRouter:
    """`/metrics` of these services."""
    answers = Routes(tags=["health"], dependencies=[public])
    kept, told, turn = b"", -KEPT, asyncio.Lock()

    @answers.get("/metrics", response_class=PlainTextResponse)
    async def get_metrics() -> Response:
        """For Prometheus: requests, the process, and for each service what waits, is late or is behind."""
        nonlocal kept, told
        async with turn:
            if monotonic() - told >= KEPT:
                found = await asyncio.gather(*map(asked, services))
                kept, told = exposition(figure for each in found for figure in each), monotonic()
        text = installation.metrics.exposition() + kept
        return Response(text, media_type="text/plain; version=0.0.4; charset=utf-8")

    return answers


def exposition(figures: Iterable[Figure]) -> bytes:
    """As Prometheus reads them."""
    registry, gauges = CollectorRegistry(), dict[str, Gauge]()
    for name, says, value, labels in figures:
        if name not in gauges:
            gauges[name] = Gauge(name, says, list(labels), registry=registry)
        gauges[name].labels(**labels).set(value)
    return generate_latest(registry)


async def asked(service: Service) -> list[Figure]:
    """All that a service tells of itself; what its store does not answer in time is left out."""
    now, store = service.clock(), service.store
    general = [outbox(service, now), late(service, now), behind(service, now)]
    own = [ask(store, now) for subject in service.definition.subjects for ask in subject.figures]
    # Readiness bounds each of its questions itself, and says 0 of a part that is silent: that must never be what is missing.
    parts = await asyncio.gather(of_health(service), *map(_answered, [*general, *own]))
    return [Figure(f.name, f.says, f.value, {"service": service.name, **f.labels}) for part in parts for f in part]


async def _answered(look: Awaitable[Iterable[Figure]]) -> Iterable[Figure]:
    try:
        async with asyncio.timeout(WITHIN):
            return await look
    except (Unavailable, TimeoutError) as away:
        log.warning("a figure cannot be told", extra={"reason": type(away).__name__})
        return ()


async def of_health(service: Service) -> list[Figure]:
    """What readiness says; what is not known now is not a number."""
    health: dict[str, Any] = await service.health()
    says = "1 if what the service needs answers."
    failing = [str(each).partition(":")[0] for each in health["degraded"]]
    return [
        *(Figure("plenary_up", says, health[part] == "ok", {"part": part}) for part in ("store", "log")),
        Figure("plenary_lag_records", "Records not heard yet.", nan if health["lag"] is None else health["lag"]),
        Figure(
            "plenary_dead_letters",
            "Keys that are behind.",
            nan if health["dead_letters"] is None else health["dead_letters"],
        ),
        *(Figure("plenary_degraded", "1 while a loop fails again and again.", 1, {"loop": each}) for each in failing),
    ]


async def outbox(service: Service, now: datetime) -> list[Figure]:
    """Documents whose events the log does not have yet, and since when the first of them wait."""
    found = await service.store.pending(MOST)
    oldest = min((event.at for stored in found for event in stored.outbox), default=now)
    return [
        Figure("plenary_outbox_documents", f"Documents with events to be sent; {MOST} is that or more.", len(found)),
        Figure("plenary_outbox_oldest_seconds", "Age of the oldest of those events.", _seconds(oldest, now)),
    ]


async def late(service: Service, now: datetime) -> list[Figure]:
    """How late the first timer is that should have fired."""
    where, due = {"due": Range(lte=now)}, now
    for kind in service.definition.timers:
        page = await readable(service.store.find(kind, where, sort="due", limit=1))
        due = min([due, *(stored.entity.due for stored in page.items)])
    return [Figure("plenary_timers_late_seconds", "How late the oldest timer is that is due.", _seconds(due, now))]


async def behind(service: Service, now: datetime) -> list[Figure]:
    """Since when the first key waits that is behind."""
    since = now
    for kind in notes_of(service.definition):
        page = await readable(service.store.find(kind, BEHIND, limit=MOST))
        since = min([since, *(stored.behind.since for stored in page.items if stored.behind)])
    return [Figure("plenary_behind_oldest_seconds", "Age of the oldest key that is behind.", _seconds(since, now))]


def _seconds(then: datetime, now: datetime) -> float:
    return max(0.0, (now - then).total_seconds())
