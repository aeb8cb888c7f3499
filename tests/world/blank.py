"""Stores as a first start leaves them, made once in each process of the tests and then copied.

To make the tables and indexes of a service takes up to 15 ms, which is more than many a test that asks it one thing. Whoever
opens such a file makes what is missing all the same; that a store makes everything is tested in `tests/contract/`.
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from services import lineage
from shared.flow import Definition
from shared.flow.service import documents
from shared.store.sqlite.store import SqliteStore

_BLANK: dict[tuple[type[Any], ...], bytes] = {}


async def opened(path: Path, kinds: Sequence[type[Any]]) -> SqliteStore:
    """The store in this file."""
    await lay(path, kinds)
    return await SqliteStore.open(path, kinds)


async def lay(path: Path, kinds: Sequence[type[Any]]) -> None:
    """Put an empty store of these kinds there, where no file is yet."""
    if path.exists():
        return
    if (known := tuple(kinds)) not in _BLANK:
        _BLANK[known] = await _made(known)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_bytes(_BLANK[known])


async def lay_all(folder: Path, definitions: Sequence[Definition]) -> None:
    """All stores of an installation, if it is one that never started: of another what is gone stays gone."""
    if not [*folder.glob("*.db")]:
        for definition in definitions:
            await lay(folder / f"{definition.name}.db", (*documents(definition), lineage.Marks))


async def _made(kinds: Sequence[type[Any]]) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "blank.db"
        await (await SqliteStore.open(path, kinds)).close()
        return path.read_bytes()
