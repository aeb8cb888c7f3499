"""Group commit: who waits travels together, nobody waits for a timer, nobody is forgotten."""

import asyncio
from collections.abc import Sequence

import pytest

from shared.errors import Unavailable
from shared.store.flight import Flights


class Runway:
    """Flights land when the test says so; each item is answered with its double."""

    def __init__(self, seats: int = 512) -> None:
        self.flown: list[list[int]] = []
        self.clear = asyncio.Event()
        self.error: Exception | None = None
        self.flights: Flights[int, int] = Flights(self._fly, seats=seats)

    async def _fly(self, items: list[int]) -> Sequence[int]:
        self.flown.append(items)
        await self.clear.wait()
        if self.error:
            raise self.error
        return [item * 2 for item in items]

    async def boards(self, *items: int) -> "asyncio.Task[list[int]]":
        """A caller that has boarded; the flight, if none was in the air, has left."""
        task = asyncio.create_task(self.flights.board(items))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        return task


async def test_while_one_flight_is_in_the_air_the_next_one_boards() -> None:
    runway = Runway()
    tasks = [await runway.boards(n) for n in range(4)]
    assert runway.flown == [[0]]
    runway.clear.set()
    assert await asyncio.gather(*tasks) == [[0], [2], [4], [6]]
    assert runway.flown == [[0], [1, 2, 3]]


async def test_callers_of_the_same_moment_travel_together_and_get_their_own_answers() -> None:
    runway = Runway()
    runway.clear.set()
    answers = await asyncio.gather(runway.flights.board([1, 2]), runway.flights.board([]), runway.flights.board([3]))
    assert list(answers) == [[2, 4], [], [6]]
    assert runway.flown == [[1, 2, 3]]


async def test_seats_bound_a_flight_and_a_callers_items_are_never_split() -> None:
    runway = Runway(seats=4)
    tasks = [
        await runway.boards(0),
        await runway.boards(1, 1, 1),
        await runway.boards(2, 2),
        await runway.boards(*[3] * 9),
    ]
    runway.clear.set()
    await asyncio.gather(*tasks)
    assert runway.flown == [[0], [1, 1, 1], [2, 2], [3] * 9]


async def test_a_flight_that_raises_tells_all_its_passengers_and_the_next_one_flies() -> None:
    runway = Runway()
    first = await runway.boards(0)
    doomed = [await runway.boards(1), await runway.boards(2)]
    runway.error = Unavailable("gone")
    runway.clear.set()
    answers = await asyncio.gather(first, *doomed, return_exceptions=True)
    assert answers == [runway.error] * 3
    runway.error = None
    assert await runway.flights.board([5]) == [10]


async def test_a_passenger_who_is_cancelled_does_not_stop_the_flight() -> None:
    runway = Runway()
    leaving, staying = await runway.boards(1), await runway.boards(2)
    gone = await runway.boards(3)
    leaving.cancel()
    gone.cancel()
    runway.clear.set()
    assert await staying == [4]
    assert runway.flown == [[1], [2, 3]]
    assert leaving.cancelled()
    assert gone.cancelled()


async def test_closing_lets_everything_land_and_refuses_what_comes_later() -> None:
    runway = Runway()
    tasks = [await runway.boards(1), await runway.boards(2)]
    closing = asyncio.gather(runway.flights.close(), runway.flights.close())
    for _ in range(5):
        await asyncio.sleep(0)
    with pytest.raises(Unavailable):
        await runway.flights.board([3])
    assert not closing.done()
    runway.clear.set()
    await closing
    assert await asyncio.gather(*tasks) == [[2], [4]]
    await runway.flights.close()


async def test_when_the_loop_is_torn_down_nobody_waits_for_ever() -> None:
    runway = Runway()
    aboard, waiting = await runway.boards(1), await runway.boards(2)
    pilot = runway.flights._pilot
    assert pilot is not None
    pilot.cancel()
    answers = await asyncio.wait_for(asyncio.gather(aboard, waiting, return_exceptions=True), 5)
    assert all(isinstance(answer, Unavailable) for answer in answers)
    assert pilot.cancelled()
