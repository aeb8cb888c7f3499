"""The ways to the page of an invitation: by the link in the mail, or signed in.

Looking changes nothing: mail programs open links.
"""

from typing import Annotated, Literal
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Request, Response

from services.registration.delegations.queries import became
from services.registration.invitations import queries
from services.registration.invitations.pages import office, table
from services.registration.invitations.pages.answering import Step, Way, answered, page
from shared import auth
from shared.http import Caller, Documents, Routes, linked, may
from shared.store import Store
from shared.web.typed import Posted

Holder = Annotated[UUID, linked("invitation")]
OWN = "/invitations/{invitation:uuid}"

routes = Routes(include_in_schema=False)


def by_link(request: Request, holder: UUID, link: str) -> Way:
    """Whoever holds the link in the mail."""
    return Way(holder, became, f"{request.scope.get('root_path', '')}/invitation", f"?{urlencode({'link': link})}")


async def signed_in(request: Request, store: Store, caller: auth.Caller, invitation: UUID) -> Way:
    """Raises NotFound for another's."""
    await queries.seen(store, caller, invitation)
    return Way(invitation, became, f"{request.scope.get('root_path', '')}/invitations/{invitation}", caller=caller)


@routes.get("/invitation")
async def get_invitation(holder: Holder, request: Request, store: Documents, link: str) -> Response:
    """Who invites, where and when, what was answered, and what can be answered."""
    return await page(request, store, by_link(request, holder, link))


@routes.post("/invitation/delegates", max_body_size=table.LARGEST)
@routes.post("/invitation/table", max_body_size=table.LARGEST)
async def post_table(holder: Holder, request: Request, response: Response, store: Documents, link: str) -> Response:
    """By the link: each line of what was pasted, or of the file, is a delegate."""
    return await table.brought(request, response, store, by_link(request, holder, link))


@routes.post("/invitation/{step}")
async def post_invitation(
    step: Step, holder: Holder, request: Request, store: Documents, form: Posted, link: str
) -> Response:
    """An answer by the link; pressed twice, it is given once."""
    return await answered(step, request, store, by_link(request, holder, link), form)


@routes.get(OWN, dependencies=[may("person")])
async def get_own_invitation(invitation: UUID, request: Request, store: Documents, caller: Caller) -> Response:
    """The same for who is signed in: invited, focal point, or the secretariat."""
    return await page(request, store, await signed_in(request, store, caller, invitation))


@routes.post(OWN + "/delegates", dependencies=[may("person")], max_body_size=table.LARGEST)
@routes.post(OWN + "/table", dependencies=[may("person")], max_body_size=table.LARGEST)
async def post_own_table(
    invitation: UUID, request: Request, response: Response, store: Documents, caller: Caller
) -> Response:
    """A table by who is signed in."""
    return await table.brought(request, response, store, await signed_in(request, store, caller, invitation))


@routes.post(OWN + "/{step}", dependencies=[may("person")])
async def post_own_invitation(
    invitation: UUID, step: Step, request: Request, store: Documents, caller: Caller, form: Posted
) -> Response:
    """An answer by who is signed in; the secretariat says how it came."""
    return await answered(step, request, store, await signed_in(request, store, caller, invitation), form)


@routes.post(OWN + "/office/{step}", dependencies=[may("secretariat")])
async def post_step(
    invitation: UUID,
    step: Literal["extend", "withdraw"],
    request: Request,
    store: Documents,
    caller: Caller,
    form: Posted,
) -> Response:
    """The secretariat lets them answer until another time, or takes the invitation back."""
    return await office.decided(step, request, store, await signed_in(request, store, caller, invitation), form)
