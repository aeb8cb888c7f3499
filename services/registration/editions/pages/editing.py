"""The forms of an edition: planned for when the mandate says, and put right. Without scripts."""

from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.editions import queries, typed
from services.registration.editions.commands import ChangeEdition, PlanEdition
from services.registration.editions.forms import EditionForm, ObjectivesForm
from services.registration.editions.handlers import change_edition, plan_edition
from services.registration.editions.model import Edition
from services.registration.editions.pages.html import html
from services.registration.editions.pages.series import series_of
from services.registration.editions.rule import following
from services.registration.series.model import Series
from shared import locale
from shared.contracts.editions import EditionFacts
from shared.errors import Refused, Stale
from shared.http import Caller, Documents, Routes, may
from shared.locale.languages import NAMES
from shared.store import Stored
from shared.web import reader_language
from shared.web.typed import Posted, Typed

routes = Routes(include_in_schema=False)
secretariat = [may("secretariat")]
FIELDS = ("number", "due", *(f"objectives_{tag}" for tag in NAMES))


@routes.get("/series/{series:uuid}/editions/new", dependencies=secretariat)
async def get_new(series: UUID, request: Request, store: Documents) -> Response:
    """The form, filled with the number and the time that come next by the mandate."""
    there = await series_of(store, series)
    comes = following(there.entity.facts, await queries.editions_of(store, series))
    return _form(request, there, {"number": str(comes.number), "due": comes.due})


@routes.post("/series/{series:uuid}/editions/new", dependencies=secretariat)
async def post_new(series: UUID, request: Request, store: Documents, form: Posted, caller: Caller) -> Response:
    """Plan it."""
    there = await series_of(store, series)
    if facts := typed.told(form, EditionForm, "number", "due", "objectives"):
        try:
            whole = EditionFacts(series=series, calendar=there.entity.facts.calendar, **facts)
            made = await form.do(plan_edition, PlanEdition(**form.do.message, facts=whole, by=caller.id))
            return RedirectResponse(f"/registration/editions/{made.id}", 303)
        except Refused as refused:
            typed.note(form, refused)
    return _form(request, there, form, status=422)


@routes.get("/editions/{edition:uuid}/edit", dependencies=secretariat)
async def get_edit(edition: UUID, request: Request, store: Documents) -> Response:
    """The form of an edition as it is."""
    there = await queries.there(store, edition)
    series = await series_of(store, there.entity.facts.series)
    return _form(request, series, typed.typed_of(there.entity), there)


@routes.post("/editions/{edition:uuid}/edit", dependencies=secretariat)
async def post_edit(edition: UUID, request: Request, store: Documents, form: Posted, caller: Caller) -> Response:
    """Put it right; if somebody was faster, show both."""
    there, status = await queries.there(store, edition), 422
    try:
        others = there.entity.facts.objectives
        if facts := typed.told(form, ObjectivesForm, "due", "objectives", there=others):
            command = ChangeEdition(**form.do.message, edition=edition, by=caller.id, **facts)
            await form.do(change_edition, command, document=(Edition, edition))
            return RedirectResponse(f"/registration/editions/{edition}", 303)
    except Stale:
        there, status = await queries.there(store, edition), 412
    except Refused as refused:
        typed.note(form, refused)
    return _form(request, await series_of(store, there.entity.facts.series), form, there, status)


def _form(
    request: Request,
    series: Stored[Series],
    given: dict[str, str] | Typed,
    there: Stored[Edition] | None = None,
    status: int = 200,
) -> Response:
    """The form with all that was typed; after a change by somebody else with both, and the version of now."""
    language, form = reader_language(request), given if isinstance(given, Typed) else None
    facts = series.entity.facts
    return html.answer(
        request,
        "edit.html",
        status=status,
        id=there.id if there else None,
        number=there.entity.facts.number if there else 0,
        series=series.id,
        called=locale.choose(facts.title, language),
        facts=facts,
        version=there.version if there else None,
        typed={name: form[name] for name in FIELDS} if form else dict.fromkeys(FIELDS, "") | dict(given),  # type: ignore[arg-type]
        moved=form.differs(typed.typed_of(there.entity)) if form and there and status == 412 else None,
        wrong={name: form.errors[name] for name in FIELDS if name in form.errors} if form else {},
        tongues=NAMES,
    )
