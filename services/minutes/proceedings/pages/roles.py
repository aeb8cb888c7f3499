"""The page on which it is said who did what at a meeting."""

from typing import Any
from uuid import UUID

from fastapi import Request, Response

from services.minutes.mirrors.model import Person
from services.minutes.proceedings.pages.frame import NOTHING, At, Came, Sitting, back, id_of, show
from services.minutes.proceedings.queries import present
from services.minutes.record.api import keepers
from services.minutes.record.model import Minutes
from services.minutes.record.roles import ROLES, NameRoles, name_roles
from shared.contracts.minutes import MeetingRoles
from shared.errors import Refused
from shared.flow import Read
from shared.http import Documents, Routes
from shared.store import Store
from shared.web.typed import Posted

routes = Routes(prefix="/gatherings/{gathering:uuid}/roles", include_in_schema=False)


@routes.get("", dependencies=keepers)
async def get_roles(sitting: At, request: Request, store: Documents) -> Response:
    """Who was in the chair, opened the meeting, was its rapporteur and took the minutes, as far as it is said."""
    return await _form(request, store, sitting)


@routes.post("", dependencies=keepers)
async def post_roles(sitting: At, request: Request, store: Documents, form: Posted) -> Response:
    """Say all of it. What somebody else did meanwhile, or what cannot be, is said on the same page."""
    named = {role: id_of(form, role) for role in ROLES}
    if form.errors:
        return await _form(request, store, sitting, Came(form, 422))
    facts = MeetingRoles(**named, acting=form["acting"] == "yes")
    command = NameRoles(**form.do.message, gathering=sitting.minutes.id, facts=facts)
    try:
        await form.do(name_roles, command, document=(Minutes, sitting.minutes.id))
    except Refused as refused:
        came = Came.of(form, refused)
        form.errors |= dict.fromkeys(form.errors, "wrong_choice")
        return await _form(request, store, sitting, came)
    return back(sitting.minutes.id, "main")


async def _form(request: Request, store: Store, sitting: Sitting, came: Came = NOTHING) -> Response:
    facts = sitting.minutes.entity.facts
    now = {**{role: str(getattr(facts, role) or "") for role in ROLES}, "acting": "yes" if facts.acting else ""}
    return show(
        request,
        "roles.html",
        sitting,
        came,
        typed=came.typed(now),
        version=sitting.minutes.version,
        moved=came.form.differs(now) if came.form and came.status == 412 else [],
        people=await _people(store, sitting, [getattr(facts, role) for role in ROLES]),
        roles=ROLES,
    )


async def _people(store: Store, sitting: Sitting, named: list[Any]) -> list[tuple[str, str]]:
    """Those who came, and whoever is named."""
    read = Read(store)
    came: dict[UUID, str] = {each.person: each.name for each in await present(read, sitting.minutes.id)}
    known = await read.many(Person, [id for id in named if id and id not in came])
    came |= {id: each.name or "" for id, each in known.items()}
    return [(str(id), name) for id, name in came.items()]
