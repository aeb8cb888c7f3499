"""The report of a gathering for the press: drawn from the record, written, published, corrected; and its coverage. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from services.minutes.reports.commands import (
    CollectCoverage,
    CorrectReport,
    Coverage,
    PublishReport,
    StrikeCoverage,
    Telling,
    WriteReport,
)
from shared.contracts.reports import (
    CoverageCollected,
    CoverageStruck,
    ReportCorrected,
    ReportDrafted,
    ReportFacts,
    ReportPublished,
    report_id,
)
from shared.errors import Conflict, Invalid

COVERAGE = 500
"""So much is collected of one gathering."""


class ReportState(StrEnum):
    """Each is entered by exactly one event."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierReport:
    """What a report said until it was corrected (UTC), and why it was."""

    statement: UUID | None
    texts: dict[str, Telling]
    corrected_at: datetime
    reason: str


@dataclass(slots=True, kw_only=True)
class Report:
    """One report. `texts`: what it tells, by language. `earlier`: what it said before each correction, the oldest first.

    `path`: its permanent address; `told`: the people of the press who were told last; `struck`: which pieces of coverage were.
    """

    kind: ClassVar[str] = "report"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("published_at",), ("gathering",), ("corrected_at",))
    rare: ClassVar[tuple[str, ...]] = ("corrected_at",)

    id: UUID
    facts: ReportFacts
    texts: dict[str, Telling]
    state: ReportState = ReportState.DRAFT
    published_at: datetime | None = None
    corrected_at: datetime | None = None
    earlier: list[EarlierReport] = field(default_factory=list)
    coverage: list[Coverage] = field(default_factory=list)
    path: str = ""
    told: list[UUID] = field(default_factory=list)
    struck: list[UUID] = field(default_factory=list)

    @property
    def nth(self) -> int:
        """How often it was corrected."""
        return len(self.earlier)

    @property
    def published(self) -> bool:
        """Everybody reads it."""
        return self.published_at is not None

    @property
    def languages(self) -> list[str]:
        """Those in which it is told."""
        return [language for language, text in self.texts.items() if text.headline]

    @classmethod
    def drafted(
        cls, gathering: UUID, statement: UUID | None, texts: Mapping[str, Telling]
    ) -> tuple[Self, ReportDrafted]:
        """Begin with what the record says; `statement` is quoted."""
        facts = ReportFacts(gathering=gathering, statement=statement)
        report = cls(id=report_id(gathering), facts=facts, texts={**texts})
        return report, ReportDrafted(report=report.id, gathering=gathering)

    def write(self, asked: WriteReport) -> bool:
        """It is to say this; False if it does. Raises Conflict (`published`) once everybody reads it: that is corrected."""
        if self.published:
            raise Conflict("It is published; correct it, with a reason.", code="published")
        return self._say(asked)

    def publish(self, asked: PublishReport, path: str, told: Sequence[UUID]) -> ReportPublished | None:
        """Everybody reads it; None if so already. Raises Invalid without a headline and a lead in any language."""
        if self.published:
            return None
        _must_tell(self.texts)
        self.state, self.published_at, self.path, self.told = ReportState.PUBLISHED, asked.at, path, [*told]
        return ReportPublished.of(self, report=self.id)

    def correct(self, asked: CorrectReport, path: str, told: Sequence[UUID]) -> ReportCorrected:
        """It says this from now on; what it said before is kept. Raises Conflict (`not-published`), or Invalid."""
        if not self.published:
            raise Conflict("It is not published yet; just write it anew.", code="not-published")
        _must_tell(asked.texts)
        before = EarlierReport(
            statement=self.facts.statement, texts=self.texts, corrected_at=asked.at, reason=asked.reason
        )
        if not self._say(asked):
            raise Invalid.at("This is what the report says already.", "texts")
        self.earlier = [*self.earlier, before]
        self.state, self.corrected_at, self.path, self.told = ReportState.CORRECTED, asked.at, path, [*told]
        return ReportCorrected.of(self, report=self.id)

    def collect(self, asked: CollectCoverage) -> CoverageCollected | None:
        """Something appeared; None if that is noted. Raises Conflict (`enough`)."""
        if any(each.link == asked.coverage.link for each in self.coverage):
            return None
        if len(self.coverage) >= COVERAGE:
            raise Conflict(f"Of one gathering at most {COVERAGE} are collected.", code="enough")
        self.coverage = [*self.coverage, asked.coverage]
        return CoverageCollected(report=self.id, gathering=self.facts.gathering, piece=asked.coverage.id)

    def strike(self, asked: StrikeCoverage) -> CoverageStruck | None:
        """It was noted by mistake; None if it is not there."""
        left = [each for each in self.coverage if each.id != asked.coverage]
        if len(left) == len(self.coverage):
            return None
        self.coverage, self.struck = left, [*self.struck, asked.coverage]
        return CoverageStruck(report=self.id, gathering=self.facts.gathering, piece=asked.coverage)

    def _say(self, asked: WriteReport) -> bool:
        update = {"statement": asked.statement, "related": [each for each in asked.related if each != self.id]}
        facts, texts = self.facts.model_copy(update=update), {**asked.texts}
        if (facts, texts) == (self.facts, self.texts):
            return False
        self.facts, self.texts = facts, texts
        return True


def _must_tell(texts: Mapping[str, Telling]) -> None:
    """In a language there are a headline and a lead; where there is a headline there is a lead."""
    for language, text in texts.items():
        if text.headline and not text.lead:
            raise Invalid.at("A report has a lead in each of its languages.", f"lead_{language}")
    if not any(text.headline for text in texts.values()):
        raise Invalid.at("A report has a headline in at least one language.", "headline")
