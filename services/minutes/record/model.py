"""The minutes of one gathering: drawn up, opened, closed, reviewed, approved, published."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from shared.contracts import Message
from shared.contracts.minutes import (
    AgendaAdopted,
    Became,
    MeetingRoles,
    MinutesApprovalGiven,
    MinutesApproved,
    MinutesCirculated,
    MinutesClosed,
    MinutesCorrected,
    MinutesDrawnUp,
    MinutesOpened,
    MinutesPublished,
    MinutesRolesNamed,
    MinutesStatementCorrected,
)
from shared.errors import Conflict, Invalid


class State(StrEnum):
    """How far the record is. The review is nobody's duty: a draft can be approved as it is."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class CirculateMinutes(Message):
    """Ask those who were there what is not right, until then, and these to approve it in the end; none: whoever keeps it does."""

    gathering: UUID
    comments_until: datetime
    approvers: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveMinutes(Message):
    """The record is as it should be. `person`: which of its approvers says so. `text`: the SHA-256 of what they saw."""

    gathering: UUID
    person: UUID | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishMinutes(Message):
    """Let everybody read the record."""

    gathering: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptAgenda(Message):
    """The gathering agrees to deal with this, in this order."""

    gathering: UUID


@dataclass(frozen=True, slots=True)
class Approval:
    """Who of the approvers said when (UTC) that the record is as it should be, and the SHA-256 of what they saw."""

    person: UUID
    at: datetime
    text: str


OPEN = (State.DRAFT, State.IN_REVIEW)
"""The record is still written."""

MOST_APPROVERS = 20


@dataclass(slots=True, kw_only=True)
class Minutes:
    """The record of one gathering. `id` is the gathering's; all times are UTC.

    `opened_at` and `closed_at` are when the gathering convened and adjourned; between them decisions are recorded. `slug` is
    the readable part of the permanent address, that of the gathering when it was announced; empty where nobody said one.
    The agenda is provisional until `agenda_adopted_at`; its items are things of their own. It was circulated `rounds` times, the
    last time for comments until `comments_until`; `approvals` are those of the `approvers` that count. `facts`: who did what.
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
    rounds: int = 0
    comments_until: datetime | None = None
    approvers: list[UUID] = field(default_factory=list)
    approvals: list[Approval] = field(default_factory=list)
    facts: MeetingRoles = field(default_factory=MeetingRoles)

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

    def name(self, roles: MeetingRoles, at: datetime) -> list[MinutesRolesNamed | MinutesCirculated]:
        """Who did what; nothing if that was said. Whoever approved it before is asked again. Raises Conflict after approval."""
        self.must_be_open()
        if roles == self.facts:
            return []
        self.facts = roles
        again = self.changed(at)
        return [MinutesRolesNamed.of(self, gathering=self.id, named_at=at), *([again] if again else [])]

    def close(self, at: datetime) -> MinutesClosed:
        """The gathering adjourned. Raises Conflict if it did so before."""
        if self.closed_at:
            raise Conflict("These minutes were closed before.", code="already-closed")
        self.closed_at = at
        return MinutesClosed(gathering=self.id, closed_at=at)

    @property
    def awaited(self) -> list[UUID]:
        """The approvers who have not approved it as it is."""
        given = {each.person for each in self.approvals}
        return [each for each in self.approvers if each not in given]

    def circulate(self, at: datetime, until: datetime, approvers: Sequence[UUID] = ()) -> MinutesCirculated | None:
        """Ask for comments until then; None where that was asked already. Asked otherwise a new round begins, also once it is
        approved.

        Raises Conflict before the gathering has adjourned ("not-closed"), and of what is published; Invalid for a time that is
        over, or too many approvers.
        """
        self._must_be_over()
        if self.published:
            raise Conflict("These minutes are published already.", code="already-published")
        named = list(dict.fromkeys(approvers))
        if self.state is State.IN_REVIEW and (self.comments_until, self.approvers) == (until, named):
            return None
        if until <= at:
            raise Invalid.at("Give those who were there some time.", "comments_until")
        if len(named) > MOST_APPROVERS:
            raise Invalid.at(f"At most {MOST_APPROVERS} approve one record.", "approvers")
        self.comments_until, self.approvers = until, named
        return self._asked(at)

    def _asked(self, at: datetime, changed: Sequence[UUID] = ()) -> MinutesCirculated:
        self.state, self.rounds, self.approvals, self.approved_at = State.IN_REVIEW, self.rounds + 1, [], None
        until = self.comments_until or at
        return MinutesCirculated(
            gathering=self.id,
            comments_until=until,
            approvers=self.approvers,
            round=self.rounds,
            circulated_at=at,
            changed=list(changed),
        )

    def changed(self, at: datetime, *, dated: bool = True) -> MinutesCirculated | None:
        """What stands in it became another at that time: approvals that were given before fall, and who gave them is asked
        again. None where there are none, and of what everybody reads: that is corrected in the open.

        Unless `dated`, nobody knows how long after that time, and all fall.
        """
        fallen = [each.person for each in self.approvals if each.at < at or not dated]
        return self._asked(at, fallen) if fallen and not self.published else None

    def must_take_comments(self, at: datetime) -> None:
        """Raises Conflict ("comments-closed") unless it is in review, and the time is not over."""
        if self.state is not State.IN_REVIEW or self.comments_until is None or at >= self.comments_until:
            raise Conflict("The time for comments on these minutes is over.", code="comments-closed")

    def approve(self, at: datetime) -> MinutesApproved:
        """The record is as it should be. Raises Conflict unless the gathering has adjourned, if it was approved, or as long as
        others are named to do so ("has-approvers").
        """
        self.must_be_open()
        self._must_be_over()
        if self.awaited:
            raise Conflict("Those who were named approve these minutes.", code="has-approvers")
        self.state, self.approved_at = State.APPROVED, at
        return MinutesApproved(gathering=self.id)

    def give(self, given: Approval) -> list[MinutesApprovalGiven | MinutesApproved]:
        """One of the approvers says that it is as it should be; with the last of them it is approved. Nothing if they said so.

        Raises Conflict for somebody else ("no-approver"), and for what everybody reads by now.
        """
        if given.person not in self.approvers:
            raise Conflict("Who approves these minutes was named, and is somebody else.", code="no-approver")
        if given.person not in self.awaited:
            return []
        self.must_be_open()
        self.approvals = [*self.approvals, given]
        said = MinutesApprovalGiven(gathering=self.id, person=given.person, given_at=given.at, text=given.text)
        return [said] if self.awaited else [said, self.approve(given.at)]

    def publish(self, at: datetime) -> MinutesPublished:
        """Everybody may read it from now on. Raises Conflict unless it is approved."""
        if self.state is not State.APPROVED:
            raise Conflict("Only approved minutes are published, and once.", code="not-approved")
        self.state, self.published_at = State.PUBLISHED, at
        return MinutesPublished(gathering=self.id, path=self.path)

    def correct(self, decision: UUID, what: Became, at: datetime) -> MinutesCorrected:
        """A decision in it is not what was published: `what` became of it. Raises Conflict unless everybody may read it."""
        if not self.published:
            raise Conflict("Only what is published is corrected.", code="not-published")
        self.state, self.corrected_at = State.CORRECTED, at
        return MinutesCorrected(gathering=self.id, path=self.path, decision=decision, corrected_at=at, what=what)

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
        self.must_be_open()
        if not self.opened_at:
            raise Conflict("What is said is noted from the beginning of the session on.", code="not-begun")

    def _must_be_over(self) -> None:
        if not self.closed_at:
            raise Conflict("Minutes are approved after the gathering has adjourned.", code="not-closed")

    def must_be_open(self) -> None:
        """Raises Conflict once the record is approved."""
        if self.state not in OPEN:
            raise Conflict("These minutes are approved already.", code="already-approved")
