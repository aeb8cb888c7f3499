"""The minutes of one gathering: drawn up, opened, closed, approved, published."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from shared.contracts import Message
from shared.contracts.minutes import MinutesApproved, MinutesClosed, MinutesDrawnUp, MinutesOpened, MinutesPublished
from shared.errors import Conflict


class State(StrEnum):
    """How far the record is. *in_review* and *corrected* come with the review; nothing here assumes that they do not."""

    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveMinutes(Message):
    """The record is as it should be."""

    gathering: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishMinutes(Message):
    """Let everybody read the record."""

    gathering: UUID


@dataclass(slots=True, kw_only=True)
class Minutes:
    """The record of one gathering. `id` is the gathering's; all times are UTC.

    `opened_at` and `closed_at` are when the gathering convened and adjourned; between them decisions are recorded.
    """

    kind: ClassVar[str] = "minutes"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("state", "published_at"),)

    id: UUID
    state: State = State.DRAFT
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    approved_at: datetime | None = None
    published_at: datetime | None = None

    @classmethod
    def drawn_up(cls, gathering: UUID) -> tuple[Self, MinutesDrawnUp]:
        """Empty minutes for a gathering."""
        return cls(id=gathering), MinutesDrawnUp(gathering=gathering)

    @property
    def running(self) -> bool:
        """The gathering is in session: what is decided now belongs to this record."""
        return self.opened_at is not None and self.closed_at is None

    @property
    def published(self) -> bool:
        """Everybody may read it."""
        return self.state is State.PUBLISHED

    @property
    def path(self) -> str:
        """The permanent address, below the installation's own."""
        return f"/minutes/{self.id}"

    def open(self, at: datetime) -> MinutesOpened:
        """The gathering convened. Raises Conflict if it did so before, or has adjourned."""
        if self.opened_at or self.closed_at:
            raise Conflict("These minutes were opened before.", code="already-opened")
        self.opened_at = at
        return MinutesOpened(gathering=self.id, opened_at=at)

    def close(self, at: datetime) -> MinutesClosed:
        """The gathering adjourned. Raises Conflict if it did so before."""
        if self.closed_at:
            raise Conflict("These minutes were closed before.", code="already-closed")
        self.closed_at = at
        return MinutesClosed(gathering=self.id, closed_at=at)

    def approve(self, at: datetime) -> MinutesApproved:
        """The record is as it should be. Raises Conflict unless the gathering has adjourned, or if it is no draft."""
        if self.state is not State.DRAFT:
            raise Conflict("These minutes are approved already.", code="already-approved")
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

    def must_run(self) -> None:
        """Raises Conflict unless the gathering is in session."""
        if not self.running:
            raise Conflict("Decisions are recorded while the gathering is in session.", code="not-in-session")
