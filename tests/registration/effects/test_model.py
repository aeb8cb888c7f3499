"""Whatever is asked of an effect, it is answered once, and what was answered never lapses."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary.verify.facts import Told, unlike
from services.registration.effects.model import AnswerEffect, Decision, Effect, EffectState, says
from shared.contracts.effects import EffectAsked, EffectConfirmed
from shared.errors import Conflict, Invalid, Refused
from tests.registration.effects.facts import BODY, ID, OFF, ONLINE, TEXT, adopted, corrected, withdrawn
from tests.registration.facts import message
from tests.world.facts import MORNING
from tests.world.records import record

State = EffectState
WHY = {"en": "The hall is closed."}
CALLED, OTHERWISE = {"en": "River Council"}, {"en": "The conference is held in another year."}
STEPS = st.sampled_from(["accepted", "refused", "unsaid", "reword", "lapse", "done", "hindered"])
ENDS = {
    State.PENDING: {State.CONFIRMED, State.REFUSED, State.LAPSED},
    State.CONFIRMED: {State.CARRIED_OUT, State.FAILED},
}


def effect() -> Effect:
    return Effect.wanted(ID, adopted(OFF), MORNING, BODY, [], {})[0]


def answer(it: Effect, said: str, reason: dict[str, str] = WHY) -> Any:
    return it.answer(AnswerEffect(**message(), effect=ID, answer=said, reason=reason), CALLED)  # type: ignore[arg-type]


def step(it: Effect, what: str) -> Any:
    if what in {"accepted", "refused"}:
        return answer(it, what)
    if what == "unsaid":
        return answer(it, "refused", {})
    if what == "reword":
        waits = it.state is State.PENDING and it.wording != OTHERWISE
        assert it.reword(OTHERWISE) is waits, "what was answered is not said in other words"
        return None
    if what == "lapse":
        return it.lapse(MORNING)
    return it.tried(MORNING, "cancelled" if what == "hindered" else None, None)


@given(st.lists(STEPS, max_size=12))
def test_whatever_is_asked_an_effect_is_answered_once_and_ends_once(steps: list[str]) -> None:
    it = effect()
    for what in steps:
        before, said = it.state, None
        try:
            said = step(it, what)
        except Refused:
            assert what in {"accepted", "refused", "unsaid"}
            assert before is not State.PENDING or what == "unsaid"
        assert (said is None) == (it.state is before), "an event is said exactly where it is something else now"
        assert it.state is before or it.state in ENDS[before]
        assert (it.answered_at is None) == (it.state in {State.PENDING, State.LAPSED})
        assert bool(it.hindrance) == (it.state is State.FAILED)


def test_it_says_what_it_is_about_and_with_which_words() -> None:
    it, asked = Effect.wanted(ID, adopted(ONLINE), MORNING, BODY, [], {})
    assert isinstance(asked, EffectAsked)
    assert (asked.mode, asked.text, it.facts) == ("online", TEXT, ONLINE)
    confirmed = answer(it, "accepted")
    assert isinstance(confirmed, EffectConfirmed)
    assert (confirmed.target, confirmed.text, confirmed.decided_by) == (ONLINE.target, TEXT, CALLED)


def test_what_is_confirmed_is_what_the_decision_says_then() -> None:
    it = effect()
    assert it.reword(OTHERWISE)
    confirmed = answer(it, "accepted")
    assert confirmed.text == it.resolved.text == OTHERWISE


def test_what_is_said_in_other_words_is_still_what_its_events_say() -> None:
    it, asked = Effect.wanted(ID, adopted(OFF), MORNING, BODY, [], {})
    heard = Told()
    heard.hear(record(ID, 1, asked))
    assert it.reword(OTHERWISE)
    assert list(unlike(it, heard, None)) == []
    heard.hear(record(ID, 2, answer(it, "accepted")))
    assert list(unlike(it, heard, None)) == []


def test_what_was_answered_is_not_answered_again_and_a_refusal_has_a_reason() -> None:
    it = effect()
    with pytest.raises(Invalid):
        answer(it, "refused", {})
    answer(it, "refused")
    with pytest.raises(Conflict):
        answer(it, "accepted")


def test_a_decision_brings_about_what_it_says_while_it_is_adopted() -> None:
    assert says(adopted(OFF)) == says(corrected(OFF)) == OFF
    assert [says(each) for each in (adopted(None), corrected(OFF, "rejected"), withdrawn())] == [None] * 3
    with pytest.raises(Invalid):
        Effect.wanted(ID, adopted(None), MORNING, None, [], {})


def test_of_a_decision_the_newest_text_is_kept() -> None:
    mirror = Decision(ID)
    mirror.hear(adopted(OFF, number=3))
    mirror.hear(corrected(None))
    mirror.hear(withdrawn())
    assert (mirror.number, mirror.text) == (1, TEXT)
