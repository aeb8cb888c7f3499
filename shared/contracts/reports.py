"""`plenary.reports`: reports of gatherings for the press, and their coverage. Published by minutes; keyed by report."""

from datetime import datetime
from uuid import UUID, uuid5

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts

REPORTS = Topic(
    "plenary.reports", "minutes", "reports for the press and the coverage that appeared, without their words"
)


def report_id(gathering: UUID) -> UUID:
    """A gathering has one report; it has this id before it is there."""
    return uuid5(gathering, "report")


class ReportFacts(Facts):
    """Of which `gathering` it tells, which `statement` its quotation is drawn from, and which reports are `related`."""

    gathering: UUID
    statement: UUID | None = None
    related: list[UUID] = []


class ReportDrafted(Event):
    """It was drawn from the record, and is being written. Enters *draft*."""

    type = "report.drafted.v1"
    topic = REPORTS

    report: UUID
    gathering: UUID


class ReportMoved(ReportFacts, Event):
    """The report as everybody reads it. `languages`: those in which it is told."""

    topic = REPORTS

    report: UUID
    languages: list[str] = []


class ReportPublished(ReportMoved):
    """Everybody reads it, from then on (UTC), at `path`. `told`: the people of the press who came to the gathering, or are to.

    Enters *published*."""

    type = "report.published.v1"

    published_at: datetime
    path: str
    told: list[UUID] = []


class ReportCorrected(ReportMoved):
    """It was the `nth` time that it said something wrong (from 1), and says something else since then (UTC); what it said, and
    why it was corrected, stands below it. `told`: as when it was published. Enters *corrected*."""

    type = "report.corrected.v1"

    corrected_at: datetime
    nth: int
    path: str
    told: list[UUID] = []


class CoverageCollected(Event):
    """Something appeared about the gathering: where and what stands in the report."""

    type = "coverage.collected.v1"
    topic = REPORTS

    report: UUID
    gathering: UUID
    piece: UUID


class CoverageStruck(Event):
    """It was noted by mistake."""

    type = "coverage.struck.v1"
    topic = REPORTS

    report: UUID
    gathering: UUID
    piece: UUID
