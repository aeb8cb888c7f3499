"""`plenary.gatherings`: conferences, meetings and public events, from draft to held. Published by registration."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.organizations import Text

GATHERINGS = Topic("plenary.gatherings", "registration", "gatherings and what becomes of them")

GatheringKind = Literal["conference", "meeting", "public_event"]
Mode = Literal["in_person", "online", "hybrid"]
Admission = Literal["open", "approval", "invited"]
"""Who is let in: everybody at once; whom the secretariat approves; only who was invited."""


class GatheringFacts(Event):
    """What everyone needs to know of a gathering. Times are UTC; `time_zone` (IANA) is the venue's.

    `admission` is the rule of each category.
    """

    gathering: UUID
    gathering_kind: GatheringKind
    title: Text
    venue: Text
    mode: Mode
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    capacity: dict[str, int]
    body: UUID | None = None
    admission: dict[str, Admission] = {}


class GatheringDrafted(GatheringFacts):
    """A gathering was entered; nobody is told yet. Enters *draft*."""

    type = "gathering.drafted.v1"
    topic = GATHERINGS


class GatheringAnnounced(GatheringFacts):
    """It will take place, and everybody may know. Enters *announced*."""

    type = "gathering.announced.v1"
    topic = GATHERINGS


class GatheringOpened(Event):
    """Registration opened. Enters *open*."""

    type = "gathering.opened.v1"
    topic = GATHERINGS

    gathering: UUID


class GatheringClosed(Event):
    """Registration closed. Enters *closed*."""

    type = "gathering.closed.v1"
    topic = GATHERINGS

    gathering: UUID


class CapacityChanged(Event):
    """There are now this many seats in each category; nobody who holds a seat loses it."""

    type = "gathering.capacity-changed.v1"
    topic = GATHERINGS

    gathering: UUID
    capacity: dict[str, int]


class GatheringConvened(Event):
    """It went into session. Enters *in_session*."""

    type = "gathering.convened.v1"
    topic = GATHERINGS

    gathering: UUID
    convened_at: datetime


class GatheringAdjourned(Event):
    """The session ended. Enters *adjourned*."""

    type = "gathering.adjourned.v1"
    topic = GATHERINGS

    gathering: UUID
    adjourned_at: datetime


class GatheringHeld(Event):
    """It is over. Enters *held*."""

    type = "gathering.held.v1"
    topic = GATHERINGS

    gathering: UUID
