"""What a decision brings about in an edition: it is postponed, planned again, and its next coordination meeting is called."""

from datetime import timedelta
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from services.registration.editions.commands import LapseEdition, PlanEdition
from services.registration.editions.handlers import lapse_edition, plan_edition
from services.registration.editions.model import Edition, EditionState
from services.registration.gatherings.states import GatheringState
from services.registration.series.handlers import mandate_series
from services.registration.series.model import MandateSeries
from shared.contracts.editions import EditionFacts
from shared.contracts.effects import EffectFacts
from shared.contracts.series import SeriesFacts
from tests.registration.effects.facts import LATER, LATER_END, TEXT, adopted
from tests.registration.effects.house import House
from tests.registration.facts import message
from tests.world.facts import MORNING, known

SERIES = known("series")


async def planned(here: House) -> UUID:
    """The seventh edition of a series, due in 2030."""
    facts = SeriesFacts(title={"en": "Conference on River Basins"}, calendar="gregorian", interval=4)
    await here.run(mandate_series, MandateSeries(**message() | {"id": SERIES}, facts=facts))
    due = EditionFacts(series=SERIES, number=7, calendar="gregorian", due="2030")
    return UUID(str((await here.run(plan_edition, PlanEdition(**message(), facts=due))).id))


async def edition(here: House, id: UUID) -> Edition:
    stored = await here.store.get(Edition, id)
    assert stored
    return stored.entity


@pytest.mark.parametrize(("until", "state"), [("", EditionState.POSTPONED), ("2031", EditionState.PLANNED)])
async def test_an_edition_is_postponed_once_however_often_it_is_heard(
    tmp_path: Path, until: str, state: EditionState
) -> None:
    here = await House.open(tmp_path / "r.db")
    here.chance = Random(7)
    id = await planned(here)
    await here.say(adopted(EffectFacts(effect_kind="postpone", edition=id, planned_for=until)))
    assert (await edition(here, id)).state is EditionState.PLANNED, "nobody confirmed it"
    assert (await here.answer()).state == "carried_out"
    it = await edition(here, id)
    assert (it.state, it.planned_for, len(it.moves)) == (state, until, 3 if until else 2)
    assert it.moves[1].reason == TEXT
    again = ["edition.planned.v1"] if until else []
    assert here.types("edition") == ["edition.planned.v1", "edition.postponed.v1", *again, "edition.effect-tried.v1"]


async def test_an_edition_that_lapsed_meanwhile_is_left_as_it_is_and_that_is_said(tmp_path: Path) -> None:
    here = await House.open(tmp_path / "r.db")
    id = await planned(here)
    await here.say(adopted(EffectFacts(effect_kind="postpone", edition=id)))
    await here.run(lapse_edition, LapseEdition(**message(MORNING + timedelta(days=700)), edition=id, reason=TEXT))
    effect = await here.answer()
    assert (effect.state, effect.hindrance) == ("failed", "lapsed")
    assert (await edition(here, id)).state is EditionState.LAPSED


async def test_a_time_that_its_calendar_does_not_have_is_said(tmp_path: Path) -> None:
    here = await House.open(tmp_path / "r.db")
    id = await planned(here)
    await here.say(adopted(EffectFacts(effect_kind="postpone", edition=id, planned_for="2031-13")))
    effect = await here.answer()
    assert (effect.state, effect.hindrance) == ("failed", "time")
    assert (await edition(here, id)).planned_for == "2030"


async def test_the_next_coordination_meeting_of_an_edition_is_called_once(tmp_path: Path) -> None:
    here = await House.open(tmp_path / "r.db")
    id = await planned(here)
    await here.say(adopted(EffectFacts(effect_kind="call_meeting", edition=id, starts_at=LATER, ends_at=LATER_END)))
    effect = await here.answer()
    [made] = [each for each in await here.gatherings() if each.id == effect.made]
    assert (effect.state, made.state, made.edition) == ("carried_out", GatheringState.DRAFT, id)
    assert made.facts.coordination == 1
