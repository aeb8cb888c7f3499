"""The API of the record: read it, approve it, publish it."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from fastapi import Depends, Response

from services.minutes.record import scope
from services.minutes.record.handlers import approve_minutes, publish_minutes
from services.minutes.record.model import ApproveMinutes, Minutes, PublishMinutes, State
from shared.http import Caller, Do, Documents, Routes, View, answer, matches, may, public

routes = Routes(prefix="/v1/minutes/{gathering}", tags=["minutes"])


async def _readable(gathering: UUID, caller: Caller, store: Documents) -> None:
    await scope.readable(store, caller, gathering)


async def _kept(gathering: UUID, caller: Caller, store: Documents) -> None:
    await scope.kept(store, caller, gathering)


readable: Any = Depends(_readable)
"""Published minutes are everybody's; before that they are for observers, the body's chair and the secretariat."""

keepers = [may("secretariat", "chair"), Depends(_kept)]
"""The secretariat, and the chair of the body that meets."""


class MinutesView(View):
    """Minutes of a gathering, whose id is theirs. All times are UTC; `path` is the permanent address of the page."""

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

    @classmethod
    def of(cls, minutes: Minutes) -> Self:
        return cls.model_validate(minutes)


@routes.get("", dependencies=[public])
async def get_minutes(gathering: UUID, caller: Caller, store: Documents, response: Response) -> MinutesView:
    """The minutes of a gathering."""
    return answer(response, await scope.readable(store, caller, gathering), MinutesView.of)


@routes.post("/approve", dependencies=[*keepers, matches])
async def post_minutes_approval(gathering: UUID, do: Do) -> MinutesView:
    """The record is as it should be. 409 `not-closed` before the gathering has adjourned."""
    command = ApproveMinutes(**do.message, gathering=gathering)
    return MinutesView.of((await do(approve_minutes, command, document=(Minutes, gathering))).entity)


@routes.post("/publish", dependencies=[*keepers, matches])
async def post_minutes_publication(gathering: UUID, do: Do) -> MinutesView:
    """Let everybody read the record. 409 `not-approved` before it is approved."""
    command = PublishMinutes(**do.message, gathering=gathering)
    return MinutesView.of((await do(publish_minutes, command, document=(Minutes, gathering))).entity)
