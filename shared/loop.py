"""Loops: what fails in one is named and tried again, and readiness says which keep failing. None of them ends a process."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn, TypeVar

from shared.errors import PlenaryError, Unavailable
from shared.store.unreadable import Unreadable

log = logging.getLogger(__name__)

T = TypeVar("T")

FIRST = 0.1
"""Seconds after which what failed is tried again, at first; each time twice as many."""
AGAIN_AND_AGAIN = 2
"""So often in a row does a loop fail before readiness says so."""


class Loop:
    """One loop of a process. `every`: seconds between two steps; after one that failed up to `longest` more."""

    def __init__(self, name: str, every: float = 0.0, *, longest: float = 1.0) -> None:
        self.name = name
        self._every = every
        self._longest = longest
        self._failures = 0
        self._reason = ""

    @property
    def degraded(self) -> str:
        """Its name and why it fails again and again, empty while it goes well."""
        return f"{self.name}: {self._reason}" if self._reason and self._failures >= AGAIN_AND_AGAIN else ""

    async def forever(self, step: Callable[[], Awaitable[object]]) -> NoReturn:
        """Step after step, until cancelled."""
        while True:
            await self.attempt(step)
            await asyncio.sleep(self._every)

    async def attempt(self, step: Callable[[], Awaitable[T]]) -> T | None:
        """What the step answers; None if it failed, after a pause. If we are cancelled meanwhile, that counts and no error."""
        try:
            answer = await step()
        except Exception as error:  # noqa: BLE001  the edge of every loop
            await self._failed(error)
            return None
        self.goes_well()
        return answer

    def goes_well(self, *, for_now: bool = False) -> None:
        """Also to be said by a step that does not end. `for_now`: should it fail again, the pauses go on growing."""
        self._reason = ""
        self._failures = self._failures if for_now else 0

    async def _failed(self, error: Exception) -> None:
        self._reason = told("a loop failed, and is tried again", error, loop=self.name)
        pause = min(self._longest, FIRST * 2 ** min(self._failures, 20))
        self._failures += 1
        if (task := asyncio.current_task()) and task.cancelling():
            raise asyncio.CancelledError  # of tasks in a group the error alone is raised, also where we are cancelled meanwhile
        await asyncio.sleep(random.uniform(pause / 2, pause))  # not all who wait ask again at once


@contextmanager
def passing_by(what: str, **ids: object) -> Iterator[None]:
    """Round one item of a loop: what is wrong with it is named, and the loop goes on. What is away is away for all: raised."""
    try:
        yield
    except Exception as error:
        if is_away(error):
            raise
        told(what, error, **ids)


def is_away(error: Exception) -> bool:
    """Whether a store or the log does not answer, which is nobody's fault and is tried without limit."""
    return isinstance(error, Unavailable) and not isinstance(error, Unreadable)


def told(what: str, error: Exception, **ids: object) -> str:
    """A line of the log; returns the reason, which quotes nothing that somebody typed."""
    known = isinstance(error, PlenaryError)
    reason = error.detail if isinstance(error, PlenaryError) else type(error).__name__
    level = logging.WARNING if is_away(error) else logging.ERROR
    log.log(level, what, extra={**ids, "reason": reason}, exc_info=None if known else error)
    return reason
