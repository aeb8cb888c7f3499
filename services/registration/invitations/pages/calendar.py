"""The gathering as an entry for the own calendar of who is invited; it is the one that the place will have, if they come."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Request, Response

from services.registration.entries.merging import kept
from services.registration.gatherings.entry import OFF, entry_of, published
from services.registration.gatherings.queries import seen
from services.registration.invitations import queries
from services.registration.invitations.model import Invitation, InvitationState
from services.registration.people.model import Person
from shared.auth import ANYBODY
from shared.contracts.registrations import registration_id
from shared.errors import NotFound
from shared.flow import Read
from shared.flow.service import Service
from shared.http import Caller, Documents, Routes, linked, may
from shared.store import Store
from shared.web import reader_language

STATUS = {
    InvitationState.PENDING: "TENTATIVE",
    InvitationState.TENTATIVE: "TENTATIVE",
    InvitationState.ACCEPTED: "CONFIRMED",
}
"""As whoever is invited notes it; who does not come has it taken away."""

Holder = Annotated[UUID, linked("invitation")]

routes = Routes(include_in_schema=False)


@routes.get("/invitation/calendar.ics")
async def get_calendar(holder: Holder, request: Request, store: Documents) -> Response:
    """By the link in the mail."""
    return await _entry(request, store, await Read(store).one(Invitation, holder))


@routes.get("/invitations/{invitation:uuid}/calendar.ics", dependencies=[may("person")])
async def get_own_calendar(invitation: UUID, request: Request, store: Documents, caller: Caller) -> Response:
    """By who is signed in."""
    return await _entry(request, store, (await queries.seen(store, caller, invitation)).entity)


async def _entry(request: Request, store: Store, it: Invitation) -> Response:
    person = await kept(Read(store), Person, it.facts.person)
    if person is None or person.erased:
        raise NotFound("There is nothing to note here.")
    there = (await seen(store, ANYBODY, it.facts.gathering)).entity
    service: Service = request.app.state.service
    asked: dict[str, Any] = {
        "keys": request.app.state.keys,
        "language": reader_language(request),
        "at": service.clock(),
    }
    status = "CANCELLED" if there.state in OFF else STATUS.get(it.state, "CANCELLED")
    entry = entry_of(there, registration_id(there.id, person.id), status=status, **asked)
    name = {"Content-Disposition": 'attachment; filename="gathering.ics"'}
    return Response(published(entry), headers=name, media_type="text/calendar; charset=utf-8")
