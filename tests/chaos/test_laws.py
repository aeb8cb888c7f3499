"""The checkers are checked: a true story breaks no law, and each law notices what breaks it."""

import asyncio
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any
from uuid import UUID

import pytest

from chaos import laws
from chaos.book import Ask, Book, Visitor
from chaos.seen import Seen

Break = Callable[[Book, Seen, dict[str, Any]], object]
NUMBERS = ("one", "two", "three", "four", "five")
DATA = {"confirmed": ("seat", "ticket"), "waitlisted": ("rank",), "promoted": ("seat", "ticket")}


def _id(number: int) -> str:
    return str(UUID(int=number))


def event(who: str, sequence: int, what: str, number: int = 0) -> dict[str, Any]:
    """One of the log, as the feed shows it; `number` is the seat or the rank."""
    return {
        "subject": who,
        "sequence": str(sequence),
        "id": f"{who}/{sequence}",
        "type": f"registration.{what}.v1",
        "data": {"gathering": "g", **dict.fromkeys(DATA.get(what, ()), number)},
    }


def view(state: str, seat: int | None = None, rank: int | None = None) -> dict[str, Any]:
    """A registration as the API shows it."""
    return {"state": state, "seat": seat, "rank": rank}


def asked(what: Any, began: float, status: int | None = 201, key: str = "", **answer: Any) -> Ask:
    """A request that took a second, or (status None) was never answered."""
    ended = None if status is None else began + 1
    return Ask(what, key or f"{what} {began}", began, ended, status, answer)


def true_story() -> tuple[Book, Seen, dict[str, Any]]:
    """Two seats. One sits and came in; two gave up, and their seat went to three, who waited; four and five wait.

    Two asked once more under the old key, and nothing came of it. Six hung up: nobody knows the answer.
    """
    one, two, three, four, five = map(_id, range(1, 6))
    people = {
        one: [asked("register", 0, state="confirmed", seat=1), asked("enter", 2), asked("enter", 4, key="enter 2")],
        two: [
            asked("register", 1, key="k", state="confirmed", seat=2),
            asked("cancel", 20),
            asked("register", 22, key="k", state="cancelled"),
        ],
        three: [asked("register", 5, state="waitlisted", rank=3)],
        four: [asked("register", 10, state="waitlisted", rank=4)],
        five: [asked("register", 12, state="waitlisted", rank=5)],
    }
    book = Book([Visitor(who, registration=who, asks=asks) for who, asks in people.items()], capacity=2)
    book.visitors.append(Visitor("six", asks=[asked("register", 30, None)]))
    return book, what_was_seen(one, two, three, four, five), dict(zip(NUMBERS, people, strict=True))


def what_was_seen(one: str, two: str, three: str, four: str, five: str) -> Seen:
    """Of the same: the log, the registrations, who is there and who was told."""
    told = [
        event(one, 1, "confirmed", 1),
        event(one, 2, "person-entered"),
        event(two, 1, "confirmed", 2),
        event(three, 1, "waitlisted", 3),
        event(four, 1, "waitlisted", 4),
        event(five, 1, "waitlisted", 5),
        event(two, 2, "cancelled"),
        event(three, 2, "promoted", 2),
    ]
    seen = Seen(events=[*told, deepcopy(told[2])])
    seen.registrations = {
        one: view("confirmed", seat=1),
        two: view("cancelled"),
        three: view("confirmed", seat=2),
        four: view("waitlisted", rank=4),
        five: view("waitlisted", rank=5),
    }
    seen.attendance = {one: {"state": "present"}, three: {"state": "expected"}}
    seen.notifications = [
        {"id": f"n{n}", "cause": each["id"], "message_id": f"<n{n}@x>", "state": "sent", "template": "t", "reason": ""}
        for n, each in enumerate(told)
        if each["type"] in laws.ENTERED
    ]
    seen.mails = {each["message_id"]: 1 for each in seen.notifications}
    health = {"store": "ok", "log": "ok", "degraded": [], "lag": 0, "dead_letters": 0}
    seen.readiness = {"registration": health}
    return seen


def test_a_true_story_breaks_no_law() -> None:
    book, seen, _ = true_story()
    assert {law.__name__: list(law(book, seen)) for law in laws.LAWS} == {law.__name__: [] for law in laws.LAWS}


def _without(seen: Seen, *dropped: tuple[str, int]) -> None:
    gone = {f"{who}/{sequence}" for who, sequence in dropped}
    seen.events = [each for each in seen.events if each["id"] not in gone]


def _also(seen: Seen, *events: dict[str, Any]) -> None:
    seen.events = [*seen.events, *events]


def _mailless(seen: Seen) -> None:
    del seen.mails[next(iter(seen.mails))]


def _state(seen: Seen, n: int, state: str) -> None:
    seen.notifications = [{**each, "state": state} if i == n else each for i, each in enumerate(seen.notifications)]


BROKEN: list[tuple[str, str, Break]] = [
    ("a 500", "nothing_odd", lambda b, s, w: b.odd.append("500")),
    ("a hole in a history", "histories_are_whole", lambda b, s, w: _without(s, (w["one"], 1))),
    (
        "two events of one sequence",
        "histories_are_whole",
        lambda b, s, w: _also(s, {**event(w["one"], 2, "left"), "id": "x"}),
    ),
    ("an answer that came to nothing", "acknowledged_once", lambda b, s, w: _without(s, (w["five"], 1))),
    ("an answer that was done twice", "acknowledged_once", lambda b, s, w: _also(s, event(w["two"], 3, "cancelled"))),
    (
        "a repeat of a key that was done",
        "acknowledged_once",
        lambda b, s, w: _also(s, event(w["two"], 3, "confirmed", 9)),
    ),
    (
        "two registrations of one who hung up",
        "acknowledged_once",
        lambda b, s, w: _also(s, event(_id(8), 1, "confirmed", 8), event(_id(9), 1, "confirmed", 9)),
    ),
    (
        "a state that the log does not know",
        "shown_as_told",
        lambda b, s, w: s.registrations.update({w["two"]: view("withdrawn")}),
    ),
    ("a registration that is not shown", "shown_as_told", lambda b, s, w: s.registrations.pop(w["five"])),
    (
        "a seat that was answered and not given",
        "answered_seats_are_real",
        lambda b, s, w: b.visitors[0].asks[0].answer.update(seat=7),
    ),
    ("a seat above the capacity", "seats_are_within", lambda b, s, w: setattr(b, "capacity", 1)),
    (
        "a seat of who gave up",
        "seats_are_within",
        lambda b, s, w: s.registrations.update({w["two"]: view("cancelled", seat=2)}),
    ),
    (
        "a seat of two at the end",
        "seats_are_unique",
        lambda b, s, w: s.registrations.update({w["three"]: view("confirmed", seat=1)}),
    ),
    (
        "a seat of two in the middle",
        "seats_are_unique",
        lambda b, s, w: b.visitors[2].asks.__setitem__(0, asked("register", 5, state="confirmed", seat=2)),
    ),
    (
        "a newcomer before who waits",
        "nobody_overtook",
        lambda b, s, w: s.registrations.update({w["five"]: view("confirmed", seat=3)}),
    ),
    (
        "a rank before an earlier one",
        "nobody_overtook",
        lambda b, s, w: s.registrations.update({w["five"]: view("waitlisted", rank=2)}),
    ),
    ("a free seat while somebody waits", "no_seat_is_idle", lambda b, s, w: setattr(b, "capacity", 3)),
    (
        "an event of which nobody was told",
        "everybody_was_told",
        lambda b, s, w: setattr(s, "notifications", s.notifications[1:]),
    ),
    (
        "somebody told twice",
        "everybody_was_told",
        lambda b, s, w: setattr(s, "notifications", [*s.notifications, s.notifications[0]]),
    ),
    ("a mail that is missing", "everybody_was_told", lambda b, s, w: _mailless(s)),
    ("a mail twice", "everybody_was_told", lambda b, s, w: s.mails.update({next(iter(s.mails)): 2})),
    ("a mail of nobody", "everybody_was_told", lambda b, s, w: s.mails.update({"<y@x>": 1})),
    ("a mail that was suppressed", "everybody_was_told", lambda b, s, w: _state(s, 0, "suppressed")),
    (
        "an entry that the record lacks",
        "the_record_knows_who_came",
        lambda b, s, w: s.attendance.pop(w["one"]) and None,
    ),
    (
        "an entry that nobody made",
        "the_record_knows_who_came",
        lambda b, s, w: s.attendance.update({w["three"]: {"state": "present"}}),
    ),
    ("something left to hear", "all_is_quiet", lambda b, s, w: s.readiness["registration"].update(lag=3)),  # type: ignore[attr-defined]
]


@pytest.mark.parametrize(
    ("law", "broken"), [(law, broken) for _, law, broken in BROKEN], ids=[name for name, *_ in BROKEN]
)
def test_each_law_notices_what_breaks_it(law: str, broken: Break) -> None:
    book, seen, who = true_story()
    broken(book, seen, who)
    assert list(getattr(laws, law)(book, seen))


def test_no_law_is_left_unbroken() -> None:
    assert {law for _, law, _ in BROKEN} == {law.__name__ for law in laws.LAWS}


def test_who_hung_up_may_have_been_registered_or_not() -> None:
    book, seen, _ = true_story()
    _also(seen, event(_id(6), 1, "waitlisted", 6))
    assert not list(laws.acknowledged_once(book, seen))


async def test_the_strikes_are_spread_over_the_visitors_and_the_same_seed_makes_the_same() -> None:
    from chaos.__main__ import strikes

    class Struck:
        done: list[float]

        def __init__(self) -> None:
            self.done = []

        async def strike(self, chance: Random) -> str:
            self.done.append(chance.random())
            return "struck"

    class Through:
        left = 100
        many = 100

    first, second = Struck(), Struck()
    async with asyncio.timeout(30):
        for target in (first, second):
            assert await strikes(target, Through(), 5, seed=7) == 5  # type: ignore[arg-type]
    assert first.done == second.done
