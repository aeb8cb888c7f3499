"""What is asked of the store: what is due, what a page of it needs to know, and what the secretariat looks at."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from services.notifications.calendar import ASKED, Part
from services.notifications.mirrors import STANDINGS, Edition, Gathering, NamedEdition, Person, Series
from services.notifications.mirrors.standing import Standing
from services.notifications.notifications.model import PAST, WAITING, Notification, State
from services.notifications.rules import rule_of
from shared.contracts.editions import EDITIONS
from shared.contracts.invitations import INVITATIONS, invitation_id
from shared.contracts.registrations import REGISTRATIONS, registration_id
from shared.store import Cursor, In, Range, Store, Stored, Where
from shared.store.every import every
from shared.store.unreadable import readable

PAGE = 256
"""Notifications that are looked at together."""

OWN = (REGISTRATIONS.name, INVITATIONS.name)
"""What somebody has to do with a gathering."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What is known, at this moment, of the people, gatherings and things that some notifications speak of."""

    found: dict[tuple[type[Any], UUID], Stored[Any]]
    people: dict[UUID, Person]

    def person(self, notification: Notification) -> Person:
        """The recipient; of an alias, the one that was kept. An empty one while nothing was heard."""
        return self.people.get(notification.recipient) or Person(notification.recipient)

    def gathering(self, notification: Notification) -> Gathering | None:
        """The gathering, if it is of one; an empty one while nothing was heard."""
        if notification.gathering is None:
            return None
        stored = self.found.get((Gathering, notification.gathering))
        return stored.entity if stored else Gathering(notification.gathering)

    def edition(self, notification: Notification) -> NamedEdition | None:
        """The edition that it tells of, if it does; an empty one while nothing was heard."""
        if notification.about_topic != EDITIONS.name:
            return None
        stored = self.found.get((Edition, notification.about))
        edition = stored.entity if stored else Edition(notification.about)
        series = self.found.get((Series, edition.series)) if edition.series else None
        return NamedEdition(edition, series.entity if series else Series(edition.series or edition.id))

    def part(self, notification: Notification) -> Part | None:
        """What the recipient has to do with the gathering: as it tells, or where it does not say, as that stands now."""
        it, gathering = notification, self.gathering(notification)
        ids = _own(notification)
        if gathering is None or it.about != ids.get(it.about_topic):
            return None
        stands = {topic: self._stands(topic, id) for topic, id in ids.items()}
        if told := rule_of(it.template).standing:
            stands[it.about_topic] = told, it.about_sequence
        (standing, sequence), (invited, invitation) = stands[REGISTRATIONS.name], stands[INVITATIONS.name]
        if it.about_topic == REGISTRATIONS.name and invited not in ASKED:
            invited = ""  # that an invitation is over its own mail says
        ended, registration = "freed_seat" in it.facts, ids[REGISTRATIONS.name]
        return Part(registration, standing, sequence, gathering, ended, invited, invitation)

    def _stands(self, topic: str, id: UUID) -> tuple[str, int]:
        """What became of a thing by now, and by which of its events; 0 while nothing was heard."""
        thing: Stored[Standing] | None = self.found.get((STANDINGS[topic], id))
        heard = thing.heard.get(id) if thing else None
        return (thing.entity.standing, heard.sequence) if thing and heard else ("", 0)

    def has_moved_on(self, notification: Notification) -> bool:
        """As `has_moved_on`."""
        kind = STANDINGS.get(notification.about_topic)
        return kind is not None and has_moved_on(self.found.get((kind, notification.about)), notification)


def _own(notification: Notification) -> dict[str, UUID]:
    """By topic: the recipient's registration for the gathering, and the invitation to it. Both have ids before they are there."""
    it = notification
    if it.gathering is None or it.about_topic not in OWN:
        return {}
    registration = it.about if it.about_topic == REGISTRATIONS.name else registration_id(it.gathering, it.recipient)
    return {REGISTRATIONS.name: registration, INVITATIONS.name: invitation_id(it.gathering, it.recipient)}


def has_moved_on(thing: Stored[Standing] | None, notification: Notification) -> bool:
    """A later event than its cause left what it tells of in another standing than the one that it tells."""
    heard = thing.heard.get(notification.about) if thing else None
    if thing is None or heard is None or heard.sequence <= notification.about_sequence:
        return False
    return rule_of(notification.template).standing not in {"", thing.entity.standing}


async def due(store: Store, at: datetime) -> AsyncIterator[list[Stored[Notification]]]:
    """Page by page what is queued, the longest waiting first; what was scheduled just now; and what is due by now."""
    new = {"state": State.SCHEDULED, "due": None}
    for where, sort in (({"state": State.QUEUED}, "queued_at"), (new, "queued_at"), ({"due": Range(lte=at)}, "due")):
        async for page in _pages(store, where, sort):
            yield page


async def next_due(store: Store) -> datetime | None:
    """When the first of those that wait for their time is due."""
    page = await readable(store.find(Notification, {"due": Range()}, sort="due", limit=1))
    return next((stored.entity.due for stored in page.items), None)


async def put_off(store: Store, at: datetime) -> AsyncIterator[list[Stored[Notification]]]:
    """Page by page what was put off by a clock that was ahead: it says that this was tried after `at`."""
    async for page in _pages(store, {"due": Range(gt=at)}, "due"):
        yield [stored for stored in page if any((each.ended_at or at) > at for each in stored.entity.attempts[-1:])]


def held_to_be_past(store: Store, at: datetime) -> AsyncIterator[Stored[Notification]]:
    """What a clock that was ahead held to be past: it is useful until after `at`."""
    where = {"state": State.SUPPRESSED, "reason": PAST, "useful_until": Range(gt=at)}
    return every(store, Notification, where, passing_by=True)


def begun(store: Store) -> AsyncIterator[Stored[Notification]]:
    """All that is being sent, by whomever."""
    return every(store, Notification, {"state": State.SENDING}, passing_by=True)


async def lines(store: Store, found: Sequence[Stored[Notification]]) -> list[list[Stored[Notification]]]:
    """What waits of the things that these tell of, of each in the order in which it happened.

    Of what was found it is the version that was found; the first news of a thing has nothing before it.
    """
    waiting: dict[tuple[str, UUID], dict[UUID, Stored[Notification]]] = {}
    for each in [*await _companions(store, found), *found]:
        waiting.setdefault(each.entity.thing, {})[each.id] = each
    return [sorted(each.values(), key=_in_line) for each in waiting.values()]


def _may_have_others_before(it: Notification) -> bool:
    return it.about_sequence > 1 or bool(it.attempts) or _is_for_everybody(it)


def _in_line(stored: Stored[Notification]) -> tuple[int, bool, datetime]:
    """What it says of the thing itself comes before what everybody was told afterwards."""
    it = stored.entity
    return it.about_sequence, _is_for_everybody(it), it.queued_at


def _is_for_everybody(notification: Notification) -> bool:
    return not rule_of(notification.template).standing


async def _companions(store: Store, found: Sequence[Stored[Notification]]) -> list[Stored[Notification]]:
    scheduled = any(each.entity.state is State.SCHEDULED for each in found)
    asked = {each.entity.thing for each in found if scheduled or _may_have_others_before(each.entity)}
    if not asked:
        return []
    states = [*WAITING, *([State.SCHEDULED] if scheduled else ())]
    where = {"about": In([about for _, about in asked]), "state": In(states)}
    there = [each async for each in every(store, Notification, where, passing_by=True)]
    return [each for each in there if each.entity.thing in asked]


async def joined(store: Store, notifications: Sequence[Notification]) -> Joined:
    """All that these notifications need of others, in one look; where a thing stands only for what was tried before,
    scheduled, or does not say it.

    What cannot be read is as if it was not heard of yet.
    """
    wanted: list[tuple[type[Any], UUID]] = [(Person, each.recipient) for each in notifications]
    wanted += [(Gathering, each.gathering) for each in notifications if each.gathering]
    for each in notifications:
        stands = each.attempts or each.state is State.SCHEDULED or _is_for_everybody(each)
        if (stands or each.about_topic == EDITIONS.name) and each.about_topic in STANDINGS:
            wanted.append((STANDINGS[each.about_topic], each.about))
        wanted += [(STANDINGS[topic], id) for topic, id in _own(each).items() if id != each.about]
    wanted = list(dict.fromkeys(wanted))
    there = await readable(store.get_each(wanted)) if wanted else []
    found = {address: stored for address, stored in zip(wanted, there, strict=True) if stored}
    found |= await _series(store, found)
    people = {id: stored.entity for (kind, id), stored in found.items() if kind is Person}
    return Joined(found, await _kept(store, people))


async def _series(store: Store, found: Mapping[tuple[type[Any], UUID], Stored[Any]]) -> dict[Any, Stored[Any]]:
    """Those of the editions among them."""
    ids = {stored.entity.series for (kind, _), stored in found.items() if kind is Edition} - {None}
    there = await readable(store.get_many(Series, sorted(ids))) if ids else {}
    return {(Series, id): stored for id, stored in there.items()}


async def people_of(store: Store, found: Sequence[Stored[Notification]]) -> dict[UUID, Person]:
    """The recipients; an alias is the one that was kept, or an empty one while nothing was heard of that."""
    there = await store.get_many(Person, [*{each.entity.recipient for each in found}])
    return await _kept(store, {id: each.entity for id, each in there.items()})


async def ids_of(store: Store, person: UUID) -> list[UUID]:
    """Every id of one person, whichever is asked for: that of who was kept first, then the aliases."""
    there = await store.get_many(Person, [person])
    kept = await _kept(store, {id: each.entity for id, each in there.items()})
    ids = [kept[person].id if person in kept else person]
    for id in ids:  # which grows: an alias may have some of its own
        ids += [stored.id async for stored in every(store, Person, {"same_as": id}) if stored.id not in ids]
    return ids


async def _kept(store: Store, people: dict[UUID, Person]) -> dict[UUID, Person]:
    """Follow those who are aliases, a step of all at a time; hardly anybody is."""
    while leads := {id: each.same_as for id, each in people.items() if each.same_as}:
        there = await readable(store.get_many(Person, [*{*leads.values()}]))
        people |= {id: there[to].entity if to in there else Person(to) for id, to in leads.items()}
    return people


async def erased(store: Store) -> list[UUID]:
    """Everybody of whom only the id is left."""
    return [stored.id async for stored in every(store, Person, {"erased": True}, passing_by=True)]


async def count_erased(store: Store) -> int:
    """How many they are: it is asked at every idle step, and reads an index alone."""
    return await store.count(Person, {"erased": True})


async def told(store: Store, recipient: UUID) -> list[UUID]:
    """The notifications of one person."""
    return [stored.id async for stored in every(store, Notification, {"recipient": recipient})]


async def _pages(store: Store, where: Where, sort: str) -> AsyncIterator[list[Stored[Notification]]]:
    after: Cursor | None = None
    while True:
        page = await readable(store.find(Notification, where, sort=sort, limit=PAGE, after=after))
        yield page.items
        if page.next is None:
            return
        after = page.next
