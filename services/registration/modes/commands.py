"""What can be asked of the mode of a gathering. `calendar`: that of the times; None: the mandate's, or the Gregorian."""

from dataclasses import dataclass, field
from uuid import UUID

from services.registration.gatherings.commands import GatheringAsked
from shared.contracts.authorities import Authority
from shared.contracts.gatherings import Answer, Mode
from shared.contracts.organizations import Text
from shared.contracts.people import Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeMode(GatheringAsked):
    """Somebody proposed to hold it so; the id of the proposal is the message's."""

    mode: Mode
    says: Text = field(default_factory=dict)
    proposed_by: Authority = field(default_factory=Authority)
    proposed_on: str = ""
    calendar: Calendar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideMode(GatheringAsked):
    """Somebody accepted or refused a proposal."""

    proposal: UUID
    answer: Answer
    reason: Text
    decided_by: Authority
    decided_on: str = ""
    calendar: Calendar | None = None
