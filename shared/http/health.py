"""Whether the process lives, whether it can do its work, and its figures."""

import asyncio
from collections.abc import Sequence
from typing import Any, Final

from fastapi import APIRouter, Response

from shared.errors import Unavailable
from shared.flow.service import Service
from shared.http.access import public
from shared.http.gate import Door
from shared.telemetry import Metrics

PATIENCE: Final = 9.0
"""Seconds for a service to say how it is."""


def health_routes(services: Sequence[Service], door: Door, metrics: Metrics) -> APIRouter:
    """`/health/live`, `/health/ready` and `/metrics` of a process."""
    routes = APIRouter(tags=["health"], dependencies=[public])

    @routes.get("/health/live")
    async def get_live() -> dict[str, str]:
        """The process answers."""
        return {"status": "ok"}

    @routes.get("/health/ready")
    async def get_ready(response: Response) -> dict[str, Any]:
        """Each service: store, log, lag (records), dead letters. 503 if one cannot do its work or the process is ending."""
        told = await asyncio.gather(*map(_ask, services))
        able = not door.draining and all(each["store"] == "ok" for each in told)
        well = able and all(each["log"] == "ok" and not each.get("degraded") for each in told)
        response.status_code = 200 if able else 503
        status = "ok" if well else "degraded" if able else "unavailable"
        return {
            "status": status,
            "draining": door.draining,
            "services": {s.name: e for s, e in zip(services, told, strict=True)},
        }

    @routes.get("/metrics", response_class=Response)
    async def get_metrics() -> Response:
        """For Prometheus: requests, the process, and for each service what readiness says."""
        for service, told in zip(services, await asyncio.gather(*map(_ask, services)), strict=True):
            metrics.told(service.name, told)
        return Response(metrics.exposition(), media_type="text/plain; version=0.0.4; charset=utf-8")

    return routes


async def _ask(service: Service) -> dict[str, Any]:
    try:
        async with asyncio.timeout(PATIENCE):
            return dict(await service.health())
    except (Unavailable, TimeoutError):
        return {"store": "does not answer", "log": "unknown", "lag": None, "dead_letters": None, "degraded": []}
