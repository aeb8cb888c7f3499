"""What is asked of the people on record, and whom a caller may see."""

import asyncio
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar, cast
from uuid import UUID

from services.registration.entries.merging import kept
from services.registration.entries.words import BEYOND, all_begin, words
from services.registration.people.found import TERMS
from services.registration.people.model import Person, mailbox
from shared.auth import Caller
from shared.errors import NotFound
from shared.flow import Read
from shared.locale import digits
from shared.store import Cursor, Entity, Finds, Page, Range, Store, Stored, Where

E = TypeVar("E", bound=Entity)

ROUNDS = 20
"""So many pages of what begins as asked are looked through for what has the other words, too, before a page goes out."""


LISTED: Where = {"confirmed": True, "merged_into": None}
"""Whom lists show: those who are known, and no alias."""


async def holders(read: Read, address: str) -> list[Person]:
    """Who has this address: at most one person; beside who lent it, or is an alias."""
    page = await read.find(Person, {"email": mailbox(address)}, limit=20)
    return [stored.entity for stored in page.items]


async def person_at(read: Read, address: str) -> Person | None:
    """The person who has this address; of an alias, the one that was kept."""
    found = await holders(read, address)
    return await kept(read, Person, found[0].id) if found else None


def seen_by(caller: Caller) -> Where:
    """The secretariat sees everybody, others themselves."""
    return {} if caller.is_("secretariat") else {"_id": caller.id}


async def visible(store: Store, kind: type[E], id: UUID, *wheres: Where, code: str | None = None) -> Stored[E]:
    """The document, if one of the conditions lets the caller see it; raises NotFound, whether it exists or not."""
    for where in _distinct(wheres):
        if where.get("_id", id) != id:
            continue
        page = await store.find(kind, {**where, "_id": id}, limit=1)
        if page.items:
            return page.items[0]
    raise NotFound("There is no such thing here.", code=code)


class Search:
    """People as a list sees them that is searched by words: in the order of the word that was found, each once.

    The longest word that was asked for is looked up, by what begins so, in every term that an index holds and among the
    addresses; the other words are looked for in what was found.
    """

    def __init__(self, store: Finds, asked: str) -> None:
        self._store, self._asked = store, words(asked)
        self._begin = mailbox(digits(asked, "latin")) if "@" in asked else max(self._asked, key=len, default="")

    async def find(
        self,
        kind: type[E],  # noqa: ARG002
        where: Where,
        *,
        sort: str = "_id",  # noqa: ARG002
        limit: int = 100,
        after: Cursor | None = None,
    ) -> Page[E]:
        """As `Store.find`, but of people alone, and in its own order.

        Aliases are passed by, whatever `where` says of them: asked for that, too, a store would look through its index of them.
        """
        where = {name: wanted for name, wanted in where.items() if name != "merged_into"}
        found: list[Stored[Person]] = []
        for _ in range(ROUNDS if self._begin else 0):
            hits, more = await self._round(where, limit, after)
            for term, stored in hits:
                after = term, str(stored.id)
                if self._is(stored.entity, term) and not (found and found[-1].id == stored.id):
                    found.append(stored)
                if len(found) == limit:
                    return cast("Page[E]", Page(found, after))
            if not more:
                return cast("Page[E]", Page(found, None))
        return cast("Page[E]", Page(found, after if self._begin else None))

    async def _round(
        self, where: Where, limit: int, after: Cursor | None
    ) -> tuple[Iterable[tuple[str, Stored[Person]]], bool]:
        """The next so many places where a word begins as asked, and whether there may be more."""
        begin = Range(gte=self._begin, lt=self._begin + BEYOND)
        pages = await asyncio.gather(
            *(
                self._store.find(Person, {**where, field: begin}, sort=field, limit=limit, after=after)
                for field in PLACES
            )
        )
        hits = [
            (getattr(each.entity, field), each)
            for field, page in zip(PLACES, pages, strict=True)
            for each in page.items
        ]
        hits.sort(key=lambda hit: (hit[0], str(hit[1].id)))
        return hits[:limit], len(hits) > limit or any(page.next for page in pages)

    def _is(self, person: Person, term: str) -> bool:
        """Whether this is the first place where the person is found, and the other words are there."""
        places = [place for field in PLACES if (place := getattr(person, field)) and place.startswith(self._begin)]
        return not person.merged_into and term == min(places) and all_begin(self._asked, person.words)


PLACES = (*TERMS, "email")


def _distinct(wheres: Sequence[Where]) -> list[Where]:
    found: list[Any] = []
    for where in wheres:
        if where not in found:
            found.append(where)
    return found
