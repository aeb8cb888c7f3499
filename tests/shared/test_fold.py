"""Names are found however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.locale.fold import folded


@pytest.mark.parametrize(
    ("written", "also"),
    [
        ("علي كريمي", "علی کریمی"),
        ("فاطمة", "فاطمه"),
        ("مؤمن رئيسي", "مومن رییسی"),
        ("آرش", "ارش"),
        ("أحمد", "احمد"),
        ("مُحَمَّد", "محمد"),
        ("علی‌رضا", "علیرضا"),
        ("عـــلی", "علی"),
        ("علاء", "علا"),
        ("گروه ۷", "گروه 7"),
        ("مجموعة ٧", "مجموعه ۷"),
        ("José Álvarez", "JOSE alvarez"),
        ("Mo’in", "moin"),
        ("Łukasz Sørensen", "lukasz sorensen"),
        ("Straße", "STRASSE"),
        ("𝓐da", "ada"),
    ],
)
def test_a_name_is_found_as_others_write_it(written: str, also: str) -> None:
    """Two keyboards, with and without marks."""
    assert folded(written) == folded(also)


def test_a_hyphen_parts_words_and_each_word_comes_once() -> None:
    """What is asked for are words."""
    assert folded("Al-Karim, Al Amin") == ("al", "karim", "amin")
    assert folded(" - ") == ()


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    """A folded word may be folded again, as a search does with what was typed."""
    words = folded(text)
    assert folded(" ".join(words)) == words
