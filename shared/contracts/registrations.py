"""`plenary.registrations`: seats, ranks and the door. Published by registration; keyed by registration."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic

REGISTRATIONS = Topic("plenary.registrations", "registration", "registrations: seats, waiting list, entries and exits")

Source = Literal["door", "by_hand"]


class RegistrationFacts(Event):
    """Who registers for what: in every event, so that each can be understood alone."""

    gathering: UUID
    person: UUID
    category: str
    organization: UUID | None = None


class RegistrationConfirmed(RegistrationFacts):
    """The person holds a seat. Enters *confirmed*."""

    type = "registration.confirmed.v1"
    topic = REGISTRATIONS

    seat: int
    ticket: int


class RegistrationWaitlisted(RegistrationFacts):
    """All seats are taken; the person waits at this rank (lower is earlier). Enters *waitlisted*."""

    type = "registration.waitlisted.v1"
    topic = REGISTRATIONS

    rank: int


class RegistrationPromoted(RegistrationFacts):
    """A seat became free for the first who waited. Enters *confirmed* from *waitlisted*."""

    type = "registration.promoted.v1"
    topic = REGISTRATIONS

    seat: int
    ticket: int


class RegistrationWithdrawn(RegistrationFacts):
    """The person will not come; seat or rank is free. Enters *withdrawn*."""

    type = "registration.withdrawn.v1"
    topic = REGISTRATIONS


class RegistrationCancelled(RegistrationFacts):
    """The secretariat cancelled it; seat or rank is free. Enters *cancelled*."""

    type = "registration.cancelled.v1"
    topic = REGISTRATIONS


class PersonEntered(RegistrationFacts):
    """The person came in, at this time (UTC) by this source. Enters *present* of the attendance."""

    type = "registration.person-entered.v1"
    topic = REGISTRATIONS

    entered_at: datetime
    source: Source


class PersonLeft(RegistrationFacts):
    """The person went out, at this time (UTC) by this source. Enters *left* of the attendance."""

    type = "registration.person-left.v1"
    topic = REGISTRATIONS

    left_at: datetime
    source: Source
