"""Places in an order: between any two there is another, however often."""

from hypothesis import given
from hypothesis import strategies as st

from services.minutes.agenda.turns import after, between


@given(st.lists(st.integers(0, 1_000), min_size=1, max_size=60))
def test_whatever_is_put_wherever_the_order_is_kept_and_no_place_is_another(places: list[int]) -> None:
    order: list[str] = []
    for place in places:
        at = place % (len(order) + 1)
        low, high = order[at - 1] if at else "", order[at] if at < len(order) else ""
        order.insert(at, between(low, high) if high else after(low))
        assert order == sorted(set(order))
        assert not any(turn.endswith("0") for turn in order)


def test_a_long_list_has_short_places() -> None:
    turn, seen = "", list[str]()
    for _ in range(1_000):
        turn = after(turn)
        seen.append(turn)
    assert seen == sorted(set(seen))
    assert max(map(len, seen)) <= 4


def test_behind_the_last_of_all_places_there_is_one_more() -> None:
    assert after("zzzz") > "zzzz"


def test_the_same_two_moved_round_each_other_all_day_get_places_that_can_be_kept() -> None:
    low, high = after(""), after(after(""))
    for _ in range(500):
        low = between(low, high)
    assert low < high
    assert len(low) < 250
