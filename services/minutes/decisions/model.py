"""What a gathering decided: adopted or rejected, how, and with which quorum; corrected or withdrawn with a reason."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from shared.contracts import Message
from shared.contracts.decisions import (
    Adoption,
    DecisionAdopted,
    DecisionCorrected,
    DecisionFacts,
    DecisionRejected,
    DecisionWithdrawn,
    Motion,
    QuorumCount,
    Votes,
)
from shared.errors import Conflict, Invalid

COUNTED: frozenset[Adoption] = frozenset({"show_of_hands", "recorded_vote"})
"""The modes of adoption that count votes."""

Taken = DecisionAdopted | DecisionRejected


class DecisionState(StrEnum):
    """What became of it. *deferred* comes with the agenda."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDecision(Message):
    """Note what the gathering decided, and how. The decision's id is the command's."""

    gathering: UUID
    facts: Motion


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


class Earlier(Motion):
    """What a decision said until it was corrected (UTC), and why it was."""

    corrected_at: datetime
    reason: str
    state: DecisionState


@dataclass(slots=True, kw_only=True)
class Decision:
    """One decision of a gathering. Its number is the next free one there, and nobody else's: a claim keeps it.

    `earlier`: what it said before each correction, the oldest first; nothing is overwritten. `reason`: why it was withdrawn.
    `changed_at`: when it was corrected last, or withdrawn.
    """

    kind: ClassVar[str] = "decision"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering", "number"), ("changed_at",))

    id: UUID
    facts: DecisionFacts
    state: DecisionState
    decided_at: datetime
    earlier: list[Earlier] = field(default_factory=list)
    withdrawn_at: datetime | None = None
    reason: str = ""
    changed_at: datetime | None = None

    @property
    def claims(self) -> tuple[str, ...]:
        return (f"{self.facts.gathering}/decision/{self.facts.number}",)

    @classmethod
    def taken(cls, command: RecordDecision, number: int, quorum: QuorumCount | None) -> tuple[Self, Taken]:
        """Record it under `number`. Raises Invalid if votes and mode do not fit, Conflict ("no-quorum") without a quorum."""
        motion = command.facts
        _votes_must_fit(motion)
        if quorum and not quorum.reached:
            raise Conflict(f"No quorum: {quorum.required} members are required.", code="no-quorum")
        facts = DecisionFacts.of(motion, gathering=command.gathering, number=number, quorum=quorum)
        state = _outcome(motion.votes)
        event = DecisionAdopted if state is DecisionState.ADOPTED else DecisionRejected
        decision = cls(id=command.id, facts=facts, state=state, decided_at=command.at)
        return decision, event.of(decision, decision=decision.id)

    def correct(self, command: CorrectDecision) -> DecisionCorrected:
        """It says something else from now on. Raises Invalid if votes and mode do not fit or nothing differs, Conflict
        ("withdrawn") for one that does not stand.
        """
        self._must_stand()
        _votes_must_fit(command.facts)
        before = Motion.of(self.facts)
        if command.facts == before:
            raise Invalid.at("This is what the decision says already.", "text")
        self.earlier.append(Earlier.of(before, corrected_at=command.at, reason=command.reason, state=self.state))
        known = self.facts
        self.facts = DecisionFacts.of(
            command.facts, gathering=known.gathering, number=known.number, quorum=known.quorum
        )
        self.state, self.changed_at = _outcome(command.facts.votes), command.at
        return DecisionCorrected.of(self, decision=self.id, outcome=self.state.value, corrected_at=command.at)

    def withdraw(self, command: WithdrawDecision) -> DecisionWithdrawn:
        """It does not stand any more; what it said stays readable. Raises Conflict ("withdrawn") if it does not already."""
        self._must_stand()
        self.state, self.reason = DecisionState.WITHDRAWN, command.reason
        self.withdrawn_at = self.changed_at = command.at
        return DecisionWithdrawn.of(self, decision=self.id)

    def _must_stand(self) -> None:
        if self.state is DecisionState.WITHDRAWN:
            raise Conflict("This decision was withdrawn.", code="withdrawn")


def _outcome(votes: Votes | None) -> DecisionState:
    """What nobody opposes is adopted; a vote adopts with more in favour than against."""
    return DecisionState.ADOPTED if votes is None or votes.in_favour > votes.against else DecisionState.REJECTED


def _votes_must_fit(motion: Motion) -> None:
    """Votes are given where the mode counts them, and nowhere else; no count is negative."""
    votes = motion.votes
    if (motion.adoption in COUNTED) != (votes is not None):
        needs = "needs votes" if votes is None else "counts no votes"
        raise Invalid.at(f"Adoption by {motion.adoption.replace('_', ' ')} {needs}.", "votes")
    if votes and min(votes.in_favour, votes.against, votes.abstaining) < 0:
        raise Invalid.at("A count of votes is not negative.", "votes")
    if not any(text.strip() for text in motion.text.values()):
        raise Invalid.at("A decision has a text in at least one language.", "text")
