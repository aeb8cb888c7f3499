"""What a log that forgets need not have any more, and what it must have."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from plenary.verify.forgotten import KEPT, MOMENTS, Memory, owed
from plenary.verify.whole import AGGREGATES
from services.notifications.notifications.model import Attempt, Notification
from shared.contracts.event import Cleanup
from shared.contracts.registry import TOPIC
from shared.store import Stored
from tests.world.facts import known

NOW = datetime.now(UTC)
DAY = timedelta(days=1)


def partition(cleanup: Cleanup, start: int, *offsets: int, end: int, since: datetime = NOW) -> Memory:
    memory = Memory(cleanup, end)
    for offset in offsets:
        memory.hear(offset, since)
    memory.close(start)
    return memory


@pytest.mark.parametrize(
    ("memory", "holes"),
    [
        (partition("kept", 0, end=0), []),
        (partition("kept", 0, 0, 1, 2, end=3), []),
        (partition("kept", 0, 0, 2, end=3), [range(1, 2)]),
        (partition("kept", 0, 2, 3, end=6), [range(2), range(4, 6)]),
        (partition("kept", 2, 2, end=3), [range(2)]),
        (partition("kept", 0, end=3), [range(3)]),
        (partition("state", 2, 2, 3, end=4), []),
        (partition("state", 2, 3, end=4), [range(2, 3)]),
        (partition("state", 4, 2, 3, 4, end=5), []),
        (partition("state", 4, end=4), []),
        (partition("state", 4, end=0), [range(4, 5)]),
        (partition("state", 0, 1, end=2), [range(1)]),
        (partition("compact", 0, 3, 7, end=9), []),
    ],
)
def test_nothing_may_be_missing_but_what_was_taken_away_in_order(memory: Memory, holes: list[range]) -> None:
    assert memory.holes == holes


def test_a_log_that_took_nothing_away_has_forgotten_nothing() -> None:
    assert partition("state", 0, 0, end=1).forgot is None
    assert partition("kept", 0, 0, end=1).forgot is None
    assert partition("compact", 5, 5, end=6).forgot is None
    assert partition("state", 5, end=0).forgot is None


def test_how_far_a_log_forgot_is_told_by_its_first_record_and_by_the_days_for_which_it_keeps() -> None:
    long_ago = partition("state", 1, 1, end=2, since=NOW - 200 * DAY).forgot
    assert long_ago
    assert abs(long_ago - (NOW - KEPT)) < DAY
    too_far = partition("state", 1, 1, end=2, since=NOW - DAY).forgot  # its clock was ahead
    assert too_far
    assert NOW - DAY <= too_far < NOW
    all_of_it = partition("state", 2, end=2).forgot
    assert all_of_it
    assert all_of_it >= NOW


def told(*ages: int) -> Stored[Notification]:
    """Queued, begun and sent so many days ago."""
    queued, began, ended = (NOW - age * DAY for age in ages)
    facts: dict[str, Any] = {name: known(name) for name in ("id", "cause", "recipient", "about", "gathering")}
    facts |= {"about_topic": "plenary.registrations", "about_sequence": 1, "template": "t", "facts": {}}
    notification = Notification(**facts, queued_at=queued, due=None, attempts=[Attempt(began, ended)])
    return Stored(notification, sequence=3)


def test_of_a_document_the_log_must_have_what_is_surely_younger_than_what_it_forgot() -> None:
    assert owed(told(100, 100, 100), None) == 3
    assert owed(told(100, 100, 100), NOW - KEPT) == 0
    assert owed(told(100, 80, 79), NOW - KEPT) == 2
    assert owed(told(3, 2, 1), NOW - KEPT) == 3


def test_every_kind_that_publishes_where_the_log_forgets_says_when_it_surely_did() -> None:
    for topic, kinds in AGGREGATES.items():
        if TOPIC[topic].cleanup == "state":
            assert set(kinds) <= MOMENTS.keys()
