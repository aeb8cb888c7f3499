"""What is asked of the letters on record."""

from collections.abc import Sequence
from uuid import UUID

from services.registration.credentials.model import STANDING, Credentials
from shared.contracts.credentials import Power
from shared.errors import NotFound
from shared.store import In, Store, Stored

MOST = 1000
"""So many letters of a gathering are shown, and looked through."""


async def there(store: Store, credentials: UUID) -> Stored[Credentials]:
    """Raises NotFound."""
    found = await store.get(Credentials, credentials)
    if found is None:
        raise NotFound("There is no such letter.")
    return found


async def letters_for(store: Store, gathering: UUID) -> list[Credentials]:
    """All letters for a gathering, those of one organization together."""
    found = await store.find(Credentials, {"gathering": gathering}, sort="organization", limit=MOST)
    return [stored.entity for stored in found.items]


async def of_people(store: Store, gathering: UUID, people: Sequence[UUID]) -> dict[UUID, Credentials]:
    """Each of these people with their letter: one that counts before one that does not."""
    where = {"gathering": gathering, "person": In([*people])}
    found = await store.find(Credentials, where, limit=MOST) if people else None
    letters = [stored.entity for stored in found.items] if found else []
    letters.sort(key=lambda each: each.state in STANDING)
    return {each.facts.person: each for each in letters}


async def may(store: Store, gathering: UUID, person: UUID, power: Power) -> bool:
    """Whether an accepted letter gives this person that power at this gathering."""
    found = await store.find(Credentials, {"gathering": gathering, "person": person}, limit=MOST)
    return any(each.entity.state == "accepted" and power in each.entity.facts.powers for each in found.items)
