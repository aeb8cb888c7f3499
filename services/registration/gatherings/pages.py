"""The page of what was announced, and the secretariat's overview of a gathering, with each next step. No scripts."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.gatherings import handlers
from services.registration.gatherings.commands import CancelGathering, MoveGathering, PostponeGathering
from services.registration.gatherings.model import AHEAD, Gathering, GatheringState
from services.registration.gatherings.queries import ANNOUNCED
from shared import locale
from shared.errors import Conflict, NotFound, Stale
from shared.flow import Decide
from shared.http import Documents, Routes, may, public
from shared.locale import DEFAULTS, LANGUAGES, Habits
from shared.store import In
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

LISTED = 50
"""Gatherings on the list."""

SOON = 6
"""Gatherings on the home page."""

COMING = (GatheringState.ANNOUNCED, GatheringState.OPEN, GatheringState.CLOSED, GatheringState.IN_SESSION)

routes = Routes(include_in_schema=False)
html = Pages("services.registration.gatherings")


@routes.get("/gatherings", dependencies=[public])
async def get_list(request: Request, store: Documents) -> Response:
    """What was announced, the latest first."""
    found = await store.find(Gathering, {"state": In(ANNOUNCED)}, sort="-starts_at", limit=LISTED)
    language = reader_language(request)
    listed = [{"id": stored.id, **facts(stored.entity, language)} for stored in found.items]
    return html.answer(request, "list.html", listed=listed)


@routes.get("/cards/next", dependencies=[public])
async def get_next(request: Request, store: Documents) -> Response:
    """Part of the home page: what comes next, the nearest first."""
    found = await store.find(Gathering, {"state": In(COMING)}, sort="starts_at", limit=SOON)
    language = reader_language(request)
    listed = [{"id": stored.id, **facts(stored.entity, language)} for stored in found.items]
    return html.answer(request, "next.html", listed=listed)


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


# The secretariat's overview

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
LONGEST_REASON = 2_000

secretariat = [may("secretariat")]


@routes.get("/gatherings/{gathering:uuid}/overview", dependencies=secretariat)
async def get_overview(gathering: UUID, request: Request, store: Documents) -> Response:
    """Where it stands, and what can be done next."""
    return await _shown(request, store, gathering)


@routes.post("/gatherings/{gathering:uuid}/overview/{step}", dependencies=secretariat)
async def post_step(gathering: UUID, step: str, request: Request, store: Documents, form: Posted) -> Response:
    """Take the step. What somebody else changed meanwhile, or what cannot be done any more, is said on the same page."""
    try:
        if step in MOVES:
            command = MoveGathering(**form.do.message, gathering=gathering)
            await form.do(MOVES[step][0], command, document=(Gathering, gathering))
        elif step in SAID:
            if not await _say(step, gathering, form):
                return await _shown(request, store, gathering, form, 422)
        else:
            raise NotFound("There is no such step.")
    except (Stale, Conflict) as refused:
        return await _shown(request, store, gathering, form, 412 if isinstance(refused, Stale) else 409)
    return RedirectResponse(f"/registration/gatherings/{gathering}/overview", 303)


async def _say(step: str, gathering: UUID, form: Typed) -> bool:
    """Whether a reason was given, in one language at least; then it is done."""
    reason = {tag: form[f"reason_{tag}"][:LONGEST_REASON] for tag in LANGUAGES if form[f"reason_{tag}"]}
    if not reason:
        return False
    at = (Gathering, gathering)
    if step == "cancel":
        await form.do(
            handlers.cancel_gathering,
            CancelGathering(**form.do.message, gathering=gathering, reason=reason),
            document=at,
        )
    else:
        command = PostponeGathering(**form.do.message, gathering=gathering, reason=reason)
        await form.do(handlers.postpone_gathering, command, document=at)
    return True


async def _shown(
    request: Request, store: Documents, id: UUID, form: Typed | None = None, status: int = 200
) -> Response:
    found = await store.get(Gathering, id)
    if found is None:
        raise NotFound(f"There is no gathering {id}.")
    it, language = found.entity, reader_language(request)
    return html.answer(
        request,
        "overview.html",
        status=status,
        id=id,
        version=found.version,
        about=facts(it, language),
        way=WAY,
        moves=[step for step, (_, where) in MOVES.items() if it.state in where],
        said=[step for step, where in SAID.items() if it.state in where],
        capacity=it.capacity,
        typed={tag: form[f"reason_{tag}"] if form else "" for tag in LANGUAGES},
        tags=LANGUAGES,
        trouble={412: "moved_on", 409: "not_now", 422: "say_why"}.get(status, ""),
        why=it.reason.get(language) or next(iter(it.reason.values()), ""),
    )
