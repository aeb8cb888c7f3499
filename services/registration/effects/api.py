"""The API of effects: what waits for an answer, and to confirm or refuse it."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Response
from pydantic import Field

from services.registration.effects import queries
from services.registration.effects.handlers import answer_effect
from services.registration.effects.model import AnswerEffect, Effect, EffectState
from services.registration.organizations.forms import Words
from shared.contracts.effects import EffectFacts, Holder
from shared.contracts.gatherings import Answer, Hindrance
from shared.contracts.organizations import Text
from shared.http import Caller, Do, Documents, Form, Paging, Routes, View, answer, matches, may
from shared.http.fields import Language, Line

routes = Routes(prefix="/v1/effects", tags=["effects"])
office = [may("chair")]


class ConfirmationForm(Form):
    """In the name of which office of the body that decided (none: the secretariat's own); and why, if that is to be said."""

    office: UUID | None = None
    reason: Annotated[dict[Language, Line], Field(max_length=20)] = {}


class EffectRefusalForm(ConfirmationForm):
    """The same, and why: who reads the decision reads it."""

    reason: Words


class EffectView(EffectFacts, View):
    """What a decision brings about, and how far that is (UTC). `asked`: who held an office of the body that decided.

    `office`: in whose name it was answered. `made`: the meeting that was called; `hindrance`: why it could not be done.
    """

    id: UUID
    state: EffectState
    decision: UUID
    gathering: UUID
    deciding: UUID | None
    asked: list[Holder]
    asked_at: datetime
    answered_at: datetime | None
    office: UUID | None
    reason: Text
    over_at: datetime | None
    made: UUID | None
    hindrance: Hindrance | None


async def _seen(effect: UUID, store: Documents, caller: Caller) -> None:
    await queries.seen(store, caller, effect)


theirs: Any = Depends(_seen)
"""The caller may answer it."""


@routes.get("", dependencies=office)
async def get_effects(
    store: Documents, caller: Caller, paging: Paging, state: EffectState = EffectState.PENDING
) -> list[EffectView]:
    """Those in this state, in the order in which they were asked for; of the own bodies, or all to the secretariat."""
    page = await paging(store, Effect, {**queries.scope(caller), "state": state}, sort="asked_at")
    return [EffectView.of(stored.entity) for stored in page]


@routes.get("/{effect}", dependencies=[*office, theirs])
async def get_effect(effect: UUID, store: Documents, caller: Caller, response: Response) -> EffectView:
    """One of them."""
    return answer(response, await queries.seen(store, caller, effect), EffectView.of)


@routes.post("/{effect}/confirm", dependencies=[*office, theirs, matches])
async def post_effect_confirmation(effect: UUID, form: ConfirmationForm, do: Do, caller: Caller) -> EffectView:
    """It is carried out at once; look again to see whether that could be done. 409 `wrong-state`, `unknown-target`."""
    return await _answered(effect, "accepted", form, do, caller)


@routes.post("/{effect}/refuse", dependencies=[*office, theirs, matches])
async def post_effect_refusal(effect: UUID, form: EffectRefusalForm, do: Do, caller: Caller) -> EffectView:
    """It is not carried out; the decision stands, and shows why. 409 `wrong-state`."""
    return await _answered(effect, "refused", form, do, caller)


async def _answered(effect: UUID, said: Answer, form: ConfirmationForm, do: Do, caller: Caller) -> EffectView:
    command = AnswerEffect(
        **do.message, effect=effect, answer=said, office=form.office, reason=form.reason, by=caller.id
    )
    return EffectView.of((await do(answer_effect, command, document=(Effect, effect))).entity)
