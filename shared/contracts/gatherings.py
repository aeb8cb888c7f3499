"""`plenary.gatherings`: conferences, meetings and public events, from draft to held. Published by registration."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from shared.contracts.authorities import Authority
from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts
from shared.contracts.organizations import Text
from shared.contracts.people import Calendar

GATHERINGS = Topic("plenary.gatherings", "registration", "gatherings and what becomes of them")

GatheringKind = Literal["conference", "meeting", "public_event"]
Mode = Literal["in_person", "online", "hybrid"]
Admission = Literal["open", "approval", "invited"]
"""Who is let in: everybody at once; whom the secretariat approves; only who was invited."""
Answer = Literal["accepted", "refused"]
Hindrance = Literal["already", "draft", "begun", "over", "cancelled", "postponed", "lapsed", "time"]
"""Why the effect of a decision could not be carried out: it was so *already*; it is a *draft*; it had *begun*, was *over*,
*cancelled*, *postponed* or *lapsed*; or there is no such *time* in the calendar of the mandate, or in its registration."""


@dataclass(frozen=True, slots=True)
class ModeProposal:
    """To hold a gathering in this mode: as it `says`, by whom, and when (`on`, in this calendar; empty: nobody knows)."""

    id: UUID
    mode: Mode
    calendar: Calendar
    says: Text = field(default_factory=dict)
    by: Authority = field(default_factory=Authority)
    on: str = ""


@dataclass(frozen=True, slots=True)
class ModeDecision:
    """What became of a proposal, on which grounds; by whom, and when, as of a proposal."""

    answer: Answer
    grounds: Text
    by: Authority
    calendar: Calendar
    on: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a public event is held, among other places, as it is written there; who holds it there, and where it is on a map."""

    name: str
    address: str = ""
    organiser: str = ""
    coordinates: str = ""


class Particulars(Facts):
    """What is told of a gathering besides, as far as it is known.

    `venue_address`: as one would write it on a letter. `coordinates`: where that is, in degrees north and east (WGS 84), as
    `35.70,51.40`.

    `coordination`: its number among the coordination meetings of its edition (None: it is none of them). `prepares`: the
    gatherings, of whatever series, that it is held to prepare.

    `theme`: its wordings, by language or region (`fa`, `fa-AF`); `theme_authoritative` is the tag of the one that counts; who
    announced it, and when.

    `places`: of a public event that is held at many at once. Nobody has a seat there, and `capacity` is empty.

    `slug`: its readable address, `river-basins-7/coordination-1`; once it is announced it is its own for ever.

    `registration_from`, `registration_until`: while people may register themselves; open at the beginning, over at the end.
    """

    venue_address: Text = {}
    coordinates: str = ""
    coordination: int | None = None
    prepares: list[UUID] = []
    theme: Text = {}
    theme_authoritative: str = ""
    theme_announced_by: Text = {}
    theme_announced_on: date | None = None
    places: list[Place] = []
    slug: str = ""
    registration_from: datetime | None = None
    registration_until: datetime | None = None


class GatheringFacts(Particulars, Event):
    """What everyone needs to know of a gathering. Times are UTC; `time_zone` (IANA) is the venue's.

    `admission` is the rule of each category. `edition`: of which series' edition it is part, if it is of one.
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
    edition: UUID | None = None


class GatheringDrafted(GatheringFacts):
    """A gathering was entered; nobody is told yet. Enters *draft*."""

    type = "gathering.drafted.v1"
    topic = GATHERINGS


class GatheringAnnounced(GatheringFacts):
    """It will take place, and everybody may know. Enters *announced*. `again`: after it was postponed."""

    type = "gathering.announced.v1"
    topic = GATHERINGS

    again: bool = False


class GatheringChanged(GatheringFacts):
    """Its facts are these now. `material`: when, where or how people meet; `was_…` is what that was, where it is another now.

    `grounds`: why, where somebody decided so.
    """

    type = "gathering.changed.v1"
    topic = GATHERINGS

    material: bool = False
    was_starts_at: datetime | None = None
    was_ends_at: datetime | None = None
    was_venue: Text | None = None
    was_venue_address: Text | None = None
    was_mode: Mode | None = None
    grounds: Text | None = None


class GatheringRescheduled(GatheringFacts):
    """It was put off to another date, and stays as it is otherwise; why, by language."""

    type = "gathering.rescheduled.v1"
    topic = GATHERINGS

    reason: Text
    was_starts_at: datetime
    was_ends_at: datetime


class GatheringPostponed(Event):
    """It does not take place on its date, and there is no new one yet; why, by language. Enters *postponed*."""

    type = "gathering.postponed.v1"
    topic = GATHERINGS

    gathering: UUID
    reason: Text


class GatheringCancelled(Event):
    """It will not take place; why, by language. Enters *cancelled*."""

    type = "gathering.cancelled.v1"
    topic = GATHERINGS

    gathering: UUID
    reason: Text


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
    """It is over. Enters *held*. `held_on`: the day on which it was convened, by the clocks of its venue."""

    type = "gathering.held.v1"
    topic = GATHERINGS

    gathering: UUID
    gathering_kind: GatheringKind | None = None
    edition: UUID | None = None
    held_on: date | None = None


class ModeProposed(Event):
    """It was proposed to hold it in another mode, outside any meeting; that may be noted long after. Nothing is decided yet."""

    type = "gathering.mode-proposed.v1"
    topic = GATHERINGS

    gathering: UUID
    proposal: ModeProposal


class ModeDecided(Event):
    """A proposal was accepted or refused; what was accepted, the gathering is from now on. `edition`: of which it is part.

    A refusal stays as a requirement on the edition.
    """

    type = "gathering.mode-decided.v1"
    topic = GATHERINGS

    gathering: UUID
    edition: UUID | None
    proposed: ModeProposal
    decision: ModeDecision


class GatheringEffectTried(Event):
    """What a decision brings about was confirmed and tried on it: done, or not, since there was a `hindrance`."""

    type = "gathering.effect-tried.v1"
    topic = GATHERINGS

    gathering: UUID
    effect: UUID
    hindrance: Hindrance | None = None
