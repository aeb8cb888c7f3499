"""The page on which a table is brought, and that of each: what is wrong with it beside the rows, then how far it is.

What was brought is looked at first. While it is imported the page asks by itself again; it can be left and come back to.
"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import UploadFile

from services.minutes.history.columns import COMMITMENT_COLUMNS, STATEMENT_COLUMNS
from services.minutes.history.rows import TABLES
from shared.errors import Conflict, NotFound
from shared.http import Caller, Do, Documents, Routes, accepts, may
from shared.imports import handlers
from shared.imports.bring import LARGEST, SHOWN, bring, said_in, wrong_rows
from shared.imports.model import ImportJob, JobState, StartImport
from shared.imports.table import MOST_ROWS_LATER
from shared.store import Store, Stored
from shared.web import Pages
from shared.web.typed import Posted

LISTED = 20
AGAIN = 2
"""Seconds after which the page of a running import asks again."""
COLUMNS = {"statements": STATEMENT_COLUMNS, "commitments": COMMITMENT_COLUMNS}

routes = Routes(include_in_schema=False, dependencies=[may("secretariat")])
html = Pages("services.minutes.history")


@routes.get("/imports")
async def get_imports(
    request: Request, store: Documents, what: Annotated[str, Query(max_length=40)] = "statements"
) -> Response:
    """Choose a file; and those that were brought of late."""
    return await _choose(request, store, what if what in TABLES else "statements")


@routes.post("/imports", dependencies=[accepts("multipart/form-data")], max_body_size=LARGEST)
async def post_imports(request: Request, store: Documents, do: Do, caller: Caller) -> Response:
    """Look at a file; nothing is imported yet."""
    async with request.form(max_files=1, max_fields=5) as typed:
        file, what = typed.get("file"), typed.get("what")
        content = await file.read() if isinstance(file, UploadFile) else b""
    kind = next((each for each in TABLES if each == what), "statements")
    if not content.strip():
        return await _choose(request, store, kind, wrong=True)
    stored = await bring(store, request.app.state.keys, do, caller, (kind, TABLES[kind]), content)
    return RedirectResponse(f"{request.url.path}/{stored.id}", 303)


@routes.get("/imports/{job:uuid}")
async def get_import(job: UUID, request: Request, store: Documents) -> Response:
    """What is wrong with the table, or how far it is; in the end what came of it."""
    stored = await store.get(ImportJob, job)
    if stored is None:
        raise NotFound("There is no such thing here.")
    return await _shown(request, stored)


@routes.post("/imports/{job:uuid}")
async def post_import(job: UUID, request: Request, form: Posted, store: Documents) -> Response:
    """Import it. What a rule refuses is seen on the page."""
    try:
        await form.do(handlers.start_import, StartImport(**form.do.message, job=job))
    except Conflict:
        return await get_import(job, request, store)
    return RedirectResponse(request.url.path, 303)


async def _choose(request: Request, store: Store, what: str, *, wrong: bool = False) -> Response:
    page = await store.find(ImportJob, {}, sort="-at", limit=LISTED)
    return html.answer(
        request,
        "imports.html",
        status=422 if wrong else 200,
        what=what,
        wrong=wrong,
        most=MOST_ROWS_LATER,
        columns={name: [column.name for column in columns] for name, columns in COLUMNS.items()},
        jobs=[stored.entity for stored in page.items],
    )


async def _shown(request: Request, stored: Stored[ImportJob]) -> Response:
    job = stored.entity
    response = html.answer(
        request,
        "job.html",
        job=job,
        version=stored.version,
        rows=wrong_rows(job),
        said_in=said_in,
        few=len({each["line"] for each in job.problems}) <= SHOWN,
    )
    if job.stage is JobState.RUNNING:
        response.headers["Refresh"] = str(AGAIN)
    return response
