"""`plenary.decisions`: what was decided, how, and with which quorum. Published by minutes; keyed by decision."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts
from shared.contracts.organizations import Text

DECISIONS = Topic("plenary.decisions", "minutes", "decisions of gatherings")

Adoption = Literal["consensus", "acclamation", "show_of_hands", "recorded_vote"]


@dataclass(frozen=True, slots=True)
class Votes:
    """A count of votes."""

    in_favour: int
    against: int
    abstaining: int = 0


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


class Motion(Facts):
    """What was put before a gathering, and how it was decided. `votes` only where votes were counted. `item`: of the agenda."""

    text: Text
    adoption: Adoption
    votes: Votes | None = None
    item: UUID | None = None


class DecisionFacts(Motion):
    """What became of it: its number there, and the quorum count that was known (None: the body has no rule)."""

    gathering: UUID
    number: int
    quorum: QuorumCount | None = None


class DecisionTaken(DecisionFacts, Event):
    """What it says, and which it is."""

    topic = DECISIONS

    decision: UUID


class DecisionAdopted(DecisionTaken):
    """It was adopted. Enters *adopted*."""

    type = "decision.adopted.v1"


class DecisionRejected(DecisionTaken):
    """It was put to the vote and failed. Enters *rejected*."""

    type = "decision.rejected.v1"


class DecisionCorrected(DecisionTaken):
    """It was recorded wrongly: from here on it says this. What it said before stays in the record, with the reason.

    `outcome`: what it counts as from here on.
    """

    type = "decision.corrected.v1"

    outcome: Literal["adopted", "rejected"]
    corrected_at: datetime


class DecisionWithdrawn(Event):
    """It does not stand any more; its number is not given again. Enters *withdrawn*."""

    type = "decision.withdrawn.v1"
    topic = DECISIONS

    decision: UUID
    gathering: UUID
    number: int
    withdrawn_at: datetime
