"""What is asked of the store: what is due, what a page of it needs to know, and what the secretariat looks at."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from services.notifications.mirrors import Gathering, Person, Registration
from services.notifications.notifications.model import PAST, WAITING, Notification, State
from services.notifications.rules.registrations import TELLS
from shared.store import Cursor, In, Range, Store, Stored, Where
from shared.store.every import every
from shared.store.unreadable import readable

PAGE = 256
"""Notifications that are looked at together."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What is known, at this moment, of the people, gatherings and registrations that some notifications speak of."""

    people: dict[UUID, Stored[Person]]
    gatherings: dict[UUID, Stored[Gathering]]
    registrations: dict[UUID, Stored[Registration]]

    def person(self, notification: Notification) -> Person:
        """The recipient; an empty one while nothing was heard."""
        stored = self.people.get(notification.recipient)
        return stored.entity if stored else Person(notification.recipient)

    def gathering(self, notification: Notification) -> Gathering:
        """The gathering; an empty one while nothing was heard."""
        stored = self.gatherings.get(notification.gathering)
        return stored.entity if stored else Gathering(notification.gathering)

    def has_moved_on(self, notification: Notification) -> bool:
        """As `has_moved_on`."""
        return has_moved_on(self.registrations.get(notification.registration), notification)


def has_moved_on(registration: Stored[Registration] | None, notification: Notification) -> bool:
    """A later event than its cause left the registration in another standing than the one it tells of."""
    heard = registration.heard.get(notification.registration) if registration else None
    if registration is None or heard is None or heard.sequence <= notification.cause_sequence:
        return False
    return registration.entity.standing != TELLS.get(notification.template)


async def due(store: Store, at: datetime) -> AsyncIterator[list[Stored[Notification]]]:
    """Page by page what is queued, the longest waiting first, and what is to be tried again by now."""
    for where, sort in (({"state": State.QUEUED}, "queued_at"), ({"due": Range(lte=at)}, "due")):
        async for page in _pages(store, where, sort):
            yield page


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
    """What waits of the registrations that these tell of, each in the order in which it happened.

    Of what was found it is the version that was found; the first news of a registration has nothing before it.
    """
    waiting: dict[UUID, dict[UUID, Stored[Notification]]] = {}
    for each in await _companions(store, found):
        waiting.setdefault(each.entity.registration, {})[each.id] = each
    for each in found:
        waiting.setdefault(each.entity.registration, {})[each.id] = each
    return [sorted(each.values(), key=lambda it: it.entity.cause_sequence) for each in waiting.values()]


async def _companions(store: Store, found: Sequence[Stored[Notification]]) -> list[Stored[Notification]]:
    asked = {each.entity.registration for each in found if each.entity.cause_sequence > 1 or each.entity.attempts}
    if not asked:
        return []
    where = {"registration": In([*asked]), "state": In([*WAITING])}
    return [each async for each in every(store, Notification, where, passing_by=True)]


async def joined(store: Store, notifications: list[Notification]) -> Joined:
    """All that these notifications need of other aggregates. Registrations only where a mail was tried before."""
    again = [each.registration for each in notifications if each.attempts]
    return Joined(
        people=await _many(store, Person, [each.recipient for each in notifications]),
        gatherings=await _many(store, Gathering, [each.gathering for each in notifications]),
        registrations=await _many(store, Registration, again),
    )


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


async def _many(store: Store, kind: type[Any], ids: list[UUID]) -> dict[UUID, Any]:
    """What cannot be read is as if it was not heard of yet."""
    return await readable(store.get_many(kind, list(dict.fromkeys(ids)))) if ids else {}
