"""Actions and commitments: who keeps the record records them, their owners say how far they are."""

from datetime import date, datetime
from typing import Annotated, Any, Self
from uuid import UUID

from fastapi import Depends, Query, Response

from services.minutes.actions import handlers, queries
from services.minutes.actions.commands import (
    AcceptAction,
    Asked,
    AssignAction,
    CarryAction,
    DropAction,
    FinishAction,
    ProgressAction,
    RecordAction,
)
from services.minutes.actions.forms import ActionForm, CarryForm, DoneForm, NoteForm, OwnerForm, ReasonForm
from services.minutes.actions.model import Action, ActionState
from shared import auth
from shared.contracts.actions import ActionFacts
from shared.errors import Invalid, NotFound
from shared.flow import Decide
from shared.http import Caller, Do, Documents, Paging, Routes, View, answer, matches, may

routes = Routes(prefix="/v1/actions", tags=["actions"])
everybody, keepers = [may("person")], [may("secretariat", "chair")]
States = Annotated[ActionState | None, Query(description="Only those in this state.")]


async def _wanted(
    state: States = None,
    organization: UUID | None = None,
    gathering: UUID | None = None,
    edition: UUID | None = None,
) -> dict[str, Any]:
    asked = {"state": state, "organization": organization, "gathering": gathering, "edition": edition}
    return {name: value for name, value in asked.items() if value}


Wanted = Annotated[dict[str, Any], Depends(_wanted)]
"""What a list is narrowed to."""


class StepView(View):
    """What was done or said at once, and until when it was due from then on. `by`: who was signed in; null: by the link."""

    at: datetime
    state: ActionState
    note: str
    due: str
    by: UUID | None
    carried: bool


class ActionView(ActionFacts, View):
    """An action and how far it is. Whether it is late, readers derive: it is `owed`, and `due_on` (its last day) is over.

    `told`: the people who answer for it.
    """

    id: UUID
    state: ActionState
    owed: bool
    due_on: date | None
    told: list[UUID]
    steps: list[StepView]

    @classmethod
    def of_action(cls, action: Action) -> Self:
        """With all steps, the latest last."""
        return cls.of(action, steps=[StepView.model_validate(each) for each in action.steps])


@routes.post("", status_code=201, dependencies=keepers)
async def post_action(form: ActionForm, caller: Caller, store: Documents, do: Do, response: Response) -> ActionView:
    """Record what is to be done; its owner is told by mail. A chair records what came of a gathering of the own body.

    422 for an owner, a gathering, a decision or an edition that is not known here.
    """
    if not await queries.steered(store, caller, form.facts):
        raise NotFound("There are no such minutes here.")
    command = RecordAction(**do.message, action=do.message["id"], facts=form.facts, by=caller.id, quiet=form.quiet)
    stored = await do(handlers.record_action, command)
    response.headers["Location"] = f"/minutes/v1/actions/{stored.id}"
    return ActionView.of_action(stored.entity)


@routes.get("", dependencies=everybody)
async def get_actions(caller: Caller, store: Documents, paging: Paging, wanted: Wanted) -> list[ActionView]:
    """One's own; of an organization, to its focal points; of a gathering, to who keeps its record; else for observers."""
    where = await queries.whose(store, caller, wanted)
    return [ActionView.of_action(stored.entity) for stored in await paging(store, Action, where)]


@routes.get("/{action}", dependencies=everybody)
async def get_action(action: UUID, caller: Caller, store: Documents, response: Response) -> ActionView:
    """One that one answers for, or whose record one keeps."""
    return answer(response, await queries.seen(store, caller, action), ActionView.of_action)


@routes.post("/{action}/assign", dependencies=[*keepers, matches])
async def post_action_owner(action: UUID, form: OwnerForm, caller: Caller, store: Documents, do: Do) -> ActionView:
    """Say who is to do what nobody was found for; they are told by mail. 409 `owned`, `over`."""
    await queries.kept(store, caller, action)
    return await _do(do, handlers.assign_action, AssignAction(**_asked(do, caller, action), **form.model_dump()))


@routes.post("/{action}/accept", dependencies=[*everybody, matches])
async def post_action_acceptance(action: UUID, caller: Caller, store: Documents, do: Do) -> ActionView:
    """It will be done. 409 `no-owner`, `over`."""
    await _theirs(store, caller, action)
    return await _do(do, handlers.accept_action, AcceptAction(**_asked(do, caller, action)))


@routes.post("/{action}/progress", dependencies=[*everybody, matches])
async def post_action_progress(action: UUID, form: NoteForm, caller: Caller, store: Documents, do: Do) -> ActionView:
    """Say how far it is; of what was said to be done, that it is not. 409 `no-owner`, `over`, `said-enough`."""
    await _theirs(store, caller, action)
    return await _do(do, handlers.progress_action, ProgressAction(**_asked(do, caller, action), note=form.note))


@routes.post("/{action}/done", dependencies=[*everybody, matches])
async def post_action_end(action: UUID, form: DoneForm, caller: Caller, store: Documents, do: Do) -> ActionView:
    """It is done. 409 `no-owner`, `over`."""
    await _theirs(store, caller, action)
    return await _do(do, handlers.finish_action, FinishAction(**_asked(do, caller, action), note=form.note))


@routes.post("/{action}/carry", dependencies=[*keepers, matches])
async def post_action_carrying(action: UUID, form: CarryForm, caller: Caller, store: Documents, do: Do) -> ActionView:
    """Let another gathering whose record one keeps, or another edition, look at it next, perhaps with more time. 409 `over`."""
    await queries.kept(store, caller, action)
    if not await queries.carried_to(store, caller, form.gathering):
        raise Invalid.at("No gathering with this id has minutes; announce it first.", "gathering")
    return await _do(
        do, handlers.carry_action, CarryAction(**_asked(do, caller, action), facts=form.facts, note=form.note)
    )


@routes.post("/{action}/drop", dependencies=[*keepers, matches])
async def post_action_dropping(action: UUID, form: ReasonForm, caller: Caller, store: Documents, do: Do) -> ActionView:
    """It will not be done, for a reason. 409 `over` for what is done."""
    await queries.kept(store, caller, action)
    return await _do(do, handlers.drop_action, DropAction(**_asked(do, caller, action), note=form.note))


async def _theirs(store: Documents, caller: auth.Caller, id: UUID) -> None:
    """They answer for it, or keep its record. Raises NotFound, to observers, too."""
    facts = (await queries.seen(store, caller, id)).entity.facts
    if not (await queries.answers_for(store, caller, facts) or await queries.steered(store, caller, facts)):
        raise NotFound("There is no such action here.")


def _asked(do: Do, caller: auth.Caller, action: UUID) -> dict[str, Any]:
    return {**do.message, "action": action, "by": caller.id}


async def _do(do: Do, handler: Decide[Any], command: Asked) -> ActionView:
    stored = await do(handler, command, document=(Action, command.action))
    return ActionView.of_action(stored.entity)
