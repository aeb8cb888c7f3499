"""Offices of bodies. Who holds one is told by an id: nothing personal, so observers may read them."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from fastapi import Request, Response

from services.registration.offices import handlers
from services.registration.offices.forms import LeaveForm, OfficeForm, TakeForm, TermsForm
from services.registration.offices.model import AmendOffice, LeaveOffice, ListOffice, Office, TakeOffice
from services.registration.organizations.api import EditView
from shared.contracts.offices import OfficeFacts
from shared.flow import Read
from shared.http import Caller, Do, Documents, Form, Paging, Routes, View, answer, matches, may

routes = Routes(prefix="/v1/offices", tags=["offices"])
secretariat, readers = [may("secretariat")], [may("observer")]


class OfficeView(OfficeFacts, View):
    """An office with its terms, in order. Whoever has the last one holds it, until it ends."""

    id: UUID


@routes.post("", status_code=201, dependencies=secretariat)
async def post_office(form: OfficeForm, do: Do, caller: Caller, request: Request, response: Response) -> OfficeView:
    """Enter an office of a body. Who held it must be on record."""
    stored = await do(
        handlers.list_office, ListOffice(**do.message, facts=OfficeFacts(**form.model_dump()), by=caller.id)
    )
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return OfficeView.of(stored.entity)


@routes.get("", dependencies=readers)
async def get_offices(store: Documents, paging: Paging, body: UUID | None = None) -> list[OfficeView]:
    """All offices, or those of a body."""
    page = await paging(store, Office, {"body": body} if body else {})
    return [OfficeView.of(stored.entity) for stored in page]


@routes.get("/{office}", dependencies=readers)
async def get_office(office: UUID, store: Documents, response: Response) -> OfficeView:
    """One of them."""
    return answer(response, await store.get(Office, office), OfficeView.of)


@routes.put("/{office}", dependencies=[*secretariat, matches])
async def put_office(office: UUID, form: TermsForm, do: Do, caller: Caller, store: Documents) -> OfficeView:
    """Put right its title or its terms."""
    body = (await Read(store).one(Office, office)).facts.body
    command = AmendOffice(**do.message, office=office, facts=form.facts(body), by=caller.id)
    return OfficeView.of((await do(handlers.amend_office, command, document=(Office, office))).entity)


@routes.post("/{office}/take", dependencies=[*secretariat, matches])
async def post_office_taking(office: UUID, form: TakeForm, do: Do, caller: Caller) -> OfficeView:
    """Somebody takes it; who held it does so no more. 409 `held-since` where somebody held it later."""
    return await _do(do, caller, office, handlers.take_office, TakeOffice, form)


@routes.post("/{office}/leave", dependencies=[*secretariat, matches])
async def post_office_leaving(office: UUID, form: LeaveForm, do: Do, caller: Caller) -> OfficeView:
    """Who holds it leaves it: it is vacant. 409 `vacant` where nobody holds it."""
    return await _do(do, caller, office, handlers.leave_office, LeaveOffice, form)


@routes.get("/{office}/history", dependencies=secretariat)
async def get_office_history(office: UUID, store: Documents) -> list[EditView]:
    """What was changed, field by field, the latest first."""
    return EditView.of((await Read(store).one(Office, office)).history)


async def _do(
    do: Do, caller: Caller, office: UUID, handler: Any, command: Callable[..., Any], form: Form
) -> OfficeView:
    asked = command(**do.message, office=office, by=caller.id, **form.model_dump())
    return OfficeView.of((await do(handler, asked, document=(Office, office))).entity)
