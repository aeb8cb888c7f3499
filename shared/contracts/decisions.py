"""`plenary.decisions`: what was decided, how, and with which quorum. Published by minutes; keyed by decision."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
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


class DecisionFacts(Event):
    """What was decided, how, and with which quorum count (None: the body has no rule)."""

    decision: UUID
    gathering: UUID
    number: int
    text: Text
    adoption: Adoption
    votes: Votes | None = None
    quorum: QuorumCount | None = None


class DecisionAdopted(DecisionFacts):
    """It was adopted. Enters *adopted*."""

    type = "decision.adopted.v1"
    topic = DECISIONS


class DecisionRejected(DecisionFacts):
    """It was put to the vote and failed. Enters *rejected*."""

    type = "decision.rejected.v1"
    topic = DECISIONS
