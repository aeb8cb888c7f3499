"""`plenary.registrations`: seats, ranks and the door. Published by registration; keyed by registration."""

from datetime import datetime
from functools import lru_cache
from typing import Final, Literal
from uuid import UUID, uuid5

from shared.contracts.event import Event, Topic

REGISTRATIONS = Topic("plenary.registrations", "registration", "registrations: seats, waiting list, entries and exits")


@lru_cache(1_000)  # one command asks several times
def registration_id(gathering: UUID, person: UUID) -> UUID:
    """Of one person at one gathering."""
    return uuid5(gathering, str(person))


TAKES_PART: Final = ("delegate", "expert", "observer")
"""The categories whose meeting it is. Others (the press, guests) are there, and read what everybody reads."""

Source = Literal["door", "by_hand"]
Admitted = Literal["open", "approved", "invited"]
"""How somebody was let in. Quorum and votes count delegates who were approved or invited."""
Unconfirmed = Literal["address_unconfirmed"]
Pending = Literal["address_unconfirmed", "to_be_approved"]
Again = Literal["released", "changed"]
"""Why it is to be decided again: it is on hold no longer, or the person changed what it was decided by."""
Rejection = Literal["not_eligible", "incomplete", "no_places", "duplicate", "other"]
Holding = Literal["incomplete", "being_checked", "places_limited", "other"]
"""Why the secretariat does not decide yet: something is missing, is looked into, depends on who else asks, or else."""


WalkIn = Literal["substitute", "invited", "brought", "other"]
"""Why somebody was let in who was not expected: in place of somebody, invited but not registered, brought along, or else."""


class RegistrationFacts(Event):
    """Who registers for what: in every event, so that each can be understood alone."""

    gathering: UUID
    person: UUID
    category: str
    organization: UUID | None = None


class RegistrationApplied(RegistrationFacts):
    """Somebody asks for a place, and holds none before the address is confirmed or the secretariat decides. Enters *pending*.

    `quiet`: the address was asked to confirm within the last day, and is not written to again. `again`: nobody asked anew, but
    it is to be decided again. Where *changed*: `fields` are the keys of what was changed (what it says stands in no event), and
    the seat or the rank that was held is free.
    """

    type = "registration.applied.v1"
    topic = REGISTRATIONS

    reason: Pending
    quiet: bool = False
    again: Again | None = None
    fields: list[str] | None = None
    freed_seat: int | None = None
    freed_rank: int | None = None


class AddressConfirmed(RegistrationFacts):
    """The person confirmed the address. Still pending with a `reason`; without one a place follows in the same change."""

    type = "registration.address-confirmed.v1"
    topic = REGISTRATIONS

    reason: Literal["to_be_approved"] | None = None


class RegistrationRejected(RegistrationFacts):
    """The secretariat does not let the person in; why, in one of few words. Enters *rejected*."""

    type = "registration.rejected.v1"
    topic = REGISTRATIONS

    reason: Rejection


class RegistrationHeld(RegistrationFacts):
    """The secretariat cannot decide yet; why, in one of few words. Nothing is held meanwhile. Enters *on_hold*."""

    type = "registration.held.v1"
    topic = REGISTRATIONS

    reason: Holding


class RegistrationConfirmed(RegistrationFacts):
    """The person holds a seat. Enters *confirmed*."""

    type = "registration.confirmed.v1"
    topic = REGISTRATIONS

    seat: int
    ticket: int
    admitted: Admitted | None = None


class RegistrationWaitlisted(RegistrationFacts):
    """All seats are taken; the person waits at this rank (lower is earlier). Enters *waitlisted*."""

    type = "registration.waitlisted.v1"
    topic = REGISTRATIONS

    rank: int
    admitted: Admitted | None = None


class RegistrationPromoted(RegistrationFacts):
    """A seat became free for the first who waited. Enters *confirmed* from *waitlisted*."""

    type = "registration.promoted.v1"
    topic = REGISTRATIONS

    seat: int
    ticket: int
    admitted: Admitted | None = None


class RegistrationWithdrawn(RegistrationFacts):
    """The person will not come; the seat or the rank that was held is free. Enters *withdrawn*.

    With a `reason` nobody confirmed the address: nothing was held, and nobody is told.
    """

    type = "registration.withdrawn.v1"
    topic = REGISTRATIONS

    freed_seat: int | None = None
    freed_rank: int | None = None
    reason: Unconfirmed | None = None


class RegistrationCancelled(RegistrationFacts):
    """The secretariat cancelled it; the seat or the rank that was held is free. Enters *cancelled*."""

    type = "registration.cancelled.v1"
    topic = REGISTRATIONS

    freed_seat: int | None = None
    freed_rank: int | None = None


class PersonEntered(RegistrationFacts):
    """The person came in, at this time (UTC) by this source. Enters *present* of the attendance.

    `walk_in`: why the door let somebody in who held no place; the place was taken in the same change.
    """

    type = "registration.person-entered.v1"
    topic = REGISTRATIONS

    entered_at: datetime
    source: Source
    walk_in: WalkIn | None = None


class PersonLeft(RegistrationFacts):
    """The person went out, at this time (UTC) by this source. Enters *left* of the attendance."""

    type = "registration.person-left.v1"
    topic = REGISTRATIONS

    left_at: datetime
    source: Source
