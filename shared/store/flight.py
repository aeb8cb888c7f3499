"""Group commit: while one flight is in the air the next one boards. No timer, so nothing waits at low load."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from shared.errors import Unavailable

I = TypeVar("I")  # noqa: E741
O = TypeVar("O")  # noqa: E741


class Flights(Generic[I, O]):
    """Carries the items of many callers together: `fly(items)` answers one outcome for each, in order.

    One flight is in the air at a time. `seats` bounds a flight; a caller's items are never split.
    """

    def __init__(self, fly: Callable[[list[I]], Awaitable[Sequence[O]]], *, seats: int = 512) -> None:
        self._fly = fly
        self._seats = seats
        self._waiting: deque[tuple[Sequence[I], asyncio.Future[list[O]]]] = deque()
        self._pilot: asyncio.Task[None] | None = None
        self._closed = False

    async def board(self, items: Sequence[I]) -> list[O]:
        """The outcomes of `items`. Raises what the flight raised, or `Unavailable` once closed.

        A caller that is cancelled leaves; its items fly all the same.
        """
        if self._closed:
            raise Unavailable("It is closed.")
        if not items:
            return []
        landed: asyncio.Future[list[O]] = asyncio.get_running_loop().create_future()
        self._waiting.append((items, landed))
        if self._pilot is None:
            self._pilot = asyncio.create_task(self._shuttle())
        return await landed

    async def close(self) -> None:
        """Let everything land that was boarded; refuse what comes later. Closing twice is fine."""
        self._closed = True
        if self._pilot is not None:
            await asyncio.wait({self._pilot})

    async def _shuttle(self) -> None:
        try:
            while self._waiting:
                await self._depart(self._boarded())
        finally:
            self._pilot = None
            for _, landed in self._waiting:  # only if the loop is being torn down
                _fail(landed, Unavailable("It was interrupted."))
            self._waiting.clear()

    def _boarded(self) -> list[tuple[Sequence[I], asyncio.Future[list[O]]]]:
        passengers = [self._waiting.popleft()]
        taken = len(passengers[0][0])
        while self._waiting and taken + len(self._waiting[0][0]) <= self._seats:
            taken += len(self._waiting[0][0])
            passengers.append(self._waiting.popleft())
        return passengers

    async def _depart(self, passengers: list[tuple[Sequence[I], asyncio.Future[list[O]]]]) -> None:
        try:
            outcomes = list(await self._fly([item for items, _ in passengers for item in items]))
        except BaseException as error:
            interrupted = not isinstance(error, Exception)
            for _, landed in passengers:
                _fail(landed, Unavailable("It was interrupted.") if interrupted else error)
            if interrupted:
                raise
            return
        first = 0
        for items, landed in passengers:
            if not landed.done():
                landed.set_result(outcomes[first : first + len(items)])
            first += len(items)


def _fail(landed: "asyncio.Future[list[O]]", error: BaseException) -> None:
    if not landed.done():
        landed.set_exception(error)
