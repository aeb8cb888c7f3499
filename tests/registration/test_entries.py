"""People, organizations and bodies: the same facts again are no event."""

from dataclasses import replace

import pytest

from services.registration.bodies.model import Body, body_id
from services.registration.organizations.model import Organization, organization_id
from services.registration.people.model import Person
from shared.contracts.bodies import Quorum
from shared.errors import Conflict, Invalid
from tests.registration.facts import body, known, organization, person


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


def test_ids_follow_from_a_code_whatever_its_case() -> None:
    assert organization_id("delta ") == organization_id("DELTA")
    assert organization_id("delta") != body_id("delta")


def test_an_organization_is_listed_once_and_is_not_its_own_parent() -> None:
    asked = organization()
    entry = Organization(asked.organization)
    assert entry.list_(asked)
    assert entry.list_(asked) is None
    assert entry.list_(replace(asked, code=asked.code.swapcase())), "case is no other code"
    with pytest.raises(Conflict, match="for good"):
        entry.list_(replace(asked, code="other"))
    with pytest.raises(Invalid):
        entry.list_(replace(asked, parent=asked.organization))


def test_a_body_names_each_member_once_and_its_quorum_is_a_part() -> None:
    asked = body(members=[known(1), known(2)], quorum=Quorum())
    entry = Body(asked.body)
    assert entry.form(asked)
    assert entry.form(asked) is None
    with pytest.raises(Conflict, match="for good"):
        entry.form(replace(asked, code="other"))
    with pytest.raises(Invalid):
        entry.form(replace(asked, members=[known(1), known(1)]))
    for odd in (Quorum("at_least", 3, 2), Quorum("at_least", 0, 2)):
        with pytest.raises(Invalid):
            entry.form(replace(asked, quorum=odd))
