"""`plenary.minutes`: what was decided and what the record says. Published by minutes; keyed by minutes or decision."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.organizations import Text

MINUTES = Topic("plenary.minutes", "minutes", "minutes and decisions")

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


class MinutesDrawnUp(Event):
    """A gathering was announced; its minutes exist. Enters *draft*. The id of the minutes is the gathering's."""

    type = "minutes.drawn-up.v1"
    topic = MINUTES

    gathering: UUID


class MinutesOpened(Event):
    """The gathering went into session; from here the record runs."""

    type = "minutes.opened.v1"
    topic = MINUTES

    gathering: UUID
    opened_at: datetime


class MinutesClosed(Event):
    """The session ended; nothing is added to what was said."""

    type = "minutes.closed.v1"
    topic = MINUTES

    gathering: UUID
    closed_at: datetime


class MinutesApproved(Event):
    """The record was approved. Enters *approved*."""

    type = "minutes.approved.v1"
    topic = MINUTES

    gathering: UUID


class MinutesPublished(Event):
    """Everybody may read the record at its permanent address. Enters *published*."""

    type = "minutes.published.v1"
    topic = MINUTES

    gathering: UUID
    path: str


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
    topic = MINUTES


class DecisionRejected(DecisionFacts):
    """It was put to the vote and failed. Enters *rejected*."""

    type = "decision.rejected.v1"
    topic = MINUTES
