"""What is asked of programmes."""

from uuid import UUID

from services.registration.gatherings.queries import seen
from services.registration.programme.model import Part, PartState
from shared.auth import Caller
from shared.errors import NotFound
from shared.store import Finds, Store, Stored

MOST = 500
"""So many sessions of a gathering are shown."""


async def programme(store: Finds, gathering: UUID, *, whole: bool = False) -> list[Stored[Part]]:
    """The sessions of a gathering, by when each begins; those that were withdrawn only of the `whole`."""
    found = await store.find(Part, {"gathering": gathering}, sort="starts_at", limit=MOST)
    return [stored for stored in found.items if whole or stored.entity.state is PartState.PLANNED]


async def one(store: Store, caller: Caller, part: UUID) -> Stored[Part]:
    """A session of a gathering that the caller may know of. Raises NotFound."""
    found = await store.get(Part, part)
    if found is None:
        raise NotFound("There is no such session.")
    await seen(store, caller, found.entity.facts.gathering)
    return found
