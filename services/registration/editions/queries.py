"""What is asked of the editions on record."""

from collections.abc import Sequence
from uuid import UUID

from services.registration.editions.model import Edition, State
from shared.errors import NotFound
from shared.store import Store, Stored

MOST = 500
"""So many editions of a series are shown; and so many that are planned are looked through."""


async def editions_of(store: Store, series: UUID) -> list[Edition]:
    """The editions of a series, by number."""
    found = await store.find(Edition, {"series": series}, sort="number", limit=MOST)
    return [stored.entity for stored in found.items]


async def planned(store: Store) -> Sequence[Edition]:
    """All that are planned, of every series."""
    found = await store.find(Edition, {"state": State.PLANNED}, limit=MOST)
    return [stored.entity for stored in found.items]


async def there(store: Store, edition: UUID) -> Stored[Edition]:
    """Raises NotFound."""
    found = await store.get(Edition, edition)
    if found is None:
        raise NotFound("There is no such edition.")
    return found
