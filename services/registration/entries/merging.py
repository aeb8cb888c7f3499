"""Two entries that are one: the duplicate becomes an alias, which leads to the entry that is kept, for good (ADR 0008).

A circle cannot come about, whoever merges at once: what is merged into an entry is numbered, and each number is claimed; an
entry that becomes an alias takes the next of its own numbers, after which nothing is merged into it any more.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from services.registration.entries.history import KEPT, Edit
from shared.errors import Conflict, Invalid
from shared.flow import Read
from shared.store import Entity, In, Store, Stored
from shared.store.every import every

MOST = 100
"""So many aliases an entry may have."""


@dataclass(slots=True, kw_only=True)
class Mergeable:
    """What an entry says of merging. `merged_into`: of an alias, the entry that was kept (which may be an alias by now).

    `slots`: the numbers that an alias claims. `aliases`: all that lead here, as far as was heard.
    """

    merged_into: UUID | None = None
    slots: list[str] = field(default_factory=list)
    aliases: list[UUID] = field(default_factory=list)


class Entry(Entity, Protocol):
    """An entry that can be merged."""

    merged_into: UUID | None
    slots: list[str]
    aliases: list[UUID]
    history: list[Edit]


M = TypeVar("M", bound=Entry)


async def kept(read: Read, kind: type[M], id: UUID | None) -> M | None:
    """The entry of this id; of an alias, the one that was kept. None if there is none."""
    there = await read.maybe(kind, id) if id else None
    while there and there.merged_into:
        there = await read.maybe(kind, there.merged_into)
    return there


async def kept_id(read: Read, kind: type[M], id: UUID) -> UUID:
    """The id of the entry that an id means: its own, of an alias that of the one that was kept."""
    there = await kept(read, kind, id)
    return there.id if there else id


async def every_id(read: Read, kind: type[M], entry: M) -> list[UUID]:
    """Every id that leads to this entry by now, its own first; `aliases` has those that were heard of."""
    ids, new = [entry.id], [entry.id]
    while new:
        new = [each.id async for each in every(read, kind, {"merged_into": In(new)})]
        ids += new
    return ids


async def shown(store: Store, kind: type[M], id: UUID) -> Stored[M] | None:
    """As `kept`, to be shown: in its envelope."""
    read = Read(store)
    there = await kept(read, kind, id)
    return await read.stored(kind, there.id) if there else None


async def called(store: Store, kind: type[M], ids: list[UUID]) -> dict[UUID, M]:
    """Each of these ids with its entry; an alias with the one that was kept."""
    read = Read(store)
    there = await read.many(kind, ids)
    return {id: found for id in there if (found := await kept(read, kind, id))}


async def into(read: Read, duplicate: M, kept_id: UUID) -> M | None:
    """The entry that this one is to be merged into; None if it is already. Raises Invalid, Conflict, and NotFound."""
    await read.one(type(duplicate), kept_id)
    target = await kept(read, type(duplicate), kept_id)
    if duplicate.merged_into:
        if target is await kept(read, type(duplicate), duplicate.id):
            return None
        raise Conflict("It was merged into another already.", code="merged")
    if target is None or target.id == duplicate.id:
        raise Invalid.at("Both are the same; choose another.", "into", code="same")
    if len({*target.aliases, *duplicate.aliases}) >= MOST:
        raise Conflict(f"At most {MOST} are merged into one.", code="too-many")
    return target


async def become_alias(read: Read, duplicate: M, target: M, at: datetime, by: UUID | None) -> None:
    """The duplicate is an alias from now on, and says so in its history."""
    numbers = [(each, await read.count(type(each), {"merged_into": each.id}) + 1) for each in (target, duplicate)]
    duplicate.merged_into = target.id
    duplicate.slots = [f"merged/{each.id}/{number}" for each, number in numbers]
    duplicate.history = [*duplicate.history, Edit(at, by, "merged_into", "", str(target.id))][-KEPT:]


async def take_note(read: Read, kind: type[M], alias_id: UUID) -> M | None:
    """The entry that was kept, which knows the alias and what leads to that from now on; None if it knew before."""
    alias, target = await read.maybe(kind, alias_id), await kept(read, kind, alias_id)
    if alias is None or target is None or target is alias:
        return None
    new = [each for each in (alias.id, *alias.aliases) if each not in target.aliases]
    if not new:
        return None
    target.aliases = [*target.aliases, *new]
    last = next((each for each in reversed(alias.history) if each.field == "merged_into"), None)
    if last and alias.id in new:
        target.history = [*target.history, Edit(last.at, last.by, "aliases", "", str(alias.id))][-KEPT:]
    return target
