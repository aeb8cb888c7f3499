"""Whom and what the rows of a table mean: editions by series and number, people, organizations and bodies by their names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias
from uuid import UUID

from services.minutes.mirrors.editions import Edition, Series
from services.minutes.mirrors.model import Body, Organization, Person
from shared.contracts.organizations import organization_id
from shared.contracts.people import Calendar
from shared.imports.table import Row
from shared.locale.fold import folded
from shared.store import Store
from shared.store.every import every

Name: TypeAlias = tuple[str, ...]
"""A name as it is compared: its words, folded."""
Named: TypeAlias = dict[Name, set[UUID]]

PERSONS = ("speaker", "person")
"""The columns that name somebody."""


@dataclass(slots=True)
class Known:
    """Name -> who has it. `homes`: of each person the organizations that they are, or were, of; `kept`: of what was merged, what
    was kept."""

    editions: dict[tuple[Name, int], set[UUID]] = field(default_factory=dict)
    calendars: dict[UUID, Calendar | None] = field(default_factory=dict)
    organizations: Named = field(default_factory=dict)
    people: Named = field(default_factory=dict)
    bodies: Named = field(default_factory=dict)
    homes: dict[UUID, set[UUID]] = field(default_factory=dict)
    kept: dict[UUID, UUID] = field(default_factory=dict)

    def edition(self, row: Row) -> set[UUID]:
        """Those that are meant."""
        return self.editions.get((folded(row.cells["series"]), int(row.cells["number"])), set())

    def organization(self, cell: str) -> set[UUID]:
        """By its code, else by a name in any language."""
        coded = organization_id(cell)
        return {self.kept[coded]} if coded in self.kept else self.organizations.get(folded(cell), set())

    def person(self, cell: str, homes: set[UUID]) -> set[UUID]:
        """By the name, or by the id; of several who have it those of the organization that the row names, if any."""
        found = self.people.get(folded(cell), set())
        return {each for each in found if homes & self.homes[each]} or found if len(found) > 1 else found


async def known(store: Store, rows: Sequence[Row]) -> Known:
    """What is on record of what these rows name. Nothing is read of which no row speaks."""
    found = Known()
    await _editions(store, found)
    if any(row.get("organization") for row in rows):
        await _organizations(store, found)
    if wanted := {folded(cell) for row in rows for name in PERSONS if (cell := row.get(name))}:
        await _people(store, found, wanted)
    if any(row.get("body") for row in rows):
        async for body in every(store, Body, {}):
            _note(found.bodies, body.entity.name.values(), body.id)
    return found


async def _editions(store: Store, found: Known) -> None:
    titles = {stored.id: stored.entity.title async for stored in every(store, Series, {})}
    async for stored in every(store, Edition, {}):
        it = stored.entity
        found.calendars[stored.id] = it.calendar
        for title in {folded(words) for words in titles[it.series].values()} if it.series in titles else ():
            found.editions.setdefault((title, it.number), set()).add(stored.id)


async def _organizations(store: Store, found: Known) -> None:
    there = {stored.id: stored.entity async for stored in every(store, Organization, {})}
    into = {id: each.merged_into for id, each in there.items()}
    for id, each in there.items():
        found.kept[id] = _end(into, id)
        _note(found.organizations, each.name.values(), found.kept[id])


async def _people(store: Store, found: Known, wanted: set[Name]) -> None:
    """Those who have one of these names; a name that somebody was entered under twice means the one who was kept."""
    into: dict[UUID, UUID | None] = {}
    named: list[tuple[Name, UUID, set[UUID]]] = []
    async for stored in every(store, Person, {}):
        it = stored.entity
        into[stored.id] = it.merged_into
        if it.name and wanted & (names := {folded(it.name), folded(str(stored.id))}):
            homes = {home for home in (it.organization, *(post.organization for post in it.posts)) if home}
            named += [(name, stored.id, homes) for name in names & wanted]
    for name, id, homes in named:
        kept = _end(into, id)
        found.people.setdefault(name, set()).add(kept)
        found.homes.setdefault(kept, set()).update(homes)


def _note(names: Named, words: Iterable[str], id: UUID) -> None:
    for name in {folded(each) for each in words}:
        names.setdefault(name, set()).add(id)


def _end(into: Mapping[UUID, UUID | None], id: UUID) -> UUID:
    """What was kept, however often it was merged."""
    passed = {id}
    while (after := into.get(id)) and after not in passed:
        passed.add(after)
        id = after
    return id
