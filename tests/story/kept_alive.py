"""Services that die at named points and are started again, as an operator's system would; a client asks until it is answered."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from shared.contracts import Message
from shared.errors import Unavailable
from shared.flow import Decide
from tests.world.crash import Crash, Fuse, World


class Counted(Fuse):
    """Dies nowhere: it counts how often each point is passed."""

    def __init__(self) -> None:
        super().__init__("")
        self.passed: Counter[str] = Counter()

    def __call__(self, point: str) -> None:
        self.passed[point] += 1


@asynccontextmanager
async def kept_alive(world: World) -> AsyncIterator[None]:
    """While inside, whatever died is buried and started anew; nobody else buries."""
    keeping = asyncio.create_task(_keep(world))
    try:
        yield
    finally:
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)


async def _keep(world: World) -> None:
    while True:
        await world.bury()
        for name, there in world.services.items():
            if not there:
                world.start(name)
        await asyncio.sleep(0.002)


async def insist(world: World, name: str, handler: Decide[Any], command: Message) -> None:
    """Ask under one id until it is answered, by whichever process of the service lives."""
    while True:
        for service in filter(world.alive, [*world.services[name]]):
            with suppress(Crash, Unavailable):
                await world.run(service, handler, command)
                return
        await asyncio.sleep(0.002)
