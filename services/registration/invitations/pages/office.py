"""The secretariat's pages: who is invited, and what they answered; and inviting one, several, or an organization."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID, uuid5

from fastapi import Query, Request, Response
from fastapi.responses import RedirectResponse

from services.registration.bodies.model import Body
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.queries import seen
from services.registration.invitations import handlers, queries
from services.registration.invitations.commands import Extend, Invite, TakeBack
from services.registration.invitations.handlers import DONE
from services.registration.invitations.model import FOCAL_POINTS, QUOTA, Invitation, InvitationState
from services.registration.invitations.pages.answering import Came, Way, page
from services.registration.invitations.pages.shown import row_of, stamp
from services.registration.offices.queries import holder, offices_of
from services.registration.organizations.model import Organization
from services.registration.organizations.queries import by_code
from services.registration.people.model import Person
from services.registration.people.queries import LISTED, Search
from shared import locale
from shared.contracts.invitations import InvitationFacts
from shared.errors import Conflict, Invalid, NotFound
from shared.flow import Read
from shared.flow.service import Service
from shared.http import Caller, Documents, Routes, may
from shared.http.paging import Pager
from shared.store import Store
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

ROWS = 50
"""Invitations on a page of the list."""
FOUND = 20
"""So many people a search shows."""
CHOICES = 500
"""Organizations that the form offers at most."""
CARD = 3
"""So many the card of *Today* shows."""
EARLY = timedelta(days=14)
"""So long before a gathering answers are asked for, if nothing else is said."""

routes = Routes(include_in_schema=False, dependencies=[may("secretariat")])
html = Pages("services.registration.invitations")
Words = Annotated[str, Query(max_length=200)]
After = Annotated[str | None, Query(max_length=2000)]


@routes.get("/gatherings/{gathering:uuid}/invitations")
async def get_list(
    gathering: UUID, request: Request, response: Response, caller: Caller, store: Documents, after: After = None
) -> Response:
    """Everybody who is invited, narrowed by what they answered; and who answered what, as a picture with its numbers."""
    shown = (await seen(store, caller, gathering)).entity
    state = next((each for each in InvitationState if each == request.query_params.get("state")), None)
    paging = Pager(request, response, ROWS, after)
    found = await paging(store, Invitation, {"gathering": gathering} | ({"state": state} if state else {}))
    link = response.headers.get("Link", "")
    return html.answer(
        request,
        "list.html",
        gathering=_called(request, shown),
        open=_may_invite(shown),
        states=[*InvitationState],
        asked=state or "",
        counts=await queries.counts(store, gathering),
        rows=[await row_of(request, store, each.entity, shown.time_zone) for each in found],
        next=link[1 : link.index(">")] if link else None,
        sent=request.query_params.get("sent", ""),
    )


@routes.get("/gatherings/{gathering:uuid}/invitations/new")
async def get_new(
    gathering: UUID, request: Request, caller: Caller, store: Documents, q: Words = "", whose: Words = ""
) -> Response:
    """`q` finds people; `whose`: the organization that is to send delegates, or the body whose office holders are meant."""
    shown = (await seen(store, caller, gathering)).entity
    return await _form(request, store, shown, {"q": q.strip(), "whose": whose})


@routes.post("/gatherings/{gathering:uuid}/invitations/new")
async def post_new(gathering: UUID, request: Request, caller: Caller, store: Documents, form: Posted) -> Response:
    """All who were chosen, one by one by the command of the API; who is invited already is left as they are."""
    shown = (await seen(store, caller, gathering)).entity
    refused = ""
    if not form["speaks"]:
        asked = _read(form, shown)
        try:
            for facts in asked if not form.errors else []:
                id = uuid5(form.do.message["id"], str(facts.person or facts.organization))
                await form.do(handlers.invite, Invite(**form.do.message | {"id": id}, facts=facts, by=caller.id))
        except Conflict as conflict:
            refused = conflict.slug
        except Invalid as wrong:
            form.errors[str(wrong.errors[0]["pointer"]).rpartition("/")[2] if wrong.errors else "reply_by"] = (
                "wrong_other"
            )
        if not form.errors and not refused:
            return RedirectResponse(f"{request.url.path.removesuffix('/new')}?sent={len(asked)}", 303)
    return await _form(request, store, shown, form, form, refused)


async def decided(
    step: Literal["extend", "withdraw"], request: Request, store: Store, way: Way, form: Typed
) -> Response:
    """Let them answer until another time, or take the invitation back."""
    there = await Read(store).one(Invitation, way.invitation)
    gathering = await Read(store).one(Gathering, there.facts.gathering)
    asked = {**form.do.message, "invitation": way.invitation, "by": way.by}
    reply_by, refused = form.moment("reply_by", gathering.time_zone) if step == "extend" else None, ""
    try:
        if step == "withdraw":
            await form.do(handlers.withdraw, TakeBack(**asked))
        elif reply_by:
            await form.do(handlers.extend, Extend(**asked, reply_by=reply_by))
    except (Conflict, Invalid) as no:
        refused = no.slug if isinstance(no, Conflict) else "past"
    if refused or form.errors:
        return await page(request, store, way, came=Came(refused or "past"))
    return RedirectResponse(way.path, 303)


@routes.get("/cards/unanswered")
async def get_card(request: Request, store: Documents) -> Response:
    """Part of *Today*: invitations without an answer, the one whose time ends first before the others."""
    where = {"state": InvitationState.PENDING}
    found = await store.find(Invitation, where, sort="reply_by", limit=CARD)
    gatherings = await store.get_many(Gathering, [each.entity.facts.gathering for each in found.items])
    zones = {id: each.entity.time_zone for id, each in gatherings.items()}
    rows = [await row_of(request, store, each.entity, zones[each.entity.facts.gathering]) for each in found.items]
    return html.answer(request, "card.html", count=await store.count(Invitation, where), rows=rows)


def _may_invite(gathering: Gathering) -> bool:
    return gathering.state not in DONE and gathering.state != "draft"


def _called(request: Request, gathering: Gathering) -> dict[str, Any]:
    return {"id": gathering.id, "title": locale.choose(gathering.title, reader_language(request))}


def _read(form: Typed, gathering: Gathering) -> list[InvitationFacts]:
    """An invitation for each who was chosen; what is wrong is noted in `form.errors`."""
    category, by = form.one_of("category", gathering.capacity), form.moment("reply_by", gathering.time_zone)
    people = _ids(form, "people")
    if not people:
        form.errors["people"] = "choose_somebody"
    quota = form.number("quota") if form["organization"] else 0
    if form["organization"] and not 1 <= quota <= QUOTA:
        form.errors["quota"] = "wrong_quota"
    if form.errors or by is None:
        return []
    facts: dict[str, Any] = {"gathering": gathering.id, "category": category, "reply_by": by}
    if form["organization"]:
        home = _ids(form, "organization")[0]
        return [InvitationFacts(**facts, organization=home, quota=quota, focal_points=people[:FOCAL_POINTS])]
    return [InvitationFacts(**facts, person=each) for each in people]


def _ids(form: Typed, name: str) -> list[UUID]:
    """Raises NotFound for what no page of ours sends."""
    try:
        return [UUID(each) for each in form.all(name)]
    except ValueError:
        raise NotFound("There is no such thing here.") from None


async def _form(
    request: Request,
    store: Store,
    gathering: Gathering,
    asked: Mapping[str, str] | Typed,
    form: Typed | None = None,
    refused: str = "",
) -> Response:
    """`asked`: for whom was searched (`q`), or `whose` people are meant."""
    language, read = reader_language(request), Read(store)
    service: Service = request.app.state.service
    organizations = _named(await by_code(read, CHOICES), language)
    bodies = _named([each.entity for each in (await store.find(Body, {}, sort="code", limit=CHOICES)).items], language)
    home, body = (
        next((each for each in there if each[0] == asked["whose"]), None) for there in (organizations, bodies)
    )
    found = await _found(store, asked["q"], home[0] if home else "", form)
    if body:
        found = await _holders(store, UUID(body[0]), service.clock().date())
    early = gathering.starts_at - EARLY
    begun = {"reply_by": stamp(early, gathering.time_zone) if early > service.clock() else "", "quota": "1"}
    return html.answer(
        request,
        "new.html",
        status=409 if refused else 422 if form and form.errors else 200,
        gathering=_called(request, gathering) | {"zone": gathering.time_zone},
        open=_may_invite(gathering),
        categories=[*gathering.capacity],
        q=asked["q"],
        found=found,
        organizations=organizations,
        bodies=bodies,
        home=home,
        body=body,
        typed={name: form[name] if form else begun.get(name, "") for name in ("category", "reply_by", "quota")},
        chosen=form.all("people") if form else [str(each.id) for each in found if body],
        errors=form.errors if form else {},
        refused=refused,
    )


def _named(there: Iterable[Organization | Body], language: str) -> list[tuple[str, str]]:
    return [(str(each.id), locale.choose(each.name, language)) for each in there]


async def _holders(store: Store, body: UUID, today: date) -> list[Person]:
    """Who holds an office of this body today, each once."""
    read = Read(store)
    found = [await holder(read, each.id, today) for each in await offices_of(store, body)]
    return [*{each.id: each for each in found if each and each.confirmed}.values()]


async def _found(store: Store, q: str, organization: str, form: Typed | None) -> list[Person]:
    """Of an organization its people; else those who are searched for, beside who was chosen already."""
    if organization:
        page = await store.find(Person, {"organization": UUID(organization)}, sort="term_1", limit=FOUND)
        return [each.entity for each in page.items if each.entity.confirmed]
    chosen = await store.get_many(Person, _ids(form, "people") if form else [])
    page = await Search(store, q).find(Person, LISTED, limit=FOUND)
    return [*{each.id: each.entity for each in (*chosen.values(), *page.items)}.values()]
