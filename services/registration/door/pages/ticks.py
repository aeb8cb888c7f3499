"""The door's tick list: everybody by name, in and out by large buttons. It works without scripts; a double tap is harmless."""

from typing import Annotated, Any, get_args
from uuid import UUID, uuid5

from fastapi import Query, Request, Response
from fastapi.responses import RedirectResponse

from services.registration.door import handlers
from services.registration.door.model import GoThrough
from services.registration.gatherings.model import Gathering
from services.registration.people.queries import visible
from services.registration.registrations.model import Registration, RegistrationState
from services.registration.registrations.queries import at_the_door, must_keep_door
from services.registration.roster import queries
from services.registration.roster.model import Standing
from shared import locale
from shared.contracts.registrations import WalkIn
from shared.errors import Conflict, NotFound
from shared.flow import Read
from shared.http import Caller, Documents, Routes, may
from shared.store import In, Store
from shared.web import Pages, reader_language
from shared.web.typed import Posted

LISTED = 60
"""So many names stand on the page; of a hall one types the beginning of a name."""
REFUSALS = ("not-confirmed", "already-inside", "not-inside", "wrong-day", "scans-full", "unknown")

routes = Routes(include_in_schema=False)
html = Pages("services.registration.door")
keepers = [may("checkin")]
Words = Annotated[str, Query(max_length=200)]


@routes.get("/gatherings/{gathering:uuid}/door", dependencies=keepers)
async def get_door(gathering: UUID, request: Request, caller: Caller, store: Documents, q: Words = "") -> Response:
    """Who is expected and who is inside. Without words: those who hold a place; with words whoever is named so."""
    must_keep_door(caller, gathering)
    shown = await Read(store).one(Gathering, gathering)
    language, q = reader_language(request), q.strip()
    standing = None if q else Standing.CONFIRMED
    page = await queries.page(store, queries.Asked(gathering, q, standing), LISTED)
    refused = request.query_params.get("refused", "")
    return html.answer(
        request,
        "door.html",
        gathering={"id": gathering, "title": locale.choose(shown.title, language)},
        rows=await queries.shown(store, [stored.entity for stored in page.items], language),
        more=page.next is not None,
        q=q,
        refused=refused if refused in REFUSALS else "",
        last=await _last(store, caller, gathering, request.query_params.get("last", "")),
        **await _counts(store, gathering),
    )


@routes.get("/gatherings/{gathering:uuid}/door/counts", dependencies=keepers)
async def get_counts(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """The numbers alone, which the page asks for again and again where scripts are on."""
    must_keep_door(caller, gathering)
    return html.answer(request, "counts.html", gathering={"id": gathering}, **await _counts(store, gathering))


@routes.get("/gatherings/{gathering:uuid}/door/card", dependencies=keepers)
async def get_card(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """On the home page of who keeps this door: which gathering, how many, and the way there."""
    must_keep_door(caller, gathering)
    title = locale.choose((await Read(store).one(Gathering, gathering)).title, reader_language(request))
    return html.answer(
        request, "card.html", gathering={"id": gathering, "title": title}, **await _counts(store, gathering)
    )


@routes.post("/gatherings/{gathering:uuid}/door", dependencies=keepers)
async def post_door(gathering: UUID, request: Request, caller: Caller, store: Documents, form: Posted) -> Response:
    """In or out; the answer is one colour, one word and one name. The form's key is the scan: pressed twice it counts once."""
    must_keep_door(caller, gathering)
    outcome = {"q": form["q"][:200]} if form["q"] else {}
    try:
        registration = await of_this_door(store, caller, gathering, form["registration"])
        scan = uuid5(registration, f"{form['key']} {form['way']}")
        message: dict[str, Any] = form.do.message
        command = GoThrough(**message, registration=registration, scan=scan, source="by_hand")
        outcome["last"] = str(registration)
        await form.do(handlers.leave if form["way"] == "out" else handlers.enter, command)
    except (Conflict, NotFound) as refused:
        outcome["refused"] = refused.slug
    url = request.url.replace(query="").include_query_params(**outcome)
    return RedirectResponse(f"{url.path}?{url.query}", 303)


async def of_this_door(store: Store, caller: Caller, gathering: UUID, typed: str) -> UUID:
    """The registration, if it is one of this gathering; raises NotFound (unknown)."""
    try:
        found = await visible(store, Registration, UUID(typed), at_the_door(caller), code="unknown")
    except ValueError:
        raise NotFound("Nobody registered under this number.", code="unknown") from None
    if found.entity.gathering != gathering:
        raise NotFound("Nobody registered under this number.", code="unknown")
    return found.id


async def _last(store: Store, caller: Caller, gathering: UUID, typed: str) -> dict[str, Any] | None:
    """Who just went through, for the large word; None if it cannot be told."""
    try:
        id = await of_this_door(store, caller, gathering, typed)
    except NotFound:
        return None
    found = await store.get_many(Registration, [id])
    [one] = await queries.shown(store, [stored.entity for stored in found.values()], "en")
    return {"name": one.name, "inside": one.registration.inside}


async def _counts(store: Store, gathering: UUID) -> dict[str, Any]:
    """How many hold a place, how many of them are inside, and how many came unexpected."""
    confirmed = {"gathering": gathering, "state": RegistrationState.CONFIRMED}
    return {
        "expected": await store.count(Registration, confirmed),
        "inside": await store.count(Registration, confirmed | {"inside": True}),
        "walk_ins": await store.count(Registration, {"gathering": gathering, "walked_in": In(get_args(WalkIn))}),
    }
