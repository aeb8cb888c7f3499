"""Who is written to of a draft of minutes: everybody who is asked to look at it, and who approves it."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from uuid import UUID

from services.notifications.rules.rule import Link, Moment, Rule
from shared.contracts.reviews import ReviewAsked

PAGE = Link("review", "/minutes/review", good_for=timedelta(days=365))
"""Where they read the draft, comment on it and approve it."""


def asked(event: ReviewAsked) -> Iterable[UUID]:
    """Whoever is to look at it."""
    return (event.person,)


_told = partial(Rule, ReviewAsked, "asked", whom=asked, facts=("comments_until",), link=PAGE)

RULES = (
    _told("minutes-review", says={"approves": False}, until=Moment("comments_until")),
    _told("minutes-approval", says={"approves": True, "again": False}),
    _told("minutes-changed", says={"approves": True, "again": True}),
)
