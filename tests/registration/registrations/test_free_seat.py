"""Finding a free seat by counting alone."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.registration.gatherings.handlers import change_capacity
from services.registration.gatherings.pool import Pool
from services.registration.registrations.handlers import register
from services.registration.registrations.model import Registration
from services.registration.registrations.place import Seat
from services.registration.registrations.queries import free_seat, free_seats, unheld
from shared.flow import Read
from shared.flow.run import run
from shared.store import Stored
from tests.counted import CountedStore
from tests.registration.facts import asks, seats
from tests.registration.house import come, house, opened, registrations, seated
from tests.world.facts import GATHERING

POOL = Pool(GATHERING, "delegate")


def held(n: int) -> Stored[Registration]:
    registration = Registration.of(asks(n))
    registration.take(Seat(n, n), "open")
    return Stored(registration)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(1, 14)), st.integers(0, 12), st.integers(1, 40))
def test_it_is_a_free_one_and_the_tickets_own_where_that_is_free(taken: set[int], capacity: int, ticket: int) -> None:
    async def story() -> None:
        with TemporaryDirectory() as folder:
            async with house(Path(folder)) as service:
                await service.store.commit([held(n) for n in taken])
                free = [n for n in range(1, capacity + 1) if n not in taken]
                read = Read(service.store)
                found = await free_seat(read, POOL, capacity, ticket)
                assert (found in free) if free else found is None
                assert ticket not in free or found == ticket
                assert await free_seats(read, POOL, capacity, 3) == free[:3]
                assert await unheld(read, POOL, range(1, capacity + 1)) == free

    asyncio.run(story())


async def test_a_newcomer_after_a_raise_looks_at_one_seat_however_many_are_held(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, [600], delegate=1)
        await service.store.commit([held(n) for n in range(1, 501)])
        await service.run(change_capacity, seats(delegate=600))
        store = CountedStore(service.store)
        registration: Registration = (await run(store, register, asks(600), committed=lambda _: None)).entity
        assert registration.seat == registration.ticket == 501
        assert store.faults.calls["count"] == 1
        assert store.counted["registrations"] <= 1


async def test_a_look_for_a_seat_passes_the_fewer_the_more_are_free(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await service.store.commit([held(n) for n in range(1, 4097) if n % 8])
        store = CountedStore(service.store)
        found = [await free_seat(Read(store), POOL, 4096, ticket) for ticket in range(5000, 5100)]
        assert all(seat and seat % 8 == 0 for seat in found)
        assert len(set(found)) > 60, "those who look at once are sent to different seats"
        assert store.counted["registrations"] < 100 * 64


async def test_newcomers_who_look_at_once_do_not_fight_for_one_seat(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(150), delegate=1)
        await come(service, 0)
        await service.run(change_capacity, seats(delegate=150))
        await asyncio.gather(*(come(service, n) for n in range(1, 150)))
        assert sorted(seated(await registrations(service))) == list(range(1, 151))
