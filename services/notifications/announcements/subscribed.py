"""Who is told of reports by a subscription, a page at a time: each person once, and nobody whom the event itself names."""

from collections.abc import Sequence
from uuid import UUID, uuid5

from services.notifications.announcements.model import Announcement
from services.notifications.announcements.part import Hearer, Part
from services.notifications.mirrors import STANDINGS, Person
from services.notifications.mirrors.standing import Standing
from services.notifications.rules import rule_of
from shared.contracts.subscriptions import SUBSCRIPTIONS, subscription_id
from shared.store import Cursor, In, Store, Stored
from shared.store.every import every

PAGE = 200
"""So many are looked at together."""


async def subscribed(store: Store, it: Announcement) -> Part:
    """The page behind those that were looked at. Of a person with several ids the first subscription counts."""
    after: Cursor | None = (str(it.after), str(it.after)) if it.after else None
    page = await store.find(STANDINGS[SUBSCRIPTIONS.name], {}, limit=PAGE, after=after)
    those = [each for each in page.items if _is_told(each, it)]
    ids = await _ids(store, [each.entity.person for each in those if each.entity.person])
    twins = await _twins(store, it, ids)
    hearers = [
        Hearer(uuid5(it.event, f"{it.template}/{each.id}"), person, SUBSCRIPTIONS.name, each)
        for each in those
        if (person := each.entity.person)
        and not ids[person] & {*it.named}
        and each.id == min(twins[person] | {each.id})
    ]
    return Part(hearers, page.items[-1].id if page.items else it.after, page.next is None)


def _is_told(thing: Stored[Standing], it: Announcement) -> bool:
    to = rule_of(it.template).to
    return bool(to and thing.entity.standing in to.standings)


async def _twins(store: Store, it: Announcement, ids: dict[UUID, set[UUID]]) -> dict[UUID, set[UUID]]:
    """Of each person the subscriptions that count, by whichever id; hardly anybody has more than one id."""
    others = {subscription_id(id) for some in ids.values() if len(some) > 1 for id in some}
    there = await store.get_many(STANDINGS[SUBSCRIPTIONS.name], list(others)) if others else {}
    told = {id for id, each in there.items() if _is_told(each, it)}
    return {person: {subscription_id(id) for id in some} & told for person, some in ids.items()}


async def _ids(store: Store, people: Sequence[UUID]) -> dict[UUID, set[UUID]]:
    """Every id of each person: that of who was kept, and the aliases."""
    there = {id: each.entity for id, each in (await store.get_many(Person, [*{*people}])).items()}
    kept = {id: await _kept(store, there.get(id) or Person(id)) for id in people}
    ids = {id: {id, to} for id, to in kept.items()}
    aliases: dict[UUID, set[UUID]] = {}
    if kept:
        async for stored in every(store, Person, {"same_as": In([*{*kept.values()}])}):
            aliases.setdefault(stored.entity.same_as or stored.id, set()).add(stored.id)
    return {id: some | aliases.get(kept[id], set()) for id, some in ids.items()}


async def _kept(store: Store, person: Person) -> UUID:
    """Whom an alias leads to."""
    while person.same_as:
        stored = await store.get(Person, person.same_as)
        person = stored.entity if stored else Person(person.same_as)
    return person.id
