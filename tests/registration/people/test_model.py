"""People: the same details again are no event."""

from dataclasses import replace

import pytest

from services.registration.people.model import Person
from shared.errors import Conflict, Invalid
from tests.registration.facts import known, person


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
    assert entry == Person(asked.person, erased=True)
    assert entry.state() is None
    assert entry.erase() is None
    with pytest.raises(Conflict):
        entry.record(asked)


def test_a_zone_that_there_is_none_of_is_refused() -> None:
    with pytest.raises(Invalid):
        Person(known(1)).record(person(1, time_zone="Mars/Olympus"))
