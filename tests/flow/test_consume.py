"""`send` and `consume`: what is published has each effect once, in order, whoever dies on the way."""

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest

from shared.flow.service import Service
from tests.faulty import Fault, FaultyLog, FaultyStore
from tests.flow import scenarios
from tests.flow.checks import hold
from tests.flow.scenarios import count
from tests.flow.toy import COUNTING, NOTING
from tests.waiting import eventually, until
from tests.world.crash import Crash, Fuse, World, nth

POINTS = [
    ("registration", "run.decided"),
    ("registration", "run.committed"),
    ("registration", "send.appended"),
    ("registration", "send.forgotten"),
    ("minutes", "consume.decided"),
    ("minutes", "consume.consequences"),
    ("minutes", "consume.mirrors"),
    ("minutes", "consume.acknowledged"),
    ("minutes", "send.appended"),
    ("minutes", "send.forgotten"),
    ("minutes", "lease.taken"),
]


async def test_events_reach_the_other_service_once_and_in_order(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING, NOTING) as world:
        world.start("registration")
        world.start("minutes")
        await asyncio.gather(*(count(world, nth(n % 5), nth(100 + n)) for n in range(50)))
        await world.settle()
        await hold(world, {nth(n): 10 for n in range(5)})


async def test_two_processes_of_each_service_do_each_thing_once(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING, NOTING) as world:
        services: list[Service] = [world.start(name) for name in ("registration", "minutes") for _ in range(2)]
        await asyncio.gather(*(count(world, nth(n % 5), nth(100 + n)) for n in range(50)))
        await world.settle()
        await hold(world, {nth(n): 10 for n in range(5)})
        assert all(world.alive(service) for service in services)


@pytest.mark.parametrize(("name", "point"), POINTS)
async def test_a_process_that_dies_at_a_point_loses_and_doubles_nothing(tmp_path: Path, name: str, point: str) -> None:
    async with World.open(tmp_path, COUNTING, NOTING) as world:
        for service in ("registration", "minutes"):
            world.start(service, fuse=Fuse(point) if service == name else None)
        for n in range(3):
            with suppress(Crash):
                await asyncio.gather(*(count(world, nth(thing), nth(100 * n + thing)) for thing in range(4)))
        await until(world.bury)
        world.start(name)
        for n in range(3):  # every client that did not see its answer asks again
            await asyncio.gather(*(count(world, nth(thing), nth(100 * n + thing)) for thing in range(4)))
        await world.settle()
        await hold(world, {nth(thing): 3 for thing in range(4)})


async def test_a_new_reader_starts_at_the_beginning_and_ends_in_the_same_state(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING, NOTING) as world:
        world.start("registration")
        for n in range(30):
            await count(world, nth(n % 3), nth(100 + n))
        world.start("minutes")
        await world.settle()
        await hold(world, {nth(n): 10 for n in range(3)})


async def test_a_crash_between_consequences_and_mirror_repeats_and_skips_nothing(tmp_path: Path) -> None:
    await scenarios.a_consumer_dies_between_consequences_and_mirror(tmp_path)


async def test_a_crash_before_anything_is_written_is_delivered_again(tmp_path: Path) -> None:
    await scenarios.a_consumer_dies_before_anything_is_written(tmp_path)


async def test_an_insert_that_collides_with_another_decision_is_decided_again(tmp_path: Path) -> None:
    await scenarios.two_events_insert_the_same_document_at_once(tmp_path)


async def test_forgetting_twice_forgets_only_what_was_sent(tmp_path: Path) -> None:
    await scenarios.two_senders_forget_while_the_document_moves_on(tmp_path)


async def test_an_intake_that_breaks_is_made_again_from_what_was_acknowledged(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING, NOTING) as world:
        world.start("registration")
        log = FaultyLog(world.log)
        log.faults.next("subscribe", Fault.BEFORE)
        log.faults.next("deliver", Fault.LOST)
        log.faults.next("deliver", Fault.BEFORE, times=2)
        hears = world.start("minutes", log=log)
        for n in range(6):
            await count(world, nth(n % 2), nth(100 + n))
        await world.settle()
        await hold(world, {nth(n): 3 for n in range(2)})
        assert world.alive(hears)
        assert log.faults.calls["subscribe"] == 5
        assert (await hears.health())["degraded"] == []


async def test_partitions_that_are_taken_away_before_their_work_is_done_are_forgotten(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING, NOTING) as world:
        world.start("registration")
        store = FaultyStore(world.stores["minutes"])
        store.faults.always["get_each"] = Fault.BEFORE
        stuck = world.start("minutes", store=store).consumer
        await count(world, nth(7), nth(1))
        await eventually(lambda: store.faults.calls["get_each"] > 0)
        draining = asyncio.create_task(stuck._drain(frozenset(stuck._trackers)))
        await asyncio.sleep(0)
        draining.cancel()
        with pytest.raises(asyncio.CancelledError):
            await draining
        assert stuck.idle
        assert not any(tracker.paused for tracker in stuck._trackers.values())


async def test_an_acknowledgement_that_failed_is_made_again_though_nothing_new_comes(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING, NOTING) as world:
        world.start("registration")
        log = FaultyLog(world.log)
        log.faults.next("acknowledge", Fault.BEFORE)
        noting = world.start("minutes", log=log)
        await count(world, nth(7), nth(1))
        async with asyncio.timeout(10):
            while log.faults.calls["acknowledge"] < 2 or await noting.consumer.lag():
                await asyncio.sleep(0.005)
