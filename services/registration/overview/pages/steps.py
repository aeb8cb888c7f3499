"""Where a gathering stands: its facts, its places, each next step with what follows, and what was changed. No scripts."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.bodies.model import Body
from services.registration.gatherings import handlers
from services.registration.gatherings.commands import CancelGathering, MoveGathering, PostponeGathering
from services.registration.gatherings.coordination import beside
from services.registration.gatherings.edition import of_edition
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.pages import facts_at, now
from services.registration.gatherings.queries import seen
from services.registration.gatherings.states import AHEAD, CHANGEABLE, GatheringState
from services.registration.modes.shown import standing
from services.registration.overview import history, typed
from services.registration.overview.numbers import concerned
from services.registration.roster.queries import numbers
from shared import auth, locale
from shared.errors import Conflict, NotFound, Refused, Stale
from shared.flow import Decide
from shared.http import Caller, Documents, Routes, may
from shared.locale import LANGUAGES
from shared.locale.languages import NAMES
from shared.store import Store, Stored
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

State = GatheringState
MOVES: Mapping[str, tuple[Decide[Any], tuple[GatheringState, ...]]] = {
    "announce": (handlers.announce_gathering, (State.DRAFT, State.POSTPONED)),
    "open": (handlers.open_registration, (State.ANNOUNCED, State.CLOSED)),
    "close": (handlers.close_registration, (State.OPEN,)),
    "convene": (handlers.convene_gathering, AHEAD),
    "adjourn": (handlers.adjourn_gathering, (State.IN_SESSION,)),
    "hold": (handlers.hold_gathering, (State.ADJOURNED,)),
}
"""Steps that need no word, and where each begins."""

SAID: Mapping[str, tuple[GatheringState, ...]] = {"postpone": AHEAD, "cancel": (*AHEAD, State.POSTPONED)}
"""Steps that need a reason, and where each begins."""

WAY = ("draft", "announced", "open", "closed", "in_session", "adjourned", "held")
TROUBLE = {412: "moved_on", 409: "not_now"}
LONGEST_REASON = 500  # as of the API

routes = Routes(include_in_schema=False)
html = Pages("services.registration.overview")
secretariat = [may("secretariat")]


@routes.get("/gatherings/{gathering:uuid}/overview", dependencies=secretariat)
async def get_overview(gathering: UUID, request: Request, store: Documents, caller: Caller) -> Response:
    """Where it stands, and what can be done next."""
    return await _shown(request, store, await seen(store, caller, gathering))


@routes.post("/gatherings/{gathering:uuid}/overview/{step}", dependencies=secretariat)
async def post_step(
    gathering: UUID, step: str, request: Request, store: Documents, form: Posted, caller: Caller
) -> Response:
    """Take the step. What somebody else changed meanwhile, or what cannot be done any more, is said on the same page."""
    there, status = await seen(store, caller, gathering), 422
    try:
        if step in MOVES:
            command = MoveGathering(**form.do.message, gathering=gathering, by=caller.id)
            await form.do(MOVES[step][0], command, document=(Gathering, gathering))
        elif step in SAID:
            await _say(step, there.entity, form, caller)
        else:
            raise NotFound("There is no such step.")
    except (Stale, Conflict) as refused:
        there, status = await seen(store, caller, gathering), 412 if isinstance(refused, Stale) else 409
    except Refused as refused:
        typed.note(form, refused)
    if form.errors or status != 422:
        return await _shown(request, store, there, (step, form), status)
    return RedirectResponse(f"/registration/gatherings/{gathering}/overview", 303)


async def _say(step: str, there: Gathering, form: Typed, caller: auth.Caller) -> None:
    """What needs a reason, in one language at least. Notes what is wrong, or does it."""
    reason = {tag: text for tag in LANGUAGES if (text := form[f"{step}_{tag}"])}
    form.errors.update({f"{step}_{tag}": "wrong_long" for tag in reason if len(reason[tag]) > LONGEST_REASON})
    if not reason:
        form.errors[f"{step}_{LANGUAGES[0]}"] = "say_why"
    asked = {**form.do.message, "gathering": there.id, "reason": reason, "by": caller.id}
    if step == "cancel":
        if not form.errors:
            await form.do(handlers.cancel_gathering, CancelGathering(**asked), document=(Gathering, there.id))
        return
    new_date = form["starts_at"] or form["ends_at"]
    starts_at, ends_at = (form.moment(name, there.time_zone) if new_date else None for name in ("starts_at", "ends_at"))
    if not form.errors:
        command = PostponeGathering(**asked, starts_at=starts_at, ends_at=ends_at)
        await form.do(handlers.postpone_gathering, command, document=(Gathering, there.id))


async def _shown(
    request: Request,
    store: Store,
    there: Stored[Gathering],
    sent: tuple[str, Typed] | None = None,
    status: int = 200,
) -> Response:
    it, language = there.entity, reader_language(request)
    step, form = sent or ("", None)
    names = [f"{each}_{tag}" for each in SAID for tag in LANGUAGES] + ["starts_at", "ends_at"]
    return html.answer(
        request,
        "overview.html",
        status=status,
        id=it.id,
        version=there.version,
        about=facts_at(it, language, now(request)),
        it=it,
        body=await _body(store, it, language),
        edition=await of_edition(store, it, language),
        stands=await standing(store, it.edition, it, language),
        **await beside(store, it, language, {}),
        editions=await history.editions(store, it, language),
        way=WAY,
        moves=[each for each, (_, where) in MOVES.items() if it.state in where and (each != "open" or it.capacity)],
        said=[each for each, where in SAID.items() if it.state in where],
        tells={"postpone", "cancel", *(["announce"] if it.state is State.POSTPONED else [])},
        told=await concerned(store, it),
        numbers=await numbers(store, it),
        typed={name: form[name] if form else "" for name in names},
        wrong=form.errors if form else {},
        step=step,
        trouble=TROUBLE.get(status, ""),
        why=locale.choose(it.reason, language),
        editable=it.state in {*CHANGEABLE, State.IN_SESSION},
        history=history.lines(it),
        names=await history.names(store, it, language),
        tongues=NAMES,
    )


async def _body(store: Store, it: Gathering, language: str) -> str:
    found = await store.get(Body, it.body) if it.body else None
    return locale.choose(found.entity.name, language) if found else ""
