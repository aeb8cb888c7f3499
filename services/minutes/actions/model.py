"""An action or a commitment: who is to do what until when, how far it is, and how that was reported. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Self, TypeVar
from uuid import UUID

from services.minutes.actions.commands import (
    AcceptAction,
    Asked,
    AssignAction,
    CarryAction,
    DropAction,
    FinishAction,
    ProgressAction,
    RecordAction,
)
from shared.contracts.actions import (
    ActionAccepted,
    ActionAssigned,
    ActionCarriedOver,
    ActionDone,
    ActionDropped,
    ActionFacts,
    ActionMoved,
    ActionProgressed,
)
from shared.contracts.people import Calendar
from shared.errors import Conflict, Invalid
from shared.periods import period

REPORTS = 500
"""After so many steps of one action nobody reports any more how far it is (a link is no way to fill a disk); it still ends."""

M = TypeVar("M", bound=ActionMoved)


class ActionState(StrEnum):
    """`domain.md`: each is entered by exactly one event."""

    OPEN = "open"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"


State = ActionState
OWED = (State.OPEN, State.ACCEPTED, State.IN_PROGRESS)
"""Somebody still has to do it."""


@dataclass(frozen=True, slots=True)
class Step:
    """What was done or said at once: the state then, in whose words (`note`), until when it is due from then on.

    `by`: who was signed in (None: by the link). `carried`: it was carried over.
    """

    at: datetime
    state: ActionState
    note: str = ""
    due: str = ""
    by: UUID | None = None
    carried: bool = False


@dataclass(slots=True, kw_only=True)
class Action:
    """`due_on`: the last day of what it is due, from which readers derive whether it is late; that itself is kept nowhere.

    `owner`: the person, or the organization. `told`: the people who answer for it. `owed`: somebody still has to do it. `quiet`
    and `moved_at` are of the last event.
    """

    kind: ClassVar[str] = "actions"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("gathering",),
        ("organization", "state"),
        ("owner", "state"),
        ("edition", "state"),
        ("state",),
        ("owed", "due_on"),
        ("due_on",),
    )

    id: UUID
    facts: ActionFacts
    state: ActionState = State.OPEN
    owed: bool = True
    due_on: date | None = None
    owner: UUID | None = None
    told: list[UUID] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    moved_at: datetime | None = None
    quiet: bool = False

    @property
    def owned(self) -> bool:
        """Somebody is found."""
        return (self.facts.person or self.facts.organization) is not None

    def late(self, today: date) -> bool:
        """Its last day is over, and it is owed."""
        return self.owed and self.due_on is not None and self.due_on < today

    @property
    def reports(self) -> Sequence[Step]:
        """What was said of it, the latest first."""
        return self.steps[::-1]

    @classmethod
    def recorded(cls, asked: RecordAction, told: Sequence[UUID]) -> tuple[Self, ActionAssigned]:
        """With an owner or without. Raises Invalid for two owners, no words, or a day that there is not."""
        facts = asked.facts
        if not any(words.strip() for words in facts.text.values()):
            raise Invalid.at("An action has a text in at least one language.", "text")
        _one_owner(facts.person, facts.organization)
        action = cls(id=asked.action, facts=facts, due_on=due_on(facts.due, facts.calendar), told=[*told])
        action.steps = [Step(asked.at, State.OPEN, due=facts.due, by=asked.by)]
        action.moved_at, action.quiet, action.owner = asked.at, asked.quiet, facts.person or facts.organization
        return action, ActionAssigned.of(action, action=action.id)

    def assign(self, asked: AssignAction, told: Sequence[UUID]) -> ActionAssigned | None:
        """An owner is found; None if it is theirs. Raises Conflict (`owned`) for another: that is another action."""
        self._must_be_owed()
        _one_owner(asked.person, asked.organization)
        if (asked.person, asked.organization) == (self.facts.person, self.facts.organization):
            return None
        if self.owned:
            raise Conflict("It has an owner; drop it and record another for somebody else.", code="owned")
        owner = {"person": asked.person, "organization": asked.organization}
        self.facts, self.told, self.quiet = self.facts.model_copy(update=owner), [*told], False
        self.owner = asked.person or asked.organization
        return self._moved(ActionAssigned, asked, State.OPEN)

    def accept(self, asked: AcceptAction) -> ActionAccepted | None:
        """None if so already, or if it is being done. Raises Conflict: `no-owner`, `over`."""
        self._must_be_owed()
        self._must_be_owned()
        return self._moved(ActionAccepted, asked, State.ACCEPTED) if self.state is State.OPEN else None

    def progress(self, asked: ProgressAction) -> ActionProgressed:
        """It is said how far it is; of what is done, that it was not. Raises Conflict: `no-owner`, `over`, `said-enough`."""
        if self.state is State.DROPPED:
            self._must_be_owed()
        self._must_be_owned()
        if len(self.steps) >= REPORTS:
            raise Conflict(f"Of one action at most {REPORTS} steps are kept.", code="said-enough")
        return self._moved(ActionProgressed, asked, State.IN_PROGRESS, asked.note)

    def finish(self, asked: FinishAction) -> ActionDone | None:
        """None if so already. Raises Conflict: `no-owner`, `over`."""
        if self.state is State.DONE:
            return None
        self._must_be_owed()
        self._must_be_owned()
        return self._moved(ActionDone, asked, State.DONE, asked.note)

    def drop(self, asked: DropAction) -> ActionDropped | None:
        """None if so already. Raises Conflict (`over`) for what is done."""
        if self.state is State.DROPPED:
            return None
        self._must_be_owed()
        return self._moved(ActionDropped, asked, State.DROPPED, asked.note)

    def carry(self, asked: CarryAction) -> ActionCarriedOver | None:
        """Another gathering or edition looks at it next; None if nothing is different. Raises Conflict (`over`)."""
        self._must_be_owed()
        said = {name: value for name, value in asked.facts.model_dump().items() if value}
        facts = self.facts.model_copy(update=said)
        if facts == self.facts:
            return None
        self.due_on = due_on(facts.due, facts.calendar)
        self.facts = facts
        return self._moved(ActionCarriedOver, asked, self.state, asked.note, carried=True)

    def _moved(self, event: type[M], asked: Asked, state: ActionState, note: str = "", *, carried: bool = False) -> M:
        self.state, self.owed, self.moved_at = state, state in OWED, asked.at
        self.steps = [*self.steps, Step(asked.at, state, note, self.facts.due, asked.by, carried)]
        return event.of(self, action=self.id)

    def _must_be_owed(self) -> None:
        if not self.owed:
            raise Conflict(f"It is {self.state}.", code="over")

    def _must_be_owned(self) -> None:
        if not self.owned:
            raise Conflict("Nobody is its owner yet; find one first.", code="no-owner")


def due_on(due: str, calendar: Calendar) -> date | None:
    """The last day of what is due. Raises Invalid at the field for what is no such time."""
    try:
        return period(due, calendar).last if due else None
    except ValueError as wrong:
        raise Invalid.at(str(wrong), "due") from wrong


def _one_owner(person: UUID | None, organization: UUID | None) -> None:
    if person and organization:
        raise Invalid.at("Its owner is a person or an organization; say one of both.", "organization")
