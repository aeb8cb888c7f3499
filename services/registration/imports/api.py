"""Import of organizations, people and earlier editions from CSV or XLSX (its first sheet).

With an `Idempotency-Key` a table is imported once, also if it was broken off.
"""

from typing import Annotated, Self
from uuid import UUID

from fastapi import Query, Request, Response

from services.registration.imports import handlers, rows
from services.registration.imports.bring import LARGEST, bring
from services.registration.imports.model import ImportJob, JobState, StartImport, What
from services.registration.imports.rows import EDITIONS, ORGANIZATIONS, PEOPLE, Import, Report
from shared.contracts import Message
from shared.http import Caller, Do, Documents, Routes, View, accepts, answer, matches, may

routes = Routes(prefix="/v1/imports", tags=["imports"], dependencies=[may("secretariat")])
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
csv = [accepts("text/csv", XLSX)]
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


@routes.post("/organizations", dependencies=csv, max_body_size=LARGEST)
async def post_organizations_import(
    request: Request, response: Response, store: Documents, do: Do, dry_run: Dry = False
) -> ReportView:
    """Columns: code, name_en, name_fa, name_ar, kind, country, parent (a code). 422 `rows-refused` if any row is wrong."""
    return await _import(ORGANIZATIONS, request, response, store, do, dry_run=dry_run)


@routes.post("/people", dependencies=csv, max_body_size=LARGEST)
async def post_people_import(
    request: Request, response: Response, store: Documents, do: Do, dry_run: Dry = False
) -> ReportView:
    """Columns: email, name, language, calendar, digits, time_zone, organization (a code), position. 422 `rows-refused`."""
    return await _import(PEOPLE, request, response, store, do, dry_run=dry_run)


@routes.post("/editions", dependencies=csv, max_body_size=LARGEST)
async def post_editions_import(
    request: Request, response: Response, store: Documents, do: Do, dry_run: Dry = False
) -> ReportView:
    """Editions of earlier times. Columns: series (its title), number, due, became (held, lapsed, postponed), held_in, decided_on,
    and in each language objectives_en, reason_en, decided_by_en. 422 `rows-refused`."""
    return await _import(EDITIONS, request, response, store, do, dry_run=dry_run)


class JobView(View):
    """A table that is imported beside everything else, and how far it is; `done` rows are through."""

    id: UUID
    what: What
    stage: JobState
    rows: int
    done: int
    created: int
    changed: int
    unchanged: int
    problems: list[ProblemView]

    @classmethod
    def of(cls, job: ImportJob) -> Self:
        return cls.model_validate(job)


@routes.post("/jobs", status_code=201, dependencies=csv, max_body_size=LARGEST)
async def post_import_job(
    request: Request,
    response: Response,
    store: Documents,
    do: Do,
    caller: Caller,
    what: Annotated[What, Query()] = "people",
) -> JobView:
    """Bring a table of up to 20,000 rows and have it looked at; nothing is imported before `start`. It waits for a day."""
    stored = await bring(store, request.app.state.keys, do, caller, what, await request.body())
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return JobView.of(stored.entity)


@routes.get("/jobs/{job}")
async def get_import_job(job: UUID, store: Documents, response: Response) -> JobView:
    """How far it is."""
    return answer(response, await store.get(ImportJob, job), JobView.of)


@routes.post("/jobs/{job}/start", dependencies=[matches])
async def post_import_job_start(job: UUID, do: Do) -> JobView:
    """Import it. 409 `rows-refused` if something is wrong with the table, `dropped` if it waited for too long."""
    command = StartImport(**do.message, job=job)
    return JobView.of((await do(handlers.start_import, command, document=(ImportJob, job))).entity)


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
