"""The proposals to change the mode of a gathering, as it keeps them. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self
from uuid import UUID

from shared.contracts.gatherings import ModeDecision, ModeProposal
from shared.errors import Conflict


class ProposalState(StrEnum):
    """Entered by `ModeProposed`, and left by `ModeDecided`."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal, open until it is accepted or refused: when either was noted, and by whom of the secretariat."""

    proposal: ModeProposal
    at: datetime
    noted_by: UUID | None = None
    decision: ModeDecision | None = None
    decided_at: datetime | None = None
    decision_noted_by: UUID | None = None

    @property
    def state(self) -> ProposalState:
        """As it was answered."""
        return ProposalState(self.decision.answer) if self.decision else ProposalState.OPEN

    def decide(self, decision: ModeDecision, at: datetime, by: UUID | None) -> Self:
        """Raises Conflict ("wrong-state") for what was decided before."""
        if self.decision:
            raise Conflict(f"The proposal was {self.state} before.", code="wrong-state")
        return replace(self, decision=decision, decided_at=at, decision_noted_by=by)
