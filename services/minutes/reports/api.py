"""The API of reports for the press."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from fastapi import Depends, Response
from pydantic import AwareDatetime

from services.minutes.record import scope
from services.minutes.reports import handlers, queries
from services.minutes.reports.commands import (
    CollectCoverage,
    CorrectReport,
    Coverage,
    DraftReport,
    PublishReport,
    StrikeCoverage,
    Telling,
    WriteReport,
)
from services.minutes.reports.fields import CoverageForm, ReportCorrectionForm, ReportDraftForm, ReportForm
from services.minutes.reports.model import EarlierReport, Report, ReportState
from shared.contracts.reports import ReportFacts
from shared.flow import Decide
from shared.http import Caller, Do, Documents, Paging, Routes, View, answer, matches, may, public
from shared.store import Range

routes = Routes(prefix="/v1/reports", tags=["reports"])


class EarlierPressReportView(View):
    """What a report said until it was corrected (UTC), and why it was."""

    statement: UUID | None
    texts: dict[str, Telling]
    corrected_at: datetime
    reason: str

    @classmethod
    def of(cls, earlier: EarlierReport) -> Self:
        return cls.model_validate(earlier)


class PressReportView(ReportFacts, View):
    """A report, what it said before, and what appeared about the gathering."""

    id: UUID
    state: ReportState
    languages: list[str]
    texts: dict[str, Telling]
    published_at: AwareDatetime | None
    corrected_at: AwareDatetime | None
    earlier: list[EarlierPressReportView]
    coverage: list[Coverage]

    @classmethod
    def told(cls, report: Report) -> Self:
        """With what it said before."""
        return cls.of(report, earlier=[EarlierPressReportView.of(each) for each in report.earlier])


async def _kept(report: UUID, caller: Caller, store: Documents) -> None:
    await queries.kept(store, caller, report)


keepers: Any = [may("secretariat", "chair"), Depends(_kept)]
"""Who keeps the record that it tells of."""


@routes.post("", status_code=201, dependencies=[may("secretariat", "chair")])
async def post_report(
    form: ReportDraftForm, caller: Caller, store: Documents, do: Do, response: Response
) -> PressReportView:
    """Draw the report of a gathering from its record, in each language. There is one for each gathering. 409 `not-begun`."""
    await scope.kept(store, caller, form.gathering)
    stored = await do(handlers.draft_report, DraftReport(**do.message, gathering=form.gathering))
    response.headers["Location"] = f"/minutes/v1/reports/{stored.id}"
    return PressReportView.told(stored.entity)


@routes.get("", dependencies=[public])
async def get_reports(store: Documents, paging: Paging) -> list[PressReportView]:
    """What is published, the newest first."""
    found = await paging(store, Report, {"published_at": Range()}, sort="-published_at")
    return [PressReportView.told(stored.entity) for stored in found]


@routes.get("/{report}", dependencies=[public])
async def get_report(report: UUID, caller: Caller, store: Documents, response: Response) -> PressReportView:
    """One that is published; a draft for who keeps the record."""
    return answer(response, await queries.readable(store, caller, report), PressReportView.told)


@routes.post("/{report}/write", dependencies=[*keepers, matches])
async def post_report_text(report: UUID, form: ReportForm, do: Do) -> PressReportView:
    """Say what it is to say, all of it. 409 `published`: correct it then. 422 for what the statement does not say."""
    command = WriteReport(
        **do.message, report=report, texts=form.tellings, statement=form.statement, related=form.related
    )
    return await _do(do, handlers.write_report, report, command)


@routes.post("/{report}/publish", dependencies=[*keepers, matches])
async def post_report_publication(report: UUID, do: Do) -> PressReportView:
    """Let everybody read it; the press that came is told by mail. 422 without a headline and a lead."""
    return await _do(do, handlers.publish_report, report, PublishReport(**do.message, report=report))


@routes.post("/{report}/correct", dependencies=[*keepers, matches])
async def post_report_correction(report: UUID, form: ReportCorrectionForm, do: Do) -> PressReportView:
    """It says this from now on; what it said stays readable, and the press is told. 409 `not-published`."""
    command = CorrectReport(
        **do.message,
        report=report,
        texts=form.tellings,
        statement=form.statement,
        related=form.related,
        reason=form.reason,
    )
    return await _do(do, handlers.correct_report, report, command)


@routes.post("/{report}/coverage", status_code=201, dependencies=keepers)
async def post_report_coverage(report: UUID, form: CoverageForm, do: Do, response: Response) -> PressReportView:
    """Note what appeared about the gathering; the same link is noted once. 409 `enough`."""
    command = CollectCoverage(**do.message, report=report, coverage=form.coverage(do.message["id"]))
    response.headers["Location"] = f"/minutes/v1/reports/{report}"
    return PressReportView.told((await do(handlers.collect_coverage, command)).entity)


@routes.post("/{report}/coverage/{coverage}/strike", dependencies=keepers)
async def post_report_coverage_end(report: UUID, coverage: UUID, do: Do) -> PressReportView:
    """It was noted by mistake; struck twice is struck."""
    command = StrikeCoverage(**do.message, report=report, coverage=coverage)
    return PressReportView.told((await do(handlers.strike_coverage, command)).entity)


async def _do(do: Do, handler: Decide[Any], report: UUID, command: Any) -> PressReportView:
    return PressReportView.told((await do(handler, command, document=(Report, report))).entity)
