"""Organizations: nothing personal, so observers may read them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import Query, Request, Response

from services.registration.entries.history import Edit
from services.registration.entries.merging import kept_id, shown
from services.registration.organizations import handlers, queries
from services.registration.organizations.forms import OrganizationForm
from services.registration.organizations.model import ListOrganization, Organization
from shared.contracts.organizations import OrganizationFacts, organization_id
from shared.flow import Read
from shared.http import Caller, Do, Documents, Paging, Routes, View, answer, matches, may

routes = Routes(prefix="/v1/organizations", tags=["organizations"])
secretariat, readers = [may("secretariat")], [may("observer")]


Asked = Annotated[str, Query(max_length=200, description="Words that names begin with, in any of the scripts.")]


Kind = Annotated[str, Query(max_length=500, description="The kind, as it was entered.")]


class EditView(View):
    """One field of an entry, as it was and as it was made; without a field: it was entered. `by`: who."""

    at: datetime
    by: UUID | None
    field: str
    old: str
    new: str

    @classmethod
    def of(cls, history: Sequence[Edit]) -> list[Self]:
        return [cls.model_validate(each) for each in reversed(history)]


class OrganizationView(OrganizationFacts, View):
    """An organization."""

    id: UUID


@routes.post("", status_code=201, dependencies=secretariat)
async def post_organization(
    form: OrganizationForm, do: Do, caller: Caller, request: Request, response: Response
) -> OrganizationView:
    """Enter an organization. 409 `exists` if the code is there with other facts."""
    id = organization_id(form.code)
    command = ListOrganization(**do.message, organization=id, facts=form.facts, by=caller.id, new=True)
    stored = await do(handlers.list_organization, command)
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return OrganizationView.of(stored.entity)


@routes.get("", dependencies=readers)
async def get_organizations(
    store: Documents, paging: Paging, q: Asked = "", kind: Kind = "", parent: UUID | None = None
) -> list[OrganizationView]:
    """Organizations by code; with `q`, those whose names have words that begin so; of one kind, or the parts of one."""
    where = {**queries.LISTED} | ({"organization_kind": kind} if kind else {}) | ({"parent": parent} if parent else {})
    page = await paging(queries.Search(store, q), Organization, where, sort="code")
    return [OrganizationView.of(stored.entity) for stored in page]


@routes.get("/{organization}", dependencies=readers)
async def get_organization(organization: UUID, store: Documents, response: Response) -> OrganizationView:
    """One organization; under the id of one that was merged, the one that was kept: its `id` says so."""
    return answer(response, await shown(store, Organization, organization), OrganizationView.of)


@routes.put("/{organization}", dependencies=[*secretariat, matches])
async def put_organization(
    organization: UUID, form: OrganizationForm, do: Do, caller: Caller, store: Documents
) -> OrganizationView:
    """Change an organization. 409 `code-fixed` for another code."""
    organization = await kept_id(Read(store), Organization, organization)
    command = ListOrganization(**do.message, organization=organization, facts=form.facts, by=caller.id)
    stored = await do(handlers.list_organization, command, document=(Organization, organization))
    return OrganizationView.of(stored.entity)


@routes.get("/{organization}/history", dependencies=secretariat)
async def get_organization_history(organization: UUID, store: Documents) -> list[EditView]:
    """What was changed, field by field, the latest first."""
    read = Read(store)
    return EditView.of((await read.one(Organization, await kept_id(read, Organization, organization))).history)
