"""What can be asked of editions. `by`: who asks, for the history."""

from dataclasses import dataclass
from typing import Any, Literal, Self
from uuid import UUID

from shared.contracts import Message
from shared.contracts.authorities import Authority
from shared.contracts.editions import EditionFacts, Postponement, Requirement
from shared.contracts.organizations import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEdition(Message):
    """Enter an edition, planned for when it is due. Its id follows from the series and the number."""

    facts: EditionFacts
    by: UUID | None = None


Became = Literal["held", "lapsed", "postponed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordEdition(PlanEdition):
    """Enter an edition of earlier times with what became of it: when it was held; or why it was not, and who decided so."""

    became: Became
    held_in: str = ""
    why: Postponement


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionAsked(Message):
    """Of which edition something is asked, and by whom."""

    edition: UUID
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeEdition(EditionAsked):
    """Its objectives, and when it is due, from now on."""

    due: str
    objectives: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAgain(EditionAsked):
    """For another time after it lapsed or was postponed; for a more precise one while it is planned."""

    planned_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LapseEdition(EditionAsked):
    """Its time has passed, and nobody decided anything."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PostponeEdition(EditionAsked):
    """Somebody decided that it is not held then."""

    facts: Postponement

    @classmethod
    def told(cls, *, reason: Text, decided_by: Text, decided_on: str, **asked: Any) -> Self:
        """As a form tells it."""
        return cls(facts=Postponement(reason=reason, decided_by=decided_by, decided_on=decided_on), **asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldEdition(EditionAsked):
    """It took place."""

    held_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectHeld(EditionAsked):
    """It took place at another time than was said; why that was wrong."""

    held_in: str
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRequirement(EditionAsked):
    """It has to be like this."""

    requirement: Requirement

    @classmethod
    def told(cls, *, says: Text, body: UUID | None, stated_by: Text, stated_on: str, **asked: Any) -> Self:
        """As a form tells it; the id of the requirement is the message's."""
        by = Authority(body, stated_by)
        return cls(requirement=Requirement(asked["id"], says, by, stated_on), **asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawRequirement(EditionAsked):
    """It stands no longer."""

    requirement: UUID
    reason: Text
