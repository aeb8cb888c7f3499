"""Finding a free seat by counting alone."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from services.registration import handlers
from services.registration.model import Pool, Registration, Seat
from services.registration.queries import SPREAD, free_seat
from shared.flow import Read
from shared.store import Stored
from tests.registration.facts import GATHERING, asks, seats
from tests.registration.house import come, house, opened, registrations, seated

POOL = Pool(GATHERING, "delegate")


def held(n: int) -> Stored[Registration]:
    registration = Registration.of(asks(n))
    registration.take(Seat(n, n), "open")
    return Stored(registration)


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(1, 14)), st.integers(0, 12), st.integers(0, 40))
def test_it_is_a_free_one_and_the_lowest_for_turn_0(taken: set[int], capacity: int, turn: int) -> None:
    async def story() -> None:
        with TemporaryDirectory() as folder:
            async with house(Path(folder)) as service:
                await service.store.commit([held(n) for n in taken])
                free = [n for n in range(1, capacity + 1) if n not in taken]
                found = await free_seat(Read(service.store), POOL, capacity, turn)
                assert found == (free[turn % min(len(free), SPREAD)] if free else None)
                assert await free_seat(Read(service.store), POOL, capacity) == (free[0] if free else None)

    asyncio.run(story())


async def test_newcomers_who_look_at_once_do_not_fight_for_one_seat(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(150), delegate=1)
        await come(service, 0)
        await service.run(handlers.change_capacity, seats(delegate=150))
        await asyncio.gather(*(come(service, n) for n in range(1, 150)))
        assert sorted(seated(await registrations(service))) == list(range(1, 151))
