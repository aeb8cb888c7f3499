"""The three real services end in the same state whatever happens on the way, and however the topics interleave."""

import asyncio
import tempfile
from collections.abc import Callable, Coroutine
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.contracts.registry import TOPICS
from shared.flow.point import Point
from shared.log import ConsumerRecord, ProducerRecord
from tests.faulty import Fault, FaultyLog, FaultyStore
from tests.registration.facts import asks
from tests.story.steps import DEFINITIONS, PEOPLE, SEATS, Ends, ask, chain, downstream, ends
from tests.world.crash import Fuse, World
from tests.world.facts import GATHERING, known

NAMES = st.sampled_from([definition.name for definition in DEFINITIONS])
FAULTS = st.tuples(
    st.sampled_from(["get_each", "find", "commit", "forget", "append", "deliver", "acknowledge"]),
    st.sampled_from([Fault.BEFORE, Fault.LOST, Fault.TWICE]),
)
STEPS = st.one_of(
    st.tuples(st.just("go_on"), st.integers(1, 6)),
    st.tuples(st.just("wait"), st.integers(1, 40)),
    st.tuples(st.just("again"), st.integers(0, 60)),
    st.tuples(st.just("stop"), NAMES),
    st.tuples(st.just("start"), NAMES),
    st.tuples(st.just("doom"), st.tuples(NAMES, st.sampled_from(get_args(Point)), st.integers(1, 4))),
    st.tuples(st.just("faulty"), st.tuples(NAMES, st.lists(FAULTS, min_size=1, max_size=3))),
)
HEARD = [topic.name for topic in TOPICS if topic.publisher == "registration"]
CHUNKS = st.tuples(st.sampled_from(HEARD), st.integers(1, 12), st.none() | st.integers(0, 9), st.booleans())
small = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


class Telling:
    """Carries the steps out; `left` are the commands that are still to come."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.left = chain()

    async def go_on(self, commands: int) -> None:
        for command in self.left[:commands]:
            await ask(self.world, command)
        self.left = self.left[commands:]

    async def wait(self, turns: int) -> None:
        for _ in range(turns):
            await asyncio.sleep(0)

    async def again(self, offset: int) -> None:
        """An old record of any topic comes once more."""
        if there := await everything(self.world):
            await self.world.log.append([copy(there[offset % len(there)])])

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

    async def faulty(self, how: tuple[str, list[tuple[str, Fault]]]) -> None:
        name, planned = how
        if len(self.world.services[name]) < 2:
            store, log = FaultyStore(self.world.stores[name]), FaultyLog(self.world.log)
            for call, fault in planned:
                for faults in (store.faults, log.faults):
                    faults.next(call, fault)
            self.world.start(name, store=store, log=log)

    async def end(self) -> Ends:
        """Everybody is healthy again, the rest of the commands is carried out, and all comes to rest."""
        await self.world.stop()
        for definition in DEFINITIONS:
            self.world.start(definition.name)
        await self.go_on(len(self.left))
        await self.world.settle()
        return await ends(self.world.stores)


async def everything(world: World) -> list[ConsumerRecord]:
    """All that lies on the log, topic by topic."""
    return [
        record
        for topic in TOPICS
        for partition in await world.log.ends(topic.name)
        async for record in world.log.read(topic.name, partition)
    ]


def copy(record: ConsumerRecord) -> ProducerRecord:
    assert record.key is not None
    return ProducerRecord(record.topic, record.key, record.value, record.headers)


def in_a_world(tell: Callable[[World], Coroutine[Any, Any, Any]]) -> Any:
    async def told() -> Any:
        with tempfile.TemporaryDirectory() as folder:
            async with World.open(Path(folder), *DEFINITIONS) as world:
                return await tell(world)

    return asyncio.run(told())


@cache
def untroubled() -> tuple[Ends, list[ProducerRecord]]:
    """What the chain ends in when nothing happens, and all that it published."""

    async def tell(world: World) -> Any:
        end = await Telling(world).end()
        return end, [copy(record) for record in await everything(world)]

    return in_a_world(tell)  # type: ignore[no-any-return]


def test_the_untroubled_chain_seats_four_in_order_and_tells_each_event_once() -> None:
    end, _ = untroubled()
    somebody = [known(f"person {n}") for n in range(PEOPLE)]
    assert end.seats == list(range(1, SEATS + 1))
    assert end.seated == {somebody[n] for n in (0, 2, 3, 4)}
    assert end.line == [somebody[5]]
    assert set(end.told.values()) == {1}
    assert sum(end.told.values()) == PEOPLE + 2
    assert len(end.attending) == PEOPLE
    assert [len(end.attending[somebody[n]][1]) for n in range(3)] == [2, 0, 1]
    assert [id for id, *_ in end.minutes] == [GATHERING]
    assert end.told["registration-promoted", asks(4).person] == 1


@pytest.mark.slow
@small
@given(st.lists(STEPS, max_size=14))
def test_any_crashes_duplicates_and_second_processes_end_in_the_same_state(steps: list[tuple[str, Any]]) -> None:
    async def tell(world: World) -> Ends:
        telling = Telling(world)
        for name, argument in steps:
            await getattr(telling, name)(argument)
            await world.bury()
        return await telling.end()

    assert in_a_world(tell) == untroubled()[0]


@pytest.mark.slow
@small
@given(st.lists(CHUNKS, max_size=12))
def test_any_interleaving_of_the_topics_ends_in_the_same_state(chunks: list[tuple[str, int, int | None, bool]]) -> None:
    """Each chunk: of which topic the next so many records, perhaps once more in another order, perhaps heard to the end."""
    end, records = untroubled()
    left = {topic: [each for each in records if each.topic == topic] for topic in HEARD}

    async def tell(world: World) -> Ends:
        for name in ("notifications", "minutes"):
            world.start(name)
        for topic, many, again, rest in [*chunks, *((topic, len(records), None, False) for topic in HEARD)]:
            chunk, left[topic] = left[topic][:many], left[topic][many:]
            await world.log.append(chunk)
            if again is not None:
                await world.log.append(Random(again).sample(chunk, len(chunk)))
            if rest:
                await world.settle()
        await world.settle()
        return await downstream(world.stores)

    found = in_a_world(tell)
    assert (found.told, found.attending) == (end.told, end.attending)
    assert (found.minutes, found.titles) == (end.minutes, end.titles)
