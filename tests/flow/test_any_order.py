"""Any order of commands, duplicates, delays, crashes, restarts and second processes ends in the same state as none."""

import asyncio
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.contracts.gatherings import GATHERINGS
from shared.errors import Unavailable
from tests.faulty import Fault
from tests.flow.checks import hold
from tests.flow.scenarios import count
from tests.flow.toy import COUNTING, NOTING
from tests.waiting import PATIENCE
from tests.world.crash import Crash, World, nth
from tests.world.troubles import Troubles, troubles

FAULTS = st.tuples(
    st.sampled_from(["get", "get_each", "find", "commit", "forget", "append", "deliver", "acknowledge", "read"]),
    st.sampled_from(list(Fault)),
    st.integers(1, 2),
)
STEPS = st.one_of(
    st.tuples(st.just("add"), st.integers(0, 2)),
    *troubles(["registration", "minutes"], FAULTS, turns=30, records=20, at_once=4),
)


class Story(Troubles):
    """Carries the steps out and remembers what a client would have to ask again."""

    REPEATED = [GATHERINGS.name]

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.asked: list[int] = []

    async def add(self, thing: int) -> None:
        self.asked.append(thing)
        with suppress(Crash, IndexError, Unavailable, RuntimeError):  # the last: what nobody foresaw, a 500 over HTTP
            await self._ask(len(self.asked) - 1)

    async def _ask(self, n: int) -> None:
        await count(self.world, nth(self.asked[n]), nth(1000 + n))

    async def end(self) -> None:
        """Everybody is healthy again, clients ask again what was not answered, and all comes to rest."""
        await self.world.stop()
        for name in ("registration", "minutes"):
            self.world.start(name)
        for n in range(len(self.asked)):
            await self._ask(n)
        await self.world.settle()
        await hold(self.world, {nth(thing): self.asked.count(thing) for thing in set(self.asked)})


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

    asyncio.run(asyncio.wait_for(tell(), PATIENCE))  # what hangs is told with its steps
