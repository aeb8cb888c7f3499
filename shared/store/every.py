"""All that match, page by page."""

from collections.abc import AsyncIterator
from typing import Protocol, TypeVar

from shared.store import Cursor, Entity, Page, Stored, Where

E = TypeVar("E", bound=Entity)

PAGE = 1_000


class Finds(Protocol):
    """A store, or what a decision sees of one."""

    async def find(
        self, kind: type[E], where: Where, *, sort: str = "_id", limit: int = 100, after: Cursor | None = None
    ) -> Page[E]:
        """As `Store.find`."""
        ...


async def every(store: Finds, kind: type[E], where: Where, *, sort: str = "_id") -> AsyncIterator[Stored[E]]:
    """Each document that matches, in order; one page of them is held in memory. Raises what `find` raises."""
    after: Cursor | None = None
    while True:
        page = await store.find(kind, where, sort=sort, limit=PAGE, after=after)
        for stored in page.items:
            yield stored
        if page.next is None:
            return
        after = page.next
