"""Any order of commands, duplicates, delays, crashes, restarts and second processes ends in the same state as none."""

import asyncio
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.contracts.gatherings import GATHERINGS
from shared.errors import Unavailable
from shared.flow.point import Point
from shared.log import ConsumerRecord, ProducerRecord
from tests.faulty import Fault, FaultyLog, FaultyStore
from tests.flow.checks import hold
from tests.flow.scenarios import count
from tests.flow.toy import COUNTING, NOTING
from tests.world.crash import Crash, Fuse, World, nth

NAMES = st.sampled_from(["registration", "minutes"])
FAULTS = st.tuples(
    st.sampled_from(["get", "get_each", "find", "commit", "forget", "append", "deliver", "acknowledge", "read"]),
    st.sampled_from(list(Fault)),
    st.integers(1, 2),
)
STEPS = st.one_of(
    st.tuples(st.just("add"), st.integers(0, 2)),
    st.tuples(st.just("wait"), st.integers(1, 30)),
    st.tuples(st.just("again"), st.integers(0, 20)),
    st.tuples(st.just("stop"), NAMES),
    st.tuples(st.just("start"), NAMES),
    st.tuples(st.just("doom"), st.tuples(NAMES, st.sampled_from(get_args(Point)), st.integers(1, 4))),
    st.tuples(st.just("faulty"), st.tuples(NAMES, st.lists(FAULTS, min_size=1, max_size=4))),
)


class Story:
    """Carries the steps out and remembers what a client would have to ask again."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.asked: list[int] = []

    async def add(self, thing: int) -> None:
        self.asked.append(thing)
        with suppress(Crash, IndexError, Unavailable, RuntimeError):  # the last: what nobody foresaw, a 500 over HTTP
            await self._ask(len(self.asked) - 1)

    async def _ask(self, n: int) -> None:
        await count(self.world, nth(self.asked[n]), nth(1000 + n))

    async def wait(self, turns: int) -> None:
        for _ in range(turns):
            await asyncio.sleep(0)

    async def again(self, offset: int) -> None:
        """A sender that took long delivers an old record once more."""
        raw = [record for partition in range(12) async for record in self.world.log.read(GATHERINGS.name, partition)]
        if raw:
            await self.world.log.append([copy(raw[offset % len(raw)])])

    async def stop(self, name: str) -> None:
        for service in self.world.services[name][:1]:
            await self.world.kill(service)

    async def start(self, name: str) -> None:
        if len(self.world.services[name]) < 2:
            self.world.start(name)

    async def doom(self, how: tuple[str, str, int]) -> None:
        name, point, after = how
        if len(self.world.services[name]) < 2:
            self.world.start(name, fuse=Fuse(point, after))

    async def faulty(self, how: tuple[str, list[tuple[str, Fault, int]]]) -> None:
        """A process whose store and log fail at some calls, before or after they did what was asked."""
        name, planned = how
        if len(self.world.services[name]) < 2:
            store, log = FaultyStore(self.world.stores[name]), FaultyLog(self.world.log)
            for call, fault, times in planned:
                for faults in (store.faults, log.faults):
                    faults.next(call, fault, times=times)
            self.world.start(name, store=store, log=log)

    async def end(self) -> None:
        """Everybody is healthy again, clients ask again what was not answered, and all comes to rest."""
        await self.world.stop()
        for name in ("registration", "minutes"):
            self.world.start(name)
        for n in range(len(self.asked)):
            await self._ask(n)
        await self.world.settle()
        await hold(self.world, {nth(thing): self.asked.count(thing) for thing in set(self.asked)})


def copy(record: ConsumerRecord) -> ProducerRecord:
    """The same record, to be appended again."""
    assert record.key is not None
    return ProducerRecord(record.topic, record.key, record.value, record.headers)


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEPS, min_size=5, max_size=30))
def test_any_order_of_faults_ends_in_the_same_state(steps: list[tuple[str, object]]) -> None:
    async def tell() -> None:
        with tempfile.TemporaryDirectory() as folder:
            async with World.open(Path(folder), COUNTING, NOTING) as world:
                story = Story(world)
                for name, argument in steps:
                    await getattr(story, name)(argument)
                    await world.bury()
                await story.end()

    asyncio.run(tell())
