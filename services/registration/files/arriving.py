"""A body that takes long to come: it is waited for as long as it does come."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any, Final

LONGEST: Final = 180.0
"""Seconds for which a body may take in all."""
TIMER: Final = "plenary.timer"
"""Where the gate keeps the time after which it gives a request up."""


async def arriving(body: AsyncIterator[bytes], scope: Mapping[str, Any], seconds: float) -> AsyncIterator[bytes]:
    """Its pieces. Each gives the request as many `seconds` anew (a photo over a slow line), but none after the longest time."""
    timer: asyncio.Timeout | None = scope.get(TIMER)
    now = asyncio.get_running_loop().time
    end = now() + LONGEST
    async for piece in body:
        if timer is not None and not timer.expired():
            timer.reschedule(min(now() + seconds, end))
        yield piece
