"""The page of the team: who has which role; somebody is invited, somebody's role is revoked."""

from typing import Any, cast, get_args
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.people.typed import address
from services.registration.team import handlers, queries
from services.registration.team.invitation import Invitation
from services.registration.team.model import Revoke, Role
from shared.auth.caller import INSTALLATION
from shared.contracts.grants import Office
from shared.errors import Conflict, Invalid
from shared.http import Caller, Documents, Routes, may
from shared.locale import LANGUAGES, choose
from shared.locale.languages import NAMES
from shared.store.every import every
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

OFFICES: tuple[Office, ...] = get_args(Office)
EMPTY = {"name": "", "email": "", "language": "", "office": "", "thing": ""}

routes = Routes(include_in_schema=False, dependencies=[may("secretariat")])
html = Pages("services.registration.team")


@routes.get("/team")
async def get_team(request: Request, store: Documents, invited: str = "") -> Response:
    """Everybody who has a role, and a form to invite somebody."""
    return await _page(request, store, invited=bool(invited))


@routes.post("/team")
async def post_team(request: Request, store: Documents, caller: Caller, form: Posted) -> Response:
    """Invite somebody; they are told by mail."""
    invitation = _invitation(form)
    if invitation is not None:
        try:
            await invitation.carry_out(form.do, store, request.app.state.keys, caller)
        except Invalid:
            form.errors["thing"] = "wrong_thing"
        else:
            return RedirectResponse("/registration/team?invited=1", 303)
    return await _page(request, store, 422, typed=form, errors=form.errors)


@routes.post("/team/revoke")
async def post_revocation(request: Request, store: Documents, caller: Caller, form: Posted) -> Response:
    """Take a role away."""
    try:
        command = Revoke(**form.do.message, role=form["role"], person=UUID(form["person"]), by=caller.id)
        await form.do(handlers.revoke, command)
    except Conflict:
        return await _page(request, store, 409, last=True)
    except ValueError:
        return await _page(request, store, 422)
    return RedirectResponse("/registration/team", 303)


def _invitation(form: Typed) -> Invitation | None:
    """What was typed; None where something of it cannot be read."""
    name, language, office = form.must("name", 500), form.one_of("language", LANGUAGES), form.one_of("office", OFFICES)
    email, thing = form["email"], None
    try:
        email = address(email)
    except ValueError:
        form.errors["email"] = "wrong_email"
    try:
        thing = UUID(form["thing"]) if form["thing"] else None
    except ValueError:
        form.errors["thing"] = "wrong_thing"
    return None if form.errors else Invitation(name, email, language, cast("Office", office), thing)


async def _page(request: Request, store: Documents, status: int = 200, **said: Any) -> Response:
    language = reader_language(request)
    roles = [each.entity async for each in every(store, Role, {}, sort="role") if each.entity.holders]
    roles.sort(key=lambda role: OFFICES.index(cast("Office", role.role.partition(":")[0])))
    told: dict[str, Any] = {"typed": EMPTY | {"language": language}, "errors": {}, "last": False, "invited": False}
    return html.answer(
        request,
        "team.html",
        status=status,
        roles=[(role, role.role.partition(":")[0], choose(role.title or {}, language)) for role in roles],
        people=await queries.everybody(store, roles),
        installation=INSTALLATION,
        offices=OFFICES,
        languages_named=list(NAMES.items()),
        things=[(id, what, choose(title, language)) for id, what, title in await queries.things(store)],
        **told | said,
    )
