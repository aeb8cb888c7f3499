"""A final statement: drafted, amended paragraph by paragraph, adopted; corrected as a new version alone. It is one document, so
that what an amendment changes is decided where it is changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Final, Self
from uuid import UUID

from services.minutes.final_statement.amendments import Amendment
from services.minutes.final_statement.commands import (
    AdoptFinalStatement,
    CorrectFinalStatement,
    DraftFinalStatement,
    LeaveOutParagraph,
    MoveParagraph,
    WriteParagraph,
)
from services.minutes.final_statement.kept import (
    ROOM,
    ROOM_ADOPTED,
    Kept,
    differing,
    lifted,
    must_hold,
    weight,
    weight_of,
    whole,
)
from services.minutes.final_statement.paragraphs import Paragraph, Version, in_order, must_be_few, part_of, put, written
from shared.contracts.final_statements import (
    FinalStatementAdopted,
    FinalStatementArranged,
    FinalStatementCorrected,
    FinalStatementDrafted,
    FinalStatementOpened,
    FinalStatementWritten,
)
from shared.errors import Conflict, Invalid

MOST_VERSIONS: Final = 100


class FinalStatementState(StrEnum):
    """`domain.md`: each is entered by exactly one event."""

    DRAFT = "draft"
    UNDER_AMENDMENT = "under_amendment"
    ADOPTED = "adopted"


State = FinalStatementState


@dataclass(slots=True, kw_only=True)
class FinalStatement:
    """The final statement of one gathering, whose id it has. All times are UTC.

    `paragraphs`: those of the preamble, then the operative ones, whose numbers follow from their order. `kept`: of `versions`,
    which are the text when amendments were opened, when it was adopted, and after each correction; none is ever written over.
    `path`: where everybody reads it.
    """

    kind: ClassVar[str] = "final_statement"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("state",),)
    lifts: ClassVar[tuple[Callable[[dict[str, Any]], dict[str, Any]], ...]] = (lifted,)

    id: UUID
    authoritative: str
    drafted_at: datetime
    state: State = State.DRAFT
    paragraphs: list[Paragraph] = field(default_factory=list)
    amendments: list[Amendment] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    opened_at: datetime | None = None
    adopted_at: datetime | None = None
    corrected_at: datetime | None = None
    decision: UUID | None = None
    path: str = ""

    @classmethod
    def drafted(cls, asked: DraftFinalStatement) -> tuple[Self, FinalStatementDrafted]:
        """With no paragraph yet."""
        it = cls(id=asked.gathering, authoritative=asked.authoritative, drafted_at=asked.at)
        return it, FinalStatementDrafted.of(it, gathering=it.id)

    @property
    def adopted(self) -> bool:
        """Everybody may read it."""
        return self.state is State.ADOPTED

    @property
    def versions(self) -> list[Version]:
        """Each whole, the newest last."""
        return [*whole(self.kept)]

    @property
    def published(self) -> list[Version]:
        """What was adopted, and each correction, the newest last."""
        return [each for each in self.versions if each.number]

    @property
    def version(self) -> int:
        """The number of the newest one; 0 before it is adopted."""
        return self.kept[-1].number if self.kept else 0

    def paragraph(self, id: UUID | None) -> Paragraph | None:
        """One that stands in the text."""
        return next((each for each in self.paragraphs if each.id == id), None)

    def amendment(self, id: UUID) -> Amendment | None:
        """One that was proposed."""
        return next((each for each in self.amendments if each.id == id), None)

    def wording(self, there: Paragraph | None) -> str:
        """What counts of a paragraph; "" of none."""
        return there.text[self.authoritative] if there else ""

    def write(self, asked: WriteParagraph) -> FinalStatementWritten | None:
        """None if it says so. Raises Conflict: `adopted`, `full`, `too-large`, `paragraph-gone`. Invalid without words."""
        self._must_be_open_to_change()
        there = self.paragraph(asked.paragraph) if asked.new else self._there(asked.paragraph)
        blank = Paragraph(id=asked.paragraph, part=asked.part, text={})
        now = written(there or blank, asked.text, self.authoritative, asked.holds)
        if now == there:
            return None
        must_be_few(self.paragraphs, now)
        self.must_have_room(weight(now) - (weight(there) if there else 0))
        if there:
            self.replace(now)
        else:
            row = part_of(self.paragraphs, now.part)
            self.paragraphs = put(self.paragraphs, now, row[-1].id if row else None)
        return self._written(now, there)

    def move(self, asked: MoveParagraph) -> FinalStatementArranged | None:
        """None if it stands there. Raises Conflict (`adopted`), Invalid for another that is not of its part."""
        self._must_be_open_to_change()
        there = self._there(asked.paragraph)
        row = [each for each in part_of(self.paragraphs, there.part) if each.id != there.id]
        ids = [each.id for each in row]
        if asked.before and asked.before not in ids:
            raise Invalid.at("It can only stand before another paragraph of its part.", "before")
        place = ids.index(asked.before) if asked.before else len(row)
        return self._arranged(in_order({there.part: [*row[:place], there, *row[place:]]}, self.paragraphs))

    def leave_out(self, asked: LeaveOutParagraph) -> FinalStatementArranged | None:
        """None if it does not stand there. Raises Conflict (`adopted`)."""
        self._must_be_open_to_change()
        return self._arranged([each for each in self.paragraphs if each.id != asked.paragraph])

    def open(self, at: datetime) -> FinalStatementOpened:
        """Raises Conflict: `not-a-draft`, `no-paragraphs`."""
        if self.state is not State.DRAFT:
            raise Conflict("Amendments are opened to a draft, once.", code="not-a-draft")
        self._must_say_something()
        self.state, self.opened_at = State.UNDER_AMENDMENT, at
        self._keep(0, at)
        return FinalStatementOpened.of(self, gathering=self.id)

    def adopt(self, asked: AdoptFinalStatement) -> FinalStatementAdopted:
        """The text is what it says now. Raises Conflict: `adopted`, `no-paragraphs`, `amendments-open`."""
        self._must_be_open_to_change()
        self._must_say_something()
        if any(each.open for each in self.amendments):
            raise Conflict("Decide about every amendment first.", code="amendments-open")
        self.state, self.adopted_at, self.decision = State.ADOPTED, asked.at, asked.decision
        self.path = asked.path
        self._keep(1, asked.at)
        return FinalStatementAdopted.of(self, gathering=self.id)

    def correct(self, asked: CorrectFinalStatement) -> FinalStatementCorrected:
        """A new version; the others stay. Raises Conflict (`not-adopted`, `full`, `too-large`), Invalid without a reason, or a
        difference."""
        if not self.adopted:
            raise Conflict("What is not adopted is simply changed.", code="not-adopted")
        if len(self.kept) >= MOST_VERSIONS:
            raise Conflict(f"At most {MOST_VERSIONS} versions are kept.", code="full")
        if not asked.reason.strip():
            raise Invalid.at("Everybody reads this: say why.", "reason")
        there = self._there(asked.paragraph)
        now = written(there, asked.text, self.authoritative, asked.holds)
        if now == there:
            raise Invalid.at("This is what it says already.", "text")
        must_be_few(self.paragraphs, now)
        self.must_have_room(weight(now) - weight(there), weight(now))
        self.replace(now)
        self.corrected_at = asked.at
        self._keep(self.version + 1, asked.at, asked.reason)
        return FinalStatementCorrected.of(self, gathering=self.id)

    def must_have_room(self, more: int, beside: int = 0) -> None:
        """Raises Conflict ("too-large") for so many bytes more of text, and `beside` it, unless it gets smaller by that.

        A draft is kept once more when amendments are opened, and once more when it is adopted: neither can fail for its size.
        """
        if more + beside > 0:
            text = (weight(*self.paragraphs) + more) * {State.DRAFT: 3, State.UNDER_AMENDMENT: 2, State.ADOPTED: 1}[
                self.state
            ]
            kept = sum(weight(*each.paragraphs) for each in self.kept) + sum(map(weight_of, self.amendments))
            must_hold(text + kept + beside, ROOM_ADOPTED if self.adopted else ROOM)

    def replace(self, now: Paragraph) -> None:
        """Let a paragraph say this."""
        self.paragraphs = [now if each.id == now.id else each for each in self.paragraphs]

    def _keep(self, number: int, at: datetime, reason: str = "") -> None:
        order, anew = [each.id for each in self.paragraphs], differing(self.kept, self.paragraphs)
        self.kept = [*self.kept, Kept(number=number, at=at, paragraphs=anew, order=order, reason=reason)]

    def _arranged(self, paragraphs: Sequence[Paragraph]) -> FinalStatementArranged | None:
        if paragraphs == self.paragraphs:
            return None
        self.paragraphs = [*paragraphs]
        return FinalStatementArranged(gathering=self.id, order=[each.id for each in paragraphs])

    def _written(self, now: Paragraph, before: Paragraph | None) -> FinalStatementWritten:
        anew = [tag for tag, words in now.text.items() if before is None or words != before.text.get(tag)]
        return FinalStatementWritten(
            gathering=self.id,
            paragraph=now.id,
            part=now.part,
            languages=anew,
            outdated=now.outdated(self.authoritative),
        )

    def _there(self, id: UUID) -> Paragraph:
        there = self.paragraph(id)
        if there is None:
            raise Conflict("This paragraph does not stand in the text any more.", code="paragraph-gone")
        return there

    def _must_be_open_to_change(self) -> None:
        if self.adopted:
            raise Conflict("What is adopted is corrected as a new version, with a reason.", code="adopted")

    def _must_say_something(self) -> None:
        if not part_of(self.paragraphs, "operative"):
            raise Conflict("A final statement has at least one operative paragraph.", code="no-paragraphs")
