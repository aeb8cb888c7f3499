"""The list of gatherings, and what of them stands on other pages: those that come next, and the facts of one."""

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import Path, Query, Request, Response
from fastapi.responses import RedirectResponse

from services.registration.gatherings import queries, theme, window
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import AHEAD, GatheringState
from services.registration.gatherings.where import where
from services.registration.organizations.queries import Search
from shared import locale
from shared.contracts.addresses import WHOLE
from shared.contracts.places import Point
from shared.errors import NotFound
from shared.flow.service import Service
from shared.http import Caller, Documents, Routes, may, public
from shared.http.paging import Pager
from shared.locale import DEFAULTS, Habits
from shared.store import In, Range
from shared.web import Pages, reader_language

LISTED = 50
"""Gatherings on the list."""

SOON = 6
"""Gatherings on the home page."""

WEEK = timedelta(days=7)
CARD = 3
"""Gatherings on a card of *Today*."""

COMING = (*AHEAD, GatheringState.IN_SESSION)
Words = Annotated[str, Query(max_length=200)]
After = Annotated[str | None, Query(max_length=2000)]

routes = Routes(include_in_schema=False)
html = Pages("services.registration.gatherings")


@routes.get("/gatherings", dependencies=[public])
async def get_list(
    request: Request,
    response: Response,
    caller: Caller,
    store: Documents,
    q: Words = "",
    after: After = None,
) -> Response:
    """What was announced, the latest first; to the secretariat the drafts, too. Searched and narrowed by what the URL says."""
    paging, language = Pager(request, response, LISTED, after), reader_language(request)
    state = request.query_params.get("state", "")
    search = Search(store, q, queries.seen_as(state, now(request)))
    found = await paging(search, Gathering, queries.listed(caller, state), sort="-starts_at")
    link = response.headers.get("Link", "")
    return html.answer(
        request,
        "list.html",
        listed=[{"id": stored.id, **facts_at(stored.entity, language, now(request))} for stored in found],
        states=[*GatheringState],
        asked={"q": q, "state": state},
        next=link[1 : link.index(">")] if link else None,
        first=f"?{request.url.remove_query_params('after').query}" if after else None,
        secretariat=caller.is_("secretariat"),
    )


@routes.get("/cards/next", dependencies=[public])
async def get_next(request: Request, store: Documents) -> Response:
    """Part of the home page: what comes next, the nearest first."""
    found = await store.find(Gathering, {"state": In(COMING)}, sort="starts_at", limit=SOON)
    language = reader_language(request)
    listed = [{"id": stored.id, **facts_at(stored.entity, language, now(request))} for stored in found.items]
    return html.answer(request, "next.html", listed=listed)


@routes.get("/cards/this-week", dependencies=[may("secretariat")])
async def get_this_week(request: Request, store: Documents) -> Response:
    """Part of *Today*: what takes place now or begins within a week, drafts too; the nearest first."""
    at, states = now(request), In((GatheringState.DRAFT, *COMING))
    where = {"state": states, "ends_at": Range(gte=at), "starts_at": Range(lt=at + WEEK)}
    found, language = await store.find(Gathering, where, sort="starts_at", limit=CARD), reader_language(request)
    listed = [{"id": stored.id, **facts_at(stored.entity, language, now(request))} for stored in found.items]
    return html.answer(request, "this-week.html", listed=listed, count=await store.count(Gathering, where))


@routes.get("/g/{address:path}", dependencies=[public])
async def get_address(
    address: Annotated[str, Path(max_length=WHOLE)], request: Request, caller: Caller, store: Documents
) -> Response:
    """The readable address of a gathering: it leads to its page."""
    found = await store.find(Gathering, {"slug": address}, limit=1) if address else None
    if not found or not found.items:
        raise NotFound("There is no gathering at this address.")
    there = await queries.seen(store, caller, found.items[0].id)
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/registration/gatherings/{there.id}{query}", 308)


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
        "mode": gathering.mode,
        "kind": gathering.gathering_kind,
        "begins": locale.date_time(gathering.starts_at, **shown),
        "ends": locale.date_time(gathering.ends_at, **shown),
        **asdict(where(gathering, language)),
        "places": [(each, Point.of(each.coordinates) if each.coordinates else None) for each in gathering.facts.places],
        "theme": theme.shown(gathering.facts, language, reader),
        "offset": locale.offset(gathering.starts_at, digits=reader.digits, zone=zone),
        "state": gathering.state,
    }


def facts_at(gathering: Gathering, language: str, at: datetime) -> dict[str, Any]:
    """The facts with the state that readers see at this time, and with the window in which people register; whether only those
    who are invited do."""
    seen = window.shown(gathering.facts, language, DEFAULTS[language], gathering.time_zone)
    told = gathering.facts
    beside = "before" if window.is_before(told, at) else "over" if window.is_over(told, at) else ""
    now_at = {"state": gathering.state_at(at), "out_of_window": beside, "by_invitation": _by_invitation(gathering)}
    return facts(gathering, language) | seen | now_at


def _by_invitation(gathering: Gathering) -> bool:
    """Nobody is let in who was not invited, in whatever category."""
    return bool(gathering.capacity) and all(gathering.rule(name) == "invited" for name in gathering.capacity)


def now(request: Request) -> datetime:
    """The time, by the clock that the whole service goes by."""
    service: Service = request.app.state.service
    return service.clock()
