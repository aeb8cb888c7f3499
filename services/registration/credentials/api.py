"""Letters of credentials, for the secretariat."""

from typing import Any
from uuid import UUID

from fastapi import Response

from services.registration.credentials import handlers
from services.registration.credentials.forms import CredentialsForm, RefusalForm
from services.registration.credentials.model import (
    Credentials,
    CredentialsState,
    ReceiveCredentials,
    RefuseCredentials,
    StepCredentials,
)
from shared.contracts.credentials import CredentialsFacts, Ground
from shared.http import Caller, Do, Documents, Paging, Routes, View, answer, matches, may

routes = Routes(prefix="/v1", tags=["credentials"], dependencies=[may("secretariat")])
ONE = "/credentials/{credentials}"


class CredentialsView(CredentialsFacts, View):
    """A letter, and where it stands. `reason`: why it was refused."""

    id: UUID
    state: CredentialsState
    reason: Ground | None


@routes.post("/gatherings/{gathering}/credentials", status_code=201)
async def post_gathering_credentials(
    gathering: UUID, form: CredentialsForm, do: Do, caller: Caller, response: Response
) -> CredentialsView:
    """A letter came. 409 `exists` while another one for the same person and organization counts."""
    command = ReceiveCredentials(**do.message, facts=form.facts(gathering), by=caller.id)
    stored = await do(handlers.receive, command)
    response.headers["Location"] = f"/registration/v1/credentials/{stored.id}"
    return CredentialsView.of(stored.entity)


@routes.get("/gatherings/{gathering}/credentials")
async def get_gathering_credentials(
    gathering: UUID, store: Documents, paging: Paging, organization: UUID | None = None
) -> list[CredentialsView]:
    """The letters for a gathering, or those of one organization."""
    where = {"gathering": gathering} | ({"organization": organization} if organization else {})
    return [CredentialsView.of(stored.entity) for stored in await paging(store, Credentials, where)]


@routes.get(ONE)
async def get_credentials(credentials: UUID, store: Documents, response: Response) -> CredentialsView:
    """One letter."""
    return answer(response, await store.get(Credentials, credentials), CredentialsView.of)


@routes.post(ONE + "/check", dependencies=[matches])
async def post_credentials_check(credentials: UUID, do: Do, caller: Caller) -> CredentialsView:
    """Somebody looked at it. 409 `wrong-state` unless it is received."""
    return await _step(do, handlers.check, StepCredentials(**do.message, credentials=credentials, by=caller.id))


@routes.post(ONE + "/accept", dependencies=[matches])
async def post_credentials_acceptance(credentials: UUID, do: Do, caller: Caller) -> CredentialsView:
    """It counts. 409 `wrong-state` unless it is received or checked."""
    return await _step(do, handlers.accept, StepCredentials(**do.message, credentials=credentials, by=caller.id))


@routes.post(ONE + "/refuse", dependencies=[matches])
async def post_credentials_refusal(credentials: UUID, form: RefusalForm, do: Do, caller: Caller) -> CredentialsView:
    """It does not count (any more). 409 `wrong-state` once it was refused or withdrawn."""
    command = RefuseCredentials(**do.message, credentials=credentials, by=caller.id, reason=form.reason)
    return await _step(do, handlers.refuse, command)


@routes.post(ONE + "/withdraw", dependencies=[matches])
async def post_credentials_withdrawal(credentials: UUID, do: Do, caller: Caller) -> CredentialsView:
    """The organization took it back. 409 `wrong-state` once it was refused or withdrawn."""
    return await _step(do, handlers.withdraw, StepCredentials(**do.message, credentials=credentials, by=caller.id))


async def _step(do: Do, handler: Any, command: StepCredentials) -> CredentialsView:
    return CredentialsView.of((await do(handler, command, document=(Credentials, command.credentials))).entity)
