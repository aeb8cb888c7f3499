"""How the conformance suite opens each adapter of the store; a subprocess of a test opens the same database by the same words."""

from collections.abc import Sequence
from typing import Any, Literal
from uuid import uuid4

import pytest

from shared.store import Store
from shared.store.mongo.store import MongoStore
from shared.store.sqlite.store import SqliteStore

MONGO: dict[str, Literal["motor", "pymongo"]] = {"mongo-motor": "motor", "mongo-pymongo": "pymongo"}

ADAPTERS = [pytest.param("sqlite"), *(pytest.param(name, marks=pytest.mark.containers) for name in MONGO)]


def place(adapter: str, request: pytest.FixtureRequest) -> str:
    """Where the adapter's database for one test lies: a path, or a URL with a fresh database name."""
    if adapter == "sqlite":
        return str(request.getfixturevalue("tmp_path") / "plenary.db")
    if adapter in MONGO:
        return f"{request.getfixturevalue('mongo_url')}/plenary_{uuid4().hex}"
    raise LookupError(adapter)


async def open_at(adapter: str, where: str, kinds: Sequence[type[Any]]) -> Store:
    """Open it, or open it again."""
    if adapter == "sqlite":
        return await SqliteStore.open(where, kinds)
    if adapter in MONGO:
        return await MongoStore.open(where, kinds, driver=MONGO[adapter])
    raise LookupError(adapter)
