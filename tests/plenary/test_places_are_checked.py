"""Seats, ranks and the door, broken on purpose and caught."""

from datetime import timedelta
from typing import Any

import pytest

from plenary.verify.door import Door
from plenary.verify.line import Line, Seating, Wait, overtaken
from plenary.verify.places import Places
from services.minutes.attendance.model import Attendance, Passage, Presence
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import GatheringState
from services.registration.registrations.model import Registration, RegistrationState
from shared.contracts import Event
from shared.contracts.gatherings import CapacityChanged
from shared.contracts.registrations import PersonEntered, PersonLeft
from tests.plenary.told import START, at, cancelled, confirmed, promoted, record, waitlisted
from tests.world.facts import GATHERING, known

State = RegistrationState


def registration(n: int, state: State, seat: int | None = None, ticket: int | None = None) -> Registration:
    pool = f"{GATHERING}/delegate"
    return Registration(
        known(n), GATHERING, known(f"person {n}"), "delegate", pool, state=state, seat=seat, ticket=ticket
    )


def gathering(seats: int, state: GatheringState = GatheringState.OPEN) -> Gathering:
    facts: dict[str, Any] = {
        "gathering_kind": "meeting",
        "title": {},
        "venue": {},
        "mode": "online",
        "time_zone": "UTC",
    }
    capacity = {"delegate": seats}
    ends = START + timedelta(hours=8)
    return Gathering(
        id=GATHERING, starts_at=START, ends_at=ends, capacity=capacity, smallest=capacity, state=state, **facts
    )


def seen(*registrations: Registration, capacity: int = 2) -> tuple[Places, list[str]]:
    places = Places()
    places.hear(CapacityChanged(gathering=GATHERING, capacity={"delegate": capacity}))
    faults = [fault for each in registrations for fault in places.see(each)]
    return places, [*faults, *places.above()]


FULL = (
    registration(1, State.CONFIRMED, 1, 1),
    registration(2, State.CONFIRMED, 2, 2),
    registration(3, State.WAITLISTED, None, 3),
    registration(4, State.CANCELLED),
)


def test_a_full_pool_is_no_fault() -> None:
    places, faults = seen(*FULL)
    assert not faults
    assert not list(places.unfilled(gathering(2)))


@pytest.mark.parametrize(
    ("intruder", "fault"),
    [
        (registration(9, State.CONFIRMED, 2, 9), "seat 2 is held by"),
        (registration(9, State.WAITLISTED, None, 3), "ticket 3 is held by"),
        (registration(9, State.CONFIRMED, 3, 9), "seat 3 was given, there were never more than 2"),
        (registration(9, State.CONFIRMED, None, 9), "is confirmed, with seat None"),
        (registration(9, State.CANCELLED, 7, None), "is cancelled, with seat 7"),
        (registration(9, State.WAITLISTED, None, None), "is waitlisted, with seat None and ticket None"),
    ],
)
def test_a_seat_or_ticket_held_twice_too_high_or_without_reason_is_caught(intruder: Registration, fault: str) -> None:
    _, faults = seen(*FULL, intruder)
    assert any(fault in each for each in faults)


def test_a_seat_above_the_capacity_that_was_only_told_is_caught_and_one_below_an_earlier_capacity_is_not() -> None:
    places, _ = seen(*FULL)
    places.hear(confirmed(5, 3, 5))
    assert len(list(places.above())) == 1
    places.hear(CapacityChanged(gathering=GATHERING, capacity={"delegate": 3}))
    places.hear(CapacityChanged(gathering=GATHERING, capacity={"delegate": 1}))
    assert not list(places.above())


def test_somebody_who_waits_while_a_seat_is_free_is_caught_while_seats_are_given() -> None:
    places, _ = seen(FULL[0], FULL[2])
    assert list(places.unfilled(gathering(2))) == [f"{GATHERING}/delegate: 1 wait while 1 seats are free"]
    assert not list(places.unfilled(gathering(2, GatheringState.ADJOURNED)))
    assert not list(places.unfilled(gathering(1)))


def line(*told: tuple[int, Event, float]) -> list[str]:
    """Who, what, and when (seconds); the log takes each a tenth of a second later."""
    found, sequences = Line(), dict.fromkeys((who for who, _, _ in told), 0)
    for who, event, second in told:
        sequences[who] += 1
        found.hear(record(known(who), sequences[who], event, second), at(second + 0.1))
    return list(found.faults())


def test_the_first_who_waits_gets_the_seat() -> None:
    story = (
        (1, waitlisted(1, 11), 0),
        (2, waitlisted(2, 12), 1),
        (1, promoted(1, 5, 11), 5),
        (2, promoted(2, 6, 12), 5),
    )
    assert not line(*story)


def test_a_promotion_past_somebody_who_waits_is_caught() -> None:
    [fault] = line((1, waitlisted(1, 11), 0), (2, waitlisted(2, 12), 1), (2, promoted(2, 5, 12), 5))
    assert "(ticket 12) got a seat while" in fault
    assert "rank 11" in fault


def test_a_newcomer_who_overtakes_is_caught() -> None:
    assert line((1, waitlisted(1, 11), 0), (2, confirmed(2, 5, 12), 5))


def test_whoever_left_is_not_overtaken() -> None:
    assert not line(
        (1, waitlisted(1, 11), 0), (1, cancelled(1), 3), (2, waitlisted(2, 12), 1), (2, promoted(2, 5, 12), 5)
    )


def test_two_who_move_at_the_same_moment_are_no_fault() -> None:
    assert not line((2, waitlisted(2, 12), 0), (1, waitlisted(1, 11), 5), (2, promoted(2, 5, 12), 5.05))
    assert not line(
        (1, waitlisted(1, 11), 0), (2, waitlisted(2, 12), 0), (2, promoted(2, 5, 12), 5), (1, promoted(1, 6, 11), 5.05)
    )


def test_a_lower_rank_is_found_behind_one_who_left_at_that_moment() -> None:
    waits = [Wait(known(1), 11, since=0, until=5.05), Wait(known(2), 12, since=0)]
    seating = Seating(known(3), 13, after=5, before=5.1)
    assert list(overtaken(waits, [seating])) == [(seating, waits[1])]
    later = Seating(known(4), 14, after=6, before=6.1)
    assert [wait.rank for _, wait in overtaken(waits, [later, seating])] == [12, 12]


def passed(who: int, *ways: str) -> tuple[list[Event], Attendance]:
    facts = {"gathering": GATHERING, "person": known(f"person {who}"), "category": "delegate"}
    events: list[Event] = [
        PersonEntered.model_validate({**facts, "entered_at": START, "source": "door"})
        if way == "in"
        else PersonLeft.model_validate({**facts, "left_at": START, "source": "door"})
        for way in ways
    ]
    passages = [Passage(START, "in" if way == "in" else "out", "door") for way in ways]
    state = Presence.PRESENT if ways[-1] == "in" else Presence.LEFT
    return events, Attendance(known(who), gathering=GATHERING, state=state, passages=passages)


def test_a_door_whose_sums_agree_is_no_fault_and_one_passage_more_or_less_is_caught() -> None:
    first, second = passed(1, "in", "out"), passed(2, "in")
    door = Door()
    for events, attendance in (first, second):
        for event in events:
            door.hear(event)
        door.see(attendance)
    assert not list(door.faults())
    door.see(Attendance(known(3), gathering=GATHERING, state=Presence.PRESENT, passages=second[1].passages))
    assert [fault.partition(": ")[2] for fault in door.faults()] == [
        "2 times in at the door, 3 in the minutes",
        "1 are inside by the door, 2 by the minutes",
    ]
