"""The minutes of one gathering: drawn up, opened, closed, approved, published."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from shared.contracts import Message
from shared.contracts.minutes import (
    AgendaAdopted,
    MinutesApproved,
    MinutesClosed,
    MinutesCorrected,
    MinutesDrawnUp,
    MinutesOpened,
    MinutesPublished,
    MinutesStatementCorrected,
)
from shared.errors import Conflict, Invalid


class State(StrEnum):
    """How far the record is. *in_review* comes with the review; nothing here assumes that it does not."""

    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveMinutes(Message):
    """The record is as it should be."""

    gathering: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishMinutes(Message):
    """Let everybody read the record."""

    gathering: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptAgenda(Message):
    """The gathering agrees to deal with this, in this order."""

    gathering: UUID


@dataclass(slots=True, kw_only=True)
class Minutes:
    """The record of one gathering. `id` is the gathering's; all times are UTC.

    `opened_at` and `closed_at` are when the gathering convened and adjourned; between them decisions are recorded. `slug` is
    the readable part of the permanent address, that of the gathering when it was announced; empty where nobody said one.
    The agenda is provisional until `agenda_adopted_at`; its items are things of their own.
    """

    kind: ClassVar[str] = "minutes"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("published_at",), ("slug",), ("state", "closed_at"))

    id: UUID
    state: State = State.DRAFT
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    approved_at: datetime | None = None
    published_at: datetime | None = None
    corrected_at: datetime | None = None
    agenda_adopted_at: datetime | None = None
    slug: str = ""

    @classmethod
    def drawn_up(cls, gathering: UUID, slug: str = "") -> tuple[Self, MinutesDrawnUp]:
        """Empty minutes for a gathering."""
        minutes = cls(id=gathering, slug=slug)
        return minutes, MinutesDrawnUp(gathering=gathering, path=minutes.path)

    @property
    def claims(self) -> tuple[str, ...]:
        """An address leads to one thing, for ever."""
        return (f"address/{self.slug}",) if self.slug else ()

    @property
    def running(self) -> bool:
        """The gathering is in session: what is decided now belongs to this record."""
        return self.opened_at is not None and self.closed_at is None

    @property
    def published(self) -> bool:
        """Everybody may read it."""
        return self.state in {State.PUBLISHED, State.CORRECTED}

    @property
    def path(self) -> str:
        """The permanent address, below the installation's own."""
        return f"/minutes/{self.slug or self.id}"

    def open(self, at: datetime) -> MinutesOpened:
        """The gathering convened. Raises Conflict if it did so before, or has adjourned."""
        if self.opened_at or self.closed_at:
            raise Conflict("These minutes were opened before.", code="already-opened")
        self.opened_at = at
        return MinutesOpened(gathering=self.id, opened_at=at)

    def adopt_agenda(self, at: datetime) -> AgendaAdopted:
        """What comes on the agenda now is late. Raises Conflict before the session, after approval, or if it was adopted."""
        self.must_take()
        if self.agenda_adopted_at:
            raise Conflict("This agenda is adopted already.", code="already-adopted")
        self.agenda_adopted_at = at
        return AgendaAdopted(gathering=self.id, adopted_at=at)

    def close(self, at: datetime) -> MinutesClosed:
        """The gathering adjourned. Raises Conflict if it did so before."""
        if self.closed_at:
            raise Conflict("These minutes were closed before.", code="already-closed")
        self.closed_at = at
        return MinutesClosed(gathering=self.id, closed_at=at)

    def approve(self, at: datetime) -> MinutesApproved:
        """The record is as it should be. Raises Conflict unless the gathering has adjourned, or if it is no draft."""
        self.must_be_draft()
        if not self.closed_at:
            raise Conflict("Minutes are approved after the gathering has adjourned.", code="not-closed")
        self.state, self.approved_at = State.APPROVED, at
        return MinutesApproved(gathering=self.id)

    def publish(self, at: datetime) -> MinutesPublished:
        """Everybody may read it from now on. Raises Conflict unless it is approved."""
        if self.state is not State.APPROVED:
            raise Conflict("Only approved minutes are published, and once.", code="not-approved")
        self.state, self.published_at = State.PUBLISHED, at
        return MinutesPublished(gathering=self.id, path=self.path)

    def correct(self, decision: UUID, at: datetime) -> MinutesCorrected:
        """A decision in it is not any more what was published. Raises Conflict unless everybody may read it."""
        if not self.published:
            raise Conflict("Only what is published is corrected.", code="not-published")
        self.state, self.corrected_at = State.CORRECTED, at
        return MinutesCorrected(gathering=self.id, path=self.path, decision=decision, corrected_at=at)

    def correct_statement(self, statement: UUID, at: datetime) -> MinutesStatementCorrected:
        """The same of a public statement. It stays in its state, which is about what was decided."""
        if not self.published:
            raise Conflict("Only what is published is corrected.", code="not-published")
        self.corrected_at = at
        return MinutesStatementCorrected(gathering=self.id, path=self.path, statement=statement, corrected_at=at)

    def must_say_why(self, reason: str) -> None:
        """Raises Invalid where what everybody reads is changed without a reason."""
        if self.published and not reason.strip():
            raise Invalid.at("These minutes are published: say why.", "reason")

    def must_run(self) -> None:
        """Raises Conflict unless the gathering is in session."""
        if not self.running:
            raise Conflict("Decisions are recorded while the gathering is in session.", code="not-in-session")

    def must_take(self) -> None:
        """Raises Conflict unless what was said can still be noted: from the beginning of the session until approval."""
        self.must_be_draft()
        if not self.opened_at:
            raise Conflict("What is said is noted from the beginning of the session on.", code="not-begun")

    def must_be_draft(self) -> None:
        """Raises Conflict once the record is approved."""
        if self.state is not State.DRAFT:
            raise Conflict("These minutes are approved already.", code="already-approved")
