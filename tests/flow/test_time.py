"""Timers are durable and fire once; a lease is taken when it has stood still for a whole term."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar
from uuid import UUID

import pytest

from shared.contracts.gatherings import GatheringClosed, GatheringOpened
from shared.errors import Unavailable
from shared.flow import Change, Due, Read
from shared.flow.lease import Lease, Tenure
from shared.flow.point import ARMED
from shared.flow.run import run
from shared.flow.service import Service, documents
from shared.log.embedded.log import EmbeddedLog
from shared.store import Store, Stored
from shared.store.sqlite.store import SqliteStore
from tests.definitions import one
from tests.faulty import Fault, FaultyLog
from tests.flow.toy import COUNTING, NOON, NOTING, Add, add
from tests.world.crash import Crash, Fuse, World, nth


@dataclass(slots=True)
class Window:
    """Closes itself at a time."""

    kind: ClassVar[str] = "windows"
    id: UUID
    closes_at: datetime
    open: bool = True

    @property
    def due(self) -> datetime | None:
        return self.closes_at if self.open else None


async def close(command: Due, read: Read) -> Change[Window]:
    window = await read.one(Window, command.document)
    if not window.open or window.closes_at > command.at:
        return Change(window)
    window.open = False
    return Change(window, GatheringClosed(gathering=window.id))


WINDOWS = one("registration", kinds=(Window,), timers={Window: close})


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await SqliteStore.open(tmp_path / "store.db", documents(WINDOWS))
    yield store
    await store.close()


@pytest.fixture
async def services(tmp_path: Path, store: Store) -> AsyncIterator[list[Service]]:
    log = await EmbeddedLog.open(tmp_path / "log.db")
    yield [Service(WINDOWS, store, log) for _ in range(2)]
    await log.close()


async def test_a_timer_fires_when_it_is_due_and_once(store: Store, services: list[Service]) -> None:
    async def open_window(command: Add, read: Read) -> Change[Window]:
        return Change(Window(command.thing, NOON), GatheringOpened(gathering=command.thing))

    await services[0].run(open_window, Add(id=nth(1), at=NOON, thing=nth(7)))
    assert await services[0].timers.fire(NOON - timedelta(seconds=1)) == 0
    for service in services:
        await service.timers.fire(NOON)
    stored = await store.get(Window, nth(7))
    assert stored is not None
    assert [entry.type for entry in stored.outbox] == ["gathering.opened.v1", "gathering.closed.v1"]
    assert await services[0].timers.fire(NOON + timedelta(days=1)) == 0


async def test_a_process_that_dies_when_a_timer_fired_does_not_fire_it_again(
    store: Store, services: list[Service]
) -> None:
    await store.commit([Stored(Window(nth(7), NOON))])
    armed = ARMED.set(Fuse("timers.fired"))
    with pytest.raises(Crash):
        await services[0].timers.fire(NOON)
    ARMED.reset(armed)
    assert await services[1].timers.fire(NOON) == 0
    stored = await store.get(Window, nth(7))
    assert stored is not None
    assert [entry.type for entry in stored.outbox] == ["gathering.closed.v1"]


class Ticks:
    """A monotonic clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


async def test_a_lease_is_taken_only_after_it_stood_still_for_its_term(store: Store) -> None:
    here, there = Ticks(), Ticks()
    there.now = 9_000.0  # clocks need not agree
    mine, other = (Lease(store, "sweep", monotonic=clock, term=10) for clock in (here, there))
    assert await mine.held()
    assert not await other.held()
    there.now += 9
    assert not await other.held()
    here.now += 5
    assert await mine.held()  # renewed: the other starts to count anew
    there.now += 5
    assert not await other.held()
    there.now += 10
    assert await other.held()
    here.now += 20
    assert not await mine.held()


async def test_a_released_lease_is_free_at_once(store: Store) -> None:
    ticks = Ticks()
    mine, other = (Lease(store, "sweep", monotonic=ticks, term=10) for _ in range(2))
    assert await mine.held()
    await mine.release()
    assert await other.held()
    assert not await mine.held()


async def test_a_lease_that_a_killed_process_left_is_taken_at_once_where_nobody_else_has_the_store(
    store: Store,
) -> None:
    killed, next_ = (Lease(store, "sweep", monotonic=Ticks(), term=10, alone=True) for _ in range(2))
    assert await killed.held()
    assert await next_.held()
    assert not await killed.held()


async def test_what_a_killed_process_did_not_send_is_sent_by_the_first_sweep_of_the_next(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING) as world:
        store = world.stores["registration"]
        killed = Service(COUNTING, store, world.log)
        await killed.sweep()
        await run(store, add, Add(id=nth(1), at=NOON, thing=nth(7)), committed=lambda _: None)
        following = Service(COUNTING, store, world.log)
        await following.sweep()
        await following.sender.finish()
        assert not await store.pending()


async def test_two_that_take_a_lease_at_once_do_not_both_hold_it(store: Store) -> None:
    ticks = Ticks()
    first, second = (Lease(store, "sweep", monotonic=ticks, term=10) for _ in range(2))
    await store.commit([Stored(Tenure(first._id, "sweep", nth(1)))])
    assert [await first.held(), await second.held()] == [False, False]
    ticks.now += 10
    assert [await first.held(), await second.held()] == [True, False]


async def test_the_publisher_of_a_compacted_topic_beats_it_once_an_hour(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING, NOTING) as world:
        log = FaultyLog(world.log)
        people, others = (Service(definition, world.stores[definition.name], log) for definition in (COUNTING, NOTING))
        log.faults.next("beat", Fault.BEFORE)
        with pytest.raises(Unavailable):
            await people.sweep()
        for service in (people, others, people, others):  # what failed is tried again
            await service.sweep()
        assert log.faults.calls["beat"] == 2
        beaten = people._beaten or 0.0
        await people._beat(beaten + 3599)
        assert log.faults.calls["beat"] == 2
        await people._beat(beaten + 3601)
        assert log.faults.calls["beat"] == 3
