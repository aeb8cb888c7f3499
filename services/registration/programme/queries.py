"""What is asked of programmes."""

from uuid import UUID

from services.registration.gatherings.queries import seen
from services.registration.programme.model import Part, PartState
from shared.auth import Caller
from shared.errors import NotFound
from shared.store import Finds, Store, Stored, Where
from shared.store.every import every


async def programme(store: Finds, gathering: UUID, *, whole: bool = False) -> list[Stored[Part]]:
    """The sessions of a gathering, by when each begins; those that were withdrawn only of the `whole`."""
    where: Where = {"gathering": gathering} | ({} if whole else {"state": PartState.PLANNED})
    return [stored async for stored in every(store, Part, where, sort="starts_at")]


async def one(store: Store, caller: Caller, part: UUID) -> Stored[Part]:
    """A session of a gathering that the caller may know of. Raises NotFound."""
    found = await store.get(Part, part)
    if found is None:
        raise NotFound("There is no such session.")
    await seen(store, caller, found.entity.facts.gathering)
    return found
