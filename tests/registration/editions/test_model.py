"""An edition's states: each is entered by one event; what is due follows from the day; when the next is, from the mandate."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary.verify.facts import Told, unlike
from services.registration.editions.model import Edition, EditionState
from services.registration.editions.rule import following
from shared.contracts import Event
from shared.contracts.editions import EditionHeld, EditionLapsed, EditionPlanned, EditionPostponed
from shared.contracts.series import Counting, SeriesFacts
from shared.errors import Conflict, Invalid, Refused
from shared.periods import period
from tests.plenary.told import record
from tests.registration.editions.facts import correct, edition, hold, lapse, plan, postpone

State = EditionState
ENTERED: dict[EditionState, type[Event]] = {
    State.PLANNED: EditionPlanned,
    State.LAPSED: EditionLapsed,
    State.POSTPONED: EditionPostponed,
    State.HELD: EditionHeld,
}
STEPS: dict[str, Callable[[Edition], Any]] = {
    "plan a year": lambda it: plan(it, "1407"),
    "plan a month": lambda it: plan(it, "1407-08"),
    "plan a day": lambda it: plan(it, "1407-08-12"),
    "plan the same year": lambda it: plan(it, "1399-05"),
    "lapse": lapse,
    "postpone": postpone,
    "hold": lambda it: hold(it, "1404-02"),
    "hold too early": lambda it: hold(it, "1409"),
    "correct": lambda it: correct(it, f"1404-0{3 + len(it.moves) % 2}"),
}
ALLOWED = {
    "plan a year": {State.LAPSED, State.POSTPONED},
    "lapse": {State.PLANNED},
    "postpone": {State.PLANNED},
    "hold": {State.PLANNED},
    "correct": {State.HELD},
}


@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=15))
def test_whatever_is_asked_each_state_is_entered_by_its_event_and_remembered(asked: list[str]) -> None:
    it, told = edition("1399"), Told()
    events: list[Any] = [EditionPlanned.of(it, edition=it.id, again=False, quiet=False, by=None)]
    for name in asked:
        state, moves, planned_for = it.state, len(it.moves), it.planned_for
        try:
            event = STEPS[name](it)
        except Refused:
            assert (it.state, len(it.moves), it.planned_for) == (state, moves, planned_for), "a refusal changes nothing"
            continue
        if event is None:
            assert len(it.moves) == moves
            continue
        assert isinstance(event, ENTERED[it.state])
        events.append(event)
        assert state in ALLOWED.get(name, set(State))
        assert len(it.moves) == moves + 1
        assert (it.moves[-1].state, it.moves[-1].was) == (it.state, planned_for)
        if state is State.PLANNED and it.state is State.PLANNED:
            assert period(it.planned_for, "solar_hijri").within(period(planned_for, "solar_hijri"))
    for sequence, event in enumerate(events, 1):
        told.hear(record(it.id, sequence, event))
    assert list(unlike(it, told, None)) == [], "the document says what its events say"
    assert it.facts.due == "1399", "when it was due stays, whatever is moved"
    assert bool(it.held_in) == (it.state is State.HELD)
    assert (it.planned_for == "") == (it.state is State.POSTPONED)


def test_for_another_time_it_is_postponed_first_and_for_a_more_precise_one_it_is_not() -> None:
    it = edition("1405")
    with pytest.raises(Conflict) as refused:
        plan(it, "1406")
    assert refused.value.slug == "decide-first"
    assert isinstance(plan(it, "1405-08"), EditionPlanned)
    assert plan(it, "1405-08") is None
    assert isinstance(plan(it, "1405-08-12"), EditionPlanned)
    postpone(it, decided_on="1405-07-30")
    assert isinstance(plan(it, "1406"), EditionPlanned)
    assert [(each.state, each.was, each.now) for each in it.moves[-2:]] == [
        (State.POSTPONED, "1405-08-12", ""),
        (State.PLANNED, "", "1406"),
    ]


@pytest.mark.parametrize(
    ("day", "standing"),
    [("2026-03-20", "coming"), ("2026-03-21", "due"), ("2027-03-20", "due"), ("2027-03-21", "overdue")],
)
def test_what_is_due_follows_from_the_day(day: str, standing: str) -> None:
    it = edition("1405")
    assert it.standing(date.fromisoformat(day)) == standing
    if standing != "overdue":
        with pytest.raises(Conflict):
            lapse(it, day)
    else:
        lapse(it, day)
        assert it.standing(date.fromisoformat(day)) == ""


@pytest.mark.parametrize(("number", "due"), [(0, "1405"), (10_001, "1405"), (1, "1405-13"), (1, "2026"), (1, "")])
def test_a_number_or_a_time_that_there_is_not_is_refused(number: int, due: str) -> None:
    with pytest.raises(Invalid):
        edition(due, number=number)


def test_what_was_not_held_yet_is_not_held() -> None:
    with pytest.raises(Invalid):
        hold(edition("1405"), "1405-08", day="2026-10-01")
    assert isinstance(hold(edition("1405"), "1405-08", day="2026-10-23"), EditionHeld)


def mandate(counts_from: Counting = "nominal", recurs_on: str = "", interval: int = 4) -> SeriesFacts:
    return SeriesFacts(
        title={"en": "A series"},
        calendar="solar_hijri",
        interval=interval,
        counts_from=counts_from,
        recurs_on=recurs_on,
        instrument_date="1378-05-20",
    )


def test_the_next_one_is_due_as_the_mandate_counts() -> None:
    assert following(mandate(), []) == (1, "1382", "1378-05-20")
    late = edition("1399", number=6)
    postpone(late)
    assert following(mandate("actual"), [late]) == (7, "1403", "1399")
    plan(late, "1401")
    assert following(mandate("actual"), [late]) == (7, "1405", "1401")
    hold(late, "1401-08-12")
    assert following(mandate("nominal"), [late]) == (7, "1403", "1399")
    assert following(mandate("actual", "09"), [late]) == (7, "1405-09", "1401-08-12")
    lapsed = edition("1399", number=6)
    lapse(lapsed)
    assert following(mandate("actual"), [lapsed]) == (7, "1403", "1399")


@given(st.integers(1380, 1450), st.integers(1, 20), st.sampled_from(["", "09", "12-30"]))
def test_by_the_nominal_year_nothing_that_happens_moves_the_next(due: int, interval: int, recurs_on: str) -> None:
    rule, it = mandate("nominal", recurs_on, interval), edition(str(due))
    before = following(rule, [it])
    assert before.due.startswith(str(due + interval))
    postpone(it)
    assert following(rule, [it]) == before
    plan(it, str(due + 3))
    assert following(rule, [it]) == before


def test_a_public_event_may_recur_on_a_lunar_day() -> None:
    rule = SeriesFacts(title={"en": "Night of the Wells"}, calendar="islamic", interval=1, recurs_on="09-15")
    it = edition("1447-09-15", "islamic", number=3)
    assert following(rule, [it]) == (4, "1448-09-15", "1447-09-15")
    assert period("1448-09-15", "islamic").first == date(2027, 2, 22)
