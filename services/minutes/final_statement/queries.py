"""Who may read which final statement, and what is joined to it."""

from uuid import UUID

from services.minutes.final_statement.model import FinalStatement
from services.minutes.record import scope
from shared.auth import Caller
from shared.errors import NotFound
from shared.store import Store, Stored


async def readable(store: Store, caller: Caller, gathering: UUID) -> Stored[FinalStatement]:
    """Once adopted it is everybody's; before that observers' and theirs who keep the minutes. Raises NotFound."""
    stored = await store.get(FinalStatement, gathering)
    if stored and (stored.entity.adopted or caller.is_("observer") or await scope.keeps(store, caller, gathering)):
        return stored
    raise NotFound("There is no such final statement here.")


async def sees_drafts(store: Store, caller: Caller, gathering: UUID) -> bool:
    """Amendments, and what lay before the gathering, are not published."""
    return caller.is_("observer") or await scope.keeps(store, caller, gathering)
