"""A seat is a number: on a real store, with everybody at once."""

import asyncio
from pathlib import Path

import pytest

from services.registration.gatherings.handlers import (
    adjourn_gathering,
    change_capacity,
    close_registration,
    convene_gathering,
)
from services.registration.gatherings.pool import Pool
from services.registration.registrations.handlers import ON, cancel, withdraw
from services.registration.registrations.model import Registration, RegistrationState
from services.registration.registrations.queries import tickets
from services.registration.registrations.sweep import sweep
from shared.contracts.registrations import RegistrationWaitlisted
from shared.errors import Conflict, Invalid, NotFound
from shared.flow import Change, Read
from shared.flow.service import Service
from tests.counted import CountedStore
from tests.registration.facts import asks, gives_up, move, seats
from tests.registration.house import come, house, leave, opened, registrations, seated, waiting
from tests.world.facts import GATHERING, MORNING
from tests.world.records import record
from tests.world.service import hearing

State = RegistrationState


async def test_400_at_once_for_300_seats_are_300_distinct_seats_and_100_in_order(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(400), delegate=300)
        answers = await asyncio.gather(*(come(service, n) for n in range(400)))
        everybody = await registrations(service)
        assert sorted(seated(everybody)) == list(range(1, 301))
        assert len(waiting(everybody)) == 100
        assert {each.id: each for each in answers} == {each.id: each for each in everybody}


async def test_a_newcomer_is_not_looked_for_and_who_is_there_gets_what_is_there_also_once_it_is_closed(
    tmp_path: Path,
) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(3), delegate=1)
        service.store = store = CountedStore(service.store)
        seats = [await come(service, n) for n in range(2)]
        assert store.looked["registrations"] == 0
        await service.run(close_registration, move())
        assert [await come(service, n) for n in range(2)] == seats
        with pytest.raises(Conflict, match="not open"):
            await come(service, 2)


async def test_a_cancelled_seat_goes_to_the_first_who_waits(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(10), delegate=5)
        await asyncio.gather(*(come(service, n) for n in range(10)))
        before = await registrations(service)
        first, *others = waiting(before)
        freed = seated(before)[3]
        async with hearing(service):
            await service.run(cancel, gives_up(next(n for n in range(10) if asks(n).registration == freed.id)))
        after = await registrations(service)
        assert seated(after)[3].id == first.id
        assert [each.id for each in waiting(after)] == [each.id for each in others]


async def test_many_who_leave_at_once_make_room_for_the_first_in_line(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(60), delegate=30)
        for n in range(60):
            await come(service, n)
        line = [each.id for each in waiting(await registrations(service))]
        async with hearing(service):
            await asyncio.gather(*(leave(service, n) for n in range(0, 30, 2)))
        after = await registrations(service)
        assert sorted(seated(after)) == list(range(1, 31))
        assert [each.id for each in waiting(after)] == line[15:]


async def test_more_seats_promote_until_nothing_is_free_and_fewer_throw_nobody_out(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(12), delegate=5)
        for n in range(12):
            await come(service, n)
        async with hearing(service):
            await service.run(change_capacity, seats(delegate=9))
        after = await registrations(service)
        assert sorted(seated(after)) == list(range(1, 10))
        assert len(waiting(after)) == 3
        async with hearing(service):
            await service.run(change_capacity, seats(delegate=2))
            await leave(service, 8)  # above the new capacity: its seat goes to nobody
        after = await registrations(service)
        assert sorted(seated(after)) == list(range(1, 9))
        assert len(waiting(after)) == 3


async def test_a_freed_seat_without_a_line_goes_to_the_next_newcomer(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(6), delegate=5)
        for n in range(5):
            await come(service, n)
        await leave(service, 1)
        assert (await come(service, 5)).seat == 2


async def test_nobody_overtakes_who_waits_even_before_the_promoter_came(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(8), delegate=5)
        for n in range(6):
            await come(service, n)
        await leave(service, 1)  # free, and 5 waits; the promoter has not heard of it
        assert (await come(service, 6)).state is State.WAITLISTED
        async with hearing(service):
            pass
        after = await registrations(service)
        assert seated(after)[2].id == asks(5).registration
        assert [each.id for each in waiting(after)] == [asks(6).registration]


async def test_new_seats_go_to_who_waits_before_newcomers(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(6), delegate=2)
        for n in range(4):
            await come(service, n)
        await service.run(change_capacity, seats(delegate=9))  # the promoter has not heard of it
        assert (await come(service, 4)).state is State.WAITLISTED


async def test_somebody_who_is_not_first_in_line_makes_nobody_look_for_a_seat(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(4), delegate=1)
        for n in range(4):
            await come(service, n)
        await service.run(withdraw, gives_up(0))
        assert await _heard(service, 3) == []
        assert [each.entity.id for each in await _heard(service, 1)] == [asks(1).registration]


async def _heard(service: Service, n: int) -> list[Change[Registration]]:
    """What this person's being waitlisted causes."""
    event = RegistrationWaitlisted(gathering=GATHERING, person=asks(n).person, category="delegate", rank=n + 1)
    heard = record(asks(n).registration, 1, event)
    return list(await ON[RegistrationWaitlisted](heard, Read(service.store)))


async def test_a_cancellation_that_races_with_a_newcomer_leaves_no_seat_empty(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(40), delegate=20)
        for n in range(20):
            await come(service, n)
        async with hearing(service):
            await asyncio.gather(*(leave(service, n) for n in range(10)), *(come(service, n) for n in range(20, 40)))
        after = await registrations(service)
        assert sorted(seated(after)) == list(range(1, 21))
        assert len(waiting(after)) == 10


async def test_the_sweep_promotes_whom_the_events_missed(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(9), delegate=4, press=1)
        for n in range(9):
            await come(service, n, "press" if n % 3 == 0 else "delegate")
        line = [each.id for each in waiting(await registrations(service))]
        for n in (0, 1, 2):  # nobody hears of it
            await leave(service, n)
        assert await sweep(service, MORNING) == 3
        assert await sweep(service, MORNING) == 0
        after = [each for each in await registrations(service) if each.id in line]
        assert [each.category for each in waiting(after)] == ["press"]


async def test_lost_tickets_leave_no_seat_empty(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(10), delegate=10)
        for _ in range(6):  # processes that died between the draw and the write
            await service.store.draw(tickets(Pool(GATHERING, "delegate")))
        for n in range(10):
            await come(service, n)
        assert sorted(seated(await registrations(service))) == list(range(1, 11))


async def test_asked_twice_it_answers_with_what_is_there(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, [1], delegate=5)
        first, second = await asyncio.gather(come(service, 1), come(service, 1))
        assert first == second
        assert len(await registrations(service)) == 1


async def test_cancelled_and_asked_again_is_a_fresh_ticket_at_the_end(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(4), delegate=2)
        for n in range(4):
            await come(service, n)
        async with hearing(service):
            await leave(service, 0)
        again = await come(service, 0)
        assert (again.id, again.state, again.rank) == (asks(0).registration, State.WAITLISTED, 6), "5 was lost"
        assert [each.id for each in waiting(await registrations(service))] == [asks(3).registration, again.id]


async def test_registration_asks_for_an_open_gathering_a_known_person_and_a_category(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        with pytest.raises(NotFound):
            await come(service, 1)
        await opened(service, [1], delegate=5)
        with pytest.raises(NotFound):
            await come(service, 2)
        with pytest.raises(Invalid):
            await come(service, 1, "royalty")
        await service.run(close_registration, move())
        with pytest.raises(Conflict):
            await come(service, 1)


async def test_nobody_is_promoted_once_it_is_over(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(3), delegate=2)
        for n in range(3):
            await come(service, n)
        await service.run(close_registration, move())
        await service.run(convene_gathering, move())
        await service.run(adjourn_gathering, move())
        async with hearing(service):
            await leave(service, 0)
        assert len(waiting(await registrations(service))) == 1
