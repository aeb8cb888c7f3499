"""How a test waits: it asks until something holds. Only a test that fails waits for so long as `PATIENCE` says."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

from shared.errors import Unavailable

PATIENCE = 100.0
"""Seconds. More than anything needs on a busy machine (a Kafka group waits 30 for a member that could not leave), and less
than pytest's own limit, so that a test says itself what did not come."""

T = TypeVar("T")


async def eventually(holds: Callable[[], bool]) -> None:
    """Wait until it holds (what others do in the background tells nobody). Raises `TimeoutError` after `PATIENCE`."""
    async with asyncio.timeout(PATIENCE):
        while not holds():
            await asyncio.sleep(0.01)


async def until(ask: Callable[[], Awaitable[T]]) -> T:
    """Ask until the answer is a true one, and return it; who does not answer for the moment is asked again."""
    async with asyncio.timeout(PATIENCE):
        while True:
            with suppress(Unavailable):
                if answer := await ask():
                    return answer
            await asyncio.sleep(0.05)
