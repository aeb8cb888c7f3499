"""`plenary.reviews`: who is asked what is not right in a draft of minutes. Published by minutes; keyed by review, one for each
gathering and person."""

from datetime import datetime
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts

REVIEWS = Topic("plenary.reviews", "minutes", "who is asked to look at a draft of minutes, or to approve it")


class ReviewFacts(Facts):
    """Whose, of which minutes, in which round; until when there can be comments. `approves`: they approve it in the end."""

    gathering: UUID
    person: UUID
    round: int
    comments_until: datetime
    approves: bool = False


class ReviewAsked(ReviewFacts, Event):
    """Somebody is asked to look at the draft. `again`: they approved it, and it was changed afterwards."""

    type = "review.asked.v1"
    topic = REVIEWS

    review: UUID
    again: bool = False
