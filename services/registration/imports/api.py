"""Import of organizations and people from CSV. With an `Idempotency-Key` a table is imported once, also if it was broken off."""

from typing import Annotated, Self

from fastapi import Query, Request, Response

from services.registration.imports import handlers, rows
from services.registration.imports.rows import ORGANIZATIONS, PEOPLE, Import, Report
from shared.contracts import Message
from shared.http import Do, Documents, Routes, View, may
from shared.http.access import accepts

LARGEST = 5_000_000
"""Bytes of a table."""

routes = Routes(prefix="/v1/imports", tags=["imports"], dependencies=[may("secretariat"), accepts("text/csv")])
Dry = Annotated[bool, Query(description="Only look, whatever the key: name every problem, change nothing.")]


class ProblemView(View):
    """What is wrong with a table, where, and what to do."""

    line: int
    column: str
    detail: str


class ReportView(View):
    """What came of an import, or (`dry_run`) what is wrong with the table."""

    dry_run: bool
    rows: int
    created: int
    changed: int
    unchanged: int
    problems: list[ProblemView]

    @classmethod
    def of(cls, report: Report, *, dry_run: bool) -> Self:
        return cls(
            dry_run=dry_run,
            rows=report.rows,
            created=report.created,
            changed=report.changed,
            unchanged=report.unchanged,
            problems=[ProblemView.model_validate(problem) for problem in report.problems],
        )


@routes.post("/organizations", max_body_size=LARGEST)
async def post_organizations(
    request: Request, response: Response, store: Documents, do: Do, dry_run: Dry = False
) -> ReportView:
    """Columns: code, name_en, name_fa, name_ar, kind, country, parent (a code). 422 `rows-refused` if any row is wrong."""
    return await _import(ORGANIZATIONS, request, response, store, do, dry_run=dry_run)


@routes.post("/people", max_body_size=LARGEST)
async def post_people(
    request: Request, response: Response, store: Documents, do: Do, dry_run: Dry = False
) -> ReportView:
    """Columns: email, name, language, calendar, digits, time_zone, organization (a code), position. 422 `rows-refused`."""
    return await _import(PEOPLE, request, response, store, do, dry_run=dry_run)


async def _import(
    what: Import, request: Request, response: Response, store: Documents, do: Do, *, dry_run: bool
) -> ReportView:
    content, keys = await request.body(), request.app.state.keys
    if dry_run:
        _, report = await rows.look(store, keys, what, content)
    else:
        carry_out = handlers.carry_out if do.keyed else rows.carry_out
        report = await carry_out(store, keys, do, what, content, Message(**do.message))
        del response.headers["ETag"]  # the last row's; a report has none
    return ReportView.of(report, dry_run=dry_run)
