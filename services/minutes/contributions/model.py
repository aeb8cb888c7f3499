"""A suggestion, a criticism or a solution: from whom, what was answered, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from shared.contracts import Message
from shared.contracts.contributions import (
    ContributionAnswered,
    ContributionDeclined,
    ContributionFacts,
    ContributionKept,
    ContributionMade,
    ContributionMadeAction,
    ContributionTakenUp,
    ContributionWithdrawn,
    Disposal,
    Origin,
    Proposal,
)
from shared.errors import Conflict, Invalid

MOST_ANSWERS = 200


class ContributionState(StrEnum):
    """What became of it; *open* until somebody says so."""

    OPEN = "open"
    TAKEN_UP = "taken_up"
    DECLINED = "declined"
    MADE_ACTION = "made_action"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"


Disposing = ContributionTakenUp | ContributionDeclined | ContributionMadeAction | ContributionKept
DISPOSALS: Mapping[Disposal, type[Disposing]] = {
    "taken_up": ContributionTakenUp,
    "declined": ContributionDeclined,
    "made_action": ContributionMadeAction,
    "kept": ContributionKept,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeContribution(Message):
    """Note what somebody brought forward. The contribution's id is the command's."""

    gathering: UUID
    facts: Proposal
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerContribution(Message):
    """Note what somebody answered. The answer's id is the command's."""

    contribution: UUID
    origin: Origin
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisposeOfContribution(Message):
    """Say what becomes of it; `reason` is needed to decline. `action`: which one it became, as far as it is known."""

    contribution: UUID
    disposal: Disposal
    reason: str = ""
    action: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawContribution(Message):
    """Take it back, and why."""

    contribution: UUID
    reason: str = ""


class Answer(Origin):
    """What somebody answered (UTC)."""

    id: UUID
    words: str
    answered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposed:
    """What was said to become of it (UTC), and why."""

    state: ContributionState
    at: datetime
    reason: str = ""
    action: UUID | None = None


@dataclass(slots=True, kw_only=True)
class Contribution:
    """One contribution. Its words and those of its answers stay here: the log has only from whom, and what became of it.

    `disposed`: each disposition, the newest last. `reason`: why it was withdrawn. People are ids: their names are joined when
    it is read, and are gone when they are erased.
    """

    kind: ClassVar[str] = "contribution"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering", "made_at"), ("gathering", "state"))

    id: UUID
    facts: ContributionFacts
    words: str
    made_at: datetime
    state: ContributionState = ContributionState.OPEN
    answers: list[Answer] = field(default_factory=list)
    disposed: list[Disposed] = field(default_factory=list)
    withdrawn_at: datetime | None = None
    reason: str = ""

    @property
    def stands(self) -> bool:
        """It was not taken back."""
        return self.state is not ContributionState.WITHDRAWN

    @property
    def disposed_at(self) -> datetime | None:
        """When it was said last what becomes of it."""
        return self.disposed[-1].at if self.disposed else None

    @classmethod
    def made(cls, command: MakeContribution) -> tuple[Self, ContributionMade]:
        """A new one, of which nobody has said what becomes of it. Raises Invalid without words."""
        _must_say(command.words)
        facts = ContributionFacts.of(command.facts, gathering=command.gathering)
        contribution = cls(id=command.id, facts=facts, words=command.words, made_at=command.at)
        return contribution, ContributionMade.of(contribution, contribution=contribution.id)

    def answer(self, command: AnswerContribution) -> ContributionAnswered:
        """One more answer. Raises Invalid without words, Conflict ("withdrawn"), or ("full") where there are too many."""
        self._must_stand()
        _must_say(command.words)
        if len(self.answers) >= MOST_ANSWERS:
            raise Conflict("So many answers are not kept in one thread.", code="full")
        self.answers.append(Answer.of(command.origin, id=command.id, words=command.words, answered_at=command.at))
        return ContributionAnswered(
            contribution=self.id,
            answer=command.id,
            gathering=self.facts.gathering,
            by_people=command.origin.people,
            by_organizations=command.origin.organizations,
        )

    def dispose(self, command: DisposeOfContribution) -> Disposing:
        """This becomes of it; what was said before stays in the record.

        Raises Invalid for one that is declined without a reason, or names an action that it is not made; Conflict ("withdrawn").
        """
        self._must_stand()
        if command.disposal == "declined" and not command.reason.strip():
            raise Invalid.at("What is declined is declined with a reason.", "reason")
        if command.action and command.disposal != "made_action":
            raise Invalid.at("Only what is made an action names one.", "action")
        self.state = ContributionState(command.disposal)
        self.disposed.append(Disposed(state=self.state, at=command.at, reason=command.reason, action=command.action))
        told = {"contribution": self.id, "gathering": self.facts.gathering, "disposed_at": command.at}
        if command.disposal == "made_action":
            return ContributionMadeAction.model_validate({**told, "action": command.action})
        return DISPOSALS[command.disposal].model_validate(told)

    def says(self, command: DisposeOfContribution) -> bool:
        """This is what was said of it last."""
        last = self.disposed[-1] if self.disposed else None
        said = (command.disposal, command.reason, command.action)
        return bool(last and self.stands and (last.state.value, last.reason, last.action) == said)

    def withdraw(self, command: WithdrawContribution) -> ContributionWithdrawn:
        """It is taken back. Raises Conflict ("withdrawn") if it was."""
        self._must_stand()
        self.state, self.reason, self.withdrawn_at = ContributionState.WITHDRAWN, command.reason, command.at
        return ContributionWithdrawn.of(self, contribution=self.id)

    def _must_stand(self) -> None:
        if not self.stands:
            raise Conflict("This contribution was withdrawn.", code="withdrawn")


def _must_say(words: str) -> None:
    if not words.strip():
        raise Invalid.at("There are no words.", "words")
