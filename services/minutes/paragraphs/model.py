"""A paragraph that is typed while it is said: kept as it grows, nobody's overwritten, in the end a part of the record. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Final, Self
from uuid import UUID, uuid5

from shared.contracts import Message
from shared.contracts.paragraphs import (
    About,
    ParagraphChanged,
    ParagraphFacts,
    ParagraphSettled,
    ParagraphStruck,
    ParagraphTyped,
)
from shared.errors import Conflict, Invalid, Stale

BY_FORM: Final = ("decision",)
"""Marks that nothing follows from by itself: a decision is recorded by its form, with the quorum of that moment."""

LONGEST_ACTION: Final = 2_000
"""Characters of what is to be done, as its own form has them: unlike other words they stand on the log."""


class ParagraphState(StrEnum):
    """Whether it can still be typed in."""

    TYPED = "typed"
    SETTLED = "settled"
    STRUCK = "struck"


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteParagraph(Message):
    """It says this from now on; a `paragraph` that is not there begins so, just behind another (`behind`), or as the last one.

    `writer`: the page that it is typed in. `revision` counts what that page made of it; `seen` is the revision from which it
    goes on. `named`: who spoke, of somebody who is not on record. `by`: who types.
    """

    paragraph: UUID
    gathering: UUID
    facts: About
    words: str
    named: str
    writer: UUID
    revision: int
    seen: int
    behind: UUID | None = None
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleParagraph(Message):
    """Put it into the record as what its mark says."""

    paragraph: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeParagraph(Message):
    """It is not to stand."""

    paragraph: UUID


def thing_of(paragraph: UUID) -> UUID:
    """The id of what it becomes in the record: settled twice, it is one thing."""
    return uuid5(paragraph, "record")


@dataclass(slots=True, kw_only=True)
class Paragraph:
    """One paragraph. Its words stay here: the log has only about what they are.

    `writer` typed last, and `revision` is what it made: both only go on, so a repeat changes nothing, and what comes late does
    not either. `changed_at`: when it was written to last, also by who settled or struck it.
    """

    kind: ClassVar[str] = "paragraph"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("gathering", "turn"),
        ("gathering", "changed_at"),
        ("gathering", "state", "turn"),
    )

    id: UUID
    facts: ParagraphFacts
    words: str
    named: str
    writer: UUID
    revision: int
    begun_at: datetime
    changed_at: datetime
    by: UUID | None = None
    state: ParagraphState = ParagraphState.TYPED

    @property
    def stands(self) -> bool:
        """It was not struck out."""
        return self.state is not ParagraphState.STRUCK

    @property
    def claims(self) -> tuple[str, ...]:
        """Its place is no other's: of two who begin at once one comes after the other."""
        return (f"{self.facts.gathering}/paragraph/{self.facts.turn}",)

    @property
    def told(self) -> str:
        """The words as the record has them: of somebody who is not on record with the name before them."""
        return f"{self.named}: {self.words}" if self.named and not self.facts.speaker else self.words

    @classmethod
    def typed(cls, asked: WriteParagraph, turn: str) -> tuple[Self, ParagraphTyped]:
        """A new one, in this place. Raises Invalid without words."""
        _must_say(asked)
        facts = ParagraphFacts(**asked.facts.model_dump(), gathering=asked.gathering, turn=turn)
        paragraph = cls(
            id=asked.paragraph,
            facts=facts,
            words=asked.words,
            named=asked.named,
            writer=asked.writer,
            revision=asked.revision,
            begun_at=asked.at,
            changed_at=asked.at,
            by=asked.by,
        )
        return paragraph, ParagraphTyped.of(paragraph, paragraph=paragraph.id)

    def knows(self, asked: WriteParagraph) -> bool:
        """This page's text is here already, or a later one. A revision is one text: another under its number is not here."""
        same = (asked.facts, asked.words, asked.named) == (About.of(self.facts), self.words, self.named)
        return asked.writer == self.writer and (
            asked.revision < self.revision or (asked.revision == self.revision and same)
        )

    def write(self, asked: WriteParagraph) -> ParagraphChanged | None:
        """It says this from now on; None where the words alone are others.

        Raises Stale for another page that has not seen what stands here, Conflict (`settled`, `struck`), Invalid without words.
        """
        self._must_be_typed()
        if (asked.writer != self.writer and asked.seen != self.revision) or asked.revision <= self.revision:
            raise Stale("Somebody else wrote in this paragraph meanwhile; look at it, then write again.")
        _must_say(asked)
        before = About.of(self.facts)
        self.words, self.named, self.by, self.changed_at = asked.words, asked.named, asked.by, asked.at
        self.writer, self.revision = asked.writer, asked.revision
        if before == asked.facts:
            return None
        self.facts = self.facts.model_copy(update=asked.facts.model_dump())
        return ParagraphChanged.of(self, paragraph=self.id)

    @property
    def settled_at(self) -> datetime | None:
        """When it came into the record."""
        return self.changed_at if self.state is ParagraphState.SETTLED else None

    @property
    def struck_at(self) -> datetime | None:
        """When it was struck out."""
        return self.changed_at if self.state is ParagraphState.STRUCK else None

    def settle(self, at: datetime) -> ParagraphSettled:
        """It stands in the record. Raises Conflict: `settled`, `struck`, `unmarked`; `by-form` for a decision, `too-long` for an
        action."""
        self._must_be_typed()
        if self.facts.mark is None:
            raise Conflict("Say first what it is to be in the record.", code="unmarked")
        if self.facts.mark in BY_FORM:
            raise Conflict("A decision is recorded by its form, with the quorum of its moment.", code="by-form")
        if self.facts.mark == "action" and len(self.words) > LONGEST_ACTION:
            raise Conflict(f"An action has at most {LONGEST_ACTION} characters; shorten it.", code="too-long")
        self.state, self.changed_at = ParagraphState.SETTLED, at
        return ParagraphSettled.of(self, paragraph=self.id, settled_at=at)

    def strike(self, at: datetime) -> ParagraphStruck:
        """It is not to stand; its words are kept, and shown to nobody. Raises Conflict (`settled`, `struck`)."""
        self._must_be_typed()
        self.state, self.changed_at = ParagraphState.STRUCK, at
        return ParagraphStruck(paragraph=self.id, gathering=self.facts.gathering, struck_at=at)

    def _must_be_typed(self) -> None:
        if self.state is not ParagraphState.TYPED:
            raise Conflict(f"This paragraph is {self.state}.", code=self.state.value)


def _must_say(asked: WriteParagraph) -> None:
    if not asked.words.strip():
        raise Invalid.at("There are no words.", "words")
