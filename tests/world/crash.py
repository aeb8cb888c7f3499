"""Services of one process on real stores and a real log, that can die at a named point and start again."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid5

from shared.clock import Clock
from shared.contracts import Message
from shared.contracts.registry import TOPICS
from shared.flow import Decide, Definition
from shared.flow.point import ARMED
from shared.flow.service import Service, documents
from shared.log import EventLog
from shared.log.embedded.log import EmbeddedLog
from shared.store import Store, Stored
from shared.store.sqlite.store import SqliteStore
from tests.waiting import PATIENCE
from tests.world.service import unheard

C = TypeVar("C", bound=Message)

SPACE = UUID("6f2c4f0e-7f5e-4c0a-9a53-0d6f3d5a8c11")


def nth(n: int) -> UUID:
    """A made-up id, the same in every run."""
    return uuid5(SPACE, str(n))


class Crash(BaseException):
    """The process is gone."""


class Fuse:
    """Dies at the `after`-th time that a point is reached."""

    def __init__(self, point: str, after: int = 1) -> None:
        self.point, self.left = point, after
        self.blown = False
        self.blow: Callable[[], None] = lambda: None

    def __call__(self, point: str) -> None:
        if self.blown:
            raise Crash(point)
        if point == self.point:
            self.left -= 1
            if self.left <= 0:
                self.blown = True
                self.blow()
                raise Crash(point)


class World:
    """Stores and a log in a folder, and services upon them, started and killed at will."""

    def __init__(self, stores: dict[str, Store], log: EventLog, definitions: list[Definition]) -> None:
        self.stores = stores
        self.log = log
        self.definitions = {definition.name: definition for definition in definitions}
        self.services: dict[str, list[Service]] = {name: [] for name in self.definitions}
        self._tasks: dict[Service, asyncio.Task[None]] = {}
        self._fuses: dict[Service, Fuse] = {}

    @classmethod
    @asynccontextmanager
    async def open(cls, folder: Path, *definitions: Definition) -> AsyncIterator["World"]:
        log = await EmbeddedLog.open(folder / "log.db")
        await log.ensure(TOPICS)
        stores: dict[str, Store] = {
            d.name: await SqliteStore.open(folder / f"{d.name}.db", documents(d)) for d in definitions
        }
        world = cls(stores, log, list(definitions))
        try:
            yield world
        finally:
            await world.stop()
            for store in stores.values():
                await store.close()
            await log.close()

    def start(
        self,
        name: str,
        *,
        fuse: Fuse | None = None,
        store: Store | None = None,
        log: EventLog | None = None,
        clock: Clock | None = None,
    ) -> Service:
        """One more process of a service; with a fuse it dies there."""
        service = Service(self.definitions[name], store or self.stores[name], log or self.log, clock)
        self.services[name].append(service)
        armed = ARMED.set(fuse)
        self._tasks[service] = asyncio.create_task(service.forever())
        ARMED.reset(armed)
        if fuse:
            self._fuses[service] = fuse
            fuse.blow = lambda: self._drop_dead(service)
        return service

    def _drop_dead(self, service: Service) -> None:
        """As kill -9: nothing more is sent, nothing ends cleanly. What is being taken away at this moment is gone already."""
        service.sender._ready.clear()
        if task := self._tasks.get(service):
            task.cancel()

    async def run(self, service: Service, handler: Decide[C], command: C) -> Stored[Any]:
        """A command that this process carries out; it may die of it."""
        armed = ARMED.set(self._fuses.get(service))
        try:
            return await service.run(handler, command)
        finally:
            ARMED.reset(armed)

    def alive(self, service: Service) -> bool:
        return not self._tasks[service].done()

    async def stop(self) -> None:
        """End all services cleanly."""
        for service in list(self._tasks):
            await self.kill(service)

    async def kill(self, service: Service) -> None:
        """Take it away (a crashed one is merely buried)."""
        task = self._tasks.pop(service)
        self.services[service.name].remove(service)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    async def bury(self) -> int:
        """Remove the services that died; returns how many."""
        dead = [service for service, task in self._tasks.items() if task.done()]
        for service in dead:
            await self.kill(service)
        return len(dead)

    async def settle(self) -> None:
        """Until nothing moves: outboxes empty, everything heard, no key with a gap. Needs a live process of each service."""
        async with asyncio.timeout(PATIENCE):
            was_quiet = False
            while not ((quiet := await self._quiet()) and was_quiet):
                was_quiet = quiet
                if not self._moves():
                    await self._push()  # also where all is quiet: a gap may have closed that nobody looked at since
                await asyncio.sleep(0.01)

    def _moves(self) -> bool:
        """Whether a live process is about something."""
        alive = [each for services in self.services.values() for each in services if self.alive(each)]
        return not all(service.sender.idle and service.consumer.idle for service in alive)

    async def _push(self) -> None:
        for services in self.services.values():
            for service in services:
                if self.alive(service):
                    await service.sender.sweep()
                    await service.catch_up.sweep()

    async def _quiet(self) -> bool:
        for store in self.stores.values():
            if self._moves() or await store.pending():
                return False
        mirrored = {name: [topic.name for topic in each.mirrors] for name, each in self.definitions.items()}
        return not any([await unheard(self.log, name, topics) for name, topics in mirrored.items()])
