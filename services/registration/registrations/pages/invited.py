"""The gathering to which somebody is invited as an entry for their calendar, by the link in the mail."""

from typing import Annotated
from uuid import UUID

from fastapi import Request, Response

from services.registration.entries.merging import kept
from services.registration.gatherings.queries import seen
from services.registration.invitations.model import Invitation, InvitationState
from services.registration.people.model import Person
from services.registration.registrations.calendar import asked, invitation
from services.registration.registrations.queries import of_person
from shared.auth import ANYBODY
from shared.contracts.registrations import registration_id
from shared.errors import NotFound
from shared.flow import Read
from shared.http import Do, Documents, Routes, linked
from shared.web import reader_language

OPEN = (InvitationState.PENDING, InvitationState.TENTATIVE)
"""They may still come."""

routes = Routes(include_in_schema=False)


@routes.get("/invitation/calendar.ics")
async def get_calendar_of_invitation(
    holder: Annotated[UUID, linked("invitation")], request: Request, store: Documents, do: Do
) -> Response:
    """The one that the mail brings, and that the place will have. Raises NotFound for an organization: each delegate has one."""
    read, keys, language = Read(store), request.app.state.keys, reader_language(request)
    there = await read.one(Invitation, holder)
    person = await kept(read, Person, there.facts.person)
    if person is None or person.erased or there.facts.person is None:
        raise NotFound("Nobody is invited by this invitation alone.")
    gathering = await seen(store, ANYBODY, there.facts.gathering)
    registration = await of_person(read, there.facts.gathering, person)
    if registration is not None and (registration.stands or registration.undecided):
        content = invitation(gathering, registration, keys, language, do.message["at"])
    else:
        entry = registration.id if registration else registration_id(there.facts.gathering, there.facts.person)
        coming = registration is None and there.state is InvitationState.ACCEPTED  # their place comes in a moment
        stands = coming or there.state in OPEN
        content = asked(gathering, entry, keys, language, do.message["at"], stands=stands)
    name = {"Content-Disposition": 'attachment; filename="gathering.ics"'}
    return Response(content, headers=name, media_type="text/calendar; charset=utf-8")
