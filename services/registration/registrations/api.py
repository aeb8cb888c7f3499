"""Registrations: who asks for a place, who decides, and who gives it up."""

from collections.abc import Callable
from typing import Annotated, Any, Self
from uuid import UUID

from fastapi import Query, Request, Response
from pydantic import AfterValidator, StringConstraints

from services.registration.gatherings.forms import Category
from services.registration.people.queries import visible
from services.registration.registrations import admission, handlers, queries
from services.registration.registrations.commands import Approve, GiveUp, Hold, Register, Reject, Release
from services.registration.registrations.model import Registration, RegistrationState
from shared import auth
from shared.contracts.registrations import Admitted, Holding, Pending, Rejection
from shared.errors import Forbidden
from shared.flow import Decide
from shared.http import Caller, Do, Documents, Form, Paging, Routes, View, answer, matches, may
from shared.text import paragraphs

routes = Routes(prefix="/v1", tags=["registrations"])
everybody, keepers = [may("person")], [may("checkin")]
decide = [may("secretariat"), matches]
States = Annotated[RegistrationState | None, Query(description="Only those in this state.")]
Note = Annotated[str, StringConstraints(max_length=2000), AfterValidator(paragraphs)]


class RegistrationForm(Form):
    """Who asks for a place, as what. Without `person` it is the caller."""

    category: Category
    person: UUID | None = None
    organization: UUID | None = None


class RegistrationView(View):
    """A registration: `seat` once confirmed, `rank` while waiting. `reason`: why it is pending or on hold, or was
    rejected. `admitted` says how the person was let in. `note` (of a rejection, of a hold) is shown to the secretariat alone.
    """

    id: UUID
    gathering: UUID
    person: UUID
    category: str
    organization: UUID | None
    state: RegistrationState
    reason: Pending | Rejection | Holding | None
    admitted: Admitted | None
    seat: int | None
    rank: int | None
    inside: bool
    note: str | None

    @classmethod
    def of(cls, registration: Registration) -> Self:
        """As everybody sees it who may see it."""
        return cls.noted(registration).model_copy(update={"note": None})

    @classmethod
    def noted(cls, registration: Registration) -> Self:
        """As the secretariat sees it."""
        return cls.model_validate(registration)


class RejectionForm(Form):
    """Why somebody is not let in: the person is told it in words. `note` stays with the secretariat."""

    reason: Rejection
    note: Note = ""


class HoldForm(Form):
    """Why it is not decided yet: the person is told it in words. `note` stays with the secretariat."""

    reason: Holding
    note: Note = ""


@routes.post("/gatherings/{gathering}/registrations", status_code=201, dependencies=everybody)
async def post_registration(
    gathering: UUID, form: RegistrationForm, caller: Caller, do: Do, request: Request, response: Response
) -> RegistrationView:
    """Ask for a place: a seat, or a rank on the waiting list. Asked for the same again, it answers with what is there.

    Whom the secretariat registers is let in at once. Who asks for themselves is let in as the category's rule says: *pending*
    (`to_be_approved`) where the secretariat decides. 422 `unknown-category`; 409 `not-open`, `not-open-yet` and `no-longer-open`
    (outside of its window: the detail says when), `not-invited`, `rejected`, `registered-otherwise` (in another category, or
    for another organization: withdraw first).
    """
    command = Register(
        **do.message,
        gathering=gathering,
        person=_who(caller, form.person),
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
    queries.must_keep_door(caller, gathering)
    where = {"gathering": gathering} | ({"state": state} if state else {})
    return [_view(caller)(stored.entity) for stored in await paging(store, Registration, where)]


@routes.get("/registrations", dependencies=everybody)
async def get_own_registrations(caller: Caller, store: Documents, paging: Paging) -> list[RegistrationView]:
    """One's own registrations; all of them to the secretariat."""
    return [
        _view(caller)(stored.entity) for stored in await paging(store, Registration, await queries.own(store, caller))
    ]


@routes.get("/registrations/{registration}", dependencies=everybody)
async def get_registration(
    registration: UUID, caller: Caller, store: Documents, response: Response
) -> RegistrationView:
    """One registration: one's own, or of the gathering whose door one keeps."""
    return answer(response, await queries.seen(store, caller, registration), _view(caller))


@routes.post("/registrations/{registration}/approve", dependencies=decide)
async def post_registration_approval(registration: UUID, do: Do) -> RegistrationView:
    """Let somebody in who asked: a seat, or a rank, as there are seats now.

    409 `wrong-state`, `address-unconfirmed`, `not-open`.
    """
    command = Approve(**do.message, registration=registration)
    stored = await do(admission.approve, command, document=(Registration, registration))
    return RegistrationView.noted(stored.entity)


@routes.post("/registrations/{registration}/reject", dependencies=decide)
async def post_registration_rejection(registration: UUID, form: RejectionForm, do: Do) -> RegistrationView:
    """Do not let somebody in who asked; the person is told why. 409 `wrong-state`, `address-unconfirmed`."""
    command = Reject(**do.message, registration=registration, **form.model_dump())
    stored = await do(admission.reject, command, document=(Registration, registration))
    return RegistrationView.noted(stored.entity)


@routes.post("/registrations/{registration}/hold", dependencies=decide)
async def post_registration_hold(registration: UUID, form: HoldForm, do: Do) -> RegistrationView:
    """Do not decide yet; the person is told why. Then approve, reject or release it. 409 `wrong-state`, `address-unconfirmed`."""
    command = Hold(**do.message, registration=registration, **form.model_dump())
    stored = await do(admission.hold, command, document=(Registration, registration))
    return RegistrationView.noted(stored.entity)


@routes.post("/registrations/{registration}/release", dependencies=decide)
async def post_registration_release(registration: UUID, do: Do) -> RegistrationView:
    """What was on hold is to be decided like all others. 409 `wrong-state`, `address-unconfirmed`."""
    stored = await do(
        admission.release, Release(**do.message, registration=registration), document=(Registration, registration)
    )
    return RegistrationView.noted(stored.entity)


@routes.post("/registrations/{registration}/withdraw", dependencies=[*everybody, matches])
async def post_registration_withdrawal(
    registration: UUID, caller: Caller, store: Documents, do: Do
) -> RegistrationView:
    """I will not come; the seat goes to the first who waits."""
    await visible(store, Registration, registration, await queries.own(store, caller))
    return await _give_up(handlers.withdraw, registration, do)


@routes.post("/registrations/{registration}/cancel", dependencies=decide)
async def post_registration_cancellation(registration: UUID, do: Do) -> RegistrationView:
    """Take a registration back; the seat goes to the first who waits."""
    return await _give_up(handlers.cancel, registration, do)


def _who(caller: Caller, asked: UUID | None) -> UUID:
    """Whom the caller registers: the secretariat anybody, others themselves. Raises Forbidden."""
    person = asked or caller.id
    if person is None or (person != caller.id and not caller.is_("secretariat")):
        raise Forbidden("A person registers themselves; the secretariat registers others.")
    return person


def _view(caller: auth.Caller) -> Callable[[Registration], RegistrationView]:
    return RegistrationView.noted if caller.is_("secretariat") else RegistrationView.of


async def _give_up(handler: Decide[Any], registration: UUID, do: Do) -> RegistrationView:
    command = GiveUp(**do.message, registration=registration)
    return RegistrationView.of((await do(handler, command, document=(Registration, registration))).entity)
