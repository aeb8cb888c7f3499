"""Roles: the secretariat grants and revokes them."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import Request
from pydantic import Field

from services.registration.people.forms import Address, Reader
from services.registration.people.model import Person
from services.registration.team import handlers, queries
from services.registration.team.invitation import Invitation
from services.registration.team.model import Revoke, Role
from shared.contracts.grants import Office
from shared.http import Caller, Do, Documents, Form, Paging, Routes, View, may
from shared.http.fields import Line

ROLE = r"^(secretariat|observer|(chair|focal-point|checkin):[0-9a-f-]{36})$"

routes = Routes(prefix="/v1/team", tags=["team"])
secretariat = [may("secretariat")]


class GrantForm(Form):
    """Somebody is invited to a role. `thing`: the body, organization or gathering of a `chair`, `focal-point` or `checkin`.

    Of a person who is on record under this address, name and language stay as they are.
    """

    name: Line = Field(examples=["Noor Example"])
    email: Address = Field(examples=["noor@example.org"])
    language: Reader = "en"
    office: Office = Field(examples=["observer"])
    thing: UUID | None = None


class RevocationForm(Form):
    """Somebody is not to hold a role any more: `role` as a token says it."""

    role: Annotated[str, Field(pattern=ROLE)]
    person: UUID


class HolderView(View):
    """Who holds a role, since when. No name: whoever runs the installation, or somebody who was erased."""

    person: UUID
    name: str
    email: str
    since: datetime


class RoleView(View):
    """A role, what it is for, and who holds it."""

    role: str
    title: dict[str, str] | None
    holders: list[HolderView]

    @classmethod
    def of_role(cls, role: Role, people: dict[UUID, Person]) -> Self:
        nobody = Person(UUID(int=0))
        found = [(id, people.get(id, nobody), since) for id, since in role.holders.items()]
        holders = [HolderView(person=id, name=each.name, email=each.email, since=since) for id, each, since in found]
        return cls(role=role.role, title=role.title, holders=holders)


@routes.get("/grants", dependencies=secretariat)
async def get_grants(store: Documents, paging: Paging) -> list[RoleView]:
    """Every role that somebody was given, and who holds it."""
    roles = [stored.entity for stored in await paging(store, Role, {}, sort="role")]
    people = await queries.everybody(store, roles)
    return [RoleView.of_role(role, people) for role in roles]


@routes.post("/grants", status_code=201, dependencies=secretariat)
async def post_grant(form: GrantForm, request: Request, store: Documents, caller: Caller, do: Do) -> RoleView:
    """Give somebody a role; they are told by mail, with a link to sign in. 422 where the thing does not fit the role."""
    role = await Invitation(**form.model_dump()).carry_out(do, store, request.app.state.keys, caller)
    return RoleView.of_role(role, await queries.everybody(store, [role]))


@routes.post("/revocations", dependencies=secretariat)
async def post_revocation(form: RevocationForm, store: Documents, caller: Caller, do: Do) -> RoleView:
    """Take a role away; in force in every service within five seconds. 409 `last-secretary` for the only one."""
    role = (await do(handlers.revoke, Revoke(**do.message, **form.model_dump(), by=caller.id))).entity
    return RoleView.of_role(role, await queries.everybody(store, [role]))
