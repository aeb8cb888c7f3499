"""Stores and logs as a first start leaves them, made once in each process of the tests and then copied.

To make the tables and indexes of a service takes up to 15 ms, to declare the topics 3, which is more than many a test that asks
it one thing. Whoever opens such a file makes what is missing all the same; that a store and a log make everything is tested in
`tests/contract/`.
"""

from collections.abc import Awaitable, Callable, Hashable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from services import lineage
from shared.contracts.registry import TOPICS
from shared.flow import Definition
from shared.flow.service import documents
from shared.log.embedded.log import EmbeddedLog
from shared.store.sqlite.store import SqliteStore

_BLANK: dict[Hashable, bytes] = {}


async def opened(path: Path, kinds: Sequence[type[Any]]) -> SqliteStore:
    """The store in this file."""
    await lay(path, kinds)
    return await SqliteStore.open(path, kinds)


async def opened_log(path: Path) -> EmbeddedLog:
    """The log in this file, with all topics."""
    await lay_log(path)
    return await EmbeddedLog.open(path)


async def lay_log(path: Path) -> None:
    """Put a log with all topics there, where no file is yet."""
    await _lay(path, EmbeddedLog, _topics)


async def lay(path: Path, kinds: Sequence[type[Any]]) -> None:
    """Put an empty store of these kinds there, where no file is yet."""

    async def tables(blank: Path) -> None:
        await (await SqliteStore.open(blank, kinds)).close()

    await _lay(path, tuple(kinds), tables)


async def lay_all(folder: Path, definitions: Sequence[Definition]) -> None:
    """All stores of an installation, and its log, if it is one that never started: of another what is gone stays gone."""
    if not [*folder.glob("*.db")]:
        await lay_log(folder / "log.db")
        for definition in definitions:
            await lay(folder / f"{definition.name}.db", (*documents(definition), lineage.Marks))


async def _topics(blank: Path) -> None:
    log = await EmbeddedLog.open(blank)
    await log.ensure(TOPICS)
    await log.close()


async def _lay(path: Path, what: Hashable, make: Callable[[Path], Awaitable[None]]) -> None:
    if path.exists():
        return
    if what not in _BLANK:
        with TemporaryDirectory() as folder:
            blank = Path(folder) / "blank.db"
            await make(blank)
            _BLANK[what] = blank.read_bytes()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_bytes(_BLANK[what])
