"""Group commit: while one flight is under way the next one gathers. No timer, so nothing waits at low load."""

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
    """The items of all callers who travel together, and once it is over what became of them."""

    items: list[I] = field(default_factory=list)
    landed: asyncio.Event = field(default_factory=asyncio.Event)
    outcomes: Sequence[O] = ()
    error: Exception | None = None


class GroupCommit(Generic[I, O]):
    """Carries the items of many callers in one round trip, a *flight*: `fly(items)` answers one outcome for each, in order.

    One flight is under way at a time. `most` bounds its items; those of one caller are never parted.
    """

    def __init__(self, fly: Callable[[list[I]], Awaitable[Sequence[O]]], *, most: int = 512) -> None:
        self._fly = fly
        self._most = most
        self._waiting: deque[_Flight[I, O]] = deque()
        self._leader: asyncio.Task[None] | None = None
        self._closed = False

    async def submit(self, items: Sequence[I]) -> list[O]:
        """The outcomes of `items`. Raises what the flight raised, or `Unavailable` once closed.

        What a caller submitted is carried out all the same where it is cancelled meanwhile.
        """
        if self._closed:
            raise Unavailable("It is closed.")
        if not items:
            return []
        if not self._waiting or len(self._waiting[-1].items) + len(items) > self._most:
            self._waiting.append(_Flight())
        flight = self._waiting[-1]
        first = len(flight.items)
        flight.items += items
        if self._leader is None:
            self._leader = asyncio.create_task(self._lead())
        await flight.landed.wait()
        if flight.error is not None:
            raise flight.error
        return list(flight.outcomes[first : first + len(items)])

    async def close(self) -> None:
        """Carry out everything that was submitted; refuse what comes later. Closing twice is fine."""
        self._closed = True
        if self._leader is not None:
            await asyncio.wait({self._leader})

    async def _lead(self) -> None:
        try:
            while self._waiting:
                await self._carry(self._waiting.popleft())
        finally:
            self._leader = None
            for flight in self._waiting:  # only if the loop is being torn down
                flight.error = Unavailable("It was interrupted.")
                flight.landed.set()
            self._waiting.clear()

    async def _carry(self, flight: _Flight[I, O]) -> None:
        try:
            flight.outcomes = await self._fly(flight.items)
        except Exception as error:  # noqa: BLE001 its callers raise it
            flight.error = error
        except BaseException:
            flight.error = Unavailable("It was interrupted.")
            raise
        finally:
            flight.landed.set()
