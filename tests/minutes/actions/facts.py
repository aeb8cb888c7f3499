"""Actions of a fictional conference, as they are recorded and told of."""

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from services.minutes.actions.commands import (
    AcceptAction,
    AssignAction,
    CarryAction,
    DropAction,
    FinishAction,
    ProgressAction,
    RecordAction,
)
from services.minutes.actions.model import Action
from shared.contracts.actions import ActionFacts, Carried
from shared.contracts.grants import RoleGranted
from tests.minutes import facts
from tests.world.facts import MORNING, known

TEXT = {"en": "Publish the gauges of the delta each day.", "fa": "انتشار روزانهٔ آب‌سنج‌های دلتا"}
ACTION = known("action")
NEXT = known("next gathering")


def records(**said: Any) -> RecordAction:
    about = ActionFacts(**{"action_kind": "action", "text": TEXT, "due": "2031-03"} | said)
    return RecordAction(id=known("record"), at=MORNING, action=ACTION, facts=about)


def recorded(**said: Any) -> Action:
    """An action, of the first ministry where nobody else is said."""
    asked = records(**{"organization": facts.organization(0)} | said)
    return Action.recorded(asked, [known("person 1")] if asked.facts.organization else [])[0]


def asks(command: Callable[..., Any], at: datetime = MORNING + timedelta(days=1), **said: Any) -> Any:
    return command(id=known(command), at=at, action=ACTION, **said)


STEPS: dict[str, Callable[[Action], Any]] = {
    "accept": lambda it: it.accept(asks(AcceptAction)),
    "progress": lambda it: it.progress(asks(ProgressAction, note="Four of seven report.")),
    "finish": lambda it: it.finish(asks(FinishAction)),
    "drop": lambda it: it.drop(asks(DropAction, note="The delta is dry.")),
    "carry": lambda it: it.carry(asks(CarryAction, facts=Carried(gathering=NEXT, due="2032"))),
    "carry to an edition": lambda it: it.carry(asks(CarryAction, facts=Carried(edition=known("edition")))),
    "assign a person": lambda it: it.assign(asks(AssignAction, person=known("person 2")), [known("person 2")]),
    "assign a ministry": lambda it: it.assign(
        asks(AssignAction, organization=facts.organization(1)), [known("person 3")]
    ),
}


def as_it_is(it: Action) -> dict[str, Any]:
    return {each.name: getattr(it, each.name) for each in fields(it)}


def focal_point(n: int, person: int) -> RoleGranted:
    """Person n' of organization n is a focal point of it."""
    held = f"focal-point:{facts.organization(n)}"
    return RoleGranted(office="focal-point", person=known(f"person {person}"), role=known(held), held=held)
