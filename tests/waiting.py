"""How a test waits: it asks until something holds. Only a test that fails waits for so long as `PATIENCE` says."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

from shared.errors import Unavailable

PATIENCE = 100.0
"""Seconds. More than anything needs on a busy machine (a Kafka group waits 30 for a member that could not leave), and less
than pytest's own limit, so that a test says itself what did not come."""

BUSY = 2.5
"""Seconds that a busy machine may add to a promised time. What breaks a promise here takes 10 s, or for ever."""

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
            await asyncio.sleep(0.02)


async def leisurely(began: float) -> None:
    """Between two looks that cost something: for a tenth of what was waited since `began` (monotonic), at most 0.2 s.

    Who looks without a pause takes from what is waited for the processor that it needs.
    """
    again = time.monotonic() + min(0.2, (time.monotonic() - began) / 10)
    while time.monotonic() < again:
        await asyncio.sleep(0.01)


class Took:
    """`with Took(at_most=5.0):` the block may take no longer (seconds), beside what the machine adds."""

    def __init__(self, at_most: float) -> None:
        self._at_most = at_most

    def __enter__(self) -> None:
        self._since = time.monotonic()

    def __exit__(self, *failure: object) -> None:
        if failure[0] is None:
            assert time.monotonic() - self._since <= self._at_most + BUSY
