"""People: the same details again are no event."""

from dataclasses import replace
from datetime import timedelta

import pytest

from services.registration.people.model import Person
from shared.errors import Conflict, Invalid
from tests.registration.facts import asked, comes_forward, person
from tests.world.facts import GATHERING, MORNING, known


def test_a_person_is_recorded_once_and_changed_only_by_a_difference() -> None:
    asked = person(1)
    entry = Person(asked.person)
    event = entry.record(asked)
    assert event is not None
    assert (event.person, event.email, event.calendar) == (asked.person, "person-1@example.org", "solar_hijri")
    assert entry.record(asked) is None
    assert entry.record(replace(asked, position="Engineer"))


def test_an_erased_person_keeps_nothing_but_the_id() -> None:
    asked = person(1, position="Engineer", organization=known("DELTA"))
    entry = Person(asked.person)
    entry.record(asked)
    assert entry.state() is not None
    assert entry.erase()
    assert entry == Person(asked.person, erased=True, spreads=True), "and what has yet to be erased with it"
    assert entry.state() is None
    assert entry.erase() is None
    with pytest.raises(Conflict):
        entry.record(asked)


def test_a_zone_that_there_is_none_of_is_refused() -> None:
    with pytest.raises(Invalid):
        Person(known(1)).record(person(1, time_zone="Mars/Olympus"))


def test_an_address_is_forgotten_with_the_last_form_that_waits_for_its_owner() -> None:
    here, there, hour = known("here"), known("there"), timedelta(hours=1)
    entry = Person(known("person 9"))
    entry.ask(asked(9, gathering=here))
    entry.ask(asked(9, gathering=there, at=MORNING + hour))
    assert entry.not_theirs(here, MORNING + 2 * hour) is None
    entry.ask(asked(9, gathering=here, at=MORNING + 3 * hour))
    assert entry.not_theirs(here, MORNING + 2 * hour) is None, "it was sent again since"
    assert entry.not_theirs(there, MORNING + 4 * hour) is None
    assert entry.not_theirs(here, MORNING + 5 * hour)
    assert entry == Person(known("person 9"), erased=True)


def test_of_who_came_forward_nothing_is_forgotten_with_a_form() -> None:
    entry = Person(known("person 9"))
    entry.ask(asked(9))
    entry.confirm(comes_forward(9))
    assert entry.not_theirs(GATHERING, MORNING) is None
    assert (entry.name, entry.waits) == ("Person 9", {})
