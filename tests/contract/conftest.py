"""`store` and `open_store`, `log` and `open_log`: every adapter in turn, each with a database of its own for each test."""

from collections.abc import AsyncIterator, Awaitable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import pytest

from shared.store import Store
from tests.contract.documents import KINDS
from tests.contract.logs import log, open_log
from tests.contract.stores import ADAPTERS, open_at, place

__all__ = ["log", "open_log", "open_store", "store"]


class OpenStore(Protocol):
    """Opens the test's database; again after a `close`. What is still open at the end is closed."""

    adapter: str
    where: str

    def __call__(self, kinds: Sequence[type[Any]] = KINDS) -> Awaitable[Store]: ...


@dataclass
class _Opener:
    adapter: str
    where: str
    opened: list[Store] = field(default_factory=list)

    async def __call__(self, kinds: Sequence[type[Any]] = KINDS) -> Store:
        store = await open_at(self.adapter, self.where, kinds)
        self.opened.append(store)
        return store


@pytest.fixture(params=ADAPTERS)
async def open_store(request: pytest.FixtureRequest) -> AsyncIterator[OpenStore]:
    opener = _Opener(request.param, place(request.param, request))
    yield opener
    for store in opener.opened:
        await store.close()


@pytest.fixture
async def store(open_store: OpenStore) -> Store:
    return await open_store()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the embedded log of a test lies."""
    return tmp_path / "events.db"
