"""The API of the record: read it, approve it, publish it."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from fastapi import Depends, Response
from pydantic import Field

from services.minutes.record import scope
from services.minutes.record.handlers import publish_minutes
from services.minutes.record.model import (
    MOST_APPROVERS,
    ApproveMinutes,
    CirculateMinutes,
    Minutes,
    PublishMinutes,
    State,
)
from services.minutes.record.review import approve_minutes, circulate_minutes
from services.minutes.record.roles import NameRoles, name_roles
from shared.contracts.minutes import MeetingRoles
from shared.http import Caller, Do, Documents, Form, Routes, View, answer, matches, may, public
from shared.http.fields import Instant

routes = Routes(prefix="/v1/minutes/{gathering}", tags=["minutes"])


async def _readable(gathering: UUID, caller: Caller, store: Documents) -> None:
    await scope.readable(store, caller, gathering)


async def _kept(gathering: UUID, caller: Caller, store: Documents) -> None:
    await scope.kept(store, caller, gathering)


readable: Any = Depends(_readable)
"""Published minutes are everybody's; before that they are for observers, the body's chair and the secretariat."""

keepers = [may("secretariat", "chair"), Depends(_kept)]
"""The secretariat, and the chair of the body that meets."""


class CirculationForm(Form):
    """Until when those who were there may comment on the draft, and the people who approve it in the end."""

    comments_until: Annotated[Instant, Field(examples=["2031-03-21T12:00:00Z"])]
    approvers: Annotated[list[UUID], Field(max_length=MOST_APPROVERS)] = []


class ApprovalView(View):
    """Who of the approvers said when that the record is as it should be; `text`: the SHA-256 of what they saw."""

    person: UUID
    at: datetime
    text: str


class RolesForm(MeetingRoles, Form):
    """Who did what at the meeting, by their ids: all of it, and nobody where there is none."""


class MinutesView(MeetingRoles, View):
    """Minutes of a gathering, whose id is theirs, and who did what. All times are UTC; `path`: the permanent address of the page.

    `rounds`: how often they were circulated. `approvals`: those that count.
    """

    id: UUID
    state: State
    running: bool
    opened_at: datetime | None
    closed_at: datetime | None
    approved_at: datetime | None
    published_at: datetime | None
    corrected_at: datetime | None
    agenda_adopted_at: datetime | None
    path: str
    rounds: int
    comments_until: datetime | None
    approvers: list[UUID]
    approvals: list[ApprovalView]

    @classmethod
    def told(cls, minutes: Minutes) -> Self:
        """With who approved it."""
        return cls.of(minutes, approvals=[ApprovalView.model_validate(each) for each in minutes.approvals])


@routes.get("", dependencies=[public])
async def get_minutes(gathering: UUID, caller: Caller, store: Documents, response: Response) -> MinutesView:
    """The minutes of a gathering."""
    return answer(response, await scope.readable(store, caller, gathering), MinutesView.told)


@routes.post("/roles", dependencies=[*keepers, matches])
async def post_minutes_roles(gathering: UUID, form: RolesForm, do: Do) -> MinutesView:
    """Say who was in the chair, opened the meeting, was its rapporteur and took the minutes. 409 `already-approved`."""
    command = NameRoles(**do.message, gathering=gathering, facts=MeetingRoles.of(form))
    return MinutesView.told((await do(name_roles, command, document=(Minutes, gathering))).entity)


@routes.post("/circulate", dependencies=[*keepers, matches])
async def post_minutes_circulation(gathering: UUID, form: CirculationForm, do: Do) -> MinutesView:
    """Ask those who were there for comments; they and the approvers are told by mail. 409 `not-closed`, `already-published`."""
    command = CirculateMinutes(
        **do.message, gathering=gathering, comments_until=form.comments_until, approvers=tuple(form.approvers)
    )
    return MinutesView.told((await do(circulate_minutes, command, document=(Minutes, gathering))).entity)


@routes.post("/approve", dependencies=[*keepers, matches])
async def post_minutes_approval(gathering: UUID, do: Do) -> MinutesView:
    """The record is as it should be. 409 `not-closed` before the gathering has adjourned, `has-approvers` where others are
    named to say so."""
    command = ApproveMinutes(**do.message, gathering=gathering)
    return MinutesView.told((await do(approve_minutes, command, document=(Minutes, gathering))).entity)


@routes.post("/publish", dependencies=[*keepers, matches])
async def post_minutes_publication(gathering: UUID, do: Do) -> MinutesView:
    """Let everybody read the record. 409 `not-approved` before it is approved."""
    command = PublishMinutes(**do.message, gathering=gathering)
    return MinutesView.told((await do(publish_minutes, command, document=(Minutes, gathering))).entity)
