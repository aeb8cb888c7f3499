"""The API of minutes: parse, run, answer."""

from typing import Any
from uuid import UUID

from fastapi import Depends, Request, Response

from services.minutes import queries, scope
from services.minutes.handlers import approve_minutes, publish_minutes, record_decision
from services.minutes.model import ApproveMinutes, Attendance, Decision, Minutes, PublishMinutes, RecordDecision
from services.minutes.views import AttendanceView, DecisionForm, DecisionView, MinutesView, QuorumView
from shared.flow import Read
from shared.http import Caller, Do, Documents, Paging, Routes, answer, matches, may, public

routes = Routes(prefix="/v1/minutes/{gathering}", tags=["minutes"])


async def _readable(gathering: UUID, caller: Caller, store: Documents) -> None:
    await scope.readable(store, caller, gathering)


async def _kept(gathering: UUID, caller: Caller, store: Documents) -> None:
    await scope.kept(store, caller, gathering)


readable: Any = Depends(_readable)
"""Published minutes are everybody's; before that they are for observers, the body's chair and the secretariat."""

keepers = [may("secretariat", "chair"), Depends(_kept)]
"""The secretariat, and the chair of the body that meets."""


@routes.get("", dependencies=[public])
async def get_minutes(gathering: UUID, caller: Caller, store: Documents, response: Response) -> MinutesView:
    """The minutes of a gathering."""
    return answer(response, await scope.readable(store, caller, gathering), MinutesView.of)


@routes.get("/attendance", dependencies=keepers)
async def get_attendance(gathering: UUID, store: Documents, paging: Paging) -> list[AttendanceView]:
    """Who is registered, and who is or was inside, as the door told."""
    page = await paging(store, Attendance, {"gathering": gathering})
    people = await queries.people_of(Read(store), [stored.entity for stored in page])
    return [AttendanceView.of(stored.entity, people.get(stored.entity.id)) for stored in page]


@routes.get("/quorum", dependencies=[public, readable])
async def get_quorum(gathering: UUID, store: Documents) -> QuorumView:
    """Whether enough members are inside at this moment. 409 `body-unknown` while the body has not been heard of."""
    return QuorumView.of(gathering, await queries.quorum(Read(store), gathering))


@routes.get("/decisions", dependencies=[public, readable])
async def get_decisions(gathering: UUID, store: Documents, paging: Paging) -> list[DecisionView]:
    """What was decided, by number."""
    page = await paging(store, Decision, {"gathering": gathering}, sort="number")
    return [DecisionView.of(stored.entity) for stored in page]


@routes.get("/decisions/{decision}", dependencies=[public])
async def get_decision(
    gathering: UUID, decision: UUID, caller: Caller, store: Documents, response: Response
) -> DecisionView:
    """One decision."""
    return answer(response, await scope.readable_decision(store, caller, gathering, decision), DecisionView.of)


@routes.post("/decisions", status_code=201, dependencies=keepers)
async def post_decision(
    gathering: UUID, form: DecisionForm, do: Do, request: Request, response: Response
) -> DecisionView:
    """Record a decision while the gathering is in session. 409: `not-in-session`, `no-quorum`, `body-unknown`."""
    command = RecordDecision(
        **do.message, gathering=gathering, text=form.text, adoption=form.adoption, votes=form.counted
    )
    stored = await do(record_decision, command)
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return DecisionView.of(stored.entity)


@routes.post("/approve", dependencies=[*keepers, matches])
async def post_approval(gathering: UUID, do: Do) -> MinutesView:
    """The record is as it should be. 409 `not-closed` before the gathering has adjourned."""
    command = ApproveMinutes(**do.message, gathering=gathering)
    return MinutesView.of((await do(approve_minutes, command, document=(Minutes, gathering))).entity)


@routes.post("/publish", dependencies=[*keepers, matches])
async def post_publication(gathering: UUID, do: Do) -> MinutesView:
    """Let everybody read the record. 409 `not-approved` before it is approved."""
    command = PublishMinutes(**do.message, gathering=gathering)
    return MinutesView.of((await do(publish_minutes, command, document=(Minutes, gathering))).entity)
