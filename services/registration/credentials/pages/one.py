"""One letter: what it says, where it stands, and what may become of it."""

from collections.abc import Mapping
from typing import Any, NamedTuple, get_args
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.credentials import handlers, queries
from services.registration.credentials.model import (
    STANDING,
    Credentials,
    RefuseCredentials,
    State,
    StepCredentials,
)
from services.registration.credentials.pages.shown import TONES, html, people_called, rows
from services.registration.gatherings.queries import seen
from shared import auth, locale
from shared.contracts.credentials import Ground
from shared.errors import Conflict, NotFound, Stale
from shared.flow import Decide
from shared.http import Caller, Documents, Routes, may
from shared.store import Store
from shared.web import reader_language
from shared.web.typed import Posted


class Way(NamedTuple):
    """What a step runs, and from where."""

    handler: Decide[Any]
    begins: tuple[State, ...]


STEPS: Mapping[str, Way] = {
    "accept": Way(handlers.accept, (State.RECEIVED, State.CHECKED)),
    "check": Way(handlers.check, (State.RECEIVED,)),
    "refuse": Way(handlers.refuse, STANDING),
    "withdraw": Way(handlers.withdraw, STANDING),
}
REASONS: tuple[Ground, ...] = get_args(Ground)

routes = Routes(prefix="/credentials/{credentials:uuid}", include_in_schema=False, dependencies=[may("secretariat")])


@routes.get("")
async def get_one(credentials: UUID, request: Request, store: Documents, caller: Caller) -> Response:
    """The letter."""
    return await _shown(request, store, credentials, caller)


@routes.post("/{step}")
async def post_step(
    credentials: UUID, step: str, request: Request, store: Documents, form: Posted, caller: Caller
) -> Response:
    """Take the step. What somebody else did meanwhile is said on the same page."""
    if step not in STEPS:
        raise NotFound("There is no such step.")
    said: dict[str, Any] = {**form.do.message, "credentials": credentials, "by": caller.id}
    reason: Ground = next((each for each in REASONS if each == form["reason"]), "other")
    command = RefuseCredentials(**said, reason=reason) if step == "refuse" else StepCredentials(**said)
    try:
        await form.do(STEPS[step].handler, command, document=(Credentials, credentials))
        return RedirectResponse(f"/registration/credentials/{credentials}", 303)
    except Stale:
        return await _shown(request, store, credentials, caller, "moved_on", 412)
    except Conflict as conflict:
        if conflict.slug != "wrong-state":
            raise
        return await _shown(request, store, credentials, caller, "not_now", 409)


async def _shown(
    request: Request, store: Store, credentials: UUID, caller: auth.Caller, trouble: str = "", status: int = 200
) -> Response:
    there, language = await queries.there(store, credentials), reader_language(request)
    letter = there.entity
    [row] = await rows(store, [letter], language)
    gathering = (await seen(store, caller, letter.facts.gathering)).entity
    return html.answer(
        request,
        "one.html",
        status=status,
        it=row,
        version=there.version,
        gathering={"id": gathering.id, "title": locale.choose(gathering.title, language)},
        steps=[step for step, way in STEPS.items() if letter.state in way.begins],
        reasons=REASONS,
        trouble=trouble,
        became=[
            {"at": each.at, "by": each.by, "state": each.state.value, "tone": TONES[each.state]}
            for each in letter.steps
        ],
        names=await people_called(store, [each.by for each in letter.steps if each.by]),
    )
