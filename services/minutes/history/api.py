"""Import of statements and of open commitments of earlier editions from CSV or XLSX (its first sheet); and those statements.

With an `Idempotency-Key` a table is imported once, also if it was broken off.
"""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query, Request, Response

from services.minutes.history.queries import of_history
from services.minutes.history.rows import COMMITMENTS, STATEMENTS, TABLES
from services.minutes.statements.api import StatementCorrectionForm, StatementView, StatementWithdrawalForm
from services.minutes.statements.handlers import correct_statement, withdraw_statement
from services.minutes.statements.model import CorrectStatement, Statement, WithdrawStatement
from shared.http import Caller, Do, Documents, Paging, Routes, accepts, answer, matches, may
from shared.imports import handlers, views
from shared.imports.bring import LARGEST, XLSX, bring, bring_now
from shared.imports.model import ImportJob, StartImport
from shared.imports.rows import Import
from shared.imports.views import ReportView

keepers = [may("secretariat")]
routes = Routes(prefix="/v1/imports", tags=["imports"], dependencies=keepers)
said = Routes(prefix="/v1/history/statements", tags=["history"])
csv = [accepts("text/csv", XLSX)]
Dry = Annotated[bool, Query(description="Only look, whatever the key: name every problem, change nothing.")]
What = Literal["statements", "commitments"]


class JobView(views.JobView):
    """A table that is imported beside everything else, and how far it is; `done` rows are through."""

    what: What


@routes.post("/statements", dependencies=csv, max_body_size=LARGEST)
async def post_statements_import(
    request: Request, response: Response, store: Documents, do: Do, dry_run: Dry = False
) -> ReportView:
    """What was said at earlier editions. Columns: series (its title), number, reference, said_on, calendar, speaker (a name),
    organization (code or name), body, subject, language, manner (as_said, summary), words. 422 `rows-refused`."""
    return await _import(STATEMENTS, request, response, store, do, dry_run=dry_run)


@routes.post("/commitments", dependencies=csv, max_body_size=LARGEST)
async def post_commitments_import(
    request: Request, response: Response, store: Documents, do: Do, dry_run: Dry = False
) -> ReportView:
    """What is still to do of earlier editions; nobody is told. Columns: series (its title), number, reference, kind (commitment,
    action), person (a name) or organization (code or name), due, calendar, and in each language text_en. 422 `rows-refused`."""
    return await _import(COMMITMENTS, request, response, store, do, dry_run=dry_run)


@routes.post("/jobs", status_code=201, dependencies=csv, max_body_size=LARGEST)
async def post_import_job(
    request: Request,
    response: Response,
    store: Documents,
    do: Do,
    caller: Caller,
    what: Annotated[What, Query()] = "statements",
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


@said.get("", dependencies=[may("secretariat", "observer")])
async def get_history(edition: UUID, store: Documents, paging: Paging) -> list[StatementView]:
    """What was said at an edition of earlier times, by day."""
    return [
        StatementView.told(each.entity) for each in await paging(store, Statement, {"edition": edition}, sort="said_on")
    ]


@said.get("/{statement}", dependencies=[may("secretariat", "observer")])
async def get_history_statement(statement: UUID, store: Documents, response: Response) -> StatementView:
    """One statement."""
    return answer(response, await of_history(store, statement), StatementView.told)


@said.post("/{statement}/correct", dependencies=[*keepers, matches])
async def post_history_statement_correction(
    statement: UUID, form: StatementCorrectionForm, store: Documents, do: Do
) -> StatementView:
    """Correct what the table said wrongly. What it said before stays readable. 409 `withdrawn`."""
    await of_history(store, statement)
    command = CorrectStatement(
        **do.message, statement=statement, facts=form.speech, words=form.words, reason=form.reason or ""
    )
    return StatementView.told((await do(correct_statement, command, document=(Statement, statement))).entity)


@said.post("/{statement}/withdraw", dependencies=[*keepers, matches])
async def post_history_statement_withdrawal(
    statement: UUID, form: StatementWithdrawalForm, store: Documents, do: Do
) -> StatementView:
    """It was not said, or is not stood by."""
    await of_history(store, statement)
    command = WithdrawStatement(**do.message, statement=statement, reason=form.reason or "")
    return StatementView.told((await do(withdraw_statement, command, document=(Statement, statement))).entity)


async def _import(
    what: Import, request: Request, response: Response, store: Documents, do: Do, *, dry_run: bool
) -> ReportView:
    report = await bring_now(store, request.app.state.keys, do, what, await request.body(), dry_run=dry_run)
    if not dry_run:
        del response.headers["ETag"]  # the last row's; a report has none
    return ReportView.of(report, dry_run=dry_run)
