"""What is asked of a roster: a page by name, those whose names begin so, numbers, and how many wait before each."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from services.registration.gatherings.model import Gathering
from services.registration.organizations.model import Organization
from services.registration.registrations.model import Registration, RegistrationState
from services.registration.roster.model import TERMS, Row, Standing, standing
from shared import locale
from shared.locale.fold import folded
from shared.store import Cursor, In, Page, Range, Store, Where

FOUND = 100
"""So many a search shows at most; who looks for somebody types one letter more."""
LOOK = 400
"""So many that begin as asked are looked through in each term."""
BEYOND = "\U0010ffff"
"""Stands behind every word that begins so."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is narrowed to; empty: everybody."""

    gathering: UUID
    words: tuple[str, ...] = ()
    standing: Standing | None = None
    category: str = ""

    @property
    def where(self) -> Where:
        """As the store is asked; the words are looked for apart."""
        narrowed = {"standing": self.standing, "category": self.category}
        return {"gathering": self.gathering, **{name: value for name, value in narrowed.items() if value}}


@dataclass(frozen=True, slots=True)
class Shown:
    """A row with what the registration itself says now. `before`: how many wait before, of those who wait."""

    row: Row
    registration: Registration
    standing: Standing
    organization: str
    before: int | None


async def page(store: Store, asked: Asked, limit: int, after: Cursor | None = None) -> Page[Row]:
    """By name. With words: those of which every word that was asked for begins one, on one page (`next`: there are more)."""
    if not asked.words:
        return await store.find(Row, asked.where, sort="term_1", limit=limit, after=after)
    longest = max(asked.words, key=len)
    begins = Range(gte=longest, lt=longest + BEYOND)
    looks = (store.find(Row, {**asked.where, term: begins}, sort=term, limit=LOOK) for term in TERMS)
    hits = {stored.id: stored for look in await asyncio.gather(*looks) for stored in look.items}
    fit = (stored for stored in hits.values() if all_begin(asked.words, words_in(stored.entity)))
    found = sorted(fit, key=lambda stored: (stored.entity.term_1, stored.id))
    more = (found[FOUND - 1].entity.term_1, str(found[FOUND - 1].id)) if len(found) > FOUND else None
    return Page(found[:FOUND], more)


def all_begin(asked: Sequence[str], words: Sequence[str]) -> bool:
    """Whether of each word that was asked for one begins so."""
    return all(any(word.startswith(each) for word in words) for each in asked)


async def shown(store: Store, rows: Sequence[Row], language: str) -> list[Shown]:
    """The rows as they are read: what the registrations say now, the organizations by name, how many wait before."""
    ids = [row.id for row in rows]
    homes = [*{row.organization for row in rows if row.organization}]
    found, organizations = await asyncio.gather(store.get_many(Registration, ids), store.get_many(Organization, homes))
    names = {id: locale.choose(stored.entity.name, language) for id, stored in organizations.items()}
    before = await waiting_before(store, [stored.entity for stored in found.values()])
    return [
        Shown(
            row,
            registration := found[row.id].entity,
            standing(registration),
            names.get(row.organization, "") if row.organization else "",
            before.get(row.id),
        )
        for row in rows
        if row.id in found
    ]


async def waiting_before(store: Store, registrations: Sequence[Registration]) -> Mapping[UUID, int]:
    """How many wait before each of those who wait: each stretch of a line is counted once, however many are asked for."""
    before: dict[UUID, int] = {}
    for pool in {each.pool for each in registrations if each.rank is not None}:
        line = sorted((each for each in registrations if each.rank is not None and each.pool == pool), key=_rank)
        lows = [0, *map(_rank, line)]
        counts = await asyncio.gather(
            *(
                store.count(Registration, _waits(pool) | {"ticket": Range(gte=low, lt=_rank(each))})
                for low, each in zip(lows, line, strict=False)
            )
        )
        total = 0
        for each, count in zip(line, counts, strict=True):
            before[each.id] = total = total + count
    return before


async def numbers(store: Store, gathering: Gathering) -> list[dict[str, int | str]]:
    """Of each category: how many seats, how many hold one, wait for one, wait for the secretariat."""

    async def of(category: str) -> dict[str, int | str]:
        pool = gathering.pool(category).name
        confirmed, waiting, asking = await asyncio.gather(
            store.count(Registration, {"pool": pool, "state": RegistrationState.CONFIRMED}),
            store.count(Registration, _waits(pool)),
            store.count(Row, {"gathering": gathering.id, "category": category, "standing": Standing.TO_BE_APPROVED}),
        )
        seats = gathering.capacity[category]
        return {"category": category, "seats": seats, "confirmed": confirmed, "waiting": waiting, "asking": asking}

    return await asyncio.gather(*map(of, gathering.capacity))


async def oldest(store: Store, which: Standing, most: int) -> tuple[int, list[Row]]:
    """How many stand so at all gatherings, and those who have for longest."""
    count, first = await asyncio.gather(
        store.count(Row, {"standing": which}), store.find(Row, {"standing": which}, sort="since", limit=most)
    )
    return count, [stored.entity for stored in first.items]


async def titles(store: Store, gatherings: Sequence[UUID], language: str) -> dict[UUID, str]:
    """The titles of gatherings."""
    found = await store.find(Gathering, {"_id": In([*set(gatherings)])}) if gatherings else None
    return {stored.id: locale.choose(stored.entity.title, language) for stored in (found.items if found else [])}


def words_in(row: Row) -> tuple[str, ...]:
    """What a search finds a row by."""
    return (*folded(row.name), *folded(row.also))


def words_of(typed: str) -> tuple[str, ...]:
    """The words that were typed, as they are compared."""
    return folded(typed[:200])[:8]


def _waits(pool: str) -> dict[str, object]:
    return {"pool": pool, "state": RegistrationState.WAITLISTED}


def _rank(registration: Registration) -> int:
    return registration.rank or 0
