"""`plenary.comments`: that somebody commented on a draft of minutes, where, and what came of it: never the words. Published by
minutes; keyed by comment."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts

COMMENTS = Topic("plenary.comments", "minutes", "comments on drafts of minutes, without their words")

About = Literal["minutes", "item", "statement", "contribution", "decision", "action"]
"""What a paragraph of the draft tells; of `minutes`: the draft as a whole."""


class Remark(Facts):
    """The paragraph that a comment is about: what it tells, and of which thing (None: of the minutes)."""

    about: About = "minutes"
    thing: UUID | None = None


class CommentFacts(Remark):
    """A comment, whose it is, and the gathering of the minutes."""

    gathering: UUID
    person: UUID


class CommentMade(CommentFacts, Event):
    """Somebody commented on a paragraph. Enters *open*."""

    type = "comment.made.v1"
    topic = COMMENTS

    comment: UUID
    made_at: datetime


class CommentTakenUp(CommentFacts, Event):
    """The record says it so by now. Enters *taken_up*."""

    type = "comment.taken-up.v1"
    topic = COMMENTS

    comment: UUID
    settled_at: datetime


class CommentDeclined(CommentFacts, Event):
    """The record stays as it is, for a reason. Enters *declined*."""

    type = "comment.declined.v1"
    topic = COMMENTS

    comment: UUID
    settled_at: datetime
