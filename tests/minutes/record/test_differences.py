"""Two wordings are shown in one, word by word: what is gone, what was added, and nothing else."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.minutes.record.differences import ADDED, GONE, SAME, Piece, differ, differences

WORDS = st.lists(st.sampled_from(["river", "delta", "the", "می‌شود", "رود", "نهرٌ", ",", ".", "\n"]), max_size=12).map(
    " ".join
)


def _without(how: str, before: str, after: str) -> str:
    return "".join("".join(each.text for each in differences(before, after) if each.how != how).split())


def test_a_word_in_place_of_another_is_shown_as_gone_and_added() -> None:
    assert differences("Each state measures the flow daily.", "Each state measures the flow weekly.") == (
        Piece(SAME, "Each state measures the flow "),
        Piece(GONE, "daily"),
        Piece(ADDED, "weekly"),
        Piece(SAME, "."),
    )


def test_words_that_came_or_went_stand_alone() -> None:
    assert Piece(ADDED, "again") in differences("We meet.", "We meet again.")
    assert Piece(GONE, "never ") in differences("We never meet.", "We meet.")


def test_a_word_with_a_joiner_or_a_vowel_sign_is_one_word() -> None:
    assert differences("گزارش می‌دهند", "گزارش می‌دهد") == (
        Piece(SAME, "گزارش "),
        Piece(GONE, "می‌دهند"),
        Piece(ADDED, "می‌دهد"),
    )
    assert differences("كُتِبَ", "كُتِبَت") == (Piece(GONE, "كُتِبَ"), Piece(ADDED, "كُتِبَت"))


def test_how_wide_spaces_are_is_no_difference_and_a_new_line_is_one() -> None:
    assert not differ("one  two", "one two ")
    assert differ("one two", "one\ntwo")
    assert not differ("one\r\ntwo", "one\ntwo")


def test_what_did_not_change_is_not_looked_at_word_by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The river\r\ncarries less than in all other years."
    monkeypatch.setattr("services.minutes.record.differences._words", None)
    assert differences(text, text) == (Piece(SAME, text.replace("\r", "")),)


def test_nothing_differs_from_nothing() -> None:
    assert differences("", "") == ()
    assert differences("", "new") == (Piece(ADDED, "new"),)
    assert differences("old", "") == (Piece(GONE, "old"),)


@given(WORDS, WORDS)
def test_both_wordings_are_there_whole(before: str, after: str) -> None:
    assert _without(ADDED, before, after) == "".join(before.split())
    assert _without(GONE, before, after) == "".join(after.split())
    assert differ(before, after) == (_lines(before) != _lines(after))


@pytest.mark.parametrize(("before", "after", "moved"), [("a\n\nb", "a\n \nb", False), ("a \n \n", "\n \na", True)])
def test_a_line_that_moved_is_a_difference_and_a_space_on_an_empty_line_none(
    before: str, after: str, moved: bool
) -> None:
    assert differ(before, after) == moved


@given(WORDS)
def test_a_wording_does_not_differ_from_itself(words: str) -> None:
    assert all(each.how == SAME for each in differences(words, words))


def test_who_repeats_words_without_end_does_not_hold_up_the_page() -> None:
    for one, other in (("a b " * 5_000, "b a a " * 3_000), ("a b " * 85, "c " + "b a a " * 60)):
        began = time.process_time()
        assert differ(one, other)
        assert time.process_time() - began < 2


def test_a_long_text_is_compared_word_by_word_too() -> None:
    long = " ".join(f"The state {n} reports, and the council of the basin answers within {n} days." for n in range(250))
    changed = long.replace("state 77 reports", "state 77 keeps").replace("within 200 days", "within 20 days")
    found = [each for each in differences(long, changed) if each.how != SAME]
    assert found == [(GONE, "reports"), (ADDED, "keeps"), (GONE, "200 "), (ADDED, "20 ")]


def _lines(words: str) -> list[list[str]]:
    return [line.split() for line in words.split("\n")]
