"""What a speaker said, as said or in summary; corrected with what it was before, or withdrawn."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from shared.contracts import Message
from shared.contracts.statements import (
    Occasion,
    Speech,
    StatementCorrected,
    StatementFacts,
    StatementRecorded,
    StatementWithdrawn,
)
from shared.errors import Conflict, Invalid


class StatementState(StrEnum):
    """Whether whoever said it stands by it."""

    RECORDED = "recorded"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordStatement(Message):
    """Note what somebody said. The statement's id is the command's."""

    occasion: Occasion
    facts: Speech
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BringStatement(RecordStatement):
    """Note what somebody said long ago, about a `subject`. `statement`: its id, made from what names it in the papers."""

    statement: UUID
    subject: str = ""
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectStatement(Message):
    """It was recorded wrongly: it says this from now on. Why may be left out until the record is published."""

    statement: UUID
    facts: Speech
    words: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawStatement(Message):
    """It is not stood by, or was never said; and why."""

    statement: UUID
    reason: str = ""


class EarlierWords(Speech):
    """What a statement said until it was corrected (UTC), and why it was."""

    words: str
    corrected_at: datetime
    reason: str


@dataclass(slots=True, kw_only=True)
class Statement:
    """One statement. Its words stay here, in their language: the log has only who, where and when.

    `earlier`: what it said before each correction, the oldest first. `reason`: why it was withdrawn. `changed_at`: when it was
    corrected last, or withdrawn. Who said it is an id: the
    name is joined when it is read, and is gone when the person is erased. `subject`: what it was about, of one that comes
    from history and stands on no agenda.
    """

    kind: ClassVar[str] = "statement"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("gathering", "turn"),
        ("gathering", "public", "turn"),
        ("gathering", "item", "turn"),
        ("edition", "said_on"),
        ("changed_at",),
    )
    rare: ClassVar[tuple[str, ...]] = ("changed_at",)

    id: UUID
    facts: StatementFacts
    words: str
    recorded_at: datetime
    state: StatementState = StatementState.RECORDED
    earlier: list[EarlierWords] = field(default_factory=list)
    withdrawn_at: datetime | None = None
    changed_at: datetime | None = None
    reason: str = ""
    subject: str = ""

    @property
    def first(self) -> tuple[Speech, str]:
        """What was recorded first, whatever was corrected since."""
        return (
            (Speech.of(self.earlier[0]), self.earlier[0].words) if self.earlier else (Speech.of(self.facts), self.words)
        )

    @property
    def stands(self) -> bool:
        """It was not withdrawn."""
        return self.state is StatementState.RECORDED

    @property
    def quotable(self) -> bool:
        """Everybody may read it, and it is stood by."""
        return self.stands and self.facts.public

    def holds(self, words: str) -> bool:
        """Whether these are words of it, however lines break and spaces stand."""
        return " ".join(words.split()) in " ".join(self.words.split())

    @property
    def corrected_at(self) -> datetime | None:
        """When it was corrected last."""
        return self.earlier[-1].corrected_at if self.earlier else None

    @property
    def was_public(self) -> bool:
        """Everybody could read what it said before it was corrected last."""
        return bool(self.earlier) and self.earlier[-1].public

    @property
    def claims(self) -> tuple[str, ...]:
        """Its place among those on the same item is nobody else's. What came from history has its day, and no place."""
        facts = self.facts
        return (f"{facts.gathering}/statement/{facts.item or ''}/{facts.turn}",) if facts.turn else ()

    @classmethod
    def recorded(cls, command: RecordStatement, turn: str) -> tuple[Self, StatementRecorded]:
        """Record it in this place ("": in none). Raises Invalid without words or an occasion, or if it is said in two names."""
        _must_fit(command.facts, command.words)
        if command.occasion.gathering is None and command.occasion.edition is None:
            raise Invalid.at("It was said at a gathering, or at an edition.", "gathering")
        facts = StatementFacts(**command.occasion.model_dump(), **command.facts.model_dump(), turn=turn)
        statement = cls(id=command.id, facts=facts, words=command.words, recorded_at=command.at)
        return statement, StatementRecorded.of(statement, statement=statement.id)

    @classmethod
    def brought(cls, command: BringStatement) -> tuple[Self, StatementRecorded]:
        """Record one that comes from history, in no place. Raises Invalid as `recorded` does."""
        statement, _ = cls.recorded(command, "")
        statement.id, statement.subject = command.statement, command.subject
        return statement, StatementRecorded.of(statement, statement=statement.id)

    def correct(self, command: CorrectStatement, turn: str) -> StatementCorrected:
        """It says something else from now on, in this place. Raises Invalid as `recorded` does, or if nothing differs; Conflict
        ("withdrawn") for one that is not stood by.
        """
        self._must_stand()
        _must_fit(command.facts, command.words)
        before = Speech.of(self.facts)
        if (command.facts, command.words) == (before, self.words):
            raise Invalid.at("This is what the statement says already.", "words")
        self.earlier.append(EarlierWords.of(before, words=self.words, corrected_at=command.at, reason=command.reason))
        occasion = Occasion.of(self.facts)
        self.facts = StatementFacts(**occasion.model_dump(), **command.facts.model_dump(), turn=turn)
        self.words, self.changed_at = command.words, command.at
        return StatementCorrected.of(self, statement=self.id, corrected_at=command.at)

    def withdraw(self, command: WithdrawStatement) -> StatementWithdrawn:
        """It is not stood by. Raises Conflict ("withdrawn") if it was not already."""
        self._must_stand()
        self.state, self.reason = StatementState.WITHDRAWN, command.reason
        self.withdrawn_at = self.changed_at = command.at
        return StatementWithdrawn.of(self, statement=self.id)

    def _must_stand(self) -> None:
        if not self.stands:
            raise Conflict("This statement was withdrawn.", code="withdrawn")


def _must_fit(facts: Speech, words: str) -> None:
    """There are words; and it is said in one name."""
    if not words.strip():
        raise Invalid.at("A statement has words.", "words")
    if facts.organization and facts.body:
        raise Invalid.at("Somebody speaks in the name of an organization or of a body.", "body")
