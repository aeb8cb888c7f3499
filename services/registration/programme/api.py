"""The programme of a gathering: its sessions, and what becomes of them."""

from datetime import datetime
from uuid import UUID

from fastapi import Response

from services.registration.gatherings.queries import seen
from services.registration.programme import handlers, queries
from services.registration.programme.forms import PartForm, WithdrawalForm
from services.registration.programme.model import ChangePart, Part, PartState, PlanPart, WithdrawPart
from services.registration.programme.publication import PublishProgramme
from shared.contracts.programme import PartFacts, ProgrammeFacts
from shared.http import Caller, Do, Documents, Routes, View, answer, matches, may, public

routes = Routes(prefix="/v1", tags=["programme"])
secretariat = [may("secretariat")]
ALL, ONE = "/gatherings/{gathering}/programme", "/programme/{part}"


class PartView(PartFacts, View):
    """A session. Times are UTC."""

    id: UUID
    state: PartState
    reason: dict[str, str]


@routes.get(ALL, dependencies=[public])
async def get_programme(gathering: UUID, caller: Caller, store: Documents) -> list[PartView]:
    """The sessions of a gathering, by when each begins; to the secretariat also those that were withdrawn."""
    await seen(store, caller, gathering)
    found = await queries.programme(store, gathering, whole=caller.is_("secretariat"))
    return [PartView.of(stored.entity) for stored in found]


@routes.get(ONE, dependencies=[public])
async def get_part(part: UUID, caller: Caller, store: Documents, response: Response) -> PartView:
    """One session."""
    return answer(response, await queries.one(store, caller, part), PartView.of)


@routes.post(ALL, status_code=201, dependencies=secretariat)
async def post_part(gathering: UUID, form: PartForm, do: Do, caller: Caller, response: Response) -> PartView:
    """Put a session on the programme. 422 `outside` unless it is within the time of the gathering; 409 once that is over."""
    facts = PartFacts(gathering=gathering, **form.model_dump())
    stored = await do(handlers.plan_part, PlanPart(**do.message, facts=facts, by=caller.id))
    response.headers["Location"] = f"/registration/v1/programme/{stored.id}"
    return PartView.of(stored.entity)


class ProgrammeView(ProgrammeFacts, View):
    """A programme as it was published for the `number`-th time, and what was different then."""

    number: int
    at: datetime | None


@routes.post(f"{ALL}/publish", dependencies=secretariat)
async def post_programme_publication(gathering: UUID, do: Do) -> ProgrammeView:
    """Let people rely on the programme as it is: who is registered is told, at once, which sessions moved or were withdrawn
    since it was published before; of the first time nobody is. 409 `wrong-state` of a draft, `not-changeable` once it is over."""
    stored = await do(handlers.publish_programme, PublishProgramme(**do.message, gathering=gathering))
    return ProgrammeView.of(stored.entity)


@routes.put(ONE, dependencies=[*secretariat, matches])
async def put_part(part: UUID, form: PartForm, do: Do, caller: Caller, store: Documents) -> PartView:
    """Say all of it anew. 409 for what was withdrawn."""
    gathering = (await queries.one(store, caller, part)).entity.facts.gathering
    facts = PartFacts(gathering=gathering, **form.model_dump())
    command = ChangePart(**do.message, part=part, facts=facts, by=caller.id)
    return PartView.of((await do(handlers.change_part, command, document=(Part, part))).entity)


@routes.post(f"{ONE}/withdraw", dependencies=[*secretariat, matches])
async def post_part_withdrawal(part: UUID, form: WithdrawalForm, do: Do, caller: Caller) -> PartView:
    """It stands on the programme no longer. 409 for what was withdrawn."""
    command = WithdrawPart(**do.message, part=part, reason=form.reason, by=caller.id)
    return PartView.of((await do(handlers.withdraw_part, command, document=(Part, part))).entity)
