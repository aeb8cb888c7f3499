"""One service on a real store and a real log in a folder, as its process runs it."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from shared.flow import Definition
from shared.flow.service import Service, documents
from shared.log import EventLog
from shared.store import Store
from shared.store.mongo.store import MongoStore
from tests.waiting import PATIENCE
from tests.world.blank import opened, opened_log
from tests.world.brisk import brisk


@asynccontextmanager
async def open_service(definition: Definition, folder: Path, mongo: str = "") -> AsyncIterator[Service]:
    """Not yet hearing: `hearing(service)` starts its loops. With a URL its store is there, else in the folder."""
    log = await opened_log(folder / "log.db")
    kinds = documents(definition)
    store: Store = await (MongoStore.open(mongo, kinds) if mongo else opened(folder / f"{definition.name}.db", kinds))
    try:
        yield Service(definition, store, log)
    finally:
        await store.close()
        await log.close()


@asynccontextmanager
async def hearing(service: Service) -> AsyncIterator[None]:
    """While inside, the service sends and hears; on leaving, everything was heard."""
    with brisk():
        loops = asyncio.create_task(service.forever())
        try:
            yield
            await settled(service)
        finally:
            loops.cancel()
            await asyncio.gather(loops, return_exceptions=True)


async def settled(service: Service) -> None:
    """Until nothing moves: outboxes empty and everything heard, three times in a row."""
    quiet = 0
    async with asyncio.timeout(PATIENCE):
        while quiet < 3:
            still = service.sender.idle and not await service.store.pending() and await service.consumer.lag() == 0
            quiet = quiet + 1 if still else 0
            await asyncio.sleep(0.005)


async def unheard(log: EventLog, service: str, topics: Iterable[str]) -> int:
    """Records of these topics that a service has not acknowledged, whether a process of it runs or not."""
    behind = 0
    for topic in topics:
        ends, done = await log.ends(topic), await log.committed(service, topic)
        behind += sum(end - done.get(partition, 0) for partition, end in ends.items())
    return behind
