"""Which gatherings a caller may know of."""

from uuid import UUID

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import GatheringState
from services.registration.people.queries import visible
from shared.auth import Caller
from shared.store import In, Store, Stored, Where

ANNOUNCED = tuple(state for state in GatheringState if state is not GatheringState.DRAFT)


def seen_by(caller: Caller) -> Where:
    """Everybody sees what was announced, the secretariat the drafts too."""
    return {} if caller.is_("secretariat") else {"state": In(ANNOUNCED)}


def listed(caller: Caller, state: str) -> Where:
    """Those that are in this state, if it is one; of those that the caller may know of, whatever is asked for."""
    shown = seen_by(caller)
    there = [each for each in GatheringState if each == state and (not shown or each in ANNOUNCED)]
    return {"state": there[0]} if there else shown


async def seen(store: Store, caller: Caller, id: UUID) -> Stored[Gathering]:
    """A gathering that the caller may know of; raises NotFound."""
    return await visible(store, Gathering, id, seen_by(caller))
