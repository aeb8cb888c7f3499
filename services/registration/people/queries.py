"""What is asked of the people on record, and whom a caller may see."""

from collections.abc import Sequence
from typing import Any, TypeVar
from uuid import UUID

from services.registration.people.model import Person, mailbox
from shared.auth import Caller
from shared.errors import NotFound
from shared.flow import Read
from shared.store import Entity, Store, Stored, Where

E = TypeVar("E", bound=Entity)


async def person_at(read: Read, address: str) -> Person | None:
    """The person who has this address."""
    page = await read.find(Person, {"email": mailbox(address)}, limit=1)
    return page.items[0].entity if page.items else None


def seen_by(caller: Caller) -> Where:
    """The secretariat sees everybody, others themselves."""
    return {} if caller.is_("secretariat") else {"_id": caller.id}


async def visible(store: Store, kind: type[E], id: UUID, *wheres: Where, code: str | None = None) -> Stored[E]:
    """The document, if one of the conditions lets the caller see it; raises NotFound, whether it exists or not."""
    for where in _distinct(wheres):
        if where.get("_id", id) != id:
            continue
        page = await store.find(kind, {**where, "_id": id}, limit=1)
        if page.items:
            return page.items[0]
    raise NotFound("There is no such thing here.", code=code)


def _distinct(wheres: Sequence[Where]) -> list[Where]:
    found: list[Any] = []
    for where in wheres:
        if where not in found:
            found.append(where)
    return found
