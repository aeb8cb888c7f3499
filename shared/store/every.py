"""What takes more than one `find`: all that match."""

from collections.abc import AsyncIterator
from typing import TypeVar

from shared.store import Cursor, Entity, Finds, Stored, Where
from shared.store.unreadable import readable

E = TypeVar("E", bound=Entity)

PAGE = 1_000


async def every(
    store: Finds, kind: type[E], where: Where, *, sort: str = "_id", passing_by: bool = False
) -> AsyncIterator[Stored[E]]:
    """Each document that matches, in order; one page of them is held in memory. Raises what `find` raises.

    `passing_by`: what cannot be read is left out, as a loop does. A decision must not.
    """
    after: Cursor | None = None
    while True:
        finding = store.find(kind, where, sort=sort, limit=PAGE, after=after)
        page = await (readable(finding) if passing_by else finding)
        for stored in page.items:
            yield stored
        if page.next is None:
            return
        after = page.next
