"""Who hears an announcement, a page at a time; and of those only who was concerned when it became so.

Who came later knows it as it is. Of what stood then, the last that was told of it until then says: each change of it is told.
"""

from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID, uuid5

from services.notifications.announcements.model import Announcement
from services.notifications.announcements.part import Hearer, Part
from services.notifications.announcements.responsible import responsible
from services.notifications.announcements.subscribed import subscribed
from services.notifications.mirrors import STANDINGS, Invitation
from services.notifications.mirrors.standing import Standing
from services.notifications.notifications.model import Notification
from services.notifications.rules import CONCERNED, Audience, rule_of
from services.notifications.rules.gatherings import REGISTERED
from services.notifications.rules.invited import UNANSWERED
from shared.contracts.invitations import INVITATIONS
from shared.contracts.registrations import REGISTRATIONS, registration_id
from shared.store import Cursor, In, Page, Range, Store, Stored
from shared.store.every import every

PAGE = 200
"""So many are looked at together."""

_PARTS: Final = {"responsible": responsible, "subscribed": subscribed}

TOPICS = {"registered": REGISTRATIONS.name, "invited": INVITATIONS.name}
"""Where it is on record that somebody is of an audience."""


async def part_of(store: Store, it: Announcement) -> Part:
    """The page behind those that were looked at."""
    return await _PARTS.get(audience_of(it).who, _of_gathering)(store, it)


async def _of_gathering(store: Store, it: Announcement) -> Part:
    page = await _page(store, it)
    those = [each for each in page.items if each.entity.standing in audience_of(it).standings]
    then = await _concerned_then(store, it, [each.id for each in those])
    topic = TOPICS[audience_of(it).who]
    people = [(each, person) for each in those if each.id in then for person in _people(each.entity)]
    hearers = [Hearer(_notification(it, each, person), person, topic, each) for each, person in people]
    hearers = await _not_as_registered(store, it, hearers)
    return Part(hearers, page.items[-1].id if page.items else it.after, page.next is None)


def audience_of(it: Announcement) -> Audience:
    """That of its rule; of an older release it was for who is registered."""
    return rule_of(it.template).to or REGISTERED


async def _page(store: Store, it: Announcement) -> Page[Standing]:
    after: Cursor | None = (str(it.after), str(it.after)) if it.after else None
    kind = STANDINGS[TOPICS[audience_of(it).who]]
    return await store.find(kind, {"gathering": it.key}, limit=PAGE, after=after)


def _people(thing: Standing) -> Iterable[UUID]:
    """Of an organization that is invited, its focal points; of a person who accepted nobody, for they are registered."""
    if not isinstance(thing, Invitation):
        return [thing.person] if thing.person else []
    if thing.person is None:
        return thing.focal_points
    return [thing.person] if thing.standing in UNANSWERED else []


def _notification(it: Announcement, thing: Stored[Standing], person: UUID) -> UUID:
    """The same for one person, whether they are told as registered or as invited: whoever is quicker tells them."""
    rule = rule_of(it.template)
    registration = registration_id(it.key, person) if rule.beside else thing.id
    return uuid5(it.event, f"{rule.beside or it.template}/{registration}")


async def _not_as_registered(store: Store, it: Announcement, hearers: list[Hearer]) -> list[Hearer]:
    """Of those invited, who is not told the same because they are registered."""
    if not rule_of(it.template).beside or not hearers:
        return hearers
    ids = {registration_id(it.key, each.person): each for each in hearers}
    there = await store.get_many(STANDINGS[REGISTRATIONS.name], list(ids))
    return [each for id, each in ids.items() if id not in there or there[id].entity.standing not in CONCERNED]


async def _concerned_then(store: Store, it: Announcement, things: Sequence[UUID]) -> set[UUID]:
    """Of these registrations or invitations those that were concerned."""
    where = {"about": In(things), "queued_at": Range(lte=it.at)}
    last: dict[UUID, Notification] = {}
    async for stored in every(store, Notification, where, sort="queued_at"):
        told = stored.entity
        if rule_of(told.template).standing and told.about_sequence > (
            last[told.about].about_sequence if told.about in last else 0
        ):
            last[told.about] = told
    standings = audience_of(it).standings
    return {about for about, told in last.items() if rule_of(told.template).standing in standings}
