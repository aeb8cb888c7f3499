"""The forms of an office: a new one of a body, and one whose title and terms are put right."""

from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.bodies.model import Body
from services.registration.offices import handlers, queries, typed
from services.registration.offices.model import AmendOffice, ListOffice, Office
from services.registration.offices.pages.shown import html, names
from shared import locale
from shared.contracts.offices import OfficeFacts
from shared.errors import NotFound, Refused, Stale
from shared.http import Caller, Documents, Routes, may
from shared.locale.languages import NAMES
from shared.store import Store, Stored
from shared.web import reader_language
from shared.web.typed import Posted, Typed

routes = Routes(include_in_schema=False)
secretariat = [may("secretariat")]


@routes.get("/bodies/{entry:uuid}/offices/new", dependencies=secretariat)
async def get_new(entry: UUID, request: Request, store: Documents) -> Response:
    """The form of a new office."""
    calendar = locale.DEFAULTS[reader_language(request)].calendar
    return await _form(request, store, entry, {"calendar": calendar})


@routes.post("/bodies/{entry:uuid}/offices/new", dependencies=secretariat)
async def post_new(entry: UUID, request: Request, store: Documents, form: Posted, caller: Caller) -> Response:
    """Enter it."""
    title, calendar = typed.title(form, {}), form.one_of("calendar", typed.CALENDARS)
    if form.errors:
        return await _form(request, store, entry, form, status=422)
    facts = OfficeFacts.model_validate({"body": entry, "title": title, "calendar": calendar})
    made = await form.do(handlers.list_office, ListOffice(**form.do.message, facts=facts, by=caller.id))
    return RedirectResponse(f"/registration/offices/{made.id}", 303)


@routes.get("/offices/{office:uuid}/edit", dependencies=secretariat)
async def get_edit(office: UUID, request: Request, store: Documents) -> Response:
    """The form of an office as it is."""
    there = await queries.there(store, office)
    return await _form(request, store, there.entity.facts.body, typed.typed_of(there.entity), there)


@routes.post("/offices/{office:uuid}/edit", dependencies=secretariat)
async def post_edit(office: UUID, request: Request, store: Documents, form: Posted, caller: Caller) -> Response:
    """Put it right; if somebody was faster, show both."""
    there, status = await queries.there(store, office), 422
    try:
        if facts := typed.amended(form, there.entity.facts):
            command = AmendOffice(**form.do.message, office=office, facts=facts, by=caller.id)
            await form.do(handlers.amend_office, command, document=(Office, office))
            return RedirectResponse(f"/registration/offices/{office}", 303)
    except Stale:
        there, status = await queries.there(store, office), 412
    except Refused as refused:
        typed.note(form, refused)
    return await _form(request, store, there.entity.facts.body, form, there, status)


async def _form(
    request: Request,
    store: Store,
    body: UUID,
    given: dict[str, str] | Typed,
    there: Stored[Office] | None = None,
    status: int = 200,
) -> Response:
    """The form with all that was typed; after a change by somebody else with both, and the version of now."""
    language, form = reader_language(request), given if isinstance(given, Typed) else None
    facts = there.entity.facts if there else None
    fields = [*typed.TITLES, "calendar", *(f"{what}_{n}" for n in _numbers(facts) for what in ("since", "until"))]
    return html.answer(
        request,
        "edit.html",
        status=status,
        id=there.id if there else None,
        body=body,
        body_called=await body_called(store, body, language),
        called=locale.choose(facts.title, language) if facts else "",
        version=there.version if there else None,
        typed={name: form[name] for name in fields} if form else dict.fromkeys(fields, "") | dict(given),  # type: ignore[arg-type]
        struck=[n for n in _numbers(facts) if form and form[f"remove_{n}"]],
        moved=form.differs(typed.typed_of(there.entity)) if form and there and status == 412 else None,
        wrong={name: key for name, key in form.errors.items() if name in fields} if form else {},
        terms=facts.terms if facts else [],
        names=await names(store, [term.person for term in facts.terms] if facts else []),
        calendars=typed.CALENDARS,
        tongues=NAMES,
    )


async def body_called(store: Store, body: UUID, language: str) -> str:
    """How the body of an office is called. Raises NotFound."""
    found = await store.get(Body, body)
    if found is None:
        raise NotFound("There is no such body.")
    return locale.choose(found.entity.name, language)


def _numbers(facts: OfficeFacts | None) -> range:
    return range(len(facts.terms) if facts else 0)
