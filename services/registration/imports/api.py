"""Import of organizations, people and earlier editions from CSV or XLSX (its first sheet).

With an `Idempotency-Key` a table is imported once, also if it was broken off.
"""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query, Request, Response

from services.registration.imports.rows import EDITIONS, ORGANIZATIONS, PEOPLE, TABLES
from shared.http import Caller, Do, Documents, Routes, accepts, answer, matches, may
from shared.imports import handlers, views
from shared.imports.bring import LARGEST, XLSX, bring, bring_now
from shared.imports.model import ImportJob, StartImport
from shared.imports.rows import Import
from shared.imports.views import ReportView

routes = Routes(prefix="/v1/imports", tags=["imports"], dependencies=[may("secretariat")])
csv = [accepts("text/csv", XLSX)]
Dry = Annotated[bool, Query(description="Only look, whatever the key: name every problem, change nothing.")]


What = Literal["organizations", "people", "editions"]


class JobView(views.JobView):
    """A table that is imported beside everything else, and how far it is; `done` rows are through."""

    what: What


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
    stored = await bring(store, request.app.state.keys, do, caller, (what, TABLES[what]), await request.body())
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
    report = await bring_now(store, request.app.state.keys, do, what, await request.body(), dry_run=dry_run)
    if not dry_run:
        del response.headers["ETag"]  # the last row's; a report has none
    return ReportView.of(report, dry_run=dry_run)
