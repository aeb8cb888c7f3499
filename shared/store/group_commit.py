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
    """The items of all callers who travel together, and who waits for which of them."""

    items: list[I] = field(default_factory=list)
    callers: list[tuple[asyncio.Future[list[O]], slice]] = field(default_factory=list)

    def land(self, outcomes: Sequence[O] | Exception) -> None:
        """Tell everybody who still waits what became of theirs."""
        for caller, own in ((caller, own) for caller, own in self.callers if not caller.done()):
            if isinstance(outcomes, Exception):
                caller.set_exception(outcomes)
            else:
                caller.set_result(list(outcomes[own]))


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
        caller: asyncio.Future[list[O]] = asyncio.get_running_loop().create_future()
        flight.callers.append((caller, slice(len(flight.items), len(flight.items) + len(items))))
        flight.items += items
        if self._leader is None:
            self._leader = asyncio.create_task(self._lead())
        return await caller

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
                flight.land(Unavailable("It was interrupted."))
            self._waiting.clear()

    async def _carry(self, flight: _Flight[I, O]) -> None:
        try:
            flight.land(await self._fly(flight.items))
        except Exception as error:  # noqa: BLE001 its callers raise it
            flight.land(error)
        except BaseException:
            flight.land(Unavailable("It was interrupted."))
            raise
