"""Editions of a series: nothing personal, so observers may read them."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any, Self
from uuid import UUID

from fastapi import Response

from services.registration.editions import handlers, queries
from services.registration.editions.commands import (
    ChangeEdition,
    CorrectHeld,
    HoldEdition,
    LapseEdition,
    PlanAgain,
    PlanEdition,
    PostponeEdition,
    StateRequirement,
    WithdrawRequirement,
)
from services.registration.editions.forms import (
    EditionForm,
    EditionPostponementForm,
    HeldCorrectionForm,
    HeldForm,
    LapseForm,
    ObjectivesForm,
    PlanForm,
    RequirementForm,
    RequirementGoneForm,
)
from services.registration.editions.model import Edition, EditionState
from services.registration.editions.rule import following
from services.registration.organizations.api import EditView
from services.registration.series.model import Series
from shared.contracts.editions import EditionFacts, Requirement
from shared.contracts.organizations import Text
from shared.flow import Read
from shared.http import Caller, Do, Documents, Form, Paging, Routes, View, answer, matches, may
from shared.periods import period

routes = Routes(prefix="/v1", tags=["editions"])
secretariat, readers = [may("secretariat")], [may("observer")]
ONE = "/editions/{edition}"


class MoveView(View):
    """What became of an edition at once: for when it was planned before, and is now. `by`, `on`: who decided, and which day."""

    at: datetime
    state: EditionState
    was: str
    now: str
    reason: Text
    by: Text
    on: str


class RequirementView(View):
    """What the edition has to be like. `at`: when it was noted. `grounds`: why it was withdrawn."""

    requirement: Requirement
    at: datetime
    withdrawn_at: datetime | None
    grounds: Text


class EditionView(EditionFacts, View):
    """An edition. `due_from`, `due_until`: the civil days (Gregorian) of the time at which it is due."""

    id: UUID
    state: EditionState
    planned_for: str
    held_in: str
    due_from: date
    due_until: date
    moves: list[MoveView]
    requirements: list[RequirementView]

    @classmethod
    def told(cls, edition: Edition) -> Self:
        """With what became of it."""
        due = period(edition.facts.due, edition.facts.calendar)
        moves = [MoveView.model_validate(each) for each in edition.moves]
        requirements = [RequirementView.model_validate(each) for each in edition.requirements]
        return cls.of(edition, due_from=due.first, due_until=due.last, moves=moves, requirements=requirements)


class FollowingView(View):
    """The edition that comes next: when it is due by the mandate (empty: it does not say), and from when that is counted."""

    number: int
    due: str
    counted_from: str


@routes.post("/series/{series}/editions", status_code=201, dependencies=secretariat)
async def post_edition(
    series: UUID, form: EditionForm, do: Do, caller: Caller, store: Documents, response: Response
) -> EditionView:
    """Plan an edition for when it is due. 409 `exists` if the series has another one of this number."""
    mandate = await Read(store).one(Series, series)
    facts = EditionFacts(series=series, calendar=mandate.facts.calendar, **form.model_dump())
    stored = await do(handlers.plan_edition, PlanEdition(**do.message, facts=facts, by=caller.id))
    response.headers["Location"] = f"/registration/v1/editions/{stored.id}"
    return EditionView.told(stored.entity)


@routes.get("/series/{series}/editions", dependencies=readers)
async def get_editions(series: UUID, store: Documents, paging: Paging) -> list[EditionView]:
    """The editions of a series, by number."""
    page = await paging(store, Edition, {"series": series}, sort="number")
    return [EditionView.told(stored.entity) for stored in page]


@routes.get("/series/{series}/following", dependencies=readers)
async def get_following(series: UUID, store: Documents) -> FollowingView:
    """The edition that comes after the last one, as the mandate says."""
    mandate = await Read(store).one(Series, series)
    return FollowingView.model_validate(following(mandate.facts, await queries.editions_of(store, series)))


@routes.get(ONE, dependencies=readers)
async def get_edition(edition: UUID, store: Documents, response: Response) -> EditionView:
    """One edition."""
    return answer(response, await store.get(Edition, edition), EditionView.told)


@routes.get(ONE + "/history", dependencies=secretariat)
async def get_edition_history(edition: UUID, store: Documents) -> list[EditView]:
    """What was changed, field by field, the latest first."""
    return EditView.of((await Read(store).one(Edition, edition)).history)


@routes.put(ONE, dependencies=[*secretariat, matches])
async def put_edition(edition: UUID, form: ObjectivesForm, do: Do, caller: Caller) -> EditionView:
    """Put right its objectives, or when it is due."""
    return await _do(do, caller, edition, handlers.change_edition, ChangeEdition, form)


@routes.post(ONE + "/plan", dependencies=[*secretariat, matches])
async def post_edition_plan(edition: UUID, form: PlanForm, do: Do, caller: Caller) -> EditionView:
    """Plan it again after it lapsed or was postponed, or for a more precise time. 409 `decide-first` for quite another time."""
    return await _do(do, caller, edition, handlers.plan_again, PlanAgain, form)


@routes.post(ONE + "/lapse", dependencies=[*secretariat, matches])
async def post_edition_lapse(edition: UUID, form: LapseForm, do: Do, caller: Caller) -> EditionView:
    """Nobody decided anything. 409 `not-over` before its time is over."""
    return await _do(do, caller, edition, handlers.lapse_edition, LapseEdition, form)


@routes.post(ONE + "/postpone", dependencies=[*secretariat, matches])
async def post_edition_postponement(
    edition: UUID, form: EditionPostponementForm, do: Do, caller: Caller
) -> EditionView:
    """Somebody decided that it is not held then. 409 `wrong-state` unless it is planned."""
    return await _do(do, caller, edition, handlers.postpone_edition, PostponeEdition.told, form)


@routes.post(ONE + "/hold", dependencies=[*secretariat, matches])
async def post_edition_holding(edition: UUID, form: HeldForm, do: Do, caller: Caller) -> EditionView:
    """It took place. 409 `wrong-state` unless it is planned."""
    return await _do(do, caller, edition, handlers.hold_edition, HoldEdition, form)


@routes.post(ONE + "/correct", dependencies=[*secretariat, matches])
async def post_edition_correction(edition: UUID, form: HeldCorrectionForm, do: Do, caller: Caller) -> EditionView:
    """It took place at another time than was said; why. 409 `wrong-state` unless it was held."""
    return await _do(do, caller, edition, handlers.correct_held, CorrectHeld, form)


@routes.post(ONE + "/requirements", dependencies=[*secretariat, matches])
async def post_edition_requirement(edition: UUID, form: RequirementForm, do: Do, caller: Caller) -> EditionView:
    """State what it has to be like. It stands, and is shown wherever the mode of one of its gatherings can be changed."""
    return await _do(do, caller, edition, handlers.state_requirement, StateRequirement.told, form)


@routes.post(ONE + "/requirements/{requirement}/withdraw", dependencies=[*secretariat, matches])
async def post_edition_requirement_withdrawal(
    edition: UUID, requirement: UUID, form: RequirementGoneForm, do: Do, caller: Caller
) -> EditionView:
    """It stands no longer. 409 `wrong-state` if it was withdrawn before."""
    command = partial(WithdrawRequirement, requirement=requirement)
    return await _do(do, caller, edition, handlers.withdraw_requirement, command, form)


async def _do(
    do: Do, caller: Caller, edition: UUID, handler: Any, command: Callable[..., Any], form: Form
) -> EditionView:
    asked = command(**do.message, edition=edition, by=caller.id, **form.model_dump())
    return EditionView.told((await do(handler, asked, document=(Edition, edition))).entity)
