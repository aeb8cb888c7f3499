"""What is put on record long after it was so is told nobody: each event says whether it is."""

from typing import Any

import pytest

from services.registration.editions.commands import PostponeEdition, RecordEdition, StateRequirement
from services.registration.editions.model import Edition
from shared.contracts.editions import EditionFacts, Postponement, Requirement
from tests.registration.editions.facts import WHY, edition, hold, lapse, on, plan, postpone

LATELY, LONG_AGO = "1404", "1393"
"""Today is in 1405."""


def quiet(event: Any) -> bool:
    assert event
    return bool(event.quiet)


@pytest.mark.parametrize(("due", "late"), [(LATELY, False), (LONG_AGO, True)])
def test_what_became_of_a_time_that_was_over_long_ago_is_told_nobody(due: str, *, late: bool) -> None:
    assert quiet(postpone(edition(due))) is late
    assert quiet(lapse(edition(due))) is late
    stated = on()
    asked = StateRequirement(**stated, edition=edition(due).id, requirement=Requirement(stated["id"], WHY))
    assert quiet(edition(due).require(asked)) is late


def test_what_is_planned_for_a_time_to_come_is_told_whenever_it_was_due() -> None:
    for planned_for, late in (("1406", False), ("1395", True)):
        it = edition(LONG_AGO)
        postpone(it)
        assert quiet(plan(it, planned_for)) is late


def test_of_what_was_held_nobody_hears_a_requirement() -> None:
    it, stated = edition("1405"), on()
    hold(it, "1405-02")
    asked = StateRequirement(**stated, edition=it.id, requirement=Requirement(stated["id"], WHY))
    assert quiet(it.require(asked))


@pytest.mark.parametrize("became", ["lapsed", "postponed"])
def test_an_edition_of_earlier_times_is_put_on_record_quietly(became: Any) -> None:
    facts = EditionFacts(series=edition().facts.series, number=6, calendar="solar_hijri", due=LATELY)
    why = Postponement(reason=WHY, decided_by=WHY)
    _, [_, event] = Edition.earlier(RecordEdition(**on(), facts=facts, became=became, why=why))
    assert quiet(event)


def test_who_noted_it_is_named_by_id() -> None:
    it, asked = edition(), on()
    facts = Postponement(reason=WHY, decided_by=WHY)
    event = it.postpone(PostponeEdition(**asked, edition=it.id, facts=facts, by=it.id))
    assert event.by == it.id
