"""`plenary.documents`: the documents of a meeting, their languages and deadlines; never where their files are. Published by
minutes; keyed by document."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts
from shared.contracts.organizations import Text

DOCUMENTS = Topic("plenary.documents", "minutes", "documents of meetings, and in which languages they are there")

Distribution = Literal["general", "limited", "restricted"]
"""Who reads a document: everybody; those who take part; or only who keeps the minutes."""


class Listing(Facts):
    """What a document is. `prefix`: what its symbol begins with (`RBC/7/DOC`). `organization`: who submitted it (None: the
    secretariat). `hand_in_by`: the day until which it is to be there in each of its `languages`, by the clocks of the venue.
    """

    title: Text
    prefix: str
    distribution: Distribution
    item: UUID | None = None
    organization: UUID | None = None
    languages: list[str] = []
    hand_in_by: date | None = None


class DocumentFacts(Listing):
    """A document of a gathering. Its `number` there is its own for ever; `revision` 0 is the document as it came first."""

    gathering: UUID
    number: int
    revision: int = 0


class VersionFacts(Facts):
    """A document, in this revision, in one language."""

    written_in: str
    revision: int


class DocumentListed(DocumentFacts, Event):
    """A document is to be dealt with, under the next number. Enters *listed*."""

    type = "meeting-document.listed.v1"
    topic = DOCUMENTS

    document: UUID


class DocumentChanged(DocumentFacts, Event):
    """It is another one, or due at another time; the facts as they are now. `overdue_at`: since when it was told to be
    overdue, if it is so still."""

    type = "meeting-document.changed.v1"
    topic = DOCUMENTS

    document: UUID
    overdue_at: datetime | None = None


class DocumentVersionAdded(VersionFacts, Event):
    """It is there in this language; or is found elsewhere in it. `overdue_at`: since when it was told to be overdue, if
    another language is so still."""

    type = "meeting-document.version-added.v1"
    topic = DOCUMENTS

    document: UUID
    gathering: UUID
    added_at: datetime
    overdue_at: datetime | None = None


class DocumentOverdue(DocumentFacts, Event):
    """Its last day is over at the venue, and in these languages (`awaited`) it was not handed in. Once for each day that was set.

    `quoted_as`: its symbol then. `told`: the people who answer for it: the focal points that the organization which submitted
    it has now, and the secretariat.
    """

    type = "meeting-document.overdue.v1"
    topic = DOCUMENTS

    document: UUID
    quoted_as: str
    awaited: list[str]
    overdue_at: datetime
    told: list[UUID] = []


class DocumentRevised(DocumentFacts, Event):
    """A revision takes its place under the same number; it is there in no language yet."""

    type = "meeting-document.revised.v1"
    topic = DOCUMENTS

    document: UUID
    revised_at: datetime


class DocumentWithdrawn(Event):
    """It is not dealt with; its number stays its own. Enters *withdrawn*."""

    type = "meeting-document.withdrawn.v1"
    topic = DOCUMENTS

    document: UUID
    gathering: UUID
    withdrawn_at: datetime
