"""What a caller may see of registrations and people, as conditions of a query."""

from collections.abc import Sequence
from typing import Any, TypeVar
from uuid import UUID

from services.registration.model import Gathering, GatheringState, Registration
from shared.auth import Caller
from shared.errors import Forbidden, NotFound
from shared.store import Entity, In, Store, Stored, Where

E = TypeVar("E", bound=Entity)

ANNOUNCED = tuple(state for state in GatheringState if state is not GatheringState.DRAFT)


def gatherings(caller: Caller) -> Where:
    """Everybody sees what was announced, the secretariat the drafts too."""
    return {} if caller.is_("secretariat") else {"state": In(ANNOUNCED)}


def people(caller: Caller) -> Where:
    """The secretariat sees everybody, others themselves."""
    return {} if caller.is_("secretariat") else {"_id": caller.id}


def own(caller: Caller) -> Where:
    """The secretariat sees every registration, others their own."""
    return {} if caller.is_("secretariat") else {"person": caller.id}


def door(caller: Caller) -> Where:
    """The secretariat sees every registration, the door those of its gatherings."""
    return {} if caller.is_("secretariat") else {"gathering": In(caller.of("checkin"))}


async def registration(store: Store, caller: Caller, id: UUID) -> Stored[Registration]:
    """One's own registration, one of the gathering whose door the caller keeps, or any to the secretariat."""
    return await visible(store, Registration, id, own(caller), door(caller))


async def gathering(store: Store, caller: Caller, id: UUID) -> Stored[Gathering]:
    """A gathering that the caller may know of."""
    return await visible(store, Gathering, id, gatherings(caller))


async def visible(store: Store, kind: type[E], id: UUID, *wheres: Where, code: str | None = None) -> Stored[E]:
    """The document, if one of the conditions lets the caller see it; raises NotFound, whether it exists or not."""
    for where in _distinct(wheres):
        if where.get("_id", id) != id:
            continue
        page = await store.find(kind, {**where, "_id": id}, limit=1)
        if page.items:
            return page.items[0]
    raise NotFound("There is no such thing here.", code=code)


def must_keep_door(caller: Caller, gathering: UUID) -> None:
    """Raises NotFound unless the caller keeps this gathering's door."""
    if not (caller.is_("secretariat") or caller.holds("checkin", gathering)):
        raise NotFound("There is no such thing here.")


def who(caller: Caller, asked: UUID | None) -> UUID:
    """Whom the caller registers: the secretariat anybody, others themselves. Raises Forbidden."""
    person = asked or caller.id
    if person is None or (person != caller.id and not caller.is_("secretariat")):
        raise Forbidden("A person registers themselves; the secretariat registers others.")
    return person


def _distinct(wheres: Sequence[Where]) -> list[Where]:
    found: list[Any] = []
    for where in wheres:
        if where not in found:
            found.append(where)
    return found
