"""Bodies: nothing personal, so observers may read them."""

from uuid import UUID

from fastapi import Request, Response

from services.registration.bodies import handlers
from services.registration.bodies.forms import BodyForm
from services.registration.bodies.model import Body, FormBody, body_id
from services.registration.organizations import queries
from services.registration.organizations.api import Asked, EditView
from shared.contracts.bodies import BodyFacts
from shared.flow import Read
from shared.http import Caller, Do, Documents, Paging, Routes, View, answer, matches, may

routes = Routes(prefix="/v1/bodies", tags=["bodies"])
secretariat, readers = [may("secretariat")], [may("observer")]


class BodyView(BodyFacts, View):
    """A body. Who is a member for themselves is told by an id."""

    id: UUID


@routes.post("", status_code=201, dependencies=secretariat)
async def post_body(form: BodyForm, do: Do, caller: Caller, request: Request, response: Response) -> BodyView:
    """Enter a body. 409 `exists` if the code is there with other facts."""
    command = FormBody(**do.message, body=body_id(form.code), facts=form.facts, by=caller.id, new=True)
    stored = await do(handlers.form_body, command)
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return BodyView.of(stored.entity)


@routes.get("", dependencies=readers)
async def get_bodies(store: Documents, paging: Paging, q: Asked = "") -> list[BodyView]:
    """Bodies by code; with `q`, those whose names have words that begin so."""
    return [BodyView.of(stored.entity) for stored in await paging(queries.Search(store, q), Body, {}, sort="code")]


@routes.get("/{body}", dependencies=readers)
async def get_body(body: UUID, store: Documents, response: Response) -> BodyView:
    """One body."""
    return answer(response, await store.get(Body, body), BodyView.of)


@routes.put("/{body}", dependencies=[*secretariat, matches])
async def put_body(body: UUID, form: BodyForm, do: Do, caller: Caller) -> BodyView:
    """Change a body. 409 `code-fixed` for another code."""
    command = FormBody(**do.message, body=body, facts=form.facts, by=caller.id)
    return BodyView.of((await do(handlers.form_body, command, document=(Body, body))).entity)


@routes.get("/{body}/history", dependencies=secretariat)
async def get_body_history(body: UUID, store: Documents) -> list[EditView]:
    """What was changed, field by field, the latest first."""
    return EditView.of((await Read(store).one(Body, body)).history)
