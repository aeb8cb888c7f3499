"""`plenary.statements`: who said something, in whose name and when: never the words. Published by minutes; keyed by statement."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts

STATEMENTS = Topic("plenary.statements", "minutes", "statements of speakers, without their words")

Manner = Literal["as_said", "summary"]
"""The words that were said, or what they came to."""


class Occasion(Facts):
    """Where and when something was said: at a `gathering`; of earlier times perhaps only the `edition` and the day are known."""

    gathering: UUID | None = None
    edition: UUID | None = None
    said_on: date | None = None


class Speech(Facts):
    """Who spoke (None: not on record), on which item of the agenda (None: on none), and when if it was noted; `said_in`: the
    language of the words.

    In the name of the `organization` or of the `body`; of neither: in the own name. `public`: everybody reads it once the minutes
    are published.
    """

    manner: Manner
    said_in: str
    item: UUID | None = None
    speaker: UUID | None = None
    organization: UUID | None = None
    body: UUID | None = None
    said_at: datetime | None = None
    public: bool = True


class StatementFacts(Occasion, Speech):
    """A statement and its place: those on one item stand in the order of `turn`."""

    turn: str


class StatementRecorded(StatementFacts, Event):
    """What somebody said was recorded. Enters *recorded*."""

    type = "statement.recorded.v1"
    topic = STATEMENTS

    statement: UUID


class StatementCorrected(StatementFacts, Event):
    """It was recorded wrongly: the facts as they are now, or the words are others. What it said before stays in the record.
    `was_public`: everybody could read that, once the minutes were published."""

    type = "statement.corrected.v1"
    topic = STATEMENTS

    statement: UUID
    corrected_at: datetime
    was_public: bool = False


class StatementWithdrawn(Event):
    """Whoever said it does not stand by it, or it was not said. Enters *withdrawn*. `public`: everybody reads that it was."""

    type = "statement.withdrawn.v1"
    topic = STATEMENTS

    statement: UUID
    gathering: UUID | None
    withdrawn_at: datetime
    public: bool = False
