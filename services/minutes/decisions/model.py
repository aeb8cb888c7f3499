"""What a gathering decided: adopted or rejected, how, and with which quorum."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from shared.contracts import Message
from shared.contracts.decisions import Adoption, DecisionAdopted, DecisionRejected, QuorumCount, Votes
from shared.contracts.organizations import Text
from shared.errors import Conflict, Invalid

COUNTED: frozenset[Adoption] = frozenset({"show_of_hands", "recorded_vote"})
"""The modes of adoption that count votes."""


class State(StrEnum):
    """What became of it. *deferred* and *withdrawn* come with the agenda."""

    ADOPTED = "adopted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDecision(Message):
    """Note what the gathering decided, and how. `votes` only where votes were counted. The decision's id is the command's."""

    gathering: UUID
    text: Text
    adoption: Adoption
    votes: Votes | None = None


@dataclass(slots=True, kw_only=True)
class Decision:
    """One decision of a gathering. Its number is the next free one there, and nobody else's: a claim keeps it.

    `quorum` is the count that the minutes knew when it was taken, None where the body has no rule.
    """

    kind: ClassVar[str] = "decision"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering", "number"),)

    id: UUID
    gathering: UUID
    number: int
    text: Text
    adoption: Adoption
    state: State
    decided_at: datetime
    votes: Votes | None = None
    quorum: QuorumCount | None = None

    @property
    def claims(self) -> tuple[str, ...]:
        return (f"{self.gathering}/decision/{self.number}",)

    @classmethod
    def taken(
        cls, command: RecordDecision, number: int, quorum: QuorumCount | None
    ) -> tuple[Self, DecisionAdopted | DecisionRejected]:
        """Record it under `number`. Raises Invalid if votes and mode do not fit, Conflict ("no-quorum") without a quorum."""
        _votes_must_fit(command)
        if quorum and not quorum.reached:
            raise Conflict(f"No quorum: {quorum.required} members are required.", code="no-quorum")
        adopted = command.votes is None or command.votes.in_favour > command.votes.against
        decision = cls(
            id=command.id,
            gathering=command.gathering,
            number=number,
            text=command.text,
            adoption=command.adoption,
            state=State.ADOPTED if adopted else State.REJECTED,
            decided_at=command.at,
            votes=command.votes,
            quorum=quorum,
        )
        return decision, decision._said()

    def _said(self) -> DecisionAdopted | DecisionRejected:
        event = DecisionAdopted if self.state is State.ADOPTED else DecisionRejected
        return event(
            decision=self.id,
            gathering=self.gathering,
            number=self.number,
            text=self.text,
            adoption=self.adoption,
            votes=self.votes,
            quorum=self.quorum,
        )


def _votes_must_fit(command: RecordDecision) -> None:
    """Votes are given where the mode counts them, and nowhere else; no count is negative."""
    votes = command.votes
    if (command.adoption in COUNTED) != (votes is not None):
        needs = "needs votes" if votes is None else "counts no votes"
        raise Invalid.at(f"Adoption by {command.adoption.replace('_', ' ')} {needs}.", "votes")
    if votes and min(votes.in_favour, votes.against, votes.abstaining) < 0:
        raise Invalid.at("A count of votes is not negative.", "votes")
    if not any(text.strip() for text in command.text.values()):
        raise Invalid.at("A decision has a text in at least one language.", "text")
