"""What is asked of the offices on record."""

from datetime import date
from uuid import UUID

from services.registration.entries.merging import kept
from services.registration.offices.model import Office
from services.registration.people.model import Person
from shared.errors import NotFound
from shared.flow import Read
from shared.store import Store, Stored

MOST = 200
"""So many offices of a body are shown."""


async def there(store: Store, office: UUID) -> Stored[Office]:
    """Raises NotFound."""
    found = await store.get(Office, office)
    if found is None:
        raise NotFound("There is no such office.")
    return found


async def offices_of(store: Store, body: UUID) -> list[Office]:
    """The offices of a body, in the order in which they were entered."""
    found = await store.find(Office, {"body": body}, limit=MOST)
    return sorted(
        (stored.entity for stored in found.items), key=lambda each: (each.history[0].at.timestamp(), each.id.int)
    )


async def holder(read: Read, office: UUID, on: date) -> Person | None:
    """Who holds an office on a day: of an alias the one that was kept; None while it is vacant, or who held it was erased."""
    found = await kept(read, Person, (await read.one(Office, office)).holder(on))
    return found if found and not found.erased else None
