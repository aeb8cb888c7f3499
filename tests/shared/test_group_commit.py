"""Group commit: who waits travels together, nobody waits for a timer, nobody is forgotten."""

import asyncio
from collections.abc import Sequence

import pytest

from shared.errors import Unavailable
from shared.store.group_commit import GroupCommit


class Runway:
    """GroupCommit land when the test says so; each item is answered with its double."""

    def __init__(self, most: int = 512) -> None:
        self.flown: list[list[int]] = []
        self.clear = asyncio.Event()
        self.error: Exception | None = None
        self.flights: GroupCommit[int, int] = GroupCommit(self._fly, most=most)

    async def _fly(self, items: list[int]) -> Sequence[int]:
        self.flown.append(items)
        await self.clear.wait()
        if self.error:
            raise self.error
        return [item * 2 for item in items]

    async def submits(self, *items: int) -> "asyncio.Task[list[int]]":
        """A caller that has submitted; the flight, if none was under way, has left."""
        task = asyncio.create_task(self.flights.submit(items))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        return task


async def test_while_one_flight_is_under_way_the_next_one_gathers() -> None:
    runway = Runway()
    tasks = [await runway.submits(n) for n in range(4)]
    assert runway.flown == [[0]]
    runway.clear.set()
    assert await asyncio.gather(*tasks) == [[0], [2], [4], [6]]
    assert runway.flown == [[0], [1, 2, 3]]


async def test_callers_of_the_same_moment_travel_together_and_get_their_own_answers() -> None:
    runway = Runway()
    runway.clear.set()
    answers = await asyncio.gather(runway.flights.submit([1, 2]), runway.flights.submit([]), runway.flights.submit([3]))
    assert list(answers) == [[2, 4], [], [6]]
    assert runway.flown == [[1, 2, 3]]


async def test_a_flight_is_bounded_and_a_callers_items_are_never_split() -> None:
    runway = Runway(most=4)
    tasks = [
        await runway.submits(0),
        await runway.submits(1, 1, 1),
        await runway.submits(2, 2),
        await runway.submits(*[3] * 9),
    ]
    runway.clear.set()
    await asyncio.gather(*tasks)
    assert runway.flown == [[0], [1, 1, 1], [2, 2], [3] * 9]


async def test_a_flight_that_raises_tells_all_its_callers_and_the_next_one_flies() -> None:
    runway = Runway()
    first = await runway.submits(0)
    doomed = [await runway.submits(1), await runway.submits(2)]
    runway.error = Unavailable("gone")
    runway.clear.set()
    answers = await asyncio.gather(first, *doomed, return_exceptions=True)
    assert answers == [runway.error] * 3
    runway.error = None
    assert await runway.flights.submit([5]) == [10]


async def test_a_caller_who_is_cancelled_does_not_stop_the_flight() -> None:
    runway = Runway()
    leaving, staying = await runway.submits(1), await runway.submits(2)
    gone = await runway.submits(3)
    leaving.cancel()
    gone.cancel()
    runway.clear.set()
    assert await staying == [4]
    assert runway.flown == [[1], [2, 3]]
    assert leaving.cancelled()
    assert gone.cancelled()


async def test_closing_lets_everything_land_and_refuses_what_comes_later() -> None:
    runway = Runway()
    tasks = [await runway.submits(1), await runway.submits(2)]
    closing = asyncio.gather(runway.flights.close(), runway.flights.close())
    for _ in range(5):
        await asyncio.sleep(0)
    with pytest.raises(Unavailable):
        await runway.flights.submit([3])
    assert not closing.done()
    runway.clear.set()
    await closing
    assert await asyncio.gather(*tasks) == [[2], [4]]
    await runway.flights.close()


async def test_when_the_loop_is_torn_down_nobody_waits_for_ever() -> None:
    runway = Runway()
    under_way, waiting = await runway.submits(1), await runway.submits(2)
    leader = runway.flights._leader
    assert leader is not None
    leader.cancel()
    answers = await asyncio.wait_for(asyncio.gather(under_way, waiting, return_exceptions=True), 5)
    assert all(isinstance(answer, Unavailable) for answer in answers)
    assert leader.cancelled()
