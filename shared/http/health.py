"""Whether the process lives, and whether it can do its work."""

import asyncio
from collections.abc import Sequence
from typing import Any

from fastapi import Request, Response

from shared.flow.service import Service
from shared.http.access import public
from shared.http.ask import Caller
from shared.http.route import Routes

routes = Routes(tags=["health"], dependencies=[public])
"""`/health/live` and `/health/ready` of an app."""


@routes.get("/health/live")
async def get_live() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@routes.get("/health/ready")
async def get_ready(request: Request, response: Response, caller: Caller) -> dict[str, Any]:
    """503 if a service cannot do its work or the process is ending. What each one lacks is for the secretariat:

    store, log, lag (records), dead letters.
    """
    told, draining = await _told(request.app.state.services), request.app.state.installation.draining
    able = not draining and all(each["store"] == "ok" for each in told.values())
    well = able and all(each["log"] == "ok" and not each["degraded"] for each in told.values())
    response.status_code = 200 if able else 503
    status = "ok" if well else "degraded" if able else "unavailable"
    return {"status": status, "draining": draining} | ({"services": told} if caller.is_("secretariat") else {})


async def _told(services: Sequence[Service]) -> dict[str, dict[str, Any]]:
    """What each service says of itself, within the seconds that it gives its store and its log."""
    told = await asyncio.gather(*(service.health() for service in services))
    return {service.name: health for service, health in zip(services, told, strict=True)}
