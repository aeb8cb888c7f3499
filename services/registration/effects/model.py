"""What a decision brings about: it waits for an answer, is carried out or refused, or lapses with its decision. Pure."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from shared.contracts import Event, Message
from shared.contracts.decisions import DecisionCorrected, DecisionTaken, DecisionWithdrawn
from shared.contracts.effects import (
    EffectAsked,
    EffectCarriedOut,
    EffectConfirmed,
    EffectFacts,
    EffectFailed,
    EffectLapsed,
    EffectRefused,
    Holder,
    Resolved,
)
from shared.contracts.gatherings import Answer, Hindrance
from shared.contracts.organizations import Text
from shared.errors import Conflict, Invalid


class EffectState(StrEnum):
    """Of what nobody answered, of what is being carried out, and what came of it."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    LAPSED = "lapsed"
    CARRIED_OUT = "carried_out"
    FAILED = "failed"


State = EffectState


@dataclass(slots=True)
class Decision:
    """What is kept here of a decision: of which gathering, under which number there, and how it reads now."""

    kind: ClassVar[str] = "decisions"

    id: UUID
    gathering: UUID | None = None
    number: int = 0
    text: Text = field(default_factory=dict)

    def hear(self, event: Event | None) -> None:
        """The newest text counts."""
        if isinstance(event, DecisionTaken):
            self.gathering, self.number, self.text = event.gathering, event.number, event.text


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerEffect(Message):
    """Confirm an effect, or refuse it for a reason. `office`: in whose name (None: the secretariat's own). `by`: who noted it.

    `holder`: who asks by the link that was sent to them, and must hold the office still.
    """

    effect: UUID
    answer: Answer
    reason: Text = field(default_factory=dict)
    office: UUID | None = None
    by: UUID | None = None
    holder: UUID | None = None


@dataclass(slots=True, kw_only=True)
class Hand:
    """What the link in a mail opens: the effect that who holds an office is asked about."""

    kind: ClassVar[str] = "hands"

    id: UUID
    effect: UUID
    holder: Holder


@dataclass(slots=True, kw_only=True)
class Effect:
    """What a decision brings about. `deciding`: the body that decided (None: no body met). `asked`: who held an office of it.
    `resolved`: what the decision said when it was asked, or confirmed; `reworded`: what it says by now, if
    that is something else.

    `answered_at`, `office`, `by`, `reason`: as it was confirmed or refused. `over_at`: when it lapsed, or was tried;
    `made`: the meeting that was called; `hindrance`: why it could not be done.
    """

    kind: ClassVar[str] = "effects"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("decision",), ("gathering", "asked_at"), ("state", "asked_at"))

    id: UUID
    facts: EffectFacts
    decision: UUID
    gathering: UUID
    deciding: UUID | None
    asked: list[Holder]
    asked_at: datetime
    resolved: Resolved
    reworded: Text = field(default_factory=dict)
    state: EffectState = State.PENDING
    answered_at: datetime | None = None
    office: UUID | None = None
    by: UUID | None = None
    reason: Text = field(default_factory=dict)
    over_at: datetime | None = None
    made: UUID | None = None
    hindrance: Hindrance | None = None

    @classmethod
    def wanted(
        cls, id: UUID, event: DecisionTaken, at: datetime, deciding: UUID | None, asked: list[Holder], decided_by: Text
    ) -> tuple[Self, EffectAsked]:
        """A decision says so. Raises Invalid for one that says nothing of the kind."""
        if event.effect is None:
            raise Invalid("This decision brings nothing about.")
        resolved = Resolved(text=event.text, decided_by=decided_by)
        effect = cls(
            id=id,
            facts=event.effect,
            decision=event.decision,
            gathering=event.gathering,
            deciding=deciding,
            asked=asked,
            asked_at=at,
            resolved=resolved,
        )
        return effect, EffectAsked.of(effect, effect=id, **vars(resolved))

    def reword(self, text: Text) -> bool:
        """Its decision says the same in other words; False if it does not, or if it was answered."""
        if self.state is not State.PENDING or self.wording == text:
            return False
        self.reworded = text
        return True

    @property
    def wording(self) -> Text:
        """What its decision says, as far as it was heard."""
        return self.reworded or self.resolved.text

    def answer(self, command: AnswerEffect, decided_by: Text) -> EffectConfirmed | EffectRefused:
        """Confirm or refuse it. `decided_by`: how who decided is called now.

        Raises Conflict ("wrong-state") for what was answered or lapsed, Invalid for no reason.
        """
        if self.state is not State.PENDING:
            raise Conflict(f"The effect is {self.state}; nothing is asked any more.", code="wrong-state")
        if command.answer == "refused" and not command.reason:
            raise Invalid.at("Say why it is refused.", "reason")
        self.answered_at, self.office, self.by, self.reason = command.at, command.office, command.by, command.reason
        if command.answer == "refused":
            self.state = State.REFUSED
            return EffectRefused.of(self, effect=self.id)
        self.state = State.CONFIRMED
        self.resolved = Resolved(text=self.wording, decided_by=decided_by)
        return EffectConfirmed.of(self, effect=self.id, **vars(self.resolved))

    def lapse(self, at: datetime) -> EffectLapsed | None:
        """Its decision says so no more. What was answered stays."""
        if self.state is not State.PENDING:
            return None
        self.state, self.over_at = State.LAPSED, at
        return EffectLapsed.of(self, effect=self.id, lapsed_at=at)

    def tried(
        self, at: datetime, hindrance: Hindrance | None, made: UUID | None
    ) -> EffectCarriedOut | EffectFailed | None:
        """It was done, or could not be. None for what was heard before."""
        if self.state is not State.CONFIRMED:
            return None
        self.over_at, self.hindrance, self.made = at, hindrance, made
        if hindrance:
            self.state = State.FAILED
            return EffectFailed.of(self, effect=self.id, tried_at=at)
        self.state = State.CARRIED_OUT
        return EffectCarriedOut.of(self, effect=self.id, tried_at=at)


def says(event: DecisionTaken | DecisionWithdrawn) -> EffectFacts | None:
    """What a decision brings about from now on: nothing unless it is adopted."""
    if isinstance(event, DecisionWithdrawn) or (isinstance(event, DecisionCorrected) and event.outcome != "adopted"):
        return None
    return event.effect
