"""What one attempt has seen of the store, and what it decided so far."""

import asyncio
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar
from uuid import UUID

from shared.errors import Invalid, NotFound
from shared.store import Counter, Cursor, Done, Entity, Page, Store, Stored, Where

E = TypeVar("E", bound=Entity)

Decided: TypeAlias = Mapping[tuple[str, UUID], Stored[Any]]
"""Documents as they are to be written, by kind and id."""


class Recognised(Exception):
    """A document that was read carries the command's token: it was carried out, and this is its answer."""

    def __init__(self, stored: Stored[Any]) -> None:
        super().__init__(stored.id)
        self.stored = stored


def not_there(kind: type[Any], id: UUID) -> NotFound:
    """It names no document of this kind."""
    return NotFound(f"There is no {kind.__name__.lower()} {id}.")


class Reused(Invalid):
    """No word of a rule, so no refusal that is remembered."""


def reused() -> Reused:
    """The command's token was another command's."""
    return Reused("This Idempotency-Key was used for another request; send a new key.", code="idempotency-key-reused")


class Read:
    """The store as one decision sees it: a document is read once, and later looks return what was decided of it.

    `find` sees the store, not what was decided. A document that carries the token of what is `asked` ends the decision.
    `along` are documents that are read in the first round trip, too. `upon` is what others decided who are committed with
    this one: it is seen as if it stood.
    """

    def __init__(
        self,
        store: Store,
        asked: Done | None = None,
        along: Sequence[tuple[type[Any], UUID]] = (),
        upon: Decided | None = None,
        first: bool = False,
    ) -> None:
        self._first, self.presumed = first, False
        self._store, self._asked, self._along = store, asked, along
        self._upon = upon or {}
        self._seen: dict[tuple[str, UUID], Stored[Any] | None] = {}
        self._ahead: dict[Counter, int] = {}

    async def ahead(self, *wanted: tuple[type[Any], UUID | None], number: Counter | None = None) -> None:
        """Read all of these in one round trip (None: nothing); whoever asks for one of them afterwards waits no more.

        A `number` that will probably be drawn is drawn meanwhile, if others drew from that counter before; if the decision
        does not draw after all, it is lost. (The first of a counter is not: anybody could make counters of what is not there.)
        """
        missing = [(kind, id) for kind, id in wanted if id is not None and (kind.kind, id) not in self._seen]
        if missing:
            missing, self._along = [*missing, *self._along], ()
            reading = self._store.get_each(missing)
            if number and self._store.drew and number.name in self._store.drew:
                found, self._ahead[number] = await asyncio.gather(reading, self._store.draw(number))
            else:
                found = await reading
            for (kind, id), stored in zip(missing, found, strict=True):
                self._saw(kind.kind, id, stored)

    def presume_new(self, kind: type[Any], id: UUID) -> None:
        """In the first attempt there is no such document, without a look, unless it was read: mostly right of a newcomer.

        Where it is wrong the insert collides. Then, and where the decision is a refusal, it is decided again with a look.
        """
        self.presumed |= self._first and self._seen.setdefault((kind.kind, id)) is None

    async def one(self, kind: type[E], id: UUID) -> E:
        """The entity; raises `NotFound`."""
        entity = await self.maybe(kind, id)
        if entity is None:
            raise not_there(kind, id)
        return entity

    async def maybe(self, kind: type[E], id: UUID) -> E | None:
        """The entity, or None."""
        stored = await self.stored(kind, id)
        return stored.entity if stored else None

    async def many(self, kind: type[E], ids: Sequence[UUID]) -> dict[UUID, E]:
        """Those of the entities that exist, in one round trip."""
        await self.ahead(*((kind, id) for id in dict.fromkeys(ids)))
        return {id: stored.entity for id in ids if (stored := self._seen[(kind.kind, id)]) is not None}

    async def find(
        self, kind: type[E], where: Where, *, sort: str = "_id", limit: int = 100, after: Cursor | None = None
    ) -> Page[E]:
        """As `Store.find`; what it returns may be changed and given back like what `one` returned.

        What was read before keeps its version: if it has moved since, a change of it will be decided again.
        """
        page = await self._store.find(kind, where, sort=sort, limit=limit, after=after)
        items = [self.seen(kind, each.id) or self._saw(kind.kind, each.id, each) for each in page.items]
        return replace(page, items=items)

    async def count(self, kind: type[Any], where: Where) -> int:
        """As `Store.count`."""
        return await self._store.count(kind, where)

    async def draw(self, counter: Counter) -> int:
        """As `Store.draw`; every number once."""
        return self._ahead.pop(counter, None) or await self._store.draw(counter)

    async def stored(self, kind: type[E], id: UUID) -> Stored[E] | None:
        """The document in its envelope, or None."""
        if (key := (kind.kind, id)) not in self._seen:
            if key in self._upon:
                self._saw(*key, None)
            await self.ahead((kind, id))
        return self._seen[key]

    def seen(self, kind: type[Any], id: UUID) -> Stored[Any] | None:
        """The document if this decision read it, without reading it now."""
        return self._seen.get((kind.kind, id))

    def _saw(self, kind: str, id: UUID, stored: Any) -> Any:
        """What is seen from now on: `stored`, or what others decided of it."""
        if decided := self._upon.get((kind, id)):
            stored = replace(decided, entity=deepcopy(decided.entity))
        self._seen.setdefault((kind, id), stored)  # what was not there at first is new: `find` may see it by now
        for done in stored.recent if stored else ():
            if (asked := self._asked) and done.token == asked.token and done.refusal is None:
                raise Recognised(stored) if done.body == asked.body else reused()
        return stored
