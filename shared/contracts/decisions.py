"""`plenary.decisions`: what was decided, how, and with which quorum. Published by minutes; keyed by decision."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID, uuid5

from shared.contracts.bodies import Majority, Question
from shared.contracts.effects import EffectFacts
from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts
from shared.contracts.organizations import Text

DECISIONS = Topic("plenary.decisions", "minutes", "decisions of gatherings")

Adoption = Literal[
    "consensus", "silence_procedure", "acclamation", "show_of_hands", "recorded_vote", "roll_call", "secret_ballot"
]
Voted = Literal["in_favour", "against", "abstaining", "not_voting", "absent"]
"""What a member did when the vote was taken."""
Outcome = Literal["adopted", "rejected", "deferred"]
"""What a motion came to; *deferred*: it is left for later."""


@dataclass(frozen=True, slots=True)
class Votes:
    """A count of votes."""

    in_favour: int
    against: int
    abstaining: int = 0


@dataclass(frozen=True, slots=True)
class Ballot:
    """What a member (an organization) did in a vote that is recorded by name."""

    member: UUID
    vote: Voted


@dataclass(frozen=True, slots=True)
class QuorumCount:
    """What the minutes knew of the quorum when something was put to the vote."""

    members: int
    required: int
    present: int

    @property
    def reached(self) -> bool:
        """Enough of them are."""
        return self.present >= self.required

    @property
    def missing(self) -> int:
        """So many more must come in."""
        return max(self.required - self.present, 0)


@dataclass(frozen=True, slots=True)
class Delegate:
    """Whose silence is asked for: a delegate, of a member."""

    person: UUID
    member: UUID | None = None


def voice_id(decision: UUID, person: UUID) -> UUID:
    """What the link opens by which a delegate objects to what is circulated."""
    return uuid5(decision, f"objection/{person}")


class Motion(Facts):
    """What was put before a gathering, and how it was decided. `votes` only where votes were counted, summed of the `ballots`
    where they were recorded by name. `item`: of the agenda. `question`: which majority it needs. `declared`: what the chair said
    that it came to, where no rule of the body says so. `effect`: what it brings about, once it is adopted and confirmed.
    """

    text: Text
    adoption: Adoption
    votes: Votes | None = None
    item: UUID | None = None
    question: Question = "substantive"
    ballots: list[Ballot] = []
    declared: Outcome | None = None
    effect: EffectFacts | None = None


class Place(Facts):
    """Its number among the decisions of the gathering; and `year` and `serial`, its number in the `series`, where the gathering
    belongs to one."""

    number: int
    series: UUID | None = None
    year: int | None = None
    serial: int | None = None


class DecisionFacts(Motion, Place):
    """What became of it, and the quorum count that was known (None: the body has no rule).

    `majority`: the rule of the body for such a question, of so many `members` then. `reply_by`: until then (UTC) a delegate could
    object to what was circulated.
    """

    gathering: UUID
    quorum: QuorumCount | None = None
    majority: Majority | None = None
    members: int | None = None
    reply_by: datetime | None = None


class DecisionTaken(DecisionFacts, Event):
    """What it says, and which it is."""

    topic = DECISIONS

    decision: UUID


class DecisionCirculated(DecisionTaken):
    """It is adopted at `reply_by` unless a delegate objects before. Enters *circulated*. `asked`: the delegates of then."""

    type = "decision.circulated.v1"

    asked: list[Delegate]


class DecisionObjected(Event):
    """A delegate objected to what was circulated; the words stand in the record alone."""

    type = "decision.objected.v1"
    topic = DECISIONS

    decision: UUID
    gathering: UUID
    person: UUID
    member: UUID | None
    objected_at: datetime


class DecisionAdopted(DecisionTaken):
    """It was adopted. Enters *adopted*."""

    type = "decision.adopted.v1"


class DecisionRejected(DecisionTaken):
    """It was put to the vote and failed. Enters *rejected*."""

    type = "decision.rejected.v1"


class DecisionDeferred(DecisionTaken):
    """It is left for later: as the chair declared, or since somebody objected. Enters *deferred*."""

    type = "decision.deferred.v1"


class DecisionCorrected(DecisionTaken):
    """It was recorded wrongly: from here on it says this. What it said before stays in the record, with the reason.

    `outcome`: what it counts as from here on.
    """

    type = "decision.corrected.v1"

    outcome: Outcome
    corrected_at: datetime


class ReservationFacts(Facts):
    """In whose name a reservation is made; and who said so, if that is known."""

    member: UUID
    person: UUID | None = None


class DecisionReserved(ReservationFacts, Event):
    """A member has a reservation about what was adopted; the words stand in the record alone."""

    type = "decision.reserved.v1"
    topic = DECISIONS

    decision: UUID
    gathering: UUID
    reservation: UUID
    reserved_at: datetime


class DecisionWithdrawn(Event):
    """It does not stand any more; its number is not given again. Enters *withdrawn*."""

    type = "decision.withdrawn.v1"
    topic = DECISIONS

    decision: UUID
    gathering: UUID
    number: int
    withdrawn_at: datetime
