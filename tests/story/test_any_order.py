"""The three real services end in the same state whatever happens on the way, and however the topics interleave."""

import asyncio
import tempfile
from collections.abc import Callable, Coroutine
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.contracts.registry import TOPICS
from shared.log import ProducerRecord
from tests.faulty import Fault
from tests.registration.facts import asks
from tests.story.steps import DEFINITIONS, PEOPLE, SEATS, Ends, ask, chain, downstream, ends
from tests.waiting import PATIENCE
from tests.world.crash import World
from tests.world.facts import GATHERING, known
from tests.world.records import copy, everything
from tests.world.troubles import Troubles, troubles

FAULTS = st.tuples(
    st.sampled_from(["get_each", "find", "commit", "forget", "append", "deliver", "acknowledge"]),
    st.sampled_from([Fault.BEFORE, Fault.LOST, Fault.TWICE]),
    st.just(1),
)
STEPS = st.one_of(
    st.tuples(st.just("go_on"), st.integers(1, 6)),
    *troubles([definition.name for definition in DEFINITIONS], FAULTS, turns=40, records=60, at_once=3),
)
HEARD = [topic.name for topic in TOPICS if topic.publisher == "registration"]
CHUNKS = st.tuples(st.sampled_from(HEARD), st.integers(1, 12), st.none() | st.integers(0, 9), st.booleans())
small = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


class Telling(Troubles):
    """Carries the steps out; `left` are the commands that are still to come."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.left = chain()

    async def go_on(self, commands: int) -> None:
        for command in self.left[:commands]:
            await ask(self.world, command)
        self.left = self.left[commands:]

    async def end(self) -> Ends:
        """Everybody is healthy again, the rest of the commands is carried out, and all comes to rest."""
        await self.world.stop()
        for definition in DEFINITIONS:
            self.world.start(definition.name)
        await self.go_on(len(self.left))
        await self.world.settle()
        return await ends(self.world.stores)


def in_a_world(tell: Callable[[World], Coroutine[Any, Any, Any]]) -> Any:
    async def told() -> Any:
        with tempfile.TemporaryDirectory() as folder:
            async with World.open(Path(folder), *DEFINITIONS) as world:
                return await tell(world)

    return asyncio.run(asyncio.wait_for(told(), PATIENCE))  # what hangs is told with its steps


@cache
def untroubled() -> tuple[Ends, list[ProducerRecord]]:
    """What the chain ends in when nothing happens, and all that it published."""

    async def tell(world: World) -> Any:
        end = await Telling(world).end()
        return end, [copy(record) for record in await everything(world.log)]

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
