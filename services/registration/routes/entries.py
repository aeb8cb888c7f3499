"""Organizations and bodies: nothing personal, so observers may read them."""

from uuid import UUID

from fastapi import Request, Response

from services.registration import handlers
from services.registration.model import Body, Organization
from services.registration.model.commands import FormBody, ListOrganization
from services.registration.model.organization import body_id, organization_id
from services.registration.views import BodyForm, BodyView, OrganizationForm, OrganizationView
from shared.http import Do, Documents, Paging, Routes, answer, matches, may

routes = Routes(prefix="/v1", tags=["organizations and bodies"])
secretariat, readers = [may("secretariat")], [may("observer")]


@routes.post("/organizations", status_code=201, dependencies=secretariat)
async def post_organization(form: OrganizationForm, do: Do, request: Request, response: Response) -> OrganizationView:
    """Enter an organization. 409 `exists` if the code is there with other facts."""
    command = ListOrganization(**do.message, organization=organization_id(form.code), **form.model_dump(), new=True)
    stored = await do(handlers.list_organization, command)
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return OrganizationView.of(stored.entity)


@routes.get("/organizations", dependencies=readers)
async def get_organizations(store: Documents, paging: Paging) -> list[OrganizationView]:
    """Organizations by code."""
    return [OrganizationView.of(stored.entity) for stored in await paging(store, Organization, {}, sort="code")]


@routes.get("/organizations/{organization}", dependencies=readers)
async def get_organization(organization: UUID, store: Documents, response: Response) -> OrganizationView:
    """One organization."""
    return answer(response, await store.get(Organization, organization), OrganizationView.of)


@routes.put("/organizations/{organization}", dependencies=[*secretariat, matches])
async def put_organization(organization: UUID, form: OrganizationForm, do: Do) -> OrganizationView:
    """Change an organization. 409 `code-fixed` for another code."""
    command = ListOrganization(**do.message, organization=organization, **form.model_dump())
    stored = await do(handlers.list_organization, command, document=(Organization, organization))
    return OrganizationView.of(stored.entity)


@routes.post("/bodies", status_code=201, dependencies=secretariat)
async def post_body(form: BodyForm, do: Do, request: Request, response: Response) -> BodyView:
    """Enter a body. 409 `exists` if the code is there with other facts."""
    command = FormBody(
        **do.message,
        body=body_id(form.code),
        code=form.code,
        name=form.name,
        members=form.members,
        quorum=form.rule,
        new=True,
    )
    stored = await do(handlers.form_body, command)
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return BodyView.of(stored.entity)


@routes.get("/bodies", dependencies=readers)
async def get_bodies(store: Documents, paging: Paging) -> list[BodyView]:
    """Bodies by code."""
    return [BodyView.of(stored.entity) for stored in await paging(store, Body, {}, sort="code")]


@routes.get("/bodies/{body}", dependencies=readers)
async def get_body(body: UUID, store: Documents, response: Response) -> BodyView:
    """One body."""
    return answer(response, await store.get(Body, body), BodyView.of)


@routes.put("/bodies/{body}", dependencies=[*secretariat, matches])
async def put_body(body: UUID, form: BodyForm, do: Do) -> BodyView:
    """Change a body. 409 `code-fixed` for another code."""
    command = FormBody(**do.message, body=body, code=form.code, name=form.name, members=form.members, quorum=form.rule)
    return BodyView.of((await do(handlers.form_body, command, document=(Body, body))).entity)
