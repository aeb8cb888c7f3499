"""The course of a meeting alone: whatever is asked of it, in any order, one item is in hand, and a mistake leaves no trace."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary.verify.facts import Told as Heard
from plenary.verify.facts import unlike
from services.minutes.course.model import MOST, Course, TakeUpItem, Taking, TakingState, Told
from shared.contracts.decisions import QuorumCount
from shared.errors import Conflict, Refused
from tests.minutes.facts import minute
from tests.world.facts import GATHERING, known
from tests.world.records import record

ENTERED = {
    "course.item-taken-up.v1": TakingState.IN_HAND,
    "course.item-closed.v1": TakingState.CLOSED,
    "course.item-taking-undone.v1": TakingState.UNDONE,
}
"""Which state each event enters."""

Step = tuple[str, int, int]
STEPS = st.tuples(st.sampled_from(["take", "take", "close", "undo"]), st.integers(0, 2), st.integers(0, 5))


def item(n: int) -> UUID:
    return known(f"item {n}")


def count(present: int) -> QuorumCount | None:
    """Nobody: the body has no rule."""
    return QuorumCount(5, 3, present) if present else None


def take(course: Course, n: int, which: int, present: int = 4) -> Told:
    asked = TakeUpItem(id=known(f"asked {n}"), at=minute(n), gathering=GATHERING, item=item(which))
    return course.take_up(asked, count(present))


def do(course: Course, n: int, step: Step) -> Told:
    what, which, present = step
    if what == "take":
        return take(course, n, which, present)
    return course.close(item(which), minute(n), count(present)) if what == "close" else course.undo(minute(n))


def seen(course: Course) -> Sequence[tuple[Any, ...]]:
    """What stands."""
    return [(each.item, each.taken_up_at, each.closed_at, each.quorum, each.state) for each in course.stands]


@given(st.lists(STEPS, max_size=25))
def test_one_item_is_in_hand_each_state_has_its_event_and_what_is_undone_was_not(steps: list[Step]) -> None:
    course, states = Course.of(GATHERING), dict[UUID, TakingState]()
    for n, step in enumerate(steps, 1):
        before, stood = str(course), seen(course)
        try:
            told = do(course, n, step)
        except Refused:
            assert str(course) == before, "what is refused changes nothing"
            continue
        states |= {each.taking: ENTERED[each.type] for each in told}
        assert states == {each.id: each.state for each in course.taken}
        if not told:
            assert str(course) == before, "what nobody is told of changed nothing"
            continue
        _is_in_order(course)
        if step[0] != "undo":
            assert do(course, n, step) == [], "asked twice, it is so already"
            undone = Course(id=course.id, gathering=course.gathering, taken=list(course.taken))
            opens = undone.opens_by_undo
            undone.undo(minute(n))
            assert seen(undone) == stood, "as if it had never been pressed"
            assert opens == (undone.in_hand.item if undone.in_hand else None)


def _is_in_order(course: Course) -> None:
    assert all(each.state is TakingState.CLOSED for each in course.stands[:-1]), "only the last can be in hand"
    now = [each for each in course.stands if each.state is TakingState.IN_HAND]
    assert now == [each for each in (course.in_hand,) if each]
    times: list[datetime] = []
    for each in course.stands:
        assert (each.closed_at is None) == (each.state is TakingState.IN_HAND)
        times += [each.taken_up_at, *([each.closed_at] if each.closed_at else [])]
    assert times == sorted(times)


def test_another_item_closes_the_one_before_with_the_same_count_and_an_item_comes_back() -> None:
    course = Course.of(GATHERING)
    assert [each.type for each in take(course, 1, 0)] == ["course.item-taken-up.v1"]
    told = take(course, 2, 1, present=3)
    assert [(each.type, getattr(each, "item")) for each in told] == [  # noqa: B009  each of them has one
        ("course.item-closed.v1", item(0)),
        ("course.item-taken-up.v1", item(1)),
    ]
    first, second = course.stands
    assert (first.closing_quorum, second.quorum) == (count(3), count(3))
    take(course, 3, 0)
    assert [each.item for each in course.stands] == [item(0), item(1), item(0)]


def test_a_closing_that_is_undone_goes_on_from_when_it_was_taken_up() -> None:
    course = Course.of(GATHERING)
    take(course, 1, 0)
    course.close(item(0), minute(5), count(2))
    [again] = course.undo(minute(6))
    assert (again.type, course.in_hand) == ("course.item-taken-up.v1", _only(course))
    assert (_only(course).taken_up_at, _only(course).closing_quorum) == (minute(1), None)
    assert [each.type for each in course.undo(minute(7))] == ["course.item-taking-undone.v1"]
    with pytest.raises(Conflict) as refused:
        course.undo(minute(8))
    assert refused.value.slug == "nothing-to-undo"


def _only(course: Course) -> Taking:
    [one] = course.stands
    return one


def test_what_was_closed_by_itself_stays_so_when_the_next_is_undone() -> None:
    course = Course.of(GATHERING)
    take(course, 1, 0)
    course.close(item(0), minute(2), None)
    take(course, 3, 1)
    assert [each.type for each in course.undo(minute(4))] == ["course.item-taking-undone.v1"]
    assert (course.in_hand, _only(course).closed_at) == (None, minute(2))


def test_nothing_ends_before_it_began_and_the_course_has_an_end() -> None:
    course = Course.of(GATHERING)
    take(course, 9, 0)
    course.close(item(0), minute(1), None)
    assert _only(course).closed_at == minute(9)
    for n in range(1, MOST):
        take(course, 9 + n, n)
    with pytest.raises(Conflict) as refused:
        take(course, 1_000, MOST)
    assert refused.value.slug == "full"
    with pytest.raises(Conflict) as other:
        course.close(item(0), minute(1_001), None)
    assert other.value.slug == "not-in-hand"


@pytest.mark.parametrize("present", [3, 5])
def test_another_count_in_the_newest_event_is_seen_by_who_checks_the_log(present: int) -> None:
    course, heard = Course.of(GATHERING), Heard()
    [taken] = take(course, 1, 0)
    heard.hear(record(course.id, 1, taken))
    assert list(unlike(course, heard, None)) == []
    heard.hear(record(course.id, 1, taken.model_copy(update={"quorum": count(present)})))
    assert ["quorum" in each for each in unlike(course, heard, None)] == [True]
