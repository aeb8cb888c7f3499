"""What is asked of the store about versions."""

from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from services.minutes.versions.model import Version
from shared.contracts.versions import VersionFacts
from shared.errors import NotFound
from shared.flow import Read
from shared.store import Cursor, Store

TEXTS: Final = 20
"""So many versions are read at once where they are listed."""


async def last_of(read: Read, gathering: UUID) -> Version | None:
    """The newest. A hint: the claim of the version decides."""
    page = await read.find(Version, {"gathering": gathering}, sort="-number", limit=1)
    return page.items[0].entity if page.items else None


class Listed(NamedTuple):
    """A version without its text; when it was sealed (UTC)."""

    facts: VersionFacts
    sealed_at: datetime


async def listed(store: Store, gathering: UUID) -> list[Listed]:
    """All of them, the first first. Their texts are not held: of a long record that would be a lot."""
    found: list[Listed] = []
    after: Cursor | None = None
    while True:
        page = await store.find(Version, {"gathering": gathering}, sort="number", limit=TEXTS, after=after)
        found += [Listed(each.entity.facts, each.entity.sealed_at) for each in page.items]
        if (after := page.next) is None:
            return found


async def version_of(store: Store, gathering: UUID, number: int) -> Version:
    """One of them. Raises NotFound."""
    page = await store.find(Version, {"gathering": gathering, "number": number}, limit=1)
    if not page.items:
        raise NotFound("There is no such version of these minutes.")
    return page.items[0].entity
