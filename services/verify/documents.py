"""The documents of one service, as the checks read them."""

from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from shared.store import Entity, Store, Stored, Where
from shared.store.every import every

E = TypeVar("E", bound=Entity)

TOGETHER = 500
"""Documents that are read together."""


@dataclass(frozen=True, slots=True)
class Documents:
    """Those of one service. Raises `Unavailable` where the database does not answer."""

    service: str
    store: Store

    async def many(self, kind: type[E], ids: Sequence[UUID]) -> dict[UUID, Stored[E]]:
        """Those of them that there are."""
        return await self.store.get_many(kind, ids)

    async def all(self, kind: type[E], where: Where) -> AsyncIterator[Stored[E]]:
        """All that match."""
        async for stored in every(self.store, kind, where):
            yield stored

    async def count(self, *kinds: type[Any]) -> int:
        """How many there are."""
        return sum([await self.store.count(kind, {}) for kind in kinds])


def groups(items: Sequence[Any]) -> Iterator[list[Any]]:
    """The items, `TOGETHER` at a time."""
    rest = iter(items)
    while group := list(islice(rest, TOGETHER)):
        yield group
