"""The three real services in one process, as `plenary up` runs them: real stores, a real log, mails in a folder, HTTP."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx

from services.__main__ import SERVICES
from services.notifications.announcements.model import Announcement
from services.notifications.notifications import queries
from services.notifications.notifications.model import WAITING, Notification
from services.process import Process
from shared.contracts.registry import TOPICS
from shared.flow.service import Service, topics
from shared.settings import Settings
from shared.store import In, Range
from tests.clocks import Ahead
from tests.story.interleaved import Interleaved
from tests.waiting import PATIENCE, leisurely
from tests.world.blank import lay_all
from tests.world.brisk import brisk
from tests.world.service import unheard
from tests.world.site import UNHURRIED, client


@dataclass(frozen=True)
class House:
    """An installation. `client` speaks HTTP as somebody with these roles (none: nobody)."""

    process: Process
    folder: Path
    work: asyncio.Task[None]
    clock: Ahead

    def client(self, *roles: str, sub: UUID | None = None, **headers: str) -> httpx.AsyncClient:
        return client(self.process.app, self.process.installation, *roles, sub=sub, raises=False, headers=headers)

    def service(self, name: str) -> Service:
        return self.process.services[name]

    async def settle(self, *, mails: bool = True) -> None:
        """Until nothing moves: everything sent and heard, gaps closed and (with `mails`) no notification waits."""
        async with asyncio.timeout(PATIENCE):
            was_quiet, began = False, time.monotonic()
            while not ((quiet := await self._quiet(mails)) and was_quiet):
                assert not self.work.done(), f"the process has ended: {self.work}"
                was_quiet = quiet
                for service in self.process.services.values():
                    await service.catch_up.sweep()
                await asyncio.sleep(0.01)
                if not quiet:
                    await leisurely(began)

    async def passes(self, **span: float) -> None:
        """So much time passes (`days=3`): what is due by then has happened, and nothing moves any more."""
        await self.settle()
        self.clock.passes(**span)
        for service in self.process.services.values():
            await service.timers.fire(self.clock())
        await self.settle()

    async def _quiet(self, mails: bool) -> bool:
        for service in self.process.services.values():
            if not (service.sender.idle and service.consumer.idle) or await service.store.pending():
                return False
            if await _unheard(service):
                return False
        return not (mails and (await self._mails_to_send() or await self._mails_to_forget()))

    async def _mails_to_send(self) -> int:
        """What waits, what was scheduled and is due by now, and what everybody is still to be told."""
        store = self.service("notifications").store
        waiting = await store.count(Notification, {"state": In([*WAITING])})
        due = {"due": Range(lte=self.clock())}
        return waiting + await store.count(Notification, due) + await store.count(Announcement, due)

    async def _mails_to_forget(self) -> bool:
        """Whether a mail to somebody who was erased lies in the folder."""
        store = self.service("notifications").store
        told = [id for person in await queries.erased(store) for id in await queries.told(store, person)]
        return any((self.folder / "mails" / f"{id}.eml").exists() for id in told)

    def mails(self) -> list[EmailMessage]:
        """Every mail in the folder, in no order."""
        return [_read(file.read_bytes()) for file in (self.folder / "mails").glob("*.eml")]


@lru_cache(maxsize=1_000)  # to read one takes 10 ms, and a story looks at all of them again and again
def _read(mail: bytes) -> EmailMessage:
    return message_from_bytes(mail, policy=policy.default)


async def _unheard(service: Service) -> int:
    """How many records it has not acknowledged."""
    if isinstance(service.log, Interleaved):
        return service.log.unheard(service.name, topics(service.definition))
    return await unheard(service.log, service.name, topics(service.definition))


@asynccontextmanager
async def house(folder: Path, **settings: Any) -> AsyncIterator[House]:
    """An installation in this folder, at work; ended cleanly. Opened again in the same folder it goes on."""
    opened, clock = Settings(data=folder, **UNHURRIED, **settings), Ahead()
    await lay_all(folder, list(SERVICES.values()))
    with brisk():
        async with Process.open(opened, list(SERVICES.values()), clock=clock) as process:
            await next(iter(process.services.values())).log.ensure(TOPICS)
            work = asyncio.create_task(process.work())
            work.add_done_callback(lambda _: process.compared.set())
            try:
                await process.compared.wait()
                yield House(process, folder, work, clock)
            finally:
                work.cancel()
                await asyncio.gather(work, return_exceptions=True)
