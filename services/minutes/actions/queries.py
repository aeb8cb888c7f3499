"""What is asked of actions: who may see which, who answers for them, and which are late."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from services.minutes.actions.model import Action
from services.minutes.attendance.queries import kept as one_kept
from services.minutes.attendance.queries import meant, names_of
from services.minutes.mirrors.model import Organization, Person
from services.minutes.mirrors.roles import holders
from services.minutes.record import scope
from shared.auth import Caller
from shared.contracts.actions import ActionFacts
from shared.errors import NotFound
from shared.flow import Read
from shared.store import In, Page, Range, Store, Stored, Where
from shared.store.every import every

LATE = 3
"""Actions on a card of *Today*."""
OWING = 300
"""Organizations of which the board tells how much they owe."""


async def answering(read: Read, person: UUID | None, organization: UUID | None) -> list[UUID]:
    """The people who answer for it: the person, or the focal points that the organization has now."""
    if person:
        return [person]
    if organization is None:
        return []
    return await holders(read, f"focal-point:{organization}")


async def answers_for(store: Store, caller: Caller, facts: ActionFacts) -> bool:
    """The caller is its owner, or a focal point of the organization that is; also under the id of one that was merged."""
    owner = facts.person or facts.organization
    return owner is not None and owner in await _owners(Read(store), caller)


async def _owners(read: Read, caller: Caller) -> list[UUID]:
    """The ids of all owners that the caller answers for: the own ones, and those of the organizations that they speak for."""
    own = await names_of(read, [caller.id] if caller.id else [], Person)
    homes = await names_of(read, caller.of("focal-point"))
    return [id for each in (own, homes) for names in each.values() for id in names]


async def steered(store: Store, caller: Caller, facts: ActionFacts) -> bool:
    """The caller keeps the record that it stands in: the secretariat, or a chair of the body that meets."""
    if caller.is_("secretariat"):
        return True
    try:
        return bool(facts.gathering and await scope.kept(store, caller, facts.gathering))
    except NotFound:
        return False


async def carried_to(store: Store, caller: Caller, gathering: UUID | None) -> bool:
    """They may carry an action over to it (None: to no other gathering): its record is theirs to keep, too."""
    return gathering is None or await scope.keeps(store, caller, gathering)


async def seen(store: Store, caller: Caller, id: UUID) -> Stored[Action]:
    """One that the caller answers for or keeps; any, to observers. Raises NotFound, whether it is there or not."""
    stored = await store.get(Action, id)
    if stored is not None:
        facts = stored.entity.facts
        if caller.is_("observer") or await answers_for(store, caller, facts) or await steered(store, caller, facts):
            return stored
    raise NotFound("There is no such action here.")


async def kept(store: Store, caller: Caller, id: UUID) -> Stored[Action]:
    """One whose record the caller keeps. Raises NotFound."""
    stored = await store.get(Action, id)
    if stored is None or not await steered(store, caller, stored.entity.facts):
        raise NotFound("There is no such action here.")
    return stored


async def whose(store: Store, caller: Caller, wanted: Where) -> Where:
    """What is wanted, as far as the caller may see it: everything, to the secretariat and observers; of an organization (and
    those that were merged into it), to its focal points; of a gathering, to who keeps its record; else one's own, and that of
    the own organizations. Raises NotFound."""
    organization, gathering = wanted.get("organization"), wanted.get("gathering")
    names = await meant(Read(store), organization) if organization else []
    wanted = {**wanted, "organization": In(names)} if names else wanted
    if caller.is_("secretariat") or caller.is_("observer"):
        return wanted
    if organization and not any(caller.holds("focal-point", each) for each in names):
        raise NotFound("There is no such organization here.")
    if gathering and not organization:
        await scope.kept(store, caller, gathering)
    if organization or gathering:
        return wanted
    return {**wanted, "owner": In(await _owners(Read(store), caller))}


async def late(store: Store, today: date, limit: int = LATE) -> tuple[int, Page[Action]]:
    """How many are owed whose last day is over, and the longest late first."""
    where = {"owed": True, "due_on": Range(lt=today)}
    return await store.count(Action, where), await store.find(Action, where, sort="due_on", limit=limit)


async def owing(store: Store, today: date, edition: UUID | None) -> Sequence[tuple[Organization, int, int]]:
    """Each organization that owes something, with how much, and how much of it is late; who owes most comes first. What one owes
    that was merged, the one owes that was kept."""
    of = {"owed": True} | ({"edition": edition} if edition else {})
    owed = [each.entity async for each in every(store, Action, of)]
    homes_of, read = {home for each in owed if (home := each.facts.organization)}, Read(store)
    await read.many(Organization, sorted(homes_of))
    by_now = {id: await one_kept(read, id) or id for id in homes_of}
    found: dict[UUID, list[int]] = {}
    for each in owed:
        if home := each.facts.organization:
            counts = found.setdefault(by_now[home], [0, 0])
            counts[0] += 1
            counts[1] += each.late(today)
    most = sorted(found, key=lambda home: (-found[home][0], -found[home][1], home))[:OWING]
    homes = await store.get_many(Organization, most)
    return [(homes[id].entity if id in homes else Organization(id), found[id][0], found[id][1]) for id in most]
