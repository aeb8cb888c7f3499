"""Who may see and keep which minutes. A caller who may not is told that there are none (404)."""

from uuid import UUID

from services.minutes.mirrors.model import Gathering
from services.minutes.record.model import Minutes
from shared.auth import Caller
from shared.errors import NotFound
from shared.store import Store, Stored


async def readable(store: Store, caller: Caller, gathering: UUID) -> Stored[Minutes]:
    """The minutes, if everybody may read them (published), or this caller: observers, and whoever keeps them."""
    minutes = await store.get(Minutes, gathering)
    if minutes and (minutes.entity.published or caller.is_("observer") or await keeps(store, caller, gathering)):
        return minutes
    raise NotFound("There are no such minutes here.")


async def kept(store: Store, caller: Caller, gathering: UUID) -> Stored[Minutes]:
    """The minutes, if this caller keeps them: the secretariat, or a chair of the body that meets."""
    minutes = await store.get(Minutes, gathering)
    if minutes and await keeps(store, caller, gathering):
        return minutes
    raise NotFound("There are no such minutes here.")


async def keeps(store: Store, caller: Caller, gathering: UUID) -> bool:
    """Whether they are this caller's: of the secretariat, or of a chair of the body that meets."""
    if caller.is_("secretariat"):
        return True
    if not caller.is_("chair"):
        return False
    stored = await store.get(Gathering, gathering)
    return stored is not None and keeps_of(caller, stored.entity)


def keeps_of(caller: Caller, gathering: Gathering) -> bool:
    """The same of a gathering that was read already."""
    return caller.is_("secretariat") or (gathering.body is not None and caller.holds("chair", gathering.body))
