"""The log with its topics, and the stores: whether they answer, of what version they are, and whether a file is whole."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from plenary.backup.moment import examined
from plenary.doctor.check import Check, fault, well
from plenary.doctor.house import future
from services.__main__ import SERVICES
from services.process import called, open_log, open_store
from shared.contracts.registry import TOPICS
from shared.errors import PlenaryError
from shared.flow import Definition
from shared.log import EventLog
from shared.settings import Settings
from shared.store.mongo.client import asked, connect, disconnect

FORM = 1
"""The form of the files that this program writes."""
AWAY = "Is it there, is the URL right, and may we go there? See docs/operations.md, When something fails."


async def look(settings: Settings) -> list[Check]:
    """The log first, since a store that is away hides nothing of it."""
    found = [check async for check in _log(settings)]
    for definition in SERVICES.values():
        found += [check async for check in _store(settings, definition)]
    return found


async def _log(settings: Settings) -> AsyncIterator[Check]:
    try:
        log = await open_log(settings, read_only=True)
    except PlenaryError as away:
        yield fault("log", f"{called(settings, 'log')}: {away.detail}", AWAY)
        return
    try:
        await log.ping()
        yield well("log", "it answers") if settings.events_url else _file("log", settings.data / "log.db")
        for check in await topics(log):
            yield check
        for check in future(await _newest(log), datetime.now(UTC)):
            yield check
    except PlenaryError as away:
        yield fault("log", f"{called(settings, 'log')}: {away.detail}", AWAY)
    finally:
        await log.close()


async def topics(log: EventLog) -> list[Check]:
    """Whether each is there, with the partitions and the retention that are declared."""
    ends = {topic: await log.ends(topic.name) for topic in TOPICS}
    found: list[Check] = []
    if missing := [topic.name for topic, partitions in ends.items() if not partitions]:
        do = "Start the services: they make what is missing, if they may create topics."
        found.append(fault("topics", f"There is no topic {', '.join(missing)}.", do))
    for sentence in await log.ensure([topic for topic, partitions in ends.items() if partitions]):
        do = "Set it as declared (kafka-configs.sh --alter …); more partitions than declared cannot be taken back, and move keys."
        found.append(fault("topics", sentence, do))
    return found or [well("topics", f"all {len(ends)} are as declared")]


async def _newest(log: EventLog) -> datetime | None:
    """When the log took its last record."""

    async def last(topic: str, partition: int, end: int) -> list[datetime]:
        return [record.at async for record in log.read(topic, partition, max(0, end - 1), end)]

    ends = [(topic.name, *each) for topic in TOPICS for each in (await log.ends(topic.name)).items()]
    found = await asyncio.gather(*(last(*each) for each in ends))
    return max((at for times in found for at in times), default=None)


async def _store(settings: Settings, definition: Definition) -> AsyncIterator[Check]:
    what, url = f"store of {definition.name}", settings.store_urls.get(definition.name, "")
    try:
        if urlsplit(url).scheme.startswith("mongodb"):
            yield well(what, f"it answers; version {await _version(settings, url)}")
            return
        store = await open_store(settings, definition, read_only=True)
        await store.close()
    except PlenaryError as away:
        yield fault(what, f"{called(settings, definition.name)}: {away.detail}", AWAY)
        return
    path = Path(url.removeprefix("sqlite:///")) if url else settings.data / f"{definition.name}.db"
    yield _file(what, path)


def _file(what: str, path: Path) -> Check:
    """Read from the first page to the last; and whether this program knows its form."""
    form, told, wrong = examined(path)
    if wrong:
        do = "Stop the installation, keep the file, and restore a backup (docs/operations.md)."
        return fault(what, f"{path.absolute()} is damaged: {wrong}", do)
    if form > FORM:
        said = f"{path.absolute()} was written by a newer Plenary ({told})."
        return fault(what, said, "Run that one, or restore a backup of this one.")
    return well(what, f"whole; {told}")


async def _version(settings: Settings, url: str) -> str:
    client = connect(url, settings.mongo_driver)
    try:
        told = await asked(client.admin.command("buildInfo"))
        return str(told.get("version", "unknown"))
    finally:
        await disconnect(client)
