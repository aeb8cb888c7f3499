"""What can be asked of decisions."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shared.contracts import Message
from shared.contracts.decisions import Motion, ReservationFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDecision(Message):
    """Note what the gathering decided, and how. The decision's id is the command's."""

    gathering: UUID
    facts: Motion


@dataclass(frozen=True, slots=True, kw_only=True)
class CirculateDecision(Message):
    """Adopt this at `reply_by` (UTC), unless a delegate objects before. The decision's id is the command's."""

    gathering: UUID
    facts: Motion
    reply_by: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectToDecision(Message):
    """Who was asked does not keep silent. `words`: why, for the record; nobody has to say it."""

    decision: UUID
    person: UUID
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectDecision(Message):
    """It was recorded wrongly: it says this from now on. Why is read by everybody who reads the decision."""

    decision: UUID
    facts: Motion
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawDecision(Message):
    """It does not stand any more. Why is read by everybody who reads the decision."""

    decision: UUID
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReserveDecision(Message):
    """A member has a reservation about what was adopted, in these words of this language."""

    decision: UUID
    facts: ReservationFacts
    words: str
    said_in: str
