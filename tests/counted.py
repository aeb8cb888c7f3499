"""A real store that counts what it is asked: growth is guarded by counting work, not by a clock."""

from collections import Counter as Tally
from collections.abc import Sequence
from typing import Any

from shared.store import Cursor, E, Outcome, Page, Store, Stored, Where
from tests.faulty import FaultyStore


class CountedStore(FaultyStore):
    """`faults.calls` counts calls by name; `written`, `found` and `counted` count documents by kind."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.written = Tally[str]()
        self.found = Tally[str]()
        self.counted = Tally[str]()

    async def commit(self, changes: Sequence[Stored[Any]]) -> list[Outcome]:
        self.written.update(change.entity.kind for change in changes)
        return await super().commit(changes)

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
