"""A comment on one paragraph of a draft, and what came of it. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from shared.contracts import Message
from shared.contracts.comments import CommentDeclined, CommentFacts, CommentMade, CommentTakenUp, Remark
from shared.errors import Invalid

LONGEST = 4_000
"""Characters of a comment."""

MOST = 100
"""So many comments of one person on one draft (a link is no way to fill a disk)."""


class CommentState(StrEnum):
    """What came of it; *open* until somebody says so."""

    OPEN = "open"
    TAKEN_UP = "taken_up"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeComment(Message):
    """Somebody who is asked (by this review) comments on a paragraph. The comment's id is the command's."""

    review: UUID
    facts: Remark
    words: str
    said_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleComment(Message):
    """What comes of it: the record says it so by now, or does not, for a reason."""

    comment: UUID
    taken_up: bool
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetComment(Message):
    """Whoever made it was erased: its words go with them."""

    comment: UUID


@dataclass(slots=True, kw_only=True)
class Comment:
    """One comment. Its words, in the language `said_in`, stay here and go with the person; the log has only whose it is, and
    about what. `reason`: why it was declined."""

    kind: ClassVar[str] = "comment"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("gathering", "made_at"),
        ("gathering", "state"),
        ("gathering", "person"),
        ("person",),
    )

    id: UUID
    facts: CommentFacts
    words: str
    said_in: str
    made_at: datetime
    state: CommentState = CommentState.OPEN
    settled_at: datetime | None = None
    reason: str = ""

    @classmethod
    def made(cls, command: MakeComment, gathering: UUID, person: UUID) -> tuple[Self, CommentMade]:
        """A new one. Raises Invalid without words."""
        if not command.words.strip():
            raise Invalid.at("A comment has words.", "words")
        facts = CommentFacts.of(command.facts, gathering=gathering, person=person)
        comment = cls(id=command.id, facts=facts, words=command.words, said_in=command.said_in, made_at=command.at)
        return comment, CommentMade.of(comment, comment=comment.id)

    def settle(self, command: SettleComment) -> CommentTakenUp | CommentDeclined | None:
        """Say what comes of it; None if that was said. Raises Invalid to decline without a reason."""
        if not command.taken_up and not command.reason.strip():
            raise Invalid.at("Say why the record stays as it is.", "reason")
        state = CommentState.TAKEN_UP if command.taken_up else CommentState.DECLINED
        if (self.state, self.reason) == (state, command.reason):
            return None
        self.state, self.reason, self.settled_at = state, command.reason, command.at
        event = CommentTakenUp if command.taken_up else CommentDeclined
        return event.of(self, comment=self.id)

    def forget(self) -> bool:
        """Nothing of what they wrote stays, nor of what was answered; whether anything was there."""
        had, self.words, self.reason = bool(self.words or self.reason), "", ""
        return had
