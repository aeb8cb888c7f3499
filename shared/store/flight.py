"""Group commit: while one flight is in the air the next one boards. No timer, so nothing waits at low load."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from shared.errors import Unavailable

I = TypeVar("I")  # noqa: E741
O = TypeVar("O")  # noqa: E741


@dataclass(slots=True)
class _Flight(Generic[I, O]):
    """The items of all who boarded, and once it has landed what became of them."""

    items: list[I] = field(default_factory=list)
    landed: asyncio.Event = field(default_factory=asyncio.Event)
    outcomes: Sequence[O] = ()
    error: Exception | None = None


class Flights(Generic[I, O]):
    """Carries the items of many callers together: `fly(items)` answers one outcome for each, in order.

    One flight is in the air at a time. `seats` bounds a flight; a caller's items are never split.
    """

    def __init__(self, fly: Callable[[list[I]], Awaitable[Sequence[O]]], *, seats: int = 512) -> None:
        self._fly = fly
        self._seats = seats
        self._waiting: deque[_Flight[I, O]] = deque()
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
        if not self._waiting or len(self._waiting[-1].items) + len(items) > self._seats:
            self._waiting.append(_Flight())
        flight = self._waiting[-1]
        first = len(flight.items)
        flight.items += items
        if self._pilot is None:
            self._pilot = asyncio.create_task(self._shuttle())
        await flight.landed.wait()
        if flight.error is not None:
            raise flight.error
        return list(flight.outcomes[first : first + len(items)])

    async def close(self) -> None:
        """Let everything land that was boarded; refuse what comes later. Closing twice is fine."""
        self._closed = True
        if self._pilot is not None:
            await asyncio.wait({self._pilot})

    async def _shuttle(self) -> None:
        try:
            while self._waiting:
                await self._depart(self._waiting.popleft())
        finally:
            self._pilot = None
            for flight in self._waiting:  # only if the loop is being torn down
                flight.error = Unavailable("It was interrupted.")
                flight.landed.set()
            self._waiting.clear()

    async def _depart(self, flight: _Flight[I, O]) -> None:
        try:
            flight.outcomes = await self._fly(flight.items)
        except Exception as error:  # noqa: BLE001 its passengers raise it
            flight.error = error
        except BaseException:
            flight.error = Unavailable("It was interrupted.")
            raise
        finally:
            flight.landed.set()
