"""`send`: what is committed at about the same time travels together."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from shared.flow.run import run
from shared.flow.service import Service
from shared.store import Stored
from tests.faulty import Fault, FaultyLog
from tests.flow.toy import COUNTING, NOON, Add, add
from tests.flow.world import World, nth


async def test_events_that_are_offered_at_about_the_same_time_share_one_append(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING) as world:
        committed: list[Stored[Any]] = []
        for n in range(10):
            command = Add(id=nth(100 + n), at=NOON, thing=nth(n))
            await run(world.stores["registration"], add, command, committed=committed.append)
        log = FaultyLog(world.log)
        sender = world.start("registration", log=log).sender
        for document in committed:
            sender.offer(document)
        await sender.settled()
        assert log.faults.calls["append"] == 1
        assert sum((await world.log.ends("plenary.gatherings")).values()) == 10


async def test_a_backlog_that_the_log_refuses_is_left_to_the_next_sweep(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.flow.service.BACKLOG", 1)
    async with World.open(tmp_path, COUNTING) as world:
        store, log = world.stores["registration"], FaultyLog(world.log)
        await run(store, add, Add(id=nth(1), at=NOON, thing=nth(7)), committed=lambda _: None)
        log.faults.always["append"] = Fault.BEFORE
        service = Service(COUNTING, store, log)
        sending = asyncio.create_task(service.sender.forever())
        async with asyncio.timeout(10):
            await service.sweep()  # suspects it, then offers it, and the log refuses
        assert log.faults.calls["append"] == 1
        del log.faults.always["append"]
        await service.sweep()
        assert not await store.pending()
        sending.cancel()
