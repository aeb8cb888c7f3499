"""Import of organizations and people from CSV. With an `Idempotency-Key` a table is imported once, also if it was broken off."""

from typing import Annotated

from fastapi import Query, Request, Response

from services.registration import imports, once
from services.registration.imports import ORGANIZATIONS, PEOPLE, Import
from services.registration.views import ReportView
from shared.contracts import Message
from shared.http import Do, Documents, Routes, may
from shared.http.access import accepts

LARGEST = 5_000_000
"""Bytes of a table."""

routes = Routes(prefix="/v1/imports", tags=["imports"], dependencies=[may("secretariat"), accepts("text/csv")])
Dry = Annotated[bool, Query(description="Only look, whatever the key: name every problem, change nothing.")]


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
        _, report = await imports.look(store, keys, what, content)
    else:
        carry_out = once.carry_out if do.keyed else imports.carry_out
        report = await carry_out(store, keys, do, what, content, Message(**do.message))
        del response.headers["ETag"]  # the last row's; a report has none
    return ReportView.of(report, dry_run=dry_run)
