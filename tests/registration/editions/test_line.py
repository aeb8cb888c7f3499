"""The line of time: what each postponement moved is seen where it is, and nothing is drawn outside of the axis."""

from hypothesis import given
from hypothesis import strategies as st

from services.registration.editions.line import WIDTH, axis, comes_next, lane
from services.registration.editions.moved import Moved, in_all
from services.registration.editions.shown import became
from tests.registration.editions.facts import edition, hold, lapse, plan, postpone


def test_a_postponement_is_a_bar_from_when_it_was_planned_to_when_it_is_planned_again() -> None:
    first, moved, lapsed = (edition(due, number=n) for n, due in enumerate(("1390", "1394", "1399"), 5))
    hold(first, "1390-08")
    postpone(moved)
    plan(moved, "1396")
    hold(moved, "1396-02")
    lapse(lapsed)
    on = axis([first, moved, lapsed])
    assert on
    assert (on.years[0].year, on.years[-1].year) == (1390, 1399)
    due, bar, held = lane(moved, on)
    assert (due.tone, bar.tone, held.tone) == ("quiet", "warn", "good")
    assert bar.x == due.x
    assert abs(bar.x - 4 * WIDTH // 10) <= 1
    assert bar.x + bar.width == held.x
    assert [part.tone for part in lane(first, on)] == ["quiet", "good"]
    assert [part.tone for part in lane(lapsed, on)] == ["quiet", "bad"]
    assert [in_all(each) for each in (first, moved, lapsed)] == [None, Moved(2, "years"), None]


def test_while_nobody_knows_when_the_bar_goes_on_to_the_end() -> None:
    it = edition("1399")
    postpone(it)
    on = axis([it, edition("1405", number=8)])
    assert on
    bar = lane(it, on)[1]
    assert (bar.tone, bar.x + bar.width) == ("warn", WIDTH)
    assert axis([]) is None


def test_what_comes_next_has_a_lane_of_its_own() -> None:
    on = axis([edition("1399")], "1403")
    assert on
    [due] = comes_next("1403", "solar_hijri", on)
    assert (on.years[-1].year, due.x + due.width) == (1403, WIDTH)
    assert comes_next("", "solar_hijri", on) == []


@given(st.lists(st.tuples(st.integers(1380, 1400), st.integers(0, 9), st.booleans()), min_size=1, max_size=8))
def test_nothing_is_drawn_outside(entered: list[tuple[int, int, bool]]) -> None:
    editions = []
    for n, (year, later, held) in enumerate(entered, 1):
        it = edition(str(year), number=n)
        if later:
            postpone(it)
            plan(it, f"{year + later}-11")
        if held and year + later < 1405:
            hold(it, f"{year + later}-11-20")
        editions.append(it)
    on = axis(editions)
    assert on
    for it in editions:
        for part in lane(it, on):
            assert part.x >= 0
            assert part.width > 0
            assert part.x + part.width <= WIDTH + 8


def test_what_became_of_it_is_told_in_order() -> None:
    it = edition("1399")
    postpone(it, decided_on="1398-12")
    plan(it, "1401")
    told = [(each["step"], each["when"], each["on"]) for each in became(it.moves, "solar_hijri", "en")]
    assert told == [("planned", "1399 SH", ""), ("postponed", "1399 SH", "Esfand 1398 SH"), ("again", "1401 SH", "")]
