"""What can be done of an edition on its page: each step with what it runs, and what its form asks for."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from services.registration.editions import handlers, typed
from services.registration.editions.commands import (
    CorrectHeld,
    HoldEdition,
    LapseEdition,
    PlanAgain,
    PostponeEdition,
    StateRequirement,
    WithdrawRequirement,
)
from services.registration.editions.forms import (
    EditionPostponementForm,
    HeldCorrectionForm,
    HeldForm,
    LapseForm,
    PlanForm,
    RequirementForm,
    WithdrawnForm,
)
from services.registration.editions.model import State
from shared.flow import Decide
from shared.http import Form


class Step(NamedTuple):
    """What a step runs, what its form asks for, and where it begins."""

    handler: Decide[Any]
    command: Callable[..., Any]
    form: type[Form]
    fields: tuple[str, ...]
    begins: tuple[State, ...]


STEPS: Mapping[str, Step] = {
    "hold": Step(handlers.hold_edition, HoldEdition, HeldForm, ("held_in",), (State.PLANNED,)),
    "plan": Step(
        handlers.plan_again, PlanAgain, PlanForm, ("planned_for",), tuple(each for each in State if each != "held")
    ),
    "postpone": Step(
        handlers.postpone_edition,
        PostponeEdition.told,
        EditionPostponementForm,
        ("reason", "decided_by", "decided_on"),
        (State.PLANNED,),
    ),
    "lapse": Step(handlers.lapse_edition, LapseEdition, LapseForm, ("reason",), (State.PLANNED,)),
    "correct": Step(handlers.correct_held, CorrectHeld, HeldCorrectionForm, ("held_in", "reason"), (State.HELD,)),
    "require": Step(
        handlers.state_requirement,
        StateRequirement.told,
        RequirementForm,
        ("says", "stated_by", "body", "stated_on"),
        tuple(State),
    ),
    "withdraw": Step(
        handlers.withdraw_requirement, WithdrawRequirement, WithdrawnForm, ("requirement", "reason"), tuple(State)
    ),
}
BESIDE = ("require", "withdraw")
"""Of these, those that are no step of the edition itself: they stand with the requirements."""
TROUBLE = {"decide-first": "decide_first", "not-over": "not_over"}
"""Code of a refusal -> what to say; of all others that it cannot be done now."""
FIELDS = [name for key, step in STEPS.items() for name in typed.fields(key, *step.fields)]
