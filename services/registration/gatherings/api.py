"""Gatherings, and what becomes of them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import Request, Response

from services.registration.gatherings import handlers, queries
from services.registration.gatherings.commands import (
    CancelGathering,
    ChangeCapacity,
    ChangeGathering,
    DraftGathering,
    MoveGathering,
    PostponeGathering,
)
from services.registration.gatherings.forms import Capacity, ChangeForm, GatheringForm
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import GatheringState
from services.registration.organizations.api import EditView
from services.registration.organizations.forms import Words
from shared import auth
from shared.contracts.gatherings import Admission, GatheringKind, Mode, Particulars
from shared.flow import Decide, Read
from shared.http import Caller, Do, Documents, Form, Paging, Routes, View, answer, matches, may, public
from shared.http.fields import Instant

routes = Routes(prefix="/v1/gatherings", tags=["gatherings"])
secretariat = [may("secretariat")]


class CapacityForm(Form):
    """Seats by category; every category is named."""

    capacity: Capacity


class ReasonForm(Form):
    """Why, by language. Everybody who is registered reads it."""

    reason: Words


class PostponementForm(ReasonForm):
    """Why, and perhaps the new date: both times or none."""

    starts_at: Instant | None = None
    ends_at: Instant | None = None


class GatheringView(Particulars, View):
    """A gathering. Times are UTC."""

    id: UUID
    state: GatheringState
    gathering_kind: GatheringKind
    title: dict[str, str]
    venue: dict[str, str]
    mode: Mode
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    capacity: dict[str, int]
    body: UUID | None
    admission: dict[str, Admission]
    edition: UUID | None
    convened_at: datetime | None
    adjourned_at: datetime | None
    reason: dict[str, str]


@routes.post("", status_code=201, dependencies=secretariat)
async def post_gathering(
    form: GatheringForm, do: Do, caller: Caller, request: Request, response: Response
) -> GatheringView:
    """Draft a gathering; nobody is told yet. A `body` that it names must have been formed, an `edition` planned."""
    command = DraftGathering.told(**do.message, gathering=do.message["id"], by=caller.id, **form.model_dump())
    stored = await do(handlers.draft_gathering, command)
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return GatheringView.of(stored.entity)


@routes.get("", dependencies=[public])
async def get_gatherings(
    caller: Caller, store: Documents, paging: Paging, edition: UUID | None = None
) -> list[GatheringView]:
    """Gatherings by the time they start, all or those of an edition. Drafts are for the secretariat."""
    where = {**queries.seen_by(caller), **({"edition": edition} if edition else {})}
    page = await paging(store, Gathering, where, sort="starts_at")
    return [GatheringView.of(stored.entity) for stored in page]


@routes.get("/{gathering}", dependencies=[public])
async def get_gathering(gathering: UUID, caller: Caller, store: Documents, response: Response) -> GatheringView:
    """One gathering."""
    return answer(response, await queries.seen(store, caller, gathering), GatheringView.of)


@routes.get("/{gathering}/history", dependencies=secretariat)
async def get_gathering_history(gathering: UUID, store: Documents) -> list[EditView]:
    """What was changed, field by field, the latest first."""
    return EditView.of((await Read(store).one(Gathering, gathering)).history)


@routes.put("/{gathering}", dependencies=[*secretariat, matches])
async def put_gathering(gathering: UUID, form: ChangeForm, do: Do, caller: Caller) -> GatheringView:
    """Say all of it anew, before it begins. Who is registered is told if time, venue or mode are others.

    409 `not-changeable`, `requirement-stands` (against another mode, of what was announced; unless `all_the_same`).
    """
    command = ChangeGathering.told(**do.message, gathering=gathering, by=caller.id, **form.model_dump())
    return GatheringView.of((await do(handlers.change_gathering, command, document=(Gathering, gathering))).entity)


@routes.put("/{gathering}/capacity", dependencies=[*secretariat, matches])
async def put_gathering_capacity(gathering: UUID, form: CapacityForm, do: Do, caller: Caller) -> GatheringView:
    """Change the numbers of seats. Nobody loses a seat; new ones go to those who wait."""
    command = ChangeCapacity(**do.message, gathering=gathering, by=caller.id, capacity=form.capacity)
    return GatheringView.of((await do(handlers.change_capacity, command, document=(Gathering, gathering))).entity)


@routes.post("/{gathering}/announce", dependencies=[*secretariat, matches])
async def post_gathering_announcement(gathering: UUID, do: Do, caller: Caller) -> GatheringView:
    """Let everybody know. 409 `wrong-state` unless it is a draft, or postponed: then who is registered is told."""
    return await _move(handlers.announce_gathering, gathering, do, caller)


@routes.post("/{gathering}/open", dependencies=[*secretariat, matches])
async def post_gathering_opening(gathering: UUID, do: Do, caller: Caller) -> GatheringView:
    """Open registration. 409 `wrong-state` unless announced or closed."""
    return await _move(handlers.open_registration, gathering, do, caller)


@routes.post("/{gathering}/close", dependencies=[*secretariat, matches])
async def post_gathering_closing(gathering: UUID, do: Do, caller: Caller) -> GatheringView:
    """Close registration; who waits may still be promoted. 409 `wrong-state` unless open."""
    return await _move(handlers.close_registration, gathering, do, caller)


@routes.post("/{gathering}/convene", dependencies=[*secretariat, matches])
async def post_gathering_convening(gathering: UUID, do: Do, caller: Caller) -> GatheringView:
    """Go into session, now. 409 `wrong-state` unless announced, open or closed."""
    return await _move(handlers.convene_gathering, gathering, do, caller)


@routes.post("/{gathering}/adjourn", dependencies=[*secretariat, matches])
async def post_gathering_adjournment(gathering: UUID, do: Do, caller: Caller) -> GatheringView:
    """End the session, now. 409 `wrong-state` unless in session."""
    return await _move(handlers.adjourn_gathering, gathering, do, caller)


@routes.post("/{gathering}/hold", dependencies=[*secretariat, matches])
async def post_gathering_holding(gathering: UUID, do: Do, caller: Caller) -> GatheringView:
    """It is over. 409 `wrong-state` unless adjourned."""
    return await _move(handlers.hold_gathering, gathering, do, caller)


@routes.post("/{gathering}/postpone", dependencies=[*secretariat, matches])
async def post_gathering_postponement(gathering: UUID, form: PostponementForm, do: Do, caller: Caller) -> GatheringView:
    """Put it off, to another date or until it is announced again. 409 `wrong-state` unless announced, open or closed."""
    command = PostponeGathering(**do.message, gathering=gathering, by=caller.id, **form.model_dump())
    return GatheringView.of((await do(handlers.postpone_gathering, command, document=(Gathering, gathering))).entity)


@routes.post("/{gathering}/cancel", dependencies=[*secretariat, matches])
async def post_gathering_cancellation(gathering: UUID, form: ReasonForm, do: Do, caller: Caller) -> GatheringView:
    """It will not take place. 409 `wrong-state` unless announced, open, closed or postponed."""
    command = CancelGathering(**do.message, gathering=gathering, by=caller.id, reason=form.reason)
    return GatheringView.of((await do(handlers.cancel_gathering, command, document=(Gathering, gathering))).entity)


async def _move(handler: Decide[Any], gathering: UUID, do: Do, caller: auth.Caller) -> GatheringView:
    command = MoveGathering(**do.message, gathering=gathering, by=caller.id)
    return GatheringView.of((await do(handler, command, document=(Gathering, gathering))).entity)
