"""A subscription to reports alone: nobody is told before the owner of the address confirms, and each state has one event."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registration.people.model import UNCONFIRMED, Person
from services.registration.subscriptions.model import Subscription, SubscriptionState
from shared.contracts.subscriptions import ALL_REPORTS
from shared.errors import Conflict
from tests.registration.facts import asked as ask
from tests.world.facts import MORNING as START
from tests.world.facts import known

ENTERS = {
    "subscription.asked.v1": SubscriptionState.ASKED,
    "subscription.confirmed.v1": SubscriptionState.CONFIRMED,
    "subscription.ended.v1": SubscriptionState.ENDED,
}


def at(hours: int) -> datetime:
    return START + timedelta(hours=hours)


def act(it: Subscription, step: str, now: datetime) -> Any:
    match step:
        case "ask":
            return it.ask(now, now)
        case "confirm":
            return it.confirm(now)
        case "leave":
            return it.end("left")
        case _:
            return it.lapse(now)


@given(st.lists(st.tuples(st.sampled_from(("ask", "confirm", "leave", "lapse")), st.integers(0, 30)), max_size=12))
def test_in_any_order_only_who_confirmed_in_time_is_told(steps: list[tuple[str, int]]) -> None:
    it, now, asked = Subscription.of(known("somebody")), START, None
    for step, hours in steps:
        now += timedelta(hours=hours)
        before = it.state
        if step == "confirm" and not it.confirmed and (not it.asked or asked is None or now >= asked + UNCONFIRMED):
            with pytest.raises(Conflict):
                act(it, step, now)
            assert it.state is before
            continue
        event = act(it, step, now)
        asked = now if step == "ask" and event else asked
        assert it.state is (ENTERS[event.type] if event else before)
        assert (it.due is not None) is it.asked


def test_the_address_is_written_to_once_for_each_time_that_it_is_asked() -> None:
    it = Subscription.of(known("somebody"))
    first, again, other, later = it.ask(at(0), at(0)), it.ask(at(1), at(0)), it.ask(at(2), None), it.ask(at(25), at(25))
    assert [each.quiet for each in (first, again, other, later) if each] == [False, True, True, False]


def test_an_address_that_is_told_stays_and_nobody_else_says_how_it_reads() -> None:
    person = Person(known("person 9"))
    person.ask(replace(ask(9, gathering=ALL_REPORTS), language="fa"))
    person.follow(ALL_REPORTS, at(1), now=True)
    assert (person.due, person.waits) == (None, {})
    person.ask(replace(ask(9, gathering=known("g"), at=at(48)), language="ar"))
    assert (person.language, person.due) == ("fa", None)
    assert person.not_theirs(known("g"), at(49)) is None
    assert not person.erased
    assert person.follow(ALL_REPORTS, at(50), now=False) is not None
    assert (person.erased, person.email, person.spreads) == (True, "", False)


def test_a_form_that_still_waits_keeps_the_address_when_the_subscription_ends() -> None:
    person = Person(known("person 9"))
    person.ask(ask(9, gathering=ALL_REPORTS))
    person.follow(ALL_REPORTS, at(1), now=True)
    person.ask(ask(9, gathering=known("g"), at=at(2)))
    assert person.follow(ALL_REPORTS, at(3), now=False) is None
    assert not person.erased
    assert person.due is not None
