"""What happens when decisions are recorded, on a real store."""

import asyncio

import pytest

from services.minutes.decisions.handlers import record_decision
from shared.errors import Conflict
from tests.minutes import facts
from tests.minutes.facts import decide
from tests.minutes.house import House, tell
from tests.world.facts import GATHERING


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
