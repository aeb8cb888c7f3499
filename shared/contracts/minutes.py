"""`plenary.minutes`: how far the record of each gathering is. Published by minutes; keyed by minutes."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts

MINUTES = Topic("plenary.minutes", "minutes", "minutes, from drawn up to published")

Became = Literal["corrected", "withdrawn", "adopted", "deferred"]
"""What became of a decision after everybody could read the record."""


class MeetingRoles(Facts):
    """Who did what at a meeting (None: nobody is named). `opener`: who opened it, not always the `chair`. `acting`: the chair
    stood in for whoever holds that office.
    """

    chair: UUID | None = None
    acting: bool = False
    opener: UUID | None = None
    rapporteur: UUID | None = None
    minute_taker: UUID | None = None


class MinutesDrawnUp(Event):
    """A gathering was announced; its minutes exist. Enters *draft*. The id of the minutes is the gathering's.

    `path`: the permanent address of their page.
    """

    type = "minutes.drawn-up.v1"
    topic = MINUTES

    gathering: UUID
    path: str | None = None


class MinutesOpened(Event):
    """The gathering went into session; from here the record runs."""

    type = "minutes.opened.v1"
    topic = MINUTES

    gathering: UUID
    opened_at: datetime


class MinutesRolesNamed(MeetingRoles, Event):
    """It was said who did what at this meeting: all of it as it is now."""

    type = "minutes.roles-named.v1"
    topic = MINUTES

    gathering: UUID
    named_at: datetime


class AgendaAdopted(Event):
    """The gathering adopted its agenda, which was provisional: what is put on it from here on is late."""

    type = "agenda.adopted.v1"
    topic = MINUTES

    gathering: UUID
    adopted_at: datetime


class MinutesClosed(Event):
    """The session ended; nothing is added to what was said."""

    type = "minutes.closed.v1"
    topic = MINUTES

    gathering: UUID
    closed_at: datetime


class MinutesCirculated(Event):
    """Those who were there are asked what is not right in the draft, until then; in the end the `approvers` say that it is as it
    should be. Enters *in_review*.

    `round`: it is the first, or a later one, and what was approved before counts no more. `changed`: nobody asked for this round:
    the record was changed after these of the approvers had approved it.
    """

    type = "minutes.circulated.v1"
    topic = MINUTES

    gathering: UUID
    comments_until: datetime
    approvers: list[UUID] = []
    round: int
    circulated_at: datetime
    changed: list[UUID] = []


class MinutesApprovalGiven(Event):
    """One of the approvers said that the record is as it should be. `text`: the SHA-256 of what they saw, as a version has it."""

    type = "minutes.approval-given.v1"
    topic = MINUTES

    gathering: UUID
    person: UUID
    given_at: datetime
    text: str


class MinutesApproved(Event):
    """The record was approved. Enters *approved*."""

    type = "minutes.approved.v1"
    topic = MINUTES

    gathering: UUID


class MinutesPublished(Event):
    """Everybody may read the record at its permanent address. Enters *published*."""

    type = "minutes.published.v1"
    topic = MINUTES

    gathering: UUID
    path: str


class MinutesCorrected(Event):
    """A decision in the published record is another one now; the page shows what was there before. Enters *corrected*.

    `what`: it was corrected, withdrawn, or adopted or deferred by silence; None in what an earlier release told.
    """

    type = "minutes.corrected.v1"
    topic = MINUTES

    gathering: UUID
    path: str
    decision: UUID
    corrected_at: datetime
    what: Became | None = None


class MinutesStatementCorrected(Event):
    """A public statement in the published record was corrected or withdrawn; the page shows what was there before."""

    type = "minutes.statement-corrected.v1"
    topic = MINUTES

    gathering: UUID
    path: str
    statement: UUID
    corrected_at: datetime
