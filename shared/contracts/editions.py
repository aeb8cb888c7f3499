"""`plenary.editions`: each time that a series is due, and what becomes of it. Published by registration; keyed by edition."""

from dataclasses import dataclass, field
from uuid import UUID

from shared.contracts.authorities import Authority
from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts
from shared.contracts.gatherings import Hindrance
from shared.contracts.organizations import Text
from shared.contracts.people import Calendar

EDITIONS = Topic("plenary.editions", "registration", "editions of series, and when they are due and held")


class EditionFacts(Facts):
    """One edition of a series: its number there, and when it is due. `calendar` is that of the mandate; years, months and days
    are written in it, as precise as they are known: `1403`, `1403-08`, `1403-08-12`. Whether it is overdue, readers derive."""

    series: UUID
    number: int
    calendar: Calendar
    due: str
    objectives: Text = {}


class Postponement(Facts):
    """Why, and who decided so; `decided_on` is in the calendar of the mandate, and empty where it is not known."""

    reason: Text
    decided_by: Text
    decided_on: str = ""


@dataclass(frozen=True, slots=True)
class Requirement:
    """What an edition has to be like, in words; who stated it; and when, in the calendar of the mandate (empty: nobody knows).

    `proposal`: whose refusal it is, of a proposal to change the mode of one of its gatherings.
    """

    id: UUID
    says: Text
    stated_by: Authority = field(default_factory=Authority)
    stated_on: str = ""
    proposal: UUID | None = None


class EditionPlanned(EditionFacts, Event):
    """It is to be held then. Enters *planned*. `again`: after it lapsed or was postponed, or for a more precise time.

    Of each event that is told to those responsible: `by` whom it was noted, who is not told; `quiet`: nobody is, since it is put
    on record late.
    """

    type = "edition.planned.v1"
    topic = EDITIONS

    edition: UUID
    planned_for: str
    again: bool = False
    quiet: bool = False
    by: UUID | None = None


class EditionChanged(EditionFacts, Event):
    """Its objectives, or when it is due, were put right."""

    type = "edition.changed.v1"
    topic = EDITIONS

    edition: UUID
    planned_for: str


class EditionLapsed(Event):
    """Its time passed, it was not held, and nobody had decided anything; what came between, if it is known. Enters *lapsed*."""

    type = "edition.lapsed.v1"
    topic = EDITIONS

    edition: UUID
    series: UUID
    number: int
    reason: Text
    quiet: bool = False
    by: UUID | None = None


class EditionPostponed(Postponement, Event):
    """It was decided, by whom and why, that it is not held when it was planned for. Enters *postponed*.

    `planned_for` is empty: nobody knows when it will be.
    """

    type = "edition.postponed.v1"
    topic = EDITIONS

    edition: UUID
    series: UUID
    number: int
    planned_for: str = ""
    quiet: bool = False
    by: UUID | None = None


class EditionHeld(Event):
    """It took place then, in the calendar of the mandate. Enters *held*. `grounds`: why it is another time than was said."""

    type = "edition.held.v1"
    topic = EDITIONS

    edition: UUID
    series: UUID
    number: int
    held_in: str
    grounds: Text = {}


class RequirementStated(Event):
    """It was stated what the edition has to be like; that may be noted long after. It stands until it is withdrawn."""

    type = "edition.requirement-stated.v1"
    topic = EDITIONS

    edition: UUID
    requirement: Requirement
    quiet: bool = False
    by: UUID | None = None


class RequirementWithdrawn(Event):
    """The requirement of this id stands no longer; why, by language."""

    type = "edition.requirement-withdrawn.v1"
    topic = EDITIONS

    edition: UUID
    withdrawn: UUID
    grounds: Text


class EditionEffectTried(Event):
    """What a decision brings about was confirmed and tried on it: done, or not, since there was a `hindrance`."""

    type = "edition.effect-tried.v1"
    topic = EDITIONS

    edition: UUID
    effect: UUID
    hindrance: Hindrance | None = None
