"""How an edition is called beside other things: by its number, and by its series."""

from collections.abc import Collection, Iterable
from typing import NamedTuple
from uuid import UUID

from services.registration.editions.model import Edition
from services.registration.series.model import Series
from shared import locale
from shared.store import Store

CHOICES = 500
"""Editions to choose from."""


class Named(NamedTuple):
    """An edition; `series` is how its series is called."""

    id: UUID
    number: int
    series: str


async def choices(store: Store, language: str) -> list[Named]:
    """Those that a gathering may belong to: by series, the latest first."""
    found = await _named(
        store, [each.entity for each in (await store.find(Edition, {}, limit=CHOICES)).items], language
    )
    return sorted(found, key=lambda each: (each.series, -each.number))


async def named(store: Store, ids: Collection[UUID], language: str) -> list[Named]:
    """Those of these ids that there are."""
    return await _named(
        store, [each.entity for each in (await store.get_many(Edition, sorted(ids))).values()], language
    )


async def _named(store: Store, editions: Iterable[Edition], language: str) -> list[Named]:
    there = list(editions)
    series = await store.get_many(Series, sorted({each.facts.series for each in there}))
    titles = {id: locale.choose(stored.entity.facts.title, language) for id, stored in series.items()}
    return [Named(each.id, each.facts.number, titles.get(each.facts.series, "")) for each in there]
