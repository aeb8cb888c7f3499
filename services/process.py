"""One process: the services that it runs, on the stores and the log that the settings name."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from fastapi import FastAPI
from starlette.types import ASGIApp

from services import dead_letters, exposed, feed, figures, front, lineage, rights, upkeep
from services.lineage import Lost
from shared.clock import Clock, SystemClock
from shared.contracts.registry import TOPICS
from shared.errors import Damaged, PlenaryError
from shared.flow import Definition
from shared.flow.service import Service, documents
from shared.http import health
from shared.http.app import Installation, create_app, create_site
from shared.log import EventLog
from shared.settings import Settings
from shared.store import Store

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Process:
    """What runs here. `app` answers; `work` does the rest until it is cancelled."""

    installation: Installation
    services: dict[str, Service]
    app: ASGIApp
    compared: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when stores and log were found to belong together, or when one does not answer yet and is compared later."""

    @classmethod
    @asynccontextmanager
    async def open(
        cls, settings: Settings, definitions: Sequence[Definition], *, clock: Clock | None = None
    ) -> AsyncIterator["Process"]:
        """Open key, log and stores; close them at the end. Raises `Conflict` or `Unavailable` if one cannot be had.

        `clock` is the one that all of it goes by: routes, timers, sweeps, senders, leases, and what lets somebody in.
        """
        async with AsyncExitStack() as stack:
            settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
            installation = Installation.open(settings, clock)
            opened: list[EventLog | Store] = []
            stack.push_async_callback(_close, opened)
            opened.append(event_log := await open_log(settings))
            services: dict[str, Service] = {}
            for definition in definitions:
                opened.append(store := await open_store(settings, definition))
                services[definition.name] = Service(definition, store, event_log, clock)
            exposed.warn(settings)
            apps = {name: _app(service, installation) for name, service in services.items()}
            routers = [front.pages(apps, clock or SystemClock()), figures.routes([*services.values()], installation)]
            app = create_site(apps, [*services.values()], routers, installation)
            yield cls(installation, services, app)

    async def work(self) -> None:
        """Send, hear, sweep and do what each service does besides, until cancelled.

        Raises `Lost` before any of it if a store or the log is behind the others, and `Damaged` where that shows.
        """
        await self._begin()
        try:
            async with asyncio.TaskGroup() as tasks:
                for service in self.services.values():
                    tasks.create_task(service.forever())
                    tasks.create_task(lineage.keep(service))
                    tasks.create_task(rights.keep(service, self.installation))
                    for loop in (loop for subject in service.definition.subjects for loop in subject.loops):
                        tasks.create_task(loop(service, self.installation))
        finally:
            await lineage.note_last(self.services.values())

    async def _begin(self) -> None:
        """Compare stores and log, then create the topics that are missing. Where one does not answer it is waited for."""
        loop = next(iter(self.services.values())).loop("comparing stores and log")
        while (found := await loop.attempt(self._begun)) is None:
            self.compared.set()
        if isinstance(found, PlenaryError):
            raise found
        self.compared.set()

    async def _begun(self) -> bool | Lost | Damaged:
        """True once all is there and belongs together; else what no waiting brings back."""
        try:
            await self._compare()
        except (Lost, Damaged) as final:
            return final
        await self._topics()
        for service in self.services.values():
            await rights.fill(service, self.installation.rights)
        return True

    async def _compare(self) -> None:
        settings = self.installation.settings
        await lineage.compare(self.services.values(), lambda what: called(settings, what), accept=settings.accept_loss)

    async def _topics(self) -> None:
        """A topic that differs is reported and left alone."""
        event_log = next(iter(self.services.values())).log
        for sentence in await event_log.ensure(TOPICS):
            log.warning("a topic differs from its declaration", extra={"reason": sentence})


async def _close(opened: Sequence[EventLog | Store]) -> None:
    """All at once: each may have to wait for a server that is away, and a container has ten seconds to end."""
    for failure in filter(None, await asyncio.gather(*(each.close() for each in opened), return_exceptions=True)):
        raise failure


def _app(service: Service, installation: Installation) -> FastAPI:
    ours = [upkeep.routes, health.routes, figures.routes([service], installation)]
    routers = [*ours, *service.definition.routers, feed.routes, dead_letters.routes]
    return create_app(service, routers, installation)


async def open_log(settings: Settings, *, read_only: bool = False) -> EventLog:
    """The log that `PLENARY_EVENTS_URL` names; without one, the embedded log in the data directory."""
    if settings.events_url:
        from shared.log.kafka.log import KafkaLog

        return await KafkaLog.open(settings.events_url)
    from shared.log.embedded.log import EmbeddedLog

    path = settings.data / "log.db"
    lineage.must_be_whole(path, accept=settings.accept_loss)
    return await EmbeddedLog.open(path, read_only=read_only)


async def open_store(settings: Settings, definition: Definition, *, read_only: bool = False) -> Store:
    """The store that `PLENARY_<SERVICE>_STORE_URL` names; without one, a SQLite file in the data directory."""
    url = settings.store_urls.get(definition.name, "")
    kinds = (*documents(definition), lineage.Marks)
    if urlsplit(url).scheme.startswith("mongodb"):
        from shared.store.mongo.store import MongoStore

        return await MongoStore.open(url, kinds, driver="pymongo" if settings.mongo_driver == "pymongo" else "motor")
    from shared.store.sqlite.store import SqliteStore

    path = Path(url.removeprefix("sqlite:///")) if url else settings.data / f"{definition.name}.db"
    lineage.must_be_whole(path, accept=settings.accept_loss)
    return await SqliteStore.open(path, kinds, read_only=read_only)


def called(settings: Settings, what: str) -> str:
    """How a person finds the store of a service, or the `log`: by its file, or by the setting that names it."""
    if what == "log":
        return f"The log ({'PLENARY_EVENTS_URL' if settings.events_url else settings.data.absolute() / 'log.db'})"
    url = settings.store_urls.get(what)
    return f"The store of {what} ({f'PLENARY_{what.upper()}_STORE_URL' if url else settings.data.absolute() / f'{what}.db'})"
