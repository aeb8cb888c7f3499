"""What happens when decisions are recorded, on a real store."""

import asyncio
from dataclasses import replace
from uuid import UUID

import pytest

from services.minutes.decisions.handlers import record_decision
from shared.contracts.editions import EditionPlanned
from shared.contracts.gatherings import GatheringAnnounced, GatheringConvened
from shared.errors import Conflict
from tests.minutes import facts
from tests.minutes.facts import decide, minute
from tests.minutes.house import House, tell
from tests.world.facts import GATHERING, gathering_facts, known


async def test_nothing_is_decided_while_the_body_is_unknown(here: House) -> None:
    await here.hear(tell(GATHERING, facts.announced(), facts.convened()))
    with pytest.raises(Conflict) as refused:
        await here.run(record_decision, decide("one"))
    assert refused.value.slug == "body-unknown"


async def test_decisions_are_numbered_without_a_gap_whoever_records_them(here: House) -> None:
    await here.convene()
    stored = await asyncio.gather(*(here.run(record_decision, decide(n)) for n in range(12)))
    assert sorted(each.entity.facts.number for each in stored) == list(range(1, 13))


async def test_a_decision_asked_twice_is_recorded_once_even_after_the_session(here: House) -> None:
    await here.convene()
    first = await here.run(record_decision, decide("one"))
    await here.adjourn()
    again = await here.run(record_decision, decide("one"))
    assert (again.id, again.version) == (first.id, first.version)
    with pytest.raises(Conflict) as refused:
        await here.run(record_decision, decide("two"))
    assert refused.value.slug == "not-in-session"


def in_session(gathering: UUID) -> GatheringConvened:
    return GatheringConvened(gathering=gathering, convened_at=minute(5))


def planned(edition: UUID, series: UUID, number: int) -> EditionPlanned:
    return EditionPlanned(
        edition=edition, series=series, number=number, calendar="gregorian", due="2030", planned_for="2030"
    )


def of_edition(gathering: UUID, edition: UUID) -> GatheringAnnounced:
    return GatheringAnnounced(**gathering_facts(gathering_kind="meeting", gathering=gathering, edition=edition))


async def test_numbers_of_a_series_and_a_year_run_through_its_gatherings_without_a_gap(here: House) -> None:
    """The gatherings of two editions of one series, and one of no series, decide at the same time."""
    series, alone = known("series"), known("alone")
    told = tell(alone, GatheringAnnounced(**gathering_facts(gathering=alone)), in_session(alone))
    meetings = [known(f"meeting {n}") for n in range(2)]
    for n, meeting in enumerate(meetings):
        edition = known(f"edition {n}")
        told += tell(edition, planned(edition, series, n + 1))
        told += tell(meeting, of_edition(meeting, edition), in_session(meeting))
    await here.hear(told)
    asked = [decide(n, gathering=meetings[n % 2]) for n in range(8)] + [decide(n, gathering=alone) for n in (8, 9)]
    taken = [each.entity for each in await asyncio.gather(*(here.run(record_decision, each) for each in asked))]
    facts = [each.facts for each in taken]
    assert sorted(each.serial for each in facts if each.series == series and each.serial) == [*range(1, 9)]
    assert {each.year for each in facts if each.series} == {decide(0).at.year}
    for meeting in meetings:
        assert sorted(each.number for each in facts if each.gathering == meeting) == [1, 2, 3, 4]
    assert [each.series for each in facts if each.gathering == alone] == [None, None]
    next_year = replace(decide("later", gathering=meetings[0]), at=decide(0).at.replace(year=decide(0).at.year + 1))
    later = (await here.run(record_decision, next_year)).entity.facts
    assert (later.serial, later.number) == (1, 5)


async def test_nothing_is_numbered_while_the_series_is_unknown(here: House) -> None:
    meeting = known("meeting")
    await here.hear(tell(meeting, of_edition(meeting, known("edition")), in_session(meeting)))
    with pytest.raises(Conflict) as refused:
        await here.run(record_decision, decide("one", gathering=meeting))
    assert refused.value.slug == "series-unknown"
