"""By how much each postponement moved an edition, and what that does to the one after it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registration.editions.moved import CaughtUp, Moved, caught_up, each_moved, in_all, later
from services.registration.editions.rule import following
from shared.contracts.series import SeriesFacts
from tests.registration.editions.facts import edition, hold, plan, postpone


def mandate(**other: Any) -> SeriesFacts:
    return SeriesFacts(**{"title": {"en": "Conference"}, "calendar": "solar_hijri", "interval": 4, **other})


@pytest.mark.parametrize(
    ("was", "now", "moved"),
    [
        ("1399", "1401", Moved(2, "years")),
        ("1399-08", "1401-08-03", Moved(2, "years")),
        ("1399-11", "1400-02", Moved(3, "months")),
        ("1399-11-02", "1399-11-20", Moved(18, "days")),
        ("1399", "1399-11", None),
        ("1399-11", "1399-11-20", None),
        ("1401", "1399", None),
        ("", "1399", None),
        ("1399", "", None),
    ],
)
def test_it_is_said_as_precisely_as_both_are_known(was: str, now: str, moved: Moved | None) -> None:
    assert later(was, now, "solar_hijri") == moved


def test_each_postponement_says_what_it_moved_and_all_of_them_together() -> None:
    it = edition("1390")
    for year in ("1391", "1394"):
        postpone(it)
        plan(it, year)
    plan(it, "1394-08")
    hold(it, "1394-08-03")
    one, three = Moved(1, "years"), Moved(3, "years")
    assert each_moved(it) == [None, None, one, None, three, None, None]
    assert in_all(it) == Moved(4, "years")


def test_the_next_one_moves_with_it_or_stays_as_the_mandate_says() -> None:
    it = edition("1390")
    assert caught_up(mandate(), [it], following(mandate(), [it])) is None
    postpone(it)
    plan(it, "1392")
    for counts, found in (("nominal", CaughtUp(between=2)), ("actual", CaughtUp(follows=2))):
        says = mandate(counts_from=counts)
        assert caught_up(says, [it], following(says, [it])) == found
    assert caught_up(mandate(), [], following(mandate(), [])) is None


@given(st.lists(st.integers(0, 5), min_size=1, max_size=5))
def test_what_each_moved_adds_up_to_all(years: list[int]) -> None:
    it, year = edition("1390"), 1390
    for more in years:
        postpone(it)
        year += more
        plan(it, str(year))
    moved = in_all(it)
    assert sum(each.count for each in each_moved(it) if each) == (moved.count if moved else 0)
