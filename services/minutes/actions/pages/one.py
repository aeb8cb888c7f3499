"""One action: what is to be done, how far it is, what was said of it, and what can be done about it."""

from typing import Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.minutes.actions import queries
from services.minutes.actions.model import Action
from services.minutes.actions.pages import choices
from services.minutes.actions.pages.shown import html, rows, steps, today
from services.minutes.actions.pages.typed import FIELDS, OF_OWNER, STEPS, carry_out, one
from services.minutes.record.reader import Reader
from shared.auth import Caller as Asking
from shared.errors import Conflict, NotFound
from shared.http import Caller, Documents, Routes, may
from shared.store import Store
from shared.web import reader_language
from shared.web.typed import Posted, Typed

routes = Routes(include_in_schema=False)


@routes.get("/actions/{action:uuid}", dependencies=[may("person")])
async def get_action(action: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """For its owner, who keeps its record, and observers."""
    stored = await queries.seen(store, caller, action)
    return await _page(request, caller, store, stored.entity)


@routes.post("/actions/{action:uuid}/{step}", dependencies=[may("person")])
async def post_step(
    action: UUID, step: str, request: Request, caller: Caller, store: Documents, form: Posted
) -> Response:
    """One step; what a rule refuses is said on the page, with everything that was typed."""
    there = (await queries.seen(store, caller, action)).entity
    if step not in await _steps(store, caller, there):
        raise NotFound("There is no such step here.")
    refused = ""
    if step == "carry" and not await queries.carried_to(store, caller, one(form, "carry_gathering")):
        form.errors["carry_gathering"] = "wrong_choice"
    try:
        done = await carry_out(form, step, {"action": action, "by": caller.id}, there.facts.calendar)
    except Conflict as conflict:
        done, refused = False, conflict.slug
    if done:
        return RedirectResponse(f"{request.scope.get('root_path', '')}/actions/{action}?done={step}", 303)
    now = await queries.seen(store, caller, action)
    return await _page(request, caller, store, now.entity, form, refused)


async def _steps(store: Store, caller: Asking, action: Action) -> tuple[str, ...]:
    """What this caller may do, whatever its state says."""
    if await queries.steered(store, caller, action.facts):
        return tuple(STEPS)
    return OF_OWNER if await queries.answers_for(store, caller, action.facts) else ()


async def _page(
    request: Request, caller: Asking, store: Store, it: Action, form: Typed | None = None, refused: str = ""
) -> Response:
    language, may_do = reader_language(request), await _steps(store, caller, it)
    reader, steering = Reader.of(language), "carry" in may_do
    [shown] = await rows(store, [it], language, today(request))
    done = request.query_params.get("done", "")
    return html.answer(
        request,
        "one.html",
        status=409 if refused else 422 if form else 200,
        it=shown,
        all_words=reader.all_words(it.facts.text),
        owed=it.owed,
        steps=await steps(store, it, language),
        may_do=may_do,
        done=done if done in STEPS and not form else "",
        refused=refused,
        typed={name: form[name] if form else "" for name in FIELDS},
        errors=form.errors if form else {},
        calendar_of=it.facts.calendar,
        **await _choices(store, reader, it, caller if steering else None),
    )


async def _choices(store: Store, reader: Reader, it: Action, keeper: Asking | None) -> dict[str, Any]:
    """What the forms of who keeps the record offer."""
    if keeper is None:
        return {"organizations": [], "people": [], "gatherings": [], "editions": []}
    return {
        "organizations": await choices.organizations(store, reader),
        "people": await choices.people(store, it.facts.gathering),
        "gatherings": [
            each for each in await choices.gatherings(store, reader, keeper) if each[0] != str(it.facts.gathering)
        ],
        "editions": await choices.editions(store, reader),
    }
