"""The secretariat's list of registrations: found, narrowed, decided of. It works without scripts; URLs hold the filters."""

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request, Response
from fastapi.responses import FileResponse, RedirectResponse, StreamingResponse
from starlette.background import BackgroundTask

from services.registration.credentials.queries import of_people as letters_of
from services.registration.fields.queries import asking, columns
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.queries import seen
from services.registration.gatherings.states import GatheringState
from services.registration.registrations.model import Registration
from services.registration.roster import export, handlers, queries
from services.registration.roster.model import REASONS, DecideMany, Many, Reason, Standing, Verdict
from services.registration.roster.queries import Asked
from services.registration.roster.work import decide
from shared import locale
from shared.auth import Keys
from shared.errors import NotFound
from shared.flow import Read
from shared.http import Caller, Documents, Routes, may
from shared.locale import Texts, direction
from shared.store import Cursor
from shared.store.codec import plain
from shared.web import Pages, reader_language
from shared.web.typed import Posted

ON_PAGE = 50
"""Registrations on a page of the list."""
MOST = 100
"""So many are chosen at once at most; of more a job decides."""
CARD = 3
"""So many the cards of *Today* show."""
PACKAGE = "services.registration.roster"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HARMLESS = (Verdict.APPROVE, Verdict.RELEASE)
"""What is done to those who were chosen without asking once more."""

routes = Routes(include_in_schema=False)
html = Pages(PACKAGE)
Secretariat = [may("secretariat")]
Typed = Annotated[str, Query(max_length=200)]
Short = Annotated[str, Query(max_length=2000)]


@routes.get("/gatherings/{gathering:uuid}/registrations", dependencies=Secretariat)
async def get_list(gathering: UUID, request: Request, caller: Caller, store: Documents, after: Short = "") -> Response:
    """By name, fifty on a page; searched and narrowed by what stands in the URL."""
    shown, asked = (await seen(store, caller, gathering)).entity, narrowed(request, gathering)
    keys: Keys = request.app.state.keys
    purpose = f"cursor {request.url.path} {Registration.kind}"
    start: Cursor | None = None
    if after:
        value, id = keys.unsealed(purpose, after)
        start = (value, id)
    page = await queries.page(store, asked, ON_PAGE, start)
    language, following = reader_language(request), ""
    if page.next and not asked.q:
        sealed = keys.sealed(purpose, [plain(page.next[0]), page.next[1]])
        following = f"?{request.url.include_query_params(after=sealed).query}"
    posts = await queries.posts_at(store, [stored.entity for stored in page.items], shown.starts_at, language)
    on_page = [stored.entity.person for stored in page.items]
    return html.answer(
        request,
        "list.html",
        posts=posts,
        letters=await letters_of(store, gathering, on_page),
        gathering={"id": gathering, "title": locale.choose(shown.title, language)},
        rows=await queries.shown(store, [stored.entity for stored in page.items], language),
        more=bool(page.next),
        following=following,
        numbers=await queries.numbers(store, shown),
        asked={name: request.query_params.get(name, "")[:200] for name in ("q", "state", "category")},
        query=filters(request),
        standings=[*Standing],
        categories=[*shown.capacity],
        asking=await asking(store, gathering),
        done=_outcome(request),
        registered=await _registered(store, gathering, request, language),
        is_open=shown.state is GatheringState.OPEN,
    )


@routes.get("/gatherings/{gathering:uuid}/registrations.{form}", dependencies=Secretariat)
async def get_export(gathering: UUID, form: str, request: Request, caller: Caller, store: Documents) -> Response:
    """Exactly what the list shows, all pages of it: `csv` or `xlsx`, streamed."""
    await seen(store, caller, gathering)
    language = reader_language(request)
    texts = Texts(language, "latin", PACKAGE, "shared.web")
    table = export.pages(store, narrowed(request, gathering), texts, language, await columns(store, gathering))
    name = {"Content-Disposition": f'attachment; filename="registrations-{gathering}.{form}"'}
    if form == "csv":
        return StreamingResponse(export.csv_of(table), headers=name, media_type="text/csv; charset=utf-8")
    if form == "xlsx":
        path = await export.xlsx_of(table, right_to_left=direction(language) == "rtl")
        return FileResponse(path, headers=name, media_type=XLSX, background=BackgroundTask(path.unlink))
    raise NotFound("There are two forms: csv and xlsx.")


@routes.post("/gatherings/{gathering:uuid}/registrations", dependencies=Secretariat)
async def post_list(gathering: UUID, request: Request, caller: Caller, store: Documents, form: Posted) -> Response:
    """Decide of those who were chosen, or of everybody who stands so. What reaches far is asked once more."""
    shown = (await seen(store, caller, gathering)).entity
    verdict = next((each for each in Verdict if each == form["verdict"]), None)
    chosen = await _chosen(store, gathering, form.all("chosen"))
    everybody = form["all"] == "1" and narrowed(request, gathering).standing is not None
    if verdict is None or not (chosen or everybody):
        return _back(request, nobody="1")
    if form["sure"] != "1" and (everybody or verdict not in HARMLESS):
        return await _ask(request, store, shown, verdict, chosen, everybody=everybody)
    reason: Reason = next((each for each in REASONS.get(verdict, ()) if each == form["reason"]), "other")
    do, message = form.do, form.do.message
    if everybody:
        asked = narrowed(request, gathering)
        facts: dict[str, Any] = {
            "standing": asked.standing,
            "category": asked.category or None,
            "reason": reason,
            "by": caller.id,
        }
        total = await store.count(Registration, asked.where)
        command = DecideMany(**message, gathering=gathering, verdict=verdict, total=total, **facts)
        job = await do(handlers.decide_many, command)
        return RedirectResponse(f"{request.url.path}/many/{job.id}?{filters(request)}", 303)
    answers = [await decide(do, message, verdict, each.id, reason) for each in chosen]
    return _back(request, did=verdict, n=str(sum(answers)), refused=str(len(answers) - sum(answers)))


@routes.get("/gatherings/{gathering:uuid}/registrations/many/{many:uuid}", dependencies=Secretariat)
async def get_many(gathering: UUID, many: UUID, request: Request, store: Documents) -> Response:
    """How far a decision about many came; it loads itself anew until it ended."""
    job = await Read(store).one(Many, many)
    response = html.answer(request, "many.html", job=job, gathering={"id": gathering}, query=filters(request))
    if not job.ended:
        response.headers["Refresh"] = "2"
    return response


@routes.get("/cards/to-approve", dependencies=Secretariat)
async def get_to_approve(request: Request, store: Documents) -> Response:
    """Who waits to be let in."""
    return await _card(request, store, Standing.TO_BE_APPROVED)


@routes.get("/cards/waiting", dependencies=Secretariat)
async def get_waiting(request: Request, store: Documents) -> Response:
    """Who waits for a seat."""
    return await _card(request, store, Standing.WAITLISTED)


async def _card(request: Request, store: Documents, which: Standing) -> Response:
    """A card of *Today*: how many, the oldest three, and where to go."""
    language = reader_language(request)
    count, first = await queries.oldest(store, which, CARD)
    named = await queries.titles(store, [each.gathering for each in first], language)
    rows = await queries.shown(store, first, language)
    return html.answer(request, "card.html", which=which, count=count, rows=rows, titles=named)


def narrowed(request: Request, gathering: UUID) -> Asked:
    """What the URL narrows the list to; what it does not know narrows nothing."""
    asked = request.query_params
    standing = next((each for each in Standing if each == asked.get("state")), None)
    return Asked(gathering, asked.get("q", "")[:200].strip(), standing, asked.get("category", "")[:100])


def filters(request: Request) -> str:
    """The filters as they stand in the URL, without what only this page is about."""
    keep = ("q", "state", "category")
    url = request.url.replace(query="").include_query_params(
        **{name: value for name in keep if (value := request.query_params.get(name))}
    )
    return str(url.query)


async def _ask(
    request: Request,
    store: Documents,
    gathering: Gathering,
    verdict: Verdict,
    chosen: list[Registration],
    *,
    everybody: bool,
) -> Response:
    """What follows, before it does."""
    language, asked = reader_language(request), narrowed(request, gathering.id)
    total = await store.count(Registration, asked.where) if everybody else len(chosen)
    return html.answer(
        request,
        "sure.html",
        gathering={"id": gathering.id, "title": locale.choose(gathering.title, language)},
        verdict=verdict,
        total=total,
        chosen=await queries.shown(store, chosen, language),
        everybody=everybody,
        reasons=REASONS.get(verdict, ()),
        query=filters(request),
    )


async def _chosen(store: Documents, gathering: UUID, ticked: Sequence[str]) -> list[Registration]:
    """Those whose boxes were ticked; another gathering's are not there."""
    ids = [UUID(each) for each in ticked[:MOST] if _is_id(each)]
    found = await store.get_many(Registration, ids)
    return [found[id].entity for id in ids if id in found and found[id].entity.gathering == gathering]


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _outcome(request: Request) -> dict[str, Any]:
    """What came of the form that led here."""
    asked = request.query_params
    numbers = {name: int(value) if (value := asked.get(name, "")).isdecimal() else 0 for name in ("n", "refused")}
    did = next((each for each in Verdict if each == asked.get("did")), None)
    return {"did": did, "nobody": "nobody" in asked, **numbers}


async def _registered(store: Documents, gathering: UUID, request: Request, language: str) -> queries.Shown | None:
    """Who was registered just now on their behalf, to be told of."""
    there = await _chosen(store, gathering, [request.query_params.get("registered", "")])
    return next(iter(await queries.shown(store, there, language)), None)


def _back(request: Request, **outcome: str) -> Response:
    url = request.url.replace(query=filters(request)).include_query_params(**outcome)
    return RedirectResponse(f"{url.path}?{url.query}", 303)
