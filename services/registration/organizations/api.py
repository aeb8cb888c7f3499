"""Organizations: nothing personal, so observers may read them."""

from typing import Annotated, Self
from uuid import UUID

from fastapi import Request, Response
from pydantic import AfterValidator, Field, StringConstraints

from services.registration.organizations import handlers, typed
from services.registration.organizations.model import ListOrganization, Organization, organization_id
from shared.http import Do, Documents, Form, Paging, Routes, View, answer, matches, may
from shared.http.fields import Language, Line

Words = Annotated[dict[Language, Line], Field(min_length=1, max_length=20)]
"""A short text in each language that there is one in."""
Code = Annotated[str, StringConstraints(min_length=1, max_length=40), AfterValidator(typed.code)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]

routes = Routes(prefix="/v1/organizations", tags=["organizations"])
secretariat, readers = [may("secretariat")], [may("observer")]


class OrganizationForm(Form):
    """An organization; its id follows from the code."""

    code: Code
    name: Words
    organization_kind: Line
    country: Country | None = None
    parent: UUID | None = None


class OrganizationView(View):
    """An organization."""

    id: UUID
    code: str
    name: dict[str, str]
    organization_kind: str
    country: str | None
    parent: UUID | None

    @classmethod
    def of(cls, organization: Organization) -> Self:
        return cls.model_validate(organization)


@routes.post("", status_code=201, dependencies=secretariat)
async def post_organization(form: OrganizationForm, do: Do, request: Request, response: Response) -> OrganizationView:
    """Enter an organization. 409 `exists` if the code is there with other facts."""
    command = ListOrganization(**do.message, organization=organization_id(form.code), **form.model_dump(), new=True)
    stored = await do(handlers.list_organization, command)
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return OrganizationView.of(stored.entity)


@routes.get("", dependencies=readers)
async def get_organizations(store: Documents, paging: Paging) -> list[OrganizationView]:
    """Organizations by code."""
    return [OrganizationView.of(stored.entity) for stored in await paging(store, Organization, {}, sort="code")]


@routes.get("/{organization}", dependencies=readers)
async def get_organization(organization: UUID, store: Documents, response: Response) -> OrganizationView:
    """One organization."""
    return answer(response, await store.get(Organization, organization), OrganizationView.of)


@routes.put("/{organization}", dependencies=[*secretariat, matches])
async def put_organization(organization: UUID, form: OrganizationForm, do: Do) -> OrganizationView:
    """Change an organization. 409 `code-fixed` for another code."""
    command = ListOrganization(**do.message, organization=organization, **form.model_dump())
    stored = await do(handlers.list_organization, command, document=(Organization, organization))
    return OrganizationView.of(stored.entity)
