"""`plenary.contributions`: suggestions, criticisms and solutions, and what became of them: never the words. Published by minutes;
keyed by contribution."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts

CONTRIBUTIONS = Topic(
    "plenary.contributions", "minutes", "suggestions, criticisms and solutions, and what became of each"
)

ContributionKind = Literal["suggestion", "criticism", "solution"]
Disposal = Literal["taken_up", "declined", "made_action", "kept"]
"""What becomes of a contribution: taken up, declined with a reason, made an action, or kept for later."""


class Origin(Facts):
    """From whom something came: from people, from organizations, from several together; from none: nobody is named.

    `said_in`: the language of the words.
    """

    said_in: str
    people: list[UUID] = []
    organizations: list[UUID] = []


class Proposal(Origin):
    """What was brought forward, on which item of the agenda (None: on none)."""

    contribution_kind: ContributionKind
    item: UUID | None = None


class ContributionFacts(Proposal):
    """A contribution and the gathering that it was made at."""

    gathering: UUID


class ContributionMade(ContributionFacts, Event):
    """Somebody suggested, criticised or knew a solution. Enters *open*."""

    type = "contribution.made.v1"
    topic = CONTRIBUTIONS

    contribution: UUID


class ContributionAnswered(Event):
    """Somebody answered it; answers stand in the order of these events. `answer`: the id of this one. `by_people`,
    `by_organizations`: from whom it came, as of a contribution.
    """

    type = "contribution.answered.v1"
    topic = CONTRIBUTIONS

    contribution: UUID
    answer: UUID
    gathering: UUID
    by_people: list[UUID] = []
    by_organizations: list[UUID] = []


class ContributionDisposed(Event):
    """What became of it was said; a later one replaces it."""

    topic = CONTRIBUTIONS

    contribution: UUID
    gathering: UUID
    disposed_at: datetime


class ContributionTakenUp(ContributionDisposed):
    """It is followed. Enters *taken_up*."""

    type = "contribution.taken-up.v1"


class ContributionDeclined(ContributionDisposed):
    """It is not followed; why is read in the record. Enters *declined*."""

    type = "contribution.declined.v1"


class ContributionMadeAction(ContributionDisposed):
    """Somebody is to do something about it. Enters *made_action*. `action`: which one it became, as far as it is known."""

    type = "contribution.made-action.v1"

    action: UUID | None = None


class ContributionKept(ContributionDisposed):
    """It is kept for later. Enters *kept*."""

    type = "contribution.kept.v1"


class ContributionWithdrawn(Event):
    """Whoever made it took it back, or it was recorded wrongly. Enters *withdrawn*."""

    type = "contribution.withdrawn.v1"
    topic = CONTRIBUTIONS

    contribution: UUID
    gathering: UUID
    withdrawn_at: datetime
