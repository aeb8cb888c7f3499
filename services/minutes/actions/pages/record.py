"""Where an action or a commitment is recorded: of a gathering by who keeps its record, of none by the secretariat."""

from typing import Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.minutes.actions import handlers
from services.minutes.actions.commands import RecordAction
from services.minutes.actions.pages import choices
from services.minutes.actions.pages.shown import html
from services.minutes.actions.pages.typed import CALENDARS, KINDS, facts_of
from services.minutes.mirrors.model import Gathering
from services.minutes.record import scope
from services.minutes.record.api import keepers
from services.minutes.record.reader import Reader
from shared.errors import Invalid
from shared.http import Caller, Documents, Routes, may
from shared.locale import DEFAULTS, LANGUAGES
from shared.locale.languages import NAMES
from shared.store import Store
from shared.web import reader_language
from shared.web.typed import Posted, Typed

FIELDS = ("action_kind", "quiet", "owner", "due", "calendar", "edition", *(f"text_{tag}" for tag in LANGUAGES))

routes = Routes(include_in_schema=False)


@routes.get("/actions/new", dependencies=[may("secretariat")])
async def get_new(request: Request, store: Documents) -> Response:
    """What was promised outside any gathering."""
    return await _form(request, store, None)


@routes.post("/actions/new", dependencies=[may("secretariat")])
async def post_new(request: Request, caller: Caller, store: Documents, form: Posted) -> Response:
    """Record it, or say what is in the way."""
    return await _record(request, caller.id, store, None, form)


@routes.get("/gatherings/{gathering:uuid}/actions/new", dependencies=keepers)
async def get_new_of_gathering(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """What came of a gathering."""
    await scope.kept(store, caller, gathering)
    return await _form(request, store, gathering)


@routes.post("/gatherings/{gathering:uuid}/actions/new", dependencies=keepers)
async def post_new_of_gathering(
    gathering: UUID, request: Request, caller: Caller, store: Documents, form: Posted
) -> Response:
    """Record it, or say what is in the way."""
    await scope.kept(store, caller, gathering)
    return await _record(request, caller.id, store, gathering, form)


async def _record(request: Request, by: UUID | None, store: Store, gathering: UUID | None, form: Typed) -> Response:
    facts = facts_of(form, gathering)
    if facts is None:
        return await _form(request, store, gathering, form)
    try:
        command = RecordAction(
            **form.do.message, action=form.do.message["id"], facts=facts, by=by, quiet=form["quiet"] == "yes"
        )
        stored = await form.do(handlers.record_action, command)
    except Invalid as wrong:
        field = wrong.errors[0]["field"] if wrong.errors else "owner"
        form.errors[field if field in FIELDS else "owner"] = "wrong_choice"
        return await _form(request, store, gathering, form)
    return RedirectResponse(f"{request.scope.get('root_path', '')}/actions/{stored.id}", 303)


async def _form(request: Request, store: Store, gathering: UUID | None, form: Typed | None = None) -> Response:
    language = reader_language(request)
    reader = Reader.of(language)
    found = await store.get(Gathering, gathering) if gathering else None
    blank: dict[str, Any] = dict.fromkeys(FIELDS, "") | {
        "action_kind": "action",
        "calendar": DEFAULTS[language].calendar,
    }
    return html.answer(
        request,
        "record.html",
        status=422 if form else 200,
        gathering=gathering,
        title=reader.words(found.entity.title) if found else None,
        typed={name: form[name] for name in FIELDS} if form else blank,
        errors=form.errors if form else {},
        kinds=KINDS,
        calendars=CALENDARS,
        languages_of_text=[(tag, NAMES[tag]) for tag in dict.fromkeys((language, *LANGUAGES))],
        people=await choices.people(store, gathering),
        organizations=await choices.organizations(store, reader),
        editions=await choices.editions(store, reader),
    )
