"""The claims of the demo, each with a story in which it does not hold; and how waits and crowds end."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from plenary.client import Failure
from plenary.demo.claims import Told, claims
from plenary.demo.show import all_of, must, until

Event = dict[str, Any]


def story() -> list[Event]:
    """300 seats, 100 ranks, the holder of seat 150 cancelled, the first who waited promoted."""
    events = [told("confirmed", n, seat=n, ticket=n) for n in range(1, 301)]
    events += [told("waitlisted", n, rank=n) for n in range(301, 401)]
    return [*events, told("cancelled", 150), told("promoted", 301, seat=150, ticket=301)]


def told(name: str, n: int, **data: int) -> Event:
    return {"type": f"registration.{name}.v1", "subject": str(n), "data": data}


def broken(events: list[Mapping[str, Any]]) -> list[str]:
    found = Told()
    for event in events:
        found.hear(event)
    return [claim for holds, claim in claims(found, 400) if not holds]


def test_a_true_story_holds_and_repeats_change_nothing() -> None:
    assert not broken([*story(), *story()])


def replaced(old: Event, new: Event) -> list[Event]:
    return [new if event == old else event for event in story()]


STORIES: dict[str, Callable[[], list[Event]]] = {
    "300 were confirmed with distinct seats": lambda: replaced(
        told("confirmed", 7, seat=7, ticket=7), told("confirmed", 7, seat=8, ticket=7)
    ),
    "100 were put on the waiting list": lambda: [each for each in story() if each != told("waitlisted", 400, rank=400)],
    "each rank was given once": lambda: replaced(told("waitlisted", 400, rank=400), told("waitlisted", 400, rank=399)),
    "nobody's rank is another's ticket": lambda: replaced(
        told("waitlisted", 400, rank=400), told("waitlisted", 400, rank=12)
    ),
    "one who held a seat was cancelled": lambda: [each for each in story() if each != told("cancelled", 150)],
    "one was promoted": lambda: [*story(), told("promoted", 302, seat=151, ticket=302)],
    "it was the first who waited": lambda: replaced(story()[-1], told("promoted", 302, seat=150, ticket=302)),
    "into the seat that became free": lambda: replaced(story()[-1], told("promoted", 301, seat=301, ticket=301)),
}


@pytest.mark.parametrize("claim", STORIES)
def test_a_story_that_is_not_true_is_found_out(claim: str) -> None:
    assert claim in broken(list(STORIES[claim]()))


async def test_one_that_fails_ends_the_crowd_with_its_own_sentence() -> None:
    async def act(number: int) -> None:
        must(number != 3, "three is no crowd")

    with pytest.raises(Failure, match="three is no crowd"):
        await all_of("counting", range(10), act)


async def test_one_too_many_is_found_out_while_waiting() -> None:
    async def count() -> int:
        return 3

    with pytest.raises(Failure, match="2 and no more"):
        await until("mails", 2, count)
