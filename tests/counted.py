"""A real store that counts what it is asked: growth is guarded by counting work, not by a clock."""

from collections import Counter as Tally
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from shared.store import Cursor, E, Outcome, Page, Store, Stored, Where
from shared.store.sqlite.store import SqliteStore
from tests.faulty import FaultyStore


class CountedStore(FaultyStore):
    """`faults.calls` counts calls by name; `written`, `looked`, `found` and `counted` count documents by kind."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.written = Tally[str]()
        self.looked = Tally[str]()
        self.found = Tally[str]()
        self.counted = Tally[str]()

    async def commit(self, changes: Sequence[Stored[Any]]) -> list[Outcome]:
        self.written.update(change.entity.kind for change in changes)
        return await super().commit(changes)

    async def get_each(self, wanted: Sequence[tuple[type[Any], UUID]]) -> list[Stored[Any] | None]:
        self.looked.update(kind.kind for kind, _ in wanted)
        return await super().get_each(wanted)

    async def find(
        self, kind: type[E], where: Where, *, sort: str = "_id", limit: int = 100, after: Cursor | None = None
    ) -> Page[E]:
        page = await super().find(kind, where, sort=sort, limit=limit, after=after)
        self.found[kind.kind] += len(page.items)
        return page

    async def count(self, kind: type[Any], where: Where) -> int:
        number = await super().count(kind, where)
        self.counted[kind.kind] += number
        return number


class Steps:
    """`with Steps(store) as steps:` counts what SQLite does to read (and to write), in tens of its machine's instructions."""

    def __init__(self, store: SqliteStore) -> None:
        self._readers = (store._file.writer.db, store._reader.db, store._counter.db)
        self.count = 0

    def __enter__(self) -> "Steps":
        for reader in self._readers:
            reader.set_progress_handler(self._step, 10)
        return self

    def __exit__(self, *failure: object) -> None:
        for reader in self._readers:
            reader.set_progress_handler(None, 10)

    def _step(self) -> None:
        self.count += 1
