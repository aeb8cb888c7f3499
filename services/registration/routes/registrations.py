"""Registrations and the door."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request, Response

from services.registration import admission, handlers, scope
from services.registration.model import Registration, RegistrationState
from services.registration.model.commands import Approve, GiveUp, Pass, Register, Reject
from services.registration.views import PassForm, RegistrationForm, RegistrationView, RejectionForm
from shared import auth
from shared.flow import Decide
from shared.http import Caller, Do, Documents, Paging, Routes, answer, matches, may

routes = Routes(prefix="/v1", tags=["registrations"])
everybody, keepers = [may("person")], [may("checkin")]
decide = [may("secretariat"), matches]
States = Annotated[RegistrationState | None, Query(description="Only those in this state.")]


@routes.post("/gatherings/{gathering}/registrations", status_code=201, dependencies=everybody)
async def post_registration(
    gathering: UUID, form: RegistrationForm, caller: Caller, do: Do, request: Request, response: Response
) -> RegistrationView:
    """Ask for a place: a seat, or a rank on the waiting list. Asked for the same again, it answers with what is there.

    Whom the secretariat registers is let in at once. Who asks for themselves is let in as the category's rule says: *pending*
    (`to_be_approved`) where the secretariat decides. 422 `unknown-category`; 409 `not-open`, `not-invited`, `rejected`,
    `registered-otherwise` (in another category, or for another organization: withdraw first).
    """
    command = Register(
        **do.message,
        gathering=gathering,
        person=scope.who(caller, form.person),
        category=form.category,
        organization=form.organization,
        by_secretariat=caller.is_("secretariat"),
    )
    stored = await do(handlers.register, command)
    response.headers["Location"] = f"{request.scope.get('root_path', '')}/v1/registrations/{stored.id}"
    return _view(caller)(stored.entity)


@routes.get("/gatherings/{gathering}/registrations", dependencies=keepers)
async def get_registrations(
    gathering: UUID, caller: Caller, store: Documents, paging: Paging, state: States = None
) -> list[RegistrationView]:
    """Everybody who registered for a gathering; for the secretariat and the gathering's door."""
    scope.must_keep_door(caller, gathering)
    where = {"gathering": gathering} | ({"state": state} if state else {})
    return [_view(caller)(stored.entity) for stored in await paging(store, Registration, where)]


@routes.get("/registrations", dependencies=everybody)
async def get_own(caller: Caller, store: Documents, paging: Paging) -> list[RegistrationView]:
    """One's own registrations; all of them to the secretariat."""
    return [_view(caller)(stored.entity) for stored in await paging(store, Registration, scope.own(caller))]


@routes.get("/registrations/{registration}", dependencies=everybody)
async def get_registration(
    registration: UUID, caller: Caller, store: Documents, response: Response
) -> RegistrationView:
    """One registration: one's own, or of the gathering whose door one keeps."""
    return answer(response, await scope.registration(store, caller, registration), _view(caller))


@routes.post("/registrations/{registration}/approve", dependencies=decide)
async def post_approval(registration: UUID, do: Do) -> RegistrationView:
    """Let somebody in who asked: a seat, or a rank, as there are seats now.

    409 `wrong-state`, `address-unconfirmed`, `not-open`.
    """
    command = Approve(**do.message, registration=registration)
    stored = await do(admission.approve, command, document=(Registration, registration))
    return RegistrationView.noted(stored.entity)


@routes.post("/registrations/{registration}/reject", dependencies=decide)
async def post_rejection(registration: UUID, form: RejectionForm, do: Do) -> RegistrationView:
    """Do not let somebody in who asked; the person is told why. 409 `wrong-state`, `address-unconfirmed`."""
    command = Reject(**do.message, registration=registration, **form.model_dump())
    stored = await do(admission.reject, command, document=(Registration, registration))
    return RegistrationView.noted(stored.entity)


@routes.post("/registrations/{registration}/withdraw", dependencies=[*everybody, matches])
async def post_withdrawal(registration: UUID, caller: Caller, store: Documents, do: Do) -> RegistrationView:
    """I will not come; the seat goes to the first who waits."""
    await scope.visible(store, Registration, registration, scope.own(caller))
    return await _give_up(handlers.withdraw, registration, do)


@routes.post("/registrations/{registration}/cancel", dependencies=decide)
async def post_cancellation(registration: UUID, do: Do) -> RegistrationView:
    """Take a registration back; the seat goes to the first who waits."""
    return await _give_up(handlers.cancel, registration, do)


@routes.post("/registrations/{registration}/entries", dependencies=keepers)
async def post_entry(registration: UUID, form: PassForm, caller: Caller, store: Documents, do: Do) -> RegistrationView:
    """Came in. 404 `unknown`; 409 `not-confirmed`, `already-inside`, `wrong-day`. The same scan again changes nothing."""
    await scope.visible(store, Registration, registration, scope.door(caller), code="unknown")
    return await _pass(handlers.enter, registration, form, do)


@routes.post("/registrations/{registration}/exits", dependencies=keepers)
async def post_exit(registration: UUID, form: PassForm, caller: Caller, store: Documents, do: Do) -> RegistrationView:
    """Went out. 404 `unknown`; 409 `not-inside`, `wrong-day`. The same scan again changes nothing."""
    await scope.visible(store, Registration, registration, scope.door(caller), code="unknown")
    return await _pass(handlers.leave, registration, form, do)


def _view(caller: auth.Caller) -> Callable[[Registration], RegistrationView]:
    return RegistrationView.noted if caller.is_("secretariat") else RegistrationView.of


async def _give_up(handler: Decide[Any], registration: UUID, do: Do) -> RegistrationView:
    command = GiveUp(**do.message, registration=registration)
    return RegistrationView.of((await do(handler, command, document=(Registration, registration))).entity)


async def _pass(handler: Decide[Any], registration: UUID, form: PassForm, do: Do) -> RegistrationView:
    command = Pass(**do.message, registration=registration, **form.model_dump())
    return RegistrationView.of((await do(handler, command)).entity)
