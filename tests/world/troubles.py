"""What may happen on the way of any story: processes end, die, come twice or fail at a call, and records come again."""

import asyncio
from typing import Any, ClassVar, get_args

from hypothesis import strategies as st

from shared.contracts.registry import TOPICS
from shared.flow.point import Point
from tests.faulty import Fault, FaultyLog, FaultyStore
from tests.world.crash import Fuse, World
from tests.world.records import copy, everything

Planned = list[tuple[str, Fault, int]]
"""Calls that will fail: which, how, and how often."""


class Troubles:
    """Carries them out, one method for each."""

    REPEATED: ClassVar = [topic.name for topic in TOPICS]

    def __init__(self, world: World) -> None:
        self.world = world

    async def wait(self, turns: int) -> None:
        for _ in range(turns):
            await asyncio.sleep(0)

    async def again(self, offset: int) -> None:
        """A sender that took long delivers an old record once more."""
        if there := await everything(self.world.log, *self.REPEATED):
            await self.world.log.append([copy(there[offset % len(there)])])

    async def stop(self, name: str) -> None:
        for service in self.world.services[name][:1]:
            await self.world.kill(service)

    async def start(self, name: str, **how: Any) -> None:
        """One more process, where there are not two."""
        if len(self.world.services[name]) < 2:
            self.world.start(name, **how)

    async def doom(self, how: tuple[str, str, int]) -> None:
        """A process that dies when it comes to this point so many times."""
        name, point, after = how
        await self.start(name, fuse=Fuse(point, after))

    async def faulty(self, how: tuple[str, Planned]) -> None:
        """A process whose store and log fail at some calls, before or after they did what was asked."""
        name, planned = how
        store, log = FaultyStore(self.world.stores[name]), FaultyLog(self.world.log)
        for call, fault, times in planned:
            for faults in (store.faults, log.faults):
                faults.next(call, fault, times=times)
        await self.start(name, store=store, log=log)


def troubles(
    names: list[str], faults: st.SearchStrategy[tuple[str, Fault, int]], *, turns: int, records: int, at_once: int
) -> list[st.SearchStrategy[tuple[str, Any]]]:
    """Steps that `Troubles` carries out, for services of these names; up to so many turns, old records, faults at once."""
    name = st.sampled_from(names)
    return [
        st.tuples(st.just("wait"), st.integers(1, turns)),
        st.tuples(st.just("again"), st.integers(0, records)),
        st.tuples(st.just("stop"), name),
        st.tuples(st.just("start"), name),
        st.tuples(st.just("doom"), st.tuples(name, st.sampled_from(get_args(Point)), st.integers(1, 4))),
        st.tuples(st.just("faulty"), st.tuples(name, st.lists(faults, min_size=1, max_size=at_once))),
    ]
