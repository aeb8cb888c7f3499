"""`plenary.paragraphs`: what is typed while it is said: on what, by whom, as what; never the words. Published by minutes; keyed
by paragraph."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts

PARAGRAPHS = Topic("plenary.paragraphs", "minutes", "paragraphs that are typed during a meeting, without their words")

Mark = Literal["statement", "suggestion", "criticism", "solution", "decision", "action"]
"""What a paragraph is to be in the record."""


class About(Facts):
    """On which `item` of the agenda (None: on none), who spoke and for which `organization` (None: not on record, or nobody),
    and what it is to be (`mark`; None: nothing yet). `said_in`: the language of the words.
    """

    said_in: str
    item: UUID | None = None
    speaker: UUID | None = None
    organization: UUID | None = None
    mark: Mark | None = None


class ParagraphFacts(About):
    """A paragraph, the gathering at which it was typed, and its place there: they stand in the order of `turn`."""

    gathering: UUID
    turn: str


class ParagraphTyped(ParagraphFacts, Event):
    """Somebody began to type it. Enters *typed*."""

    type = "paragraph.typed.v1"
    topic = PARAGRAPHS

    paragraph: UUID


class ParagraphChanged(ParagraphFacts, Event):
    """It is on another item, by another speaker, or to be something else. That its words are others is told nobody."""

    type = "paragraph.changed.v1"
    topic = PARAGRAPHS

    paragraph: UUID
    changed_at: datetime


class ParagraphSettled(ParagraphFacts, Event):
    """It stands in the record as what its mark says. Enters *settled*."""

    type = "paragraph.settled.v1"
    topic = PARAGRAPHS

    paragraph: UUID
    settled_at: datetime


class ParagraphStruck(Event):
    """It is not to stand. Enters *struck*."""

    type = "paragraph.struck.v1"
    topic = PARAGRAPHS

    paragraph: UUID
    gathering: UUID
    struck_at: datetime
