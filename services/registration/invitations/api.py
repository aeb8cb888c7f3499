"""Invitations: the secretariat sends, extends and withdraws them, and those invited answer."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from fastapi import Query, Request, Response

from services.registration.invitations import handlers, queries
from services.registration.invitations.commands import Answer, Extend, Given, Invite, Name, Substitute, TakeBack
from services.registration.invitations.forms import (
    AnswerForm,
    DelegatesForm,
    InvitationForm,
    ReplyByForm,
    SubstituteForm,
)
from services.registration.invitations.model import Invitation, InvitationState
from services.registration.invitations.named import Named, all_on_record, must_have_room
from shared import auth
from shared.contracts.invitations import InvitationFacts, Source
from shared.errors import Forbidden, NotFound
from shared.flow import Decide
from shared.http import Caller, Do, Documents, Paging, Routes, View, answer, matches, may

routes = Routes(prefix="/v1", tags=["invitations"])
everybody, secretariat = [may("person")], [may("secretariat")]
ONE = "/invitations/{invitation}"
States = Annotated[InvitationState | None, Query(description="Only those in this state.")]


class AnsweredView(View):
    """An answer as it came. `by`: who was signed in and gave or recorded it."""

    at: datetime
    state: InvitationState
    source: Source
    by: UUID | None


class InvitationView(InvitationFacts, View):
    """An invitation, what was answered, and who comes by it: `substitute`, or the `delegates` (people on record)."""

    id: UUID
    state: InvitationState
    substitute: UUID | None
    delegates: list[UUID]
    answers: list[AnsweredView]

    @classmethod
    def told(cls, invitation: Invitation) -> Self:
        """With all answers, the latest last."""
        return cls.of(invitation, answers=[AnsweredView.model_validate(each) for each in invitation.answers])


@routes.post("/gatherings/{gathering}/invitations", status_code=201, dependencies=secretariat)
async def post_invitation(
    gathering: UUID, form: InvitationForm, caller: Caller, do: Do, response: Response
) -> InvitationView:
    """Invite somebody; they are told by mail. Asked for the same again, it answers with what is there.

    What was withdrawn or has expired is sent again. 422 `unknown-category`; 409 `not-announced`, `over`, `invited-otherwise`.
    """
    command = Invite(**do.message, facts=InvitationFacts(gathering=gathering, **form.model_dump()), by=caller.id)
    stored = await do(handlers.invite, command)
    response.headers["Location"] = f"/registration/v1/invitations/{stored.id}"
    return InvitationView.told(stored.entity)


@routes.get("/gatherings/{gathering}/invitations", dependencies=secretariat)
async def get_invitations(
    gathering: UUID, store: Documents, paging: Paging, state: States = None
) -> list[InvitationView]:
    """Everybody who is invited to a gathering."""
    where = {"gathering": gathering} | ({"state": state} if state else {})
    return [InvitationView.told(stored.entity) for stored in await paging(store, Invitation, where)]


@routes.get("/invitations", dependencies=everybody)
async def get_own_invitations(
    caller: Caller, store: Documents, paging: Paging, organization: UUID | None = None
) -> list[InvitationView]:
    """One's own; those of an organization, to its focal points (404 to others); all to the secretariat."""
    if organization and not (caller.is_("secretariat") or caller.holds("focal-point", organization)):
        raise NotFound("There is no such thing here.")
    theirs = {"person": None, "organization": organization}
    where = theirs if organization else await queries.own(store, caller)
    return [InvitationView.told(stored.entity) for stored in await paging(store, Invitation, where)]


@routes.get(ONE, dependencies=everybody)
async def get_invitation(invitation: UUID, caller: Caller, store: Documents, response: Response) -> InvitationView:
    """One's own, or that of an organization whose focal point one is."""
    return answer(response, await queries.seen(store, caller, invitation), InvitationView.told)


@routes.post(ONE + "/reply", dependencies=[*everybody, matches])
async def post_invitation_reply(
    invitation: UUID, form: AnswerForm, caller: Caller, store: Documents, do: Do
) -> InvitationView:
    """Accept, decline, or say that it is not certain yet. Who accepts is registered, who declines holds no place any more.

    409 `too-late` (not for a no), `withdrawn`, `over`.
    """
    await _theirs(store, caller, invitation, form.source)
    command = Answer(**_asked(do, invitation, caller), source=form.source, reply=form.reply)
    return await _do(do, handlers.reply, command)


@routes.post(ONE + "/substitute", dependencies=[*everybody, matches])
async def post_invitation_substitute(
    invitation: UUID, form: SubstituteForm, request: Request, caller: Caller, store: Documents, do: Do
) -> InvitationView:
    """Let somebody else come in the place: who is told by mail. 409 `too-late`, `withdrawn`, `over`, `too-many`."""
    there = await _theirs(store, caller, invitation, form.source)
    named = Named(**form.model_dump(exclude={"source"}))
    person = await named.on_record(do, store, request.app.state.keys, there, caller.id)
    command = Substitute(**_asked(do, invitation, caller), source=form.source, person=person)
    return await _do(do, handlers.let_substitute, command)


@routes.post(ONE + "/delegates", dependencies=[*everybody, matches])
async def post_invitation_delegates(
    invitation: UUID, form: DelegatesForm, request: Request, caller: Caller, store: Documents, do: Do
) -> InvitationView:
    """Name who comes for an organization: registered together, told one by one. 409 `quota`, and as a substitute's."""
    there = await _theirs(store, caller, invitation, form.source)
    named = [Named(**each.model_dump()) for each in form.add]
    await must_have_room(store, there, named, form.remove)
    add = await all_on_record(named, do, store, request.app.state.keys, there, caller.id)
    command = Name(**_asked(do, invitation, caller), source=form.source, add=add, remove=tuple(form.remove))
    return await _do(do, handlers.name_delegates, command)


@routes.post(ONE + "/extend", dependencies=[*secretariat, matches])
async def post_invitation_extension(invitation: UUID, form: ReplyByForm, caller: Caller, do: Do) -> InvitationView:
    """Let them answer until another time; what has expired is sent again. 409 `withdrawn`, `over`."""
    return await _do(do, handlers.extend, Extend(**_asked(do, invitation, caller), reply_by=form.reply_by))


@routes.post(ONE + "/withdraw", dependencies=[*secretariat, matches])
async def post_invitation_withdrawal(invitation: UUID, caller: Caller, do: Do) -> InvitationView:
    """Take an invitation back, with the places that are held by it."""
    return await _do(do, handlers.withdraw, TakeBack(**_asked(do, invitation, caller)))


async def _theirs(store: Documents, caller: auth.Caller, id: UUID, source: Source) -> Invitation:
    """Raises NotFound for another's, Forbidden for what only staff can know."""
    there = (await queries.seen(store, caller, id)).entity
    if source != "signed_in" and not caller.is_("secretariat"):
        raise Forbidden("What came by letter or telephone is recorded by the secretariat.")
    return there


def _asked(do: Do, invitation: UUID, caller: auth.Caller) -> dict[str, Any]:
    return {**do.message, "invitation": invitation, "by": caller.id}


async def _do(do: Do, handler: Decide[Any], command: Given | Extend | TakeBack) -> InvitationView:
    stored = await do(handler, command, document=(Invitation, command.invitation))
    return InvitationView.told(stored.entity)
