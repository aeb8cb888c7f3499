"""The form of a gathering: entered, and changed as long as it has not begun. Without scripts."""

from typing import Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.bodies.model import Body
from services.registration.editions.named import choices
from services.registration.gatherings import handlers
from services.registration.gatherings.commands import ChangeCapacity, ChangeGathering, DraftGathering
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.queries import seen
from services.registration.gatherings.stands import AGAINST
from services.registration.gatherings.states import CHANGEABLE, GatheringState
from services.registration.modes.shown import standing
from services.registration.overview import theme, typed
from services.registration.overview.numbers import concerned
from services.registration.overview.preparing import offered
from shared import auth, locale
from shared.errors import Conflict, Refused, Stale
from shared.http import Caller, Documents, Routes, may
from shared.locale import DEFAULTS
from shared.locale.languages import NAMES
from shared.store import Store, Stored
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

CHOICES = 500
"""Bodies to choose from."""

routes = Routes(include_in_schema=False)
html = Pages("services.registration.overview")
secretariat = [may("secretariat")]


@routes.get("/gatherings/new", dependencies=secretariat)
async def get_new(request: Request, store: Documents) -> Response:
    """The form of a new gathering; of an edition, if one comes from there."""
    edition = {"edition": request.query_params.get("edition", "")}
    return await _form(request, store, typed.empty(DEFAULTS[reader_language(request)].zone) | edition)


@routes.post("/gatherings/new", dependencies=secretariat)
async def post_new(request: Request, store: Documents, form: Posted, caller: Caller) -> Response:
    """Enter it; nobody is told yet."""
    if facts := typed.told(form):
        try:
            command = DraftGathering.told(**form.do.message, gathering=form.do.message["id"], by=caller.id, **facts)
            made = await form.do(handlers.draft_gathering, command)
            return RedirectResponse(f"/registration/gatherings/{made.id}/overview", 303)
        except Refused as refused:
            typed.note(form, refused)
    return await _form(request, store, form, status=422)


@routes.get("/gatherings/{gathering:uuid}/edit", dependencies=secretariat)
async def get_edit(gathering: UUID, request: Request, store: Documents, caller: Caller) -> Response:
    """The form of a gathering as it is. While it is in session only its places can be changed, and afterwards nothing."""
    there = await seen(store, caller, gathering)
    return await _form(request, store, typed.typed_of(there.entity), there)


@routes.post("/gatherings/{gathering:uuid}/edit", dependencies=secretariat)
async def post_edit(gathering: UUID, request: Request, store: Documents, form: Posted, caller: Caller) -> Response:
    """Change it; who is registered is told of what is material. If somebody was faster, show both."""
    there, status = await seen(store, caller, gathering), 422
    try:
        if await _change(form, there.entity, caller):
            return RedirectResponse(f"/registration/gatherings/{gathering}/overview", 303)
    except Stale:
        there, status = await seen(store, caller, gathering), 412
    except Conflict as refused:
        if refused.slug != AGAINST:
            status = 409
        else:
            form.errors["mode"] = "wrong_required"
    except Refused as refused:
        typed.note(form, refused)
    return await _form(request, store, form, there, status)


async def _change(form: Typed, there: Gathering, caller: auth.Caller) -> bool:
    """Whether what was typed could be read; then it is so."""
    asked = {**form.do.message, "gathering": there.id, "by": caller.id}
    if there.state not in CHANGEABLE:
        capacity = typed.seats(form, there)
        if not form.errors:
            command = ChangeCapacity(**asked, capacity=capacity)
            await form.do(handlers.change_capacity, command, document=(Gathering, there.id))
        return not form.errors
    if facts := typed.told(form, there):
        told = ChangeGathering.told(**asked, **facts, all_the_same=bool(form["all_the_same"]))
        await form.do(handlers.change_gathering, told, document=(Gathering, there.id))
    return not form.errors


async def _form(
    request: Request,
    store: Store,
    given: dict[str, str] | Typed,
    there: Stored[Gathering] | None = None,
    status: int = 200,
) -> Response:
    """The form with all that was typed; after a change by somebody else with both, and the version of now."""
    language, it = reader_language(request), there.entity if there else None
    state = it.state if it else GatheringState.DRAFT
    form, names = given if isinstance(given, Typed) else None, _names(it)
    shown: dict[str, Any] = {
        "id": it.id if it else None,
        "called": locale.choose(it.title, language) if it else "",
        "version": there.version if there else None,
        "typed": {name: form[name] if form else "" for name in names} | (given if isinstance(given, dict) else {}),
        "moved": form.differs(typed.typed_of(it)) if form and it and status == 412 else None,
    }
    return html.answer(
        request,
        "edit.html",
        status=status,
        **shown,
        wrong={name: form.errors[name] for name in names if name in form.errors} if form else {},
        trouble="not_now" if status == 409 else "",
        whole=state in CHANGEABLE,
        drafted=state is GatheringState.DRAFT,
        some=state in {*CHANGEABLE, GatheringState.IN_SESSION},
        told=await concerned(store, it) if it else 0,
        categories=typed.categories(it),
        kinds=typed.KINDS,
        modes=typed.MODES,
        rules=typed.RULES,
        bodies=await _bodies(store, language),
        editions=await choices(store, language),
        **await offered(store, it, form, language),
        stands=await standing(store, _uuid(shown["typed"]["edition"]), it, language),
        tongues=NAMES,
    )


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _names(there: Gathering | None) -> list[str]:
    """The fields of the form, from its top to its foot."""
    titles, venues, addresses = ([f"{name}_{tag}" for tag in NAMES] for name in ("title", "venue", "venue_address"))
    seats = [f"{what}_{name}" for name in typed.categories(there) for what in ("seats", "rule")]
    when = ["time_zone", "starts_at", "ends_at", "mode"]
    where = [*venues, *addresses, "coordinates", "places"]
    return [
        *titles,
        "gathering_kind",
        "body",
        "edition",
        "coordination",
        "prepares",
        "slug",
        *theme.FIELDS,
        *when,
        *where,
        "registration_from",
        "registration_until",
        *seats,
    ]


async def _bodies(store: Store, language: str) -> list[tuple[str, str]]:
    found = await store.find(Body, {}, sort="code", limit=CHOICES)
    return [(str(stored.id), locale.choose(stored.entity.name, language)) for stored in found.items]
