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
from services.registration.organizations.model import ListOrganization, Organization, organization_id
from shared.flow import Read
from shared.http import Caller, Do, Documents, Paging, Routes, View, answer, matches, may

routes = Routes(prefix="/v1/organizations", tags=["organizations"])
secretariat, readers = [may("secretariat")], [may("observer")]


Asked = Annotated[str, Query(max_length=200, description="Words that names begin with, in any of the scripts.")]


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


class OrganizationView(View):
    """An organization."""

    id: UUID
    code: str
    name: dict[str, str]
    organization_kind: str
    country: str | None
    parent: UUID | None
    also: list[str]

    @classmethod
    def of(cls, organization: Organization) -> Self:
        return cls.model_validate(organization)


@routes.post("", status_code=201, dependencies=secretariat)
async def post_organization(
    form: OrganizationForm, do: Do, caller: Caller, request: Request, response: Response
) -> OrganizationView:
    """Enter an organization. 409 `exists` if the code is there with other facts."""
    facts, id = form.model_dump(), organization_id(form.code)
    command = ListOrganization(**do.message, organization=id, by=caller.id, **facts, new=True)
    stored = await do(handlers.list_organization, command)
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return OrganizationView.of(stored.entity)


@routes.get("", dependencies=readers)
async def get_organizations(store: Documents, paging: Paging, q: Asked = "") -> list[OrganizationView]:
    """Organizations by code; with `q`, those whose names have words that begin so."""
    page = await paging(queries.Search(store, q), Organization, queries.LISTED, sort="code")
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
    command = ListOrganization(**do.message, organization=organization, by=caller.id, **form.model_dump())
    stored = await do(handlers.list_organization, command, document=(Organization, organization))
    return OrganizationView.of(stored.entity)


@routes.get("/{organization}/history", dependencies=secretariat)
async def get_organization_history(organization: UUID, store: Documents) -> list[EditView]:
    """What was changed, field by field, the latest first."""
    read = Read(store)
    return EditView.of((await read.one(Organization, await kept_id(read, Organization, organization))).history)
