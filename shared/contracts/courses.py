"""`plenary.courses`: which item of its agenda a meeting took up, when, and how the quorum stood then. Published by minutes; keyed
by course."""

from datetime import datetime
from uuid import UUID, uuid5

from shared.contracts.decisions import QuorumCount
from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts

COURSES = Topic("plenary.courses", "minutes", "courses of meetings: which item of the agenda was taken up when")


def course_id(gathering: UUID) -> UUID:
    """The id of the course of a gathering: there is one."""
    return uuid5(gathering, "course")


class TakingFacts(Facts):
    """An item of the agenda that was taken up (UTC). `quorum`: how it stood at that moment, as the minutes knew it (None: the
    body has no rule)."""

    item: UUID
    taken_up_at: datetime
    quorum: QuorumCount | None = None


class CourseTold(Event):
    """Something of an item that is or was taken up (`taking`: the id of this one time; an item can be taken up again), at that
    time (`moved_at`, UTC)."""

    topic = COURSES

    course: UUID
    gathering: UUID
    taking: UUID
    moved_at: datetime


class ItemTakenUp(TakingFacts, CourseTold):
    """The meeting deals with this item from then on. The same `taking` again: that it was closed was a mistake, and it is dealt
    with since then all the same. Enters *in_hand* of the taking.
    """

    type = "course.item-taken-up.v1"


class ItemClosed(CourseTold):
    """The meeting has dealt with it, for now: it was said so, another item was taken up, the item was taken off the agenda, or
    the session ended. Enters *closed* of the taking. `quorum`: how it stood at that moment (None: the body has no rule, or
    nobody counted).
    """

    type = "course.item-closed.v1"

    item: UUID
    quorum: QuorumCount | None = None


class ItemTakingUndone(CourseTold):
    """It was taken up by mistake: it was not dealt with then. Enters *undone* of the taking."""

    type = "course.item-taking-undone.v1"

    item: UUID
