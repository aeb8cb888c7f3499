"""What is asked of the store: what is due, what a page of it needs to know, and what the secretariat looks at."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from services.notifications.model import Gathering, Notification, Person, Registration
from services.notifications.model.told import TELLS
from shared.store import Range, Store, Stored
from shared.store.every import every


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
        """A later event than its cause left the registration in another standing than the one it tells of."""
        stored = self.registrations.get(notification.registration)
        heard = stored.heard.get(notification.registration) if stored else None
        if stored is None or heard is None or heard.sequence <= notification.cause_sequence:
            return False
        return stored.entity.standing != TELLS[notification.template]


async def due(store: Store, at: datetime, limit: int) -> list[Notification]:
    """The notifications whose time has come, the longest waiting first."""
    page = await store.find(Notification, {"due": Range(lte=at)}, sort="due", limit=limit)
    return [stored.entity for stored in page.items]


async def joined(store: Store, notifications: list[Notification]) -> Joined:
    """All that these notifications need of other aggregates. Registrations only where a mail was delayed."""
    again = [each.registration for each in notifications if each.was_delayed]
    return Joined(
        people=await _many(store, Person, [each.recipient for each in notifications]),
        gatherings=await _many(store, Gathering, [each.gathering for each in notifications]),
        registrations=await _many(store, Registration, again),
    )


async def erased(store: Store) -> list[UUID]:
    """Everybody of whom only the id is left."""
    return [stored.id async for stored in every(store, Person, {"erased": True})]


async def told(store: Store, recipient: UUID) -> list[UUID]:
    """The notifications of one person."""
    return [stored.id async for stored in every(store, Notification, {"recipient": recipient})]


async def _many(store: Store, kind: type[Any], ids: list[UUID]) -> dict[UUID, Any]:
    return await store.get_many(kind, list(dict.fromkeys(ids))) if ids else {}
