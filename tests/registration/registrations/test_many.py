"""Many freed seats, many who wait: the work grows as they do, and no faster. Counted, not timed."""

import asyncio
from pathlib import Path

import pytest

from services.registration import SERVICE
from services.registration.gatherings.handlers import change_capacity
from services.registration.registrations.handlers import cancel, withdraw
from services.registration.registrations.model import Registration, RegistrationState
from services.registration.registrations.sweep import sweep
from shared.flow.service import Service
from tests.counted import CountedStore
from tests.registration.facts import gives_up, seats
from tests.registration.house import come, house, leave, opened, registrations, seated, waiting
from tests.world.facts import MORNING
from tests.world.service import hearing


async def line_up(service: Service, held: int, waiting_: int) -> list[Registration]:
    """So many hold a seat, so many wait behind them, all heard; returns who waits, in order."""
    await opened(service, range(held + waiting_), delegate=held)
    for n in range(held + waiting_):
        await come(service, n)
    async with hearing(service):
        pass
    return waiting(await registrations(service))


def counted(service: Service) -> tuple[Service, CountedStore]:
    """Another process on the same store, whose work is counted."""
    store = CountedStore(service.store)
    return Service(SERVICE, store, service.log), store


async def cancelled(folder: Path, n: int) -> CountedStore:
    folder.mkdir()
    async with house(folder) as service:
        line = await line_up(service, n, n)
        promoter, store = counted(service)
        async with hearing(promoter):
            await asyncio.gather(*(promoter.run(cancel, gives_up(k)) for k in range(n)))
        after = await registrations(service)
        assert {each.id for each in seated(after).values()} == {each.id for each in line}
        assert waiting(after) == []
    return store


@pytest.mark.slow
async def test_n_cancellations_with_n_waiting_cost_four_times_as_much_where_n_is_four_times_as_large(
    tmp_path: Path,
) -> None:
    few, many = await cancelled(tmp_path / "few", 50), await cancelled(tmp_path / "many", 200)
    for call in ("get", "find", "count", "commit"):
        assert many.faults.calls[call] <= 4 * few.faults.calls[call] + 50, call
    assert many.written["registrations"] <= 2 * 200 + 50, (
        "each is cancelled once and promoted once, hardly ever in vain"
    )
    assert many.found["registrations"] <= 2 * 200 + 100, "of those who wait nobody is read many times"
    assert many.counted["registrations"] <= 2 * 200, "seats are looked at one by one, and the pool is never counted"


async def test_a_raise_for_all_who_wait_is_a_handful_of_decisions(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        line = await line_up(service, 1, 400)
        promoter, store = counted(service)
        async with hearing(promoter):
            await promoter.run(change_capacity, seats(delegate=401))
        assert {seat: each.id for seat, each in seated(await registrations(service)).items() if seat > 1} == {
            n: each.id for n, each in enumerate(line, 2)
        }
        assert store.faults.calls["find"] <= 30
        assert store.faults.calls["count"] <= 60


async def test_the_sweep_counts_the_seats_once_for_all_whom_it_promotes(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        line = await line_up(service, 40, 40)
        for n in range(40):  # nobody hears of it
            await leave(service, n)
        sweeping, store = counted(service)
        assert await sweep(sweeping, MORNING) == 40
        assert {each.id for each in seated(await registrations(service)).values()} == {each.id for each in line}
        assert store.counted["registrations"] <= 40


async def test_a_seat_that_was_freed_unheard_is_found_when_the_first_in_line_gives_up(tmp_path: Path) -> None:
    """The second in line stood behind the first, so its own being waitlisted made nobody look."""
    async with house(tmp_path) as service:
        await line_up(service, 2, 2)
        stored = await service.store.get(Registration, gives_up(0).registration)
        assert stored
        async with hearing(service):
            pass
        unheard, _ = counted(service)
        await unheard.run(cancel, gives_up(0))
        await service.store.forget([(Registration, stored.id, 100)])  # the event of it is lost
        async with hearing(service):
            await service.run(withdraw, gives_up(2))
        states = {each.id: each.state for each in await registrations(service)}
        assert states[gives_up(3).registration] is RegistrationState.CONFIRMED
