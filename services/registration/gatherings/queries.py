"""Which gatherings a caller may know of."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import GatheringState
from services.registration.people.queries import visible
from shared.auth import Caller
from shared.store import In, Store, Stored, Where

ANNOUNCED = tuple(state for state in GatheringState if state is not GatheringState.DRAFT)

WINDOW = (GatheringState.ANNOUNCED, GatheringState.OPEN, GatheringState.CLOSED)
"""As these readers may take what is open."""


def seen_by(caller: Caller) -> Where:
    """Everybody sees what was announced, the secretariat the drafts too."""
    return {} if caller.is_("secretariat") else {"state": In(ANNOUNCED)}


def listed(caller: Caller, state: str) -> Where:
    """Those that may be in this state, if it is one; of those that the caller may know of, whatever is asked for."""
    shown = seen_by(caller)
    there = [each for each in GatheringState if each == state and (not shown or each in ANNOUNCED)]
    return {"state": In((*there, GatheringState.OPEN)) if state in WINDOW else there[0]} if there else shown


def seen_as(state: str, at: datetime) -> Callable[[Gathering], bool] | None:
    """Which of them readers take for being in it: by its window, what is open may not be open yet, or not any more. None: all."""
    return (lambda it: it.state_at(at) == state) if state in WINDOW else None


async def seen(store: Store, caller: Caller, id: UUID) -> Stored[Gathering]:
    """A gathering that the caller may know of; raises NotFound."""
    return await visible(store, Gathering, id, seen_by(caller))
