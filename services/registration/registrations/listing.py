"""Consent to stand on the list of participants: given and taken back by whoever is registered, at any time."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID, uuid5

from services.registration.registrations.model import Registration
from shared.contracts import Message
from shared.flow import Change, Read


def listing_id(registration: UUID) -> UUID:
    """Of the consent of one registration."""
    return uuid5(registration, "listing")


@dataclass(frozen=True, slots=True, kw_only=True)
class BeListed(Message):
    """I may stand on the list, or may not any more."""

    registration: UUID
    listed: bool


@dataclass(slots=True)
class Listing:
    """Of one registration. `since`: when they consented; None: they do not."""

    kind: ClassVar[str] = "listings"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering", "since"),)
    rare: ClassVar[tuple[str, ...]] = ("since",)

    id: UUID
    registration: UUID
    gathering: UUID
    since: datetime | None = None


async def be_listed(command: BeListed, read: Read) -> Change[Listing]:
    """Said again, it stays as it is. Nobody is told: who looks at the list sees it as it is."""
    registration = await read.one(Registration, command.registration)
    id = listing_id(registration.id)
    listing = await read.maybe(Listing, id) or Listing(id, registration.id, registration.gathering)
    if (listing.since is not None) is command.listed:
        return Change(listing)
    listing.since = command.at if command.listed else None
    return Change(listing, silent=True)
