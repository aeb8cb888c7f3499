"""The documents of one service, as the checks read them."""

from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from shared.store import Cursor, Entity, Page, Store, Stored, Where
from shared.store.unreadable import Unreadable

E = TypeVar("E", bound=Entity)

TOGETHER = 500
"""Documents that are read together."""


@dataclass(frozen=True, slots=True)
class Documents:
    """Those of one service. Raises `Unavailable` where the database does not answer; what cannot be read is left out.

    `damaged` are the ids of which that is known, `faults` says why.
    """

    service: str
    store: Store
    damaged: set[UUID] = field(default_factory=set)
    faults: dict[str, None] = field(default_factory=dict)

    async def many(self, kind: type[E], ids: Sequence[UUID]) -> dict[UUID, Stored[E]]:
        """Those of them that there are and that can be read."""
        if not ids:
            return {}
        try:
            found = await self.store.get_each([(kind, id) for id in ids])
        except Unreadable as bad:
            found = self._rest(bad)
            self.damaged.update(ids[place] for place in bad.faults)
        return {stored.id: stored for stored in found if stored is not None}

    async def all(self, kind: type[E], where: Where) -> AsyncIterator[Stored[E]]:
        """All that match and can be read."""
        after: Cursor | None = None
        while True:
            try:
                page: Page[E] = await self.store.find(kind, where, limit=TOGETHER, after=after)
            except Unreadable as bad:
                page = self._rest(bad)
            for stored in page.items:
                yield stored
            if page.next is None:
                return
            after = page.next

    def _rest(self, bad: Unreadable) -> Any:
        self.faults.update(dict.fromkeys(f"{self.service}: {fault}" for fault in bad.faults.values()))
        return bad.rest

    async def count(self, *kinds: type[Any]) -> int:
        """How many there are, readable or not."""
        return sum([await self.store.count(kind, {}) for kind in kinds])


def groups(items: Sequence[Any]) -> Iterator[list[Any]]:
    """The items, `TOGETHER` at a time."""
    rest = iter(items)
    while group := list(islice(rest, TOGETHER)):
        yield group
