"""What is asked of the store about versions."""

from uuid import UUID

from services.minutes.versions.model import Version
from shared.errors import NotFound
from shared.flow import Read
from shared.store import Store
from shared.store.every import every


async def last_of(read: Read, gathering: UUID) -> Version | None:
    """The newest. A hint: the claim of the version decides."""
    page = await read.find(Version, {"gathering": gathering}, sort="-number", limit=1)
    return page.items[0].entity if page.items else None


async def versions_of(read: Read, gathering: UUID) -> list[Version]:
    """All of them, the first first."""
    return [each.entity async for each in every(read, Version, {"gathering": gathering}, sort="number")]


async def version_of(store: Store, gathering: UUID, number: int) -> Version:
    """One of them. Raises NotFound."""
    page = await store.find(Version, {"gathering": gathering, "number": number}, limit=1)
    if not page.items:
        raise NotFound("There is no such version of these minutes.")
    return page.items[0].entity
