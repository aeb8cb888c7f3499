"""An edition: when it is due, and what becomes of it."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar, Literal, Self
from uuid import UUID, uuid5

from services.registration.editions.commands import (
    ChangeEdition,
    CorrectHeld,
    EditionAsked,
    HoldEdition,
    LapseEdition,
    PlanAgain,
    PlanEdition,
    PostponeEdition,
    RecordEdition,
    StateRequirement,
    WithdrawRequirement,
)
from services.registration.editions.requirements import Required, withdrawn
from services.registration.entries.history import Edit
from shared.contracts.editions import (
    EditionChanged,
    EditionFacts,
    EditionHeld,
    EditionLapsed,
    EditionPlanned,
    EditionPostponed,
    RequirementStated,
    RequirementWithdrawn,
)
from shared.contracts.organizations import Text
from shared.errors import Conflict, Invalid
from shared.periods import Period, begun, period

NUMBERS = 10_000
"""The greatest number of an edition."""

Standing = Literal["", "coming", "due", "overdue"]
"""Of what is planned: its time has not come, is now, or is over. Derived from a date, and kept nowhere."""


class EditionState(StrEnum):
    """`domain.md`: planned, lapsed, postponed, held."""

    PLANNED = "planned"
    LAPSED = "lapsed"
    POSTPONED = "postponed"
    HELD = "held"


LATE = timedelta(days=366)
"""What became of a time that was over so long before is put on record late: nobody has to be told."""

REQUIREMENTS = 100
"""So many requirements of an edition at most, the withdrawn ones with them."""

State = EditionState


def edition_id(series: UUID, number: int) -> UUID:
    """The id of the edition of this number: no series has two."""
    return uuid5(series, f"edition/{number}")


@dataclass(frozen=True, slots=True)
class Move:
    """What became of it at once: the state that it entered, for when it was planned before and is now, and why.

    `now` is empty where nobody knows; of what was held it is when. `by`: who decided so, and `on` which day.
    """

    at: datetime
    state: EditionState
    was: str
    now: str
    reason: Text = field(default_factory=dict)
    by: Text = field(default_factory=dict)
    on: str = ""


@dataclass(slots=True, kw_only=True)
class Edition:
    """One edition of a series. `planned_for`: empty while it is postponed; of what lapsed, when it was to be. `effects`: of
    decisions, that were tried on it."""

    kind: ClassVar[str] = "editions"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("series", "number"), ("state",))

    id: UUID
    facts: EditionFacts
    state: EditionState = State.PLANNED
    planned_for: str = ""
    held_in: str = ""
    moves: list[Move] = field(default_factory=list)
    requirements: list[Required] = field(default_factory=list)
    history: list[Edit] = field(default_factory=list)
    effects: list[UUID] = field(default_factory=list)

    @classmethod
    def planned(cls, asked: PlanEdition) -> tuple[Self, EditionPlanned]:
        """For when it is due. Raises Invalid for a number or a time that there is not."""
        facts = asked.facts
        if not 1 <= facts.number <= NUMBERS:
            raise Invalid.at(f"Editions are numbered from 1 to {NUMBERS}.", "number")
        edition = cls(id=edition_id(facts.series, facts.number), facts=facts, planned_for=facts.due)
        edition.read(facts.due, "due")
        edition.moves = [Move(asked.at, State.PLANNED, "", facts.due)]
        return edition, EditionPlanned.of(edition, edition=edition.id, again=False, quiet=False, by=asked.by)

    @classmethod
    def earlier(
        cls, asked: RecordEdition
    ) -> tuple[Self, list[EditionPlanned | EditionHeld | EditionLapsed | EditionPostponed]]:
        """Of earlier times, with what became of it. Raises as each of the two steps does."""
        edition, planned = cls.planned(asked)
        step: dict[str, Any] = {"id": asked.id, "at": asked.at, "edition": edition.id, "by": asked.by}
        if asked.became == "held":
            return edition, [planned, edition.hold(HoldEdition(**step, held_in=asked.held_in))]
        if asked.became == "lapsed":
            return edition, [planned, edition.lapse(LapseEdition(**step, reason=asked.why.reason), quiet=True)]
        return edition, [planned, edition.postpone(PostponeEdition(**step, facts=asked.why), quiet=True)]

    def read(self, text: str, where: str) -> Period:
        """A time in the calendar of the mandate. Raises Invalid at the field that it was written in."""
        try:
            return period(text, self.facts.calendar)
        except ValueError as error:
            raise Invalid.at(str(error), where) from error

    def standing(self, today: date) -> Standing:
        """How what is planned stands to its time, on this day."""
        if self.state is not State.PLANNED:
            return ""
        there = period(self.planned_for, self.facts.calendar)
        return "overdue" if there.last < today else "due" if there.first <= today else "coming"

    def change(self, asked: ChangeEdition) -> EditionChanged | None:
        """None if nothing is different. What was never moved is planned for when it is due."""
        self.read(asked.due, "due")
        facts = self.facts.model_copy(update={"due": asked.due, "objectives": asked.objectives})
        if facts == self.facts:
            return None
        with_it = self.state is State.PLANNED and self.planned_for == self.facts.due
        self.facts, self.planned_for = facts, asked.due if with_it else self.planned_for
        return EditionChanged.of(self, edition=self.id)

    def plan_again(self, asked: PlanAgain, *, quiet: bool = False) -> EditionPlanned | None:
        """From lapsed or postponed for any time; from planned for a more precise one, or else Conflict ("decide-first").

        Of what is over already nobody is told.
        """
        self._must_be("planned", State.PLANNED, State.LAPSED, State.POSTPONED)
        there = self.read(asked.planned_for, "planned_for")
        if self.state is State.PLANNED:
            if asked.planned_for == self.planned_for:
                return None
            if not there.within(period(self.planned_for, self.facts.calendar)):
                detail = f"It is planned for {self.planned_for}; for another time it is postponed first, by a decision."
                raise Conflict(detail, code="decide-first")
        self._move(asked, State.PLANNED, asked.planned_for)
        self.planned_for = asked.planned_for
        quiet = quiet or there.last < asked.at.date()
        return EditionPlanned.of(self, edition=self.id, again=True, quiet=quiet, by=asked.by)

    def lapse(self, asked: LapseEdition, *, quiet: bool = False) -> EditionLapsed:
        """From planned, once its time is over at the command's. Raises Conflict ("not-over") before."""
        self._must_be("left to lapse", State.PLANNED)
        if self.standing(asked.at.date()) != "overdue":
            raise Conflict("Its time is not over; postpone it by a decision.", code="not-over")
        self._move(asked, State.LAPSED, self.planned_for, reason=asked.reason)
        quiet = quiet or self._is_late(asked)
        return EditionLapsed.of(self, edition=self.id, reason=asked.reason, quiet=quiet, by=asked.by)

    def postpone(self, asked: PostponeEdition, *, quiet: bool = False) -> EditionPostponed:
        """From planned: nobody knows when it will be, until it is planned again."""
        self._must_be("postponed", State.PLANNED)
        decided = asked.facts
        if decided.decided_on:
            self.read(decided.decided_on, "decided_on")
        quiet = quiet or self._is_late(asked)
        self._move(asked, State.POSTPONED, "", reason=decided.reason, by=decided.decided_by, on=decided.decided_on)
        self.planned_for = ""
        return EditionPostponed.of(self, edition=self.id, **decided.model_dump(), quiet=quiet, by=asked.by)

    def hold(self, asked: HoldEdition) -> EditionHeld:
        """From planned: it took place. Raises Invalid for what has not come at the command's time."""
        self._must_be("held", State.PLANNED)
        return self._hold(asked, {})

    def follow(self, asked: HoldEdition) -> list[EditionPlanned | EditionHeld | None]:
        """Its conference took place, so it was held then. If nobody had planned it again, it was for that day."""
        plan = PlanAgain(id=asked.id, at=asked.at, edition=self.id, planned_for=asked.held_in)
        return [None if self.state is State.PLANNED else self.plan_again(plan, quiet=True), self.hold(asked)]

    def correct(self, asked: CorrectHeld) -> EditionHeld | None:
        """Of what was held: it was at another time than was said before. None if that is the same."""
        self._must_be("corrected", State.HELD)
        return None if asked.held_in == self.held_in else self._hold(asked, asked.reason)

    def _hold(self, asked: HoldEdition | CorrectHeld, grounds: Text) -> EditionHeld:
        self._must_have_come(asked, asked.held_in, "held_in")
        self._move(asked, State.HELD, asked.held_in, reason=grounds)
        self.held_in = asked.held_in
        return EditionHeld.of(self, edition=self.id, grounds=grounds)

    def require(self, asked: StateRequirement) -> RequirementStated | None:
        """In whatever state, for it may be noted late. None if it is there. Raises Invalid for a time that has not come."""
        new = asked.requirement
        if any(each.requirement.id == new.id for each in self.requirements):
            return None
        if len(self.requirements) >= REQUIREMENTS:
            raise Conflict(f"An edition has at most {REQUIREMENTS} requirements.", code="too-many")
        if new.stated_on:
            self._must_have_come(asked, new.stated_on, "stated_on")
        self.requirements = [*self.requirements, Required(new, asked.at, asked.by)]
        quiet = self.state is State.HELD or self._is_late(asked)
        return RequirementStated(edition=self.id, requirement=new, quiet=quiet, by=asked.by)

    def withdraw(self, asked: WithdrawRequirement) -> RequirementWithdrawn:
        """A requirement stands no longer. Raises NotFound for none of its own, Conflict for what was withdrawn before."""
        self.requirements = withdrawn(self.requirements, asked)
        return RequirementWithdrawn(edition=self.id, withdrawn=asked.requirement, grounds=asked.reason)

    def _is_late(self, asked: EditionAsked) -> bool:
        """Whether the time that it is planned for, or was, was over long ago."""
        if not self.planned_for:
            return False
        return period(self.planned_for, self.facts.calendar).last < asked.at.date() - LATE

    def _must_have_come(self, asked: EditionAsked, text: str, where: str) -> None:
        if not begun(self.read(text, where), asked.at):
            raise Invalid.at("That has not come yet.", where, code="not-come")

    def _must_be(self, done: str, *states: EditionState) -> None:
        if self.state not in states:
            raise Conflict(f"It is {self.state}, and cannot be {done} now.", code="wrong-state")

    def _move(self, asked: EditionAsked, state: EditionState, now: str, **said: Any) -> None:
        self.moves = [*self.moves, Move(asked.at, state, self.planned_for, now, **said)]
        self.state = state

    @property
    def reason(self) -> Text:
        """Why it lapsed or was postponed, the last time."""
        return self._last(State.LAPSED, State.POSTPONED).reason

    @property
    def decided_by(self) -> Text:
        """Who decided that it was postponed, the last time."""
        return self._last(State.POSTPONED).by

    def _last(self, *states: EditionState) -> Move:
        there = (each for each in reversed(self.moves) if each.state in states)
        return next(there, Move(datetime.min, State.PLANNED, "", ""))  # noqa: DTZ901
