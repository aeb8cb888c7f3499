"""How the conformance suite opens each adapter of the store; a subprocess of a test opens the same database by the same words."""

from collections.abc import Sequence
from typing import Any

import pytest

from shared.store import Store
from shared.store.sqlite import SqliteStore

ADAPTERS = [pytest.param("sqlite")]
"""The "mongo" part adds `pytest.param("mongo-motor", marks=pytest.mark.containers)` and `mongo-pymongo`."""


def place(adapter: str, request: pytest.FixtureRequest) -> str:
    """Where the adapter's database for one test lies: a path, or a URL with a fresh database name."""
    if adapter == "sqlite":
        return str(request.getfixturevalue("tmp_path") / "plenary.db")
    raise LookupError(adapter)


async def open_at(adapter: str, where: str, kinds: Sequence[type[Any]]) -> Store:
    """Open it, or open it again."""
    if adapter == "sqlite":
        return await SqliteStore.open(where, kinds)
    raise LookupError(adapter)
