"""The public pages of registration: what was announced, and a gathering with its form. No scripts."""

from typing import Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration import admission, queries, scope
from services.registration.application import Application
from services.registration.model import Gathering, GatheringState, Registration
from services.registration.model.commands import registration_id
from shared import locale
from shared.auth import ANYBODY
from shared.contracts import Message
from shared.errors import Conflict
from shared.flow import Read
from shared.http import Do, Documents, Routes, public
from shared.http.access import FORMS, accepts
from shared.locale import DEFAULTS, Habits
from shared.store import In
from shared.web import Pages, reader_language

CHOICES = 500
"""Organizations that the form offers at most."""

LISTED = 50
"""Gatherings on the list."""

routes = Routes(include_in_schema=False)
html = Pages("services.registration")


@routes.get("/gatherings", dependencies=[public])
async def get_list(request: Request, store: Documents) -> Response:
    """What was announced, the latest first."""
    found = await store.find(Gathering, {"state": In(scope.ANNOUNCED)}, sort="-starts_at", limit=LISTED)
    language = reader_language(request)
    listed = [{"id": stored.id, **facts(stored.entity, language)} for stored in found.items]
    return html.answer(request, "gatherings.html", listed=listed)


@routes.get("/gatherings/{gathering:uuid}", dependencies=[public])
async def get_page(gathering: UUID, request: Request, store: Documents) -> Response:
    """A gathering that was announced; while registration is open, the form."""
    shown = (await scope.gathering(store, ANYBODY, gathering)).entity
    return await _form(request, store, shown, Application(language=reader_language(request)))


@routes.post("/gatherings/{gathering:uuid}", dependencies=[public, accepts(*FORMS)])
async def post_page(gathering: UUID, request: Request, store: Documents, do: Do) -> Response:
    """Nothing is held before the owner of the address confirms by the link in the mail. The answer is the same for every
    address, known or not."""
    shown = (await scope.gathering(store, ANYBODY, gathering)).entity
    async with request.form(max_files=0, max_fields=20) as typed:
        asked = Application.of({name: value for name, value in typed.items() if isinstance(value, str)}, shown)
    if asked.organization and await queries.unlisted(Read(store), [UUID(asked.organization)]):
        asked.errors["organization"] = "error_organization"
    if asked.errors:
        invited = set(asked.errors.values()) == {"error_invited"}
        return await _form(request, store, shown, asked, status=409 if invited else 422)
    try:
        await _apply(request, store, do, shown, asked)
    except Conflict as refused:
        if refused.slug != "not-open":
            raise
        return await _form(request, store, shown, asked, status=409)
    return RedirectResponse(f"{request.url.path}/received", 303)


@routes.get("/gatherings/{gathering:uuid}/received", dependencies=[public])
async def get_received(gathering: UUID, request: Request, store: Documents) -> Response:
    """What comes next: the same for everybody, and true for everybody."""
    shown = (await scope.gathering(store, ANYBODY, gathering)).entity
    return html.answer(request, "received.html", gathering=facts(shown, reader_language(request)))


async def _apply(request: Request, store: Documents, do: Do, gathering: Gathering, asked: Application) -> None:
    """Two commands: the address is asked, and its registration waits. Where the address registered before, neither."""
    if gathering.state is not GatheringState.OPEN:
        raise Conflict("Registration is not open.", code="not-open")
    message = Message(**do.message)
    if await _is_there(store, gathering, asked.email):
        return
    person = await do(admission.ask_address, asked.ask(request.app.state.keys, gathering.id, message))
    await do(admission.apply, asked.apply(gathering.id, person.id, message))


async def _is_there(store: Documents, gathering: Gathering, address: str) -> bool:
    """Whether somebody of this address registered already, or waits, or was not accepted."""
    holder = await queries.person_at(Read(store), address)
    there = await store.get(Registration, registration_id(gathering.id, holder.id)) if holder else None
    return there is not None and not there.entity.may_apply


async def _form(
    request: Request, store: Documents, gathering: Gathering, asked: Application, *, status: int = 200
) -> Response:
    language = reader_language(request)
    offered = await queries.organizations(Read(store), CHOICES)
    return html.answer(
        request,
        "gathering.html",
        status=status,
        gathering=facts(gathering, language),
        is_open=gathering.state is GatheringState.OPEN,
        asked=asked,
        categories=[name for name in gathering.capacity if gathering.rule(name) != "invited"],
        decided=[name for name in gathering.capacity if gathering.rule(name) == "approval"],
        invited=[name for name in gathering.capacity if gathering.rule(name) == "invited"],
        organizations=[(str(each.id), locale.choose(each.name, language)) for each in offered],
    )


def facts(gathering: Gathering, language: str, habits: Habits | None = None) -> dict[str, Any]:
    """What a page shows of a gathering; its times are the venue's, in the reader's calendar and digits."""
    reader = habits or DEFAULTS[language]
    zone = gathering.time_zone
    shown: dict[str, Any] = {
        "language": language,
        "calendar": reader.calendar,
        "digits": reader.digits,
        "zone": zone,
    }
    return {
        "title": locale.choose(gathering.title, language),
        "venue": locale.choose(gathering.venue, language),
        "begins": locale.date_time(gathering.starts_at, **shown),
        "ends": locale.date_time(gathering.ends_at, **shown),
        "offset": locale.offset(gathering.starts_at, digits=reader.digits, zone=zone),
        "state": gathering.state,
    }
