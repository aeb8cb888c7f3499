"""What the API takes and gives of groups."""

from typing import Annotated
from uuid import UUID

from fastapi import Request, Response
from pydantic import Field

from services.registration.groups.handlers import amend_group, list_group
from services.registration.groups.model import MOST, AmendGroup, Group, ListGroup
from services.registration.organizations.api import EditView
from shared.contracts.groups import GroupFacts
from shared.flow import Read
from shared.http import Caller, Do, Documents, Form, Paging, Routes, View, answer, matches, may
from shared.http.fields import Language, Line, Whole

Number = Annotated[Whole, Field(ge=1, le=MOST, examples=[12])]
Came = Annotated[Whole, Field(ge=0, le=MOST)]


class AmendedForm(Form):
    """What is known of a group. `named`: those who are known by name by now; `came`: how many of the others were there."""

    called: Annotated[dict[Language, Line], Field(min_length=1, max_length=20, examples=[{"en": "Experts on silt"}])]
    number: Number
    organization: UUID | None = None
    named: Annotated[list[UUID], Field(max_length=1_000)] = []
    came: Came | None = None
    withdrawn: bool = False


class GroupForm(AmendedForm):
    """A group that is invited to a gathering without names."""

    gathering: UUID


class GroupView(GroupFacts, View):
    """A group."""

    id: UUID


routes = Routes(prefix="/v1/groups", tags=["groups"])
secretariat = [may("secretariat")]


@routes.get("", dependencies=secretariat)
async def get_groups(store: Documents, paging: Paging, gathering: UUID | None = None) -> list[GroupView]:
    """All of them, or those of a gathering, page by page."""
    where = {"gathering": gathering} if gathering else {}
    return [GroupView.of(stored.entity) for stored in await paging(store, Group, where)]


@routes.get("/{group}", dependencies=secretariat)
async def get_group(group: UUID, store: Documents, response: Response) -> GroupView:
    """One of them."""
    return answer(response, await store.get(Group, group), GroupView.of)


@routes.post("", status_code=201, dependencies=secretariat)
async def post_group(form: GroupForm, do: Do, caller: Caller, request: Request, response: Response) -> GroupView:
    """Enter one."""
    stored = await do(list_group, ListGroup(**do.message, facts=GroupFacts(**form.model_dump()), by=caller.id))
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return GroupView.of(stored.entity)


@routes.put("/{group}", dependencies=[*secretariat, matches])
async def put_group(group: UUID, form: AmendedForm, do: Do, caller: Caller, store: Documents) -> GroupView:
    """Say anew what is known of it."""
    gathering = (await Read(store).one(Group, group)).facts.gathering
    facts = GroupFacts(gathering=gathering, **form.model_dump())
    command = AmendGroup(**do.message, group=group, facts=facts, by=caller.id)
    return GroupView.of((await do(amend_group, command, document=(Group, group))).entity)


@routes.get("/{group}/history", dependencies=secretariat)
async def get_group_history(group: UUID, store: Documents) -> list[EditView]:
    """What was changed, field by field, the latest first."""
    return EditView.of((await Read(store).one(Group, group)).history)
