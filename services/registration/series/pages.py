"""The pages of series: the list, and the form of a mandate. Without scripts."""

from itertools import groupby
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request, Response
from fastapi.responses import RedirectResponse

from services.registration.bodies.model import Body
from services.registration.organizations.model import Organization
from services.registration.organizations.queries import LISTED as KEPT
from services.registration.organizations.queries import Search
from services.registration.people.model import Person
from services.registration.series import typed
from services.registration.series.handlers import amend_series, mandate_series
from services.registration.series.model import AmendSeries, MandateSeries, Series
from shared import locale
from shared.errors import NotFound, Refused, Stale
from shared.http import Caller, Documents, Routes, may
from shared.http.paging import Pager
from shared.locale.languages import NAMES
from shared.store import Store, Stored
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

LISTED = 100
"""Series on a page."""
CHOICES = 500
"""Organizations, and bodies, to choose from."""

routes = Routes(include_in_schema=False)
html = Pages("services.registration.series")
secretariat = [may("secretariat")]
Words = Annotated[str, Query(max_length=200)]
After = Annotated[str | None, Query(max_length=2000)]


@routes.get("/series", dependencies=[may("observer")])
async def get_list(
    request: Request, response: Response, store: Documents, caller: Caller, q: Words = "", after: After = None
) -> Response:
    """Those whose titles have words that begin so; all of them if nothing is asked for."""
    paging, language = Pager(request, response, LISTED, after), reader_language(request)
    found = await paging(Search(store, q), Series, {})
    link = response.headers.get("Link", "")
    listed = [
        {"id": stored.id, "title": locale.choose(stored.entity.facts.title, language), "facts": stored.entity.facts}
        for stored in found
    ]
    return html.answer(
        request,
        "list.html",
        listed=listed,
        q=q,
        next=link[1 : link.index(">")] if link else None,
        first=f"{request.url.path}?q={q}" if after else None,
        secretariat=caller.is_("secretariat"),
    )


@routes.get("/series/new", dependencies=secretariat)
async def get_new(request: Request, store: Documents) -> Response:
    """The form of a new series."""
    calendar = locale.DEFAULTS[reader_language(request)].calendar
    return await _form(request, store, typed.EMPTY | {"calendar": calendar})


@routes.post("/series/new", dependencies=secretariat)
async def post_new(request: Request, store: Documents, form: Posted, caller: Caller) -> Response:
    """Enter it."""
    if facts := typed.told(form):
        try:
            made = await form.do(mandate_series, MandateSeries(**form.do.message, facts=facts, by=caller.id))
            return RedirectResponse(f"/registration/series/{made.id}", 303)
        except Refused as refused:
            typed.note(form, refused)
    return await _form(request, store, form, status=422)


@routes.get("/series/{series:uuid}/edit", dependencies=secretariat)
async def get_edit(series: UUID, request: Request, store: Documents) -> Response:
    """The form of a mandate as it is."""
    there = await _there(store, series)
    return await _form(request, store, typed.typed_of(there.entity.facts), there)


@routes.post("/series/{series:uuid}/edit", dependencies=secretariat)
async def post_edit(series: UUID, request: Request, store: Documents, form: Posted, caller: Caller) -> Response:
    """Change it; if somebody was faster, show both."""
    there, status = await _there(store, series), 422
    try:
        if facts := typed.told(form, there.entity.facts):
            command = AmendSeries(**form.do.message, series=series, facts=facts, by=caller.id)
            await form.do(amend_series, command, document=(Series, series))
            return RedirectResponse(f"/registration/series/{series}", 303)
    except Stale:
        there, status = await _there(store, series), 412
    except Refused as refused:
        typed.note(form, refused)
    return await _form(request, store, form, there, status)


@routes.get("/series/{series:uuid}/history", dependencies=secretariat)
async def get_history(series: UUID, request: Request, store: Documents) -> Response:
    """What was changed, the latest first."""
    there, language = (await _there(store, series)).entity, reader_language(request)
    changes = groupby(reversed(there.history), lambda each: (each.at, each.by))
    people = await store.get_many(Person, sorted({each.by for each in there.history if each.by}))
    names = {id: name for options in (await _parties(store, language)).values() for id, name in options}
    return html.answer(
        request,
        "history.html",
        id=series,
        called=locale.choose(there.facts.title, language),
        history=[list(edits) for _, edits in changes],
        names=names | {str(id): stored.entity.name for id, stored in people.items() if stored.entity.name},
        tongues=NAMES,
    )


async def _form(
    request: Request,
    store: Store,
    given: dict[str, str] | Typed,
    there: Stored[Series] | None = None,
    status: int = 200,
) -> Response:
    """The form with all that was typed; after a change by somebody else with both, and the version of now."""
    language, form = reader_language(request), given if isinstance(given, Typed) else None
    facts = there.entity.facts if there else None
    values = {name: given[name] if form or name in given else "" for name in typed.FIELDS}  # type: ignore[operator]
    return html.answer(
        request,
        "edit.html",
        status=status,
        id=there.id if there else None,
        called=locale.choose(facts.title, language) if facts else "",
        version=there.version if there else None,
        typed=values | ({"calendar": facts.calendar} if facts else {}),
        moved=form.differs(typed.typed_of(facts)) if form and facts and status == 412 else None,
        wrong={name: form.errors[name] for name in typed.FIELDS if name in form.errors} if form else {},
        kinds=typed.KINDS,
        calendars=typed.CALENDARS,
        counting=typed.COUNTING,
        parties=await _parties(store, language),
        tongues=NAMES,
    )


async def _parties(store: Store, language: str) -> dict[str, list[tuple[str, str]]]:
    """Whom a mandate may name, to choose from."""
    organizations = await _called(store, Organization, {**KEPT}, language)
    return {
        "issuer": organizations,
        "body": await _called(store, Body, {}, language),
        "secretariat": organizations,
    }


async def _called(store: Store, kind: type[Any], where: dict[str, Any], language: str) -> list[tuple[str, str]]:
    found = await store.find(kind, where, sort="code", limit=CHOICES)
    return [(str(stored.id), locale.choose(stored.entity.name, language)) for stored in found.items]


async def _there(store: Store, series: UUID) -> Stored[Series]:
    found = await store.get(Series, series)
    if found is None:
        raise NotFound("There is no such series.")
    return found
