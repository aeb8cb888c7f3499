"""A letter's states; and that what was numbered never says anything else, whatever is asked of it."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registration.letters.model import How, Letter, LetterState
from shared.errors import Conflict, Invalid, Refused
from tests.registration.invitations.facts import EARLY, WEEK, who
from tests.registration.letters.facts import DATED, SHEET, SIGNER, letter, sends_off, voids

State = LetterState
DAY = timedelta(days=1)


def sent(it: Letter, on: date = DATED, at: datetime = EARLY, how: How = "posted") -> bool:
    """At a venue whose day is that of UTC."""
    return it.send_off(sends_off(it.id, on, at, how), at.date())


STEPS: dict[str, Callable[[Letter], bool]] = {
    "post": sent,
    "hand over later": lambda it: sent(it, DATED + DAY, EARLY + WEEK, how="handed_over"),
    "post before it was written": lambda it: sent(it, DATED - DAY),
    "post tomorrow": lambda it: sent(it, DATED + DAY),
    "void": lambda it: it.make_void(voids(it.id)),
    "void again": lambda it: it.make_void(voids(it.id, "another reason")),
    "forget who it is for": lambda it: it.forget(who(1)),
    "forget who signed": lambda it: it.forget(who(SIGNER)),
    "forget somebody else": lambda it: it.forget(who(9)),
}
FROZEN = ("place", "number", "claims", "dated", "invitation", "person", "signer", "office", "nth", "answers_until")


@given(st.booleans(), st.lists(st.sampled_from(sorted(STEPS)), max_size=8))
def test_whatever_is_asked_a_letter_keeps_its_number_and_says_what_it_said(by_office: bool, asked: list[str]) -> None:
    it = letter(by_office=by_office)
    kept = {name: getattr(it, name) for name in FROZEN}
    for name in asked:
        before, was_void, again = asdict(it), it.state is State.VOID, False
        try:
            changed = STEPS[name](it)
            again = STEPS[name](it)
        except Refused:
            changed = False
        assert changed == (asdict(it) != before), "it says whether anything is different, and a refusal changes nothing"
        assert not again, "asked twice, it is done once"
        assert {name: getattr(it, name) for name in FROZEN} == kept
        assert it.state is State.VOID or not was_void, "what is void stays void"
        assert (it.sent_on is None) == (it.how is None)
        if it.gone:
            assert (it.sheet, it.reason) == (None, "")
        elif it.unsigned:
            assert it.sheet
            assert (it.sheet.signed, it.sheet.post) == ([], SHEET.post if by_office else [])
            assert asdict(it.sheet) | {"signed": SHEET.signed, "post": SHEET.post} == asdict(SHEET)
        else:
            assert it.sheet == SHEET
        assert it.erased == (it.gone or it.unsigned)


def test_a_letter_goes_out_on_its_day_or_later_and_not_once_it_is_void() -> None:
    it = letter()
    for day in (DATED - DAY, DATED + DAY):
        with pytest.raises(Invalid):
            sent(it, day)
    assert sent(it)
    assert (it.state, it.number) == (State.SENT, "2030/7")
    assert it.make_void(voids(it.id))
    with pytest.raises(Conflict):
        sent(it)
    assert (it.state, it.sent_on) == (State.VOID, DATED), "that it went out is still known"
