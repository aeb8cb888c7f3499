"""The states of an action: each is entered by one event, and the events say all that the document does."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary.verify.facts import Told, unlike
from services.minutes.actions.commands import AcceptAction, CarryAction
from services.minutes.actions.model import OWED, REPORTS, Action, ActionState
from services.notifications.rules.actions import reminded
from shared.contracts import Event
from shared.contracts.actions import (
    ActionAccepted,
    ActionAssigned,
    ActionCarriedOver,
    ActionDone,
    ActionDropped,
    ActionProgressed,
    Carried,
)
from shared.errors import Conflict, Invalid, Refused
from tests.minutes import facts
from tests.minutes.actions.facts import NEXT, STEPS, TEXT, as_it_is, asks, recorded, records
from tests.plenary.told import record
from tests.world.facts import MORNING, known

State = ActionState
ENTERED: dict[ActionState, type[Event]] = {
    State.OPEN: ActionAssigned,
    State.ACCEPTED: ActionAccepted,
    State.IN_PROGRESS: ActionProgressed,
    State.DONE: ActionDone,
    State.DROPPED: ActionDropped,
}


@given(st.booleans(), st.lists(st.sampled_from(sorted(STEPS)), max_size=10))
def test_whatever_is_asked_each_state_is_entered_by_its_event_which_says_all(owned: bool, asked: list[str]) -> None:
    it, first = Action.recorded(records(organization=facts.organization(0) if owned else None), [])
    events: list[Any] = [first]
    for name in asked:
        before = as_it_is(it)
        try:
            event = STEPS[name](it)
        except Refused:
            assert as_it_is(it) == before, "a refusal changes nothing"
            continue
        if event is None:
            assert as_it_is(it) == before, "what is so already is not told again"
            continue
        if it.state is not before["state"]:
            assert isinstance(event, ENTERED[it.state])
        events.append(event)
        assert it.owed is (it.state in OWED)
        assert len(it.steps) == len(events)
        assert it.owned or it.state in {State.OPEN, State.DROPPED}, "nobody does what nobody is to do"
    told = Told()
    for sequence, event in enumerate(events, 1):
        told.hear(record(it.id, sequence, event))
    assert list(unlike(it, told, None)) == [], "the document says what its events say"


def test_it_is_late_once_the_last_day_of_what_it_is_due_is_over() -> None:
    month = recorded(due="1409-12", calendar="solar_hijri")
    assert month.due_on == date(2031, 3, 20)
    assert (month.late(date(2031, 3, 20)), month.late(date(2031, 3, 21))) == (False, True)
    assert not recorded(due="").late(date(2100, 1, 1))
    STEPS["finish"](month)
    assert not month.late(date(2040, 1, 1)), "what is done is not late"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"due": "2031-13"}, "due"),
        ({"text": {"en": " "}}, "text"),
        ({"person": known("person 1"), "organization": facts.organization(0)}, "organization"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(said: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        Action.recorded(records(**said), [])
    assert refused.value.errors[0]["field"] == field


def test_nobody_takes_it_from_its_owner_and_nobody_accepts_for_nobody() -> None:
    with pytest.raises(Conflict) as owned:
        STEPS["assign a person"](recorded())
    with pytest.raises(Conflict) as nobody:
        recorded(organization=None).accept(asks(AcceptAction))
    assert (owned.value.slug, nobody.value.slug) == ("owned", "no-owner")


def test_carried_over_it_keeps_what_is_not_said() -> None:
    it = recorded(gathering=known("gathering"), edition=known("edition 6"))
    event = it.carry(asks(CarryAction, facts=Carried(gathering=NEXT)))
    assert isinstance(event, ActionCarriedOver)
    assert (it.facts.gathering, it.facts.edition, it.facts.due) == (NEXT, known("edition 6"), "2031-03")
    assert (it.state, it.steps[-1].carried) == (State.OPEN, True)


def test_whoever_was_just_told_is_not_reminded() -> None:
    soon = (MORNING + timedelta(days=7)).date()
    _, event = Action.recorded(records(due=f"{soon}", person=known("person 1")), [known("person 1")])
    _, later = Action.recorded(records(person=known("person 1")), [known("person 1")])
    assert (list(reminded(event)), list(reminded(later))) == ([], [known("person 1")])


def test_what_was_said_to_be_done_may_turn_out_not_to_be() -> None:
    it = recorded(text=TEXT)
    STEPS["finish"](it)
    STEPS["progress"](it)
    assert (it.state, it.owed) == (State.IN_PROGRESS, True)


def test_whoever_says_too_much_of_it_cannot_keep_others_from_ending_it() -> None:
    it = recorded()
    it.steps *= REPORTS
    with pytest.raises(Conflict) as enough:
        STEPS["progress"](it)
    assert enough.value.slug == "said-enough"
    for step in ("accept", "carry", "finish"):
        assert STEPS[step](it) is not None, step
