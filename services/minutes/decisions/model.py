"""What a gathering decided: adopted or rejected, how, and with which quorum."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from shared.contracts import Message
from shared.contracts.decisions import (
    Adoption,
    DecisionAdopted,
    DecisionFacts,
    DecisionRejected,
    Motion,
    QuorumCount,
)
from shared.errors import Conflict, Invalid

COUNTED: frozenset[Adoption] = frozenset({"show_of_hands", "recorded_vote"})
"""The modes of adoption that count votes."""

Taken = DecisionAdopted | DecisionRejected


class State(StrEnum):
    """What became of it. *deferred* and *withdrawn* come with the agenda."""

    ADOPTED = "adopted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDecision(Message):
    """Note what the gathering decided, and how. The decision's id is the command's."""

    gathering: UUID
    facts: Motion


@dataclass(slots=True, kw_only=True)
class Decision:
    """One decision of a gathering. Its number is the next free one there, and nobody else's: a claim keeps it."""

    kind: ClassVar[str] = "decision"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering", "number"),)

    id: UUID
    facts: DecisionFacts
    state: State
    decided_at: datetime

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
        adopted = motion.votes is None or motion.votes.in_favour > motion.votes.against
        facts = DecisionFacts.of(motion, gathering=command.gathering, number=number, quorum=quorum)
        state, event = (State.ADOPTED, DecisionAdopted) if adopted else (State.REJECTED, DecisionRejected)
        decision = cls(id=command.id, facts=facts, state=state, decided_at=command.at)
        return decision, event.of(decision, decision=decision.id)


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
