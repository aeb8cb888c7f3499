"""What is asked of a roster: a page by name, those whose names begin so, numbers, and how many wait before each."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.registration.entries.merging import called
from services.registration.entries.words import all_begin, words
from services.registration.gatherings.model import Gathering
from services.registration.organizations.model import Organization
from services.registration.people.model import Person
from services.registration.people.queries import Search
from services.registration.registrations.model import Registration, RegistrationState
from services.registration.roster.model import Standing, so, standing
from shared import locale
from shared.contracts.people import Post
from shared.contracts.registrations import registration_id
from shared.store import Cursor, In, Page, Range, Store, Stored, Where

FOUND = 60
"""So many a search shows at most; who looks for somebody types one letter more."""
FEW = 300
"""Of a gathering with so few registrations all names are looked through."""
LOOKS = 5
"""So many times a page of people who are called so is looked through for those who registered."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is narrowed to; empty: everybody."""

    gathering: UUID
    q: str = ""
    standing: Standing | None = None
    category: str = ""

    @property
    def where(self) -> Where:
        """As the store is asked; the words are looked for apart."""
        category = {"category": self.category} if self.category else {}
        return {"gathering": self.gathering, **(so(self.standing) if self.standing else {}), **category}

    def fits(self, registration: Registration) -> bool:
        """Whether it belongs on this list, whatever it is called."""
        return (
            registration.gathering == self.gathering
            and self.standing in {None, standing(registration)}
            and self.category in {"", registration.category}
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """A registration as it is read. `before`: how many wait before, of those who wait. `person`: who is known."""

    registration: Registration
    name: str
    also: str
    standing: Standing
    organization: str
    before: int | None
    person: Person | None = None


async def page(store: Store, asked: Asked, limit: int, after: Cursor | None = None) -> Page[Registration]:
    """By name. With words: those of which every word that was asked for begins one, on one page (`next`: there are more)."""
    if not asked.q:
        return await store.find(Registration, asked.where, sort="sorted_as", limit=limit, after=after)
    few = await store.count(Registration, {"gathering": asked.gathering}) <= FEW
    found = await (_among_few(store, asked) if few else _among_people(store, asked))
    found = sorted(found, key=lambda stored: (stored.entity.sorted_as, stored.id))
    more = (found[FOUND - 1].entity.sorted_as, str(found[FOUND - 1].id)) if len(found) > FOUND else None
    return Page(found[:FOUND], more)


async def _among_few(store: Store, asked: Asked) -> list[Stored[Registration]]:
    """Each is looked at; of who only typed a name that counts."""
    there = (await store.find(Registration, asked.where, limit=FEW)).items
    people = await called(store, Person, [stored.entity.person for stored in there])

    def said(registration: Registration) -> list[str]:
        person = people.get(registration.person)
        return person.words if person and person.confirmed else words(registration.typed)

    return [stored for stored in there if all_begin(words(asked.q), said(stored.entity))]


async def _among_people(store: Store, asked: Asked) -> list[Stored[Registration]]:
    """Those of the people who are called so that registered here."""
    search, found, after = Search(store, asked.q), dict[UUID, Stored[Registration]](), None
    for _ in range(LOOKS):
        people = await search.find(Person, {}, limit=FOUND, after=after)
        found_ids = [id for stored in people.items for id in (stored.id, *stored.entity.aliases)]
        ids = [registration_id(asked.gathering, id) for id in found_ids]
        there = await store.get_many(Registration, ids)
        found |= {id: stored for id, stored in there.items() if asked.fits(stored.entity)}
        after = people.next
        if after is None or len(found) > FOUND:
            break
    return list(found.values())


async def shown(store: Store, registrations: Sequence[Registration], language: str) -> list[Shown]:
    """As they are read: the people and organizations by name, how many wait before."""
    homes = [*{each.organization for each in registrations if each.organization}]
    people, organizations, before = await asyncio.gather(
        called(store, Person, [each.person for each in registrations]),
        called(store, Organization, homes),
        waiting_before(store, registrations),
    )
    names = {id: locale.choose(each.name, language) for id, each in organizations.items()}

    def one(each: Registration) -> Shown:
        person = people.get(each.person)
        known = person if person and person.confirmed else None
        called = (known.name, known.name_also or "") if known else (each.typed, "")
        home = names.get(each.organization, "") if each.organization else ""
        return Shown(each, *called, standing(each), home, before.get(each.id), known)

    return [one(each) for each in registrations]


async def posts_at(store: Store, registrations: Sequence[Registration], at: datetime, language: str) -> dict[UUID, str]:
    """What each of those who registered was at a time: the position, and the organization, if it is not the one they come for."""
    people = await called(store, Person, [each.person for each in registrations])
    was = {each.id: people[each.person].was(at) for each in registrations if each.person in people}
    homes = await called(store, Organization, [each.organization for each in was.values() if each.organization])
    found: dict[UUID, str] = {}
    for each in registrations:
        there = was.get(each.id, Post())
        home = there.organization if there.organization != each.organization else None
        other = locale.choose(homes[home].name, language) if home in homes else there.elsewhere
        found[each.id] = " · ".join(filter(None, (there.called(language), other)))
    return found


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
            store.count(Registration, {"pool": pool, **so(Standing.TO_BE_APPROVED)}),
        )
        seats = gathering.capacity[category]
        return {"category": category, "seats": seats, "confirmed": confirmed, "waiting": waiting, "asking": asking}

    return await asyncio.gather(*map(of, gathering.capacity))


async def oldest(store: Store, which: Standing, most: int) -> tuple[int, list[Registration]]:
    """How many stand so at all gatherings, and those who have for longest."""
    count, first = await asyncio.gather(
        store.count(Registration, so(which)), store.find(Registration, so(which), sort="begun_at", limit=most)
    )
    return count, [stored.entity for stored in first.items]


async def titles(store: Store, gatherings: Sequence[UUID], language: str) -> dict[UUID, str]:
    """The titles of gatherings."""
    found = await store.find(Gathering, {"_id": In([*set(gatherings)])}) if gatherings else None
    return {stored.id: locale.choose(stored.entity.title, language) for stored in (found.items if found else [])}


def _waits(pool: str) -> dict[str, object]:
    return {"pool": pool, "state": RegistrationState.WAITLISTED}


def _rank(registration: Registration) -> int:
    return registration.rank or 0
