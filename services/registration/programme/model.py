"""A session of a gathering: what it is called, when and where it is, and whether it still stands on the programme."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from services.registration.entries.history import Edit
from services.registration.gatherings.checks import must_be_span
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import GatheringState
from shared.contracts import Message
from shared.contracts.organizations import Text
from shared.contracts.programme import PartChanged, PartFacts, PartPlanned, PartWithdrawn
from shared.errors import Conflict, Invalid

OVER = (GatheringState.ADJOURNED, GatheringState.HELD, GatheringState.CANCELLED)
"""In these states of its gathering a programme is history."""


class PartState(StrEnum):
    """A session stands on the programme, or does no longer."""

    PLANNED = "planned"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPart(Message):
    """Put a session on the programme. Its id is the command's. `by`: who asks, for the history."""

    facts: PartFacts
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePart(Message):
    """All that is said of a session from now on; its gathering stays."""

    part: UUID
    facts: PartFacts
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawPart(Message):
    """It stands on the programme no longer."""

    part: UUID
    reason: Text = field(default_factory=dict)
    by: UUID | None = None


@dataclass(slots=True, kw_only=True)
class Part:
    """A session. `reason`: why it was withdrawn, where that was said."""

    kind: ClassVar[str] = "programme"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering", "starts_at"), ("gathering", "state", "starts_at"))

    id: UUID
    facts: PartFacts
    state: PartState = PartState.PLANNED
    reason: Text = field(default_factory=dict)
    history: list[Edit] = field(default_factory=list)

    @classmethod
    def planned(cls, asked: PlanPart, of: Gathering) -> tuple[Self, PartPlanned]:
        """Raises Invalid unless it is within the time of its gathering, Conflict once that is over."""
        _must_fit(asked.facts, of)
        part = cls(id=asked.id, facts=asked.facts)
        return part, PartPlanned.of(part, part=part.id)

    def change(self, asked: ChangePart, of: Gathering) -> PartChanged | None:
        """None if nothing is different. Raises as `planned`, and Conflict for what was withdrawn."""
        self._must_stand()
        facts = asked.facts.model_copy(update={"gathering": self.facts.gathering})
        _must_fit(facts, of)
        if facts == self.facts:
            return None
        was, self.facts = self.facts, facts
        moved = (was.starts_at, was.ends_at, was.room) != (facts.starts_at, facts.ends_at, facts.room)
        return PartChanged.of(self, part=self.id, material=moved)

    def withdraw(self, asked: WithdrawPart, of: Gathering) -> PartWithdrawn:
        """Raises Conflict for what was withdrawn, and once the gathering is over."""
        self._must_stand()
        _must_not_be_over(of)
        self.state, self.reason = PartState.WITHDRAWN, asked.reason
        return PartWithdrawn.of(self, part=self.id)

    def outside(self, of: Gathering) -> bool:
        """It is not within the time of its gathering: that was moved since."""
        return self.facts.starts_at < of.starts_at or of.ends_at < self.facts.ends_at

    def _must_stand(self) -> None:
        if self.state is PartState.WITHDRAWN:
            raise Conflict("The session was withdrawn from the programme.", code="wrong-state")


def _must_fit(facts: PartFacts, of: Gathering) -> None:
    _must_not_be_over(of)
    must_be_span(facts.starts_at, facts.ends_at)
    if facts.starts_at < of.starts_at:
        raise Invalid.at("The gathering has not begun then.", "starts_at", code="outside")
    if of.ends_at < facts.ends_at:
        raise Invalid.at("The gathering is over then.", "ends_at", code="outside")


def _must_not_be_over(of: Gathering) -> None:
    if of.state in OVER:
        raise Conflict(f"The gathering is {of.state}; its programme is history.", code="not-changeable")
