"""No loop ends a process: what fails is named and tried again, and readiness says which loop fails again and again."""

import asyncio
from pathlib import Path

import pytest

from shared.errors import Unavailable
from shared.flow.run import run
from shared.flow.service import Service
from shared.loop import Loop, passing_by
from shared.store.unreadable import Unreadable
from tests.faulty import Fault, FaultyLog, FaultyStore
from tests.flow.checks import hold
from tests.flow.scenarios import count
from tests.flow.toy import COUNTING, NOON, NOTING, Add, add
from tests.waiting import eventually
from tests.world.crash import World, nth

CALLS = ["get", "get_each", "find", "commit", "forget", "pending", "append", "subscribe", "deliver", "acknowledge"]


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sweeps and timers as often as can be."""
    monkeypatch.setattr("shared.flow.service.SWEEP", 0.005)
    monkeypatch.setattr("shared.flow.service.TICK", 0.005)


async def test_a_loop_that_fails_goes_on_and_is_named_until_it_goes_well() -> None:
    loop, failing, steps = Loop("the wheel"), True, 0

    async def step() -> None:
        nonlocal steps
        steps += 1
        if failing:
            raise RuntimeError("Basil Fenwater")

    turning = asyncio.create_task(loop.forever(step))
    await eventually(lambda: steps == 1)
    assert loop.degraded == "", "once is no sign of anything"
    await eventually(lambda: loop.degraded == "the wheel: RuntimeError")
    failing = False
    await eventually(lambda: loop.degraded == "")
    turning.cancel()


def test_one_bad_item_is_passed_by_and_named_but_a_store_that_is_away_is_not(caplog: pytest.LogCaptureFixture) -> None:
    for bad in (ValueError("Basil Fenwater"), Unreadable({0: "places 7 cannot be read"})):
        with passing_by("it cannot be done", document="7"):
            raise bad
    told = [(line.levelname, vars(line)["document"], vars(line)["reason"]) for line in caplog.records]
    assert told == [("ERROR", "7", "ValueError"), ("ERROR", "7", "places 7 cannot be read")]
    with pytest.raises(Unavailable), passing_by("it cannot be done"):
        raise Unavailable("The database does not answer.")


@pytest.mark.usefixtures("often")
@pytest.mark.parametrize("call", CALLS)
async def test_no_error_that_nobody_foresaw_ends_a_process_or_loses_anything(tmp_path: Path, call: str) -> None:
    async with World.open(tmp_path, COUNTING, NOTING) as world:
        store, log = FaultyStore(world.stores["minutes"]), FaultyLog(world.log)
        world.start("registration")
        noting = world.start("minutes", store=store, log=log)
        await count(world, nth(1), nth(100))
        for faults in (store.faults, log.faults):
            faults.always[call] = Fault.BROKEN
        if call == "subscribe":
            log.faults.next("deliver", Fault.BEFORE)  # so that it has to
        before = store.faults.calls[call] + log.faults.calls[call]
        for n in range(4):
            await count(world, nth(n), nth(101 + n))
        await eventually(lambda: store.faults.calls[call] + log.faults.calls[call] > before)
        for faults in (store.faults, log.faults):
            del faults.always[call]
        assert world.alive(noting)
        await world.settle()
        await hold(world, {nth(0): 1, nth(1): 2, nth(2): 1, nth(3): 1})


async def test_a_process_ends_though_the_last_it_does_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before, the error took the place of the cancellation: the process heard on, and whoever ended it waited for ever."""
    monkeypatch.setattr("shared.flow.consume.ACKNOWLEDGE", 60.0)
    async with World.open(tmp_path, COUNTING, NOTING) as world:
        log = FaultyLog(world.log)
        world.start("registration")
        noting = world.start("minutes", log=log)
        await count(world, nth(1), nth(101))
        await eventually(lambda: log.faults.calls["acknowledge"] == 1)
        log.faults.always["acknowledge"] = Fault.BROKEN
        delivered = log.faults.calls["deliver"]
        await count(world, nth(1), nth(102))
        await eventually(lambda: log.faults.calls["deliver"] > delivered and noting.consumer.idle)
        await asyncio.wait_for(world.kill(noting), 10)
        assert log.faults.calls["acknowledge"] == 2, "the second failed, as the process ended"
        world.start("minutes")
        await world.settle()
        await hold(world, {nth(1): 2})


@pytest.mark.usefixtures("often")
async def test_readiness_names_the_loops_that_keep_failing(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING, NOTING) as world:
        store = FaultyStore(world.stores["minutes"])
        store.faults.always["pending"] = Fault.BROKEN
        noting = world.start("minutes", store=store)
        await eventually(lambda: store.faults.calls["pending"] > 2)
        assert (await noting.health())["degraded"] == ["sweep: RuntimeError"]
        del store.faults.always["pending"]
        calls = store.faults.calls["pending"]
        await eventually(lambda: store.faults.calls["pending"] > calls + 1)
        assert (await noting.health())["degraded"] == []


@pytest.mark.usefixtures("often")
async def test_a_batch_that_comes_twice_while_the_first_is_worked_on_harms_nobody(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING, NOTING) as world:
        world.start("registration")
        store, log = FaultyStore(world.stores["minutes"]), FaultyLog(world.log)
        log.faults.always["deliver"] = Fault.TWICE
        store.faults.next("get_each", Fault.BEFORE, times=3)
        noting = world.start("minutes", store=store, log=log)
        for n in range(6):
            await count(world, nth(n % 2), nth(100 + n))
        await world.settle()
        await hold(world, {nth(0): 3, nth(1): 3})
        assert (await noting.health())["degraded"] == []


@pytest.mark.usefixtures("often")
async def test_under_load_outboxes_that_are_emptied_meanwhile_end_nothing(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING) as world:
        store = FaultyStore(world.stores["registration"])
        store.faults.always["pending"] = Fault.EMPTIED
        counting = world.start("registration", store=store)
        await asyncio.gather(*(count(world, nth(n % 50), nth(100 + n)) for n in range(300)))
        await eventually(lambda: counting.sender.idle)
        assert world.alive(counting)
        assert store.faults.calls["pending"] > 1
        del store.faults.always["pending"]
        await world.settle()


@pytest.mark.parametrize("fault", [Fault.BEFORE, Fault.BROKEN])
async def test_a_service_that_cannot_send_what_is_left_still_ends_in_order(tmp_path: Path, fault: Fault) -> None:
    async with World.open(tmp_path, COUNTING) as world:
        log = FaultyLog(world.log)
        service = Service(COUNTING, world.stores["registration"], log)
        log.faults.always["append"] = fault
        running = asyncio.create_task(service.forever())
        await eventually(lambda: log.faults.calls["subscribe"] > 0)
        await run(service.store, add, Add(id=nth(1), at=NOON, thing=nth(7)), committed=service.sender.offer)
        running.cancel()  # before the event was sent
        with pytest.raises(asyncio.CancelledError):
            await running
        assert await service.store.pending()
