"""`send`: what is committed at about the same time travels together."""

from pathlib import Path
from typing import Any

from shared.flow.run import run
from shared.store import Stored
from tests.faulty import FaultyLog
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
