"""What is confirmed the gathering itself carries out; refused, lapsed or hindered it is not. Everything is heard often."""

import asyncio
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.registration.effects.model import Hand
from services.registration.gatherings.handlers import cancel_gathering, postpone_gathering
from services.registration.gatherings.states import GatheringState
from shared.contracts.effects import EffectFacts, hand_id
from shared.errors import Conflict, Invalid
from tests.registration.effects.facts import LATER, MEETING, OFF, ONLINE, PUT_OFF, TEXT, adopted, corrected, withdrawn
from tests.registration.effects.house import House, kinds
from tests.registration.facts import call_off, person, postpone
from tests.world.facts import known


async def test_a_gathering_is_put_off_only_once_somebody_confirms_it(tmp_path: Path) -> None:
    here = await House.open(tmp_path / "r.db")
    await here.say(adopted(PUT_OFF))
    before = (await here.gathering()).starts_at
    assert kinds(await here.effects()) == ["pending"]
    effect = await here.answer()
    it = await here.gathering()
    assert (before, it.starts_at, it.reason, it.state) == (it.history and before, LATER, TEXT, GatheringState.ANNOUNCED)
    assert (effect.state, effect.made) == ("carried_out", None)
    assert here.types("effect") == ["effect.asked.v1", "effect.confirmed.v1", "effect.carried-out.v1"]
    assert here.types("gathering")[2:] == ["gathering.rescheduled.v1", "gathering.effect-tried.v1"]


async def test_a_gathering_is_postponed_without_a_date(tmp_path: Path) -> None:
    here = await House.open(tmp_path / "r.db")
    await here.say(adopted(OFF))
    assert (await here.answer()).state == "carried_out"
    it = await here.gathering()
    assert (it.state, it.reason) == (GatheringState.POSTPONED, TEXT)


async def test_a_gathering_is_held_in_another_mode_and_its_page_shows_who_decided_so(tmp_path: Path) -> None:
    here = await House.open(tmp_path / "r.db")
    await here.say(adopted(ONLINE))
    assert (await here.answer()).state == "carried_out"
    it = await here.gathering()
    [proposal] = it.proposals
    assert (it.mode, proposal.state) == ("online", "accepted")
    assert proposal.decision
    assert proposal.decision.by.named == {"en": "River Basin Council"}


async def test_a_meeting_is_called_once_as_a_draft(tmp_path: Path) -> None:
    here = await House.open(tmp_path / "r.db")
    await here.say(adopted(MEETING))
    effect = await here.answer()
    [made] = [each for each in await here.gatherings() if each.id == effect.made]
    assert (made.state, made.starts_at, made.gathering_kind) == (GatheringState.DRAFT, LATER, "meeting")
    assert made.title["en"] == "Meeting: River Basin Council"
    assert len(await here.gatherings()) == 2


async def test_what_is_refused_changes_nothing(tmp_path: Path) -> None:
    here = await House.open(tmp_path / "r.db")
    await here.say(adopted(OFF))
    assert (await here.answer("refused")).state == "refused"
    assert (await here.gathering()).state is GatheringState.ANNOUNCED
    with pytest.raises(Conflict):
        await here.answer()


async def test_what_cannot_be_done_any_more_is_said(tmp_path: Path) -> None:
    here = await House.open(tmp_path / "r.db")
    await here.say(adopted(ONLINE))
    await here.run(cancel_gathering, call_off())
    effect = await here.answer()
    assert (effect.state, effect.hindrance) == ("failed", "cancelled")
    assert (await here.gathering()).mode == "in_person"


async def test_what_is_so_already_is_said(tmp_path: Path) -> None:
    here = await House.open(tmp_path / "r.db")
    await here.say(adopted(OFF))
    await here.run(postpone_gathering, postpone())
    assert (await here.answer()).hindrance == "already"


async def test_a_date_that_cannot_be_is_said(tmp_path: Path) -> None:
    """The calendar would hold it, and its registration does not."""
    here = await House.open(tmp_path / "r.db")
    await here.say(adopted(PUT_OFF.model_copy(update={"ends_at": LATER})))
    effect = await here.answer()
    assert (effect.state, effect.hindrance) == ("failed", "time")


async def test_a_decision_that_is_corrected_or_withdrawn_lapses_what_nobody_answered(tmp_path: Path) -> None:
    here = await House.open(tmp_path / "r.db")
    await here.say(adopted(OFF))
    await here.say(corrected(OFF))
    assert kinds(await here.effects()) == ["pending"], "said again it is the same"
    await here.say(corrected(ONLINE))
    assert sorted(kinds(await here.effects())) == ["lapsed", "pending"]
    await here.say(withdrawn())
    assert kinds(await here.effects()) == ["lapsed", "lapsed"]


async def test_a_decision_that_says_the_same_in_other_words_is_confirmed_in_these(tmp_path: Path) -> None:
    here = await House.open(tmp_path / "r.db")
    await here.say(adopted(OFF))
    other = {"en": "The conference is held in another year."}
    await here.say(corrected(OFF).model_copy(update={"text": other}))
    [effect] = await here.effects()
    assert effect.wording == other
    await here.answer()
    assert (await here.gathering()).reason == other
    await here.say(corrected(OFF))
    assert (await here.effect(effect.id)).wording == other, "it was answered so"


async def test_what_was_carried_out_stays_when_its_decision_goes(tmp_path: Path) -> None:
    here = await House.open(tmp_path / "r.db")
    await here.say(adopted(OFF))
    await here.answer()
    await here.say(withdrawn())
    assert kinds(await here.effects()) == ["carried_out"]
    assert (await here.gathering()).state is GatheringState.POSTPONED


async def test_who_holds_an_office_of_the_body_is_asked_with_a_link(tmp_path: Path) -> None:
    here = await House.open(tmp_path / "r.db")
    await here.say(adopted(OFF))
    [effect] = await here.effects()
    [holder] = effect.asked
    assert holder.person == person(0).person
    hand = await here.store.get(Hand, hand_id(effect.id, holder.person))
    assert hand
    assert hand.entity.holder == holder
    with pytest.raises(Invalid):
        await here.answer(office=known("another office"))


async def test_what_nobody_knows_is_not_confirmed(tmp_path: Path) -> None:
    here = await House.open(tmp_path / "r.db")
    await here.say(adopted(EffectFacts(effect_kind="postpone", target=known("another"))))
    with pytest.raises(Conflict, match="not on record"):
        await here.answer()
    assert (await here.answer("refused")).state == "refused"


EFFECTS = st.sampled_from([OFF, PUT_OFF, ONLINE, MEETING, None])
STEPS = st.lists(st.tuples(st.sampled_from(["correct", "confirm", "refuse", "cancel"]), EFFECTS), max_size=5)


@pytest.mark.slow
@settings(max_examples=20, deadline=None)
@given(EFFECTS, STEPS, st.randoms(use_true_random=False))
def test_any_order_and_any_number_of_times_ends_in_what_was_confirmed(
    first: EffectFacts | None, steps: list[tuple[str, EffectFacts | None]], chance: Random
) -> None:
    asyncio.run(_lead(first, steps, chance))


async def _lead(first: EffectFacts | None, steps: list[tuple[str, EffectFacts | None]], chance: Random) -> None:
    with TemporaryDirectory() as folder:
        here = await House.open(Path(folder) / "r.db")
        here.chance = chance
        await here.say(adopted(first))
        for step, effect in steps:
            with suppress(Conflict):
                await _step(here, step, effect)
        await _must_be_consistent(here)
        await here.store.close()


async def _step(here: House, step: str, effect: EffectFacts | None) -> None:
    if step == "correct":
        await here.say(corrected(effect))
    elif step == "cancel":
        await here.run(cancel_gathering, call_off())
    elif await here.effects():
        await here.answer("accepted" if step == "confirm" else "refused")


async def _must_be_consistent(here: House) -> None:
    effects = await here.effects()
    assert "confirmed" not in kinds(effects), "each that was confirmed came to its end"
    assert kinds(effects).count("pending") <= 1
    made = {each.made for each in effects if each.made}
    assert len(await here.gatherings()) == 1 + len(made), "each meeting is called once"
    done = [each for each in effects if each.state == "carried_out"]
    assert here.types("effect").count("effect.carried-out.v1") == len(done)
