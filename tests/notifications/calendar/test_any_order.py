"""Mails overtake each other, and the calendar of who receives them ends as it is so."""

import random
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.notifications.channels import Entry
from shared.contracts import Event
from shared.contracts.gatherings import (
    GatheringAnnounced,
    GatheringCancelled,
    GatheringChanged,
    GatheringPostponed,
    GatheringRescheduled,
)
from shared.contracts.registrations import (
    REGISTRATIONS,
    RegistrationApplied,
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationFacts,
    RegistrationPromoted,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
)
from tests.notifications.calendar.known import Known
from tests.notifications.calendar.own import after, noted
from tests.notifications.house import (
    GATHERING,
    GATHERING_FACTS,
    facts,
)

WHY = {"en": "Flood."}
LATER = {
    "starts_at": GATHERING_FACTS["starts_at"] + timedelta(days=7),
    "ends_at": GATHERING_FACTS["ends_at"] + timedelta(days=7),
}
WAS = {"was_starts_at": GATHERING_FACTS["starts_at"], "was_ends_at": GATHERING_FACTS["ends_at"]}

PLACE = RegistrationConfirmed(**facts(17), seat=1, ticket=1)
MOVED = GatheringChanged(**GATHERING_FACTS | {"venue": {"en": "Upper Hall"}}, material=True)
PUT_OFF = GatheringRescheduled(**GATHERING_FACTS | LATER, reason=WHY, **WAS)
POSTPONED = GatheringPostponed(gathering=GATHERING, reason=WHY)
AGAIN = GatheringAnnounced(**GATHERING_FACTS | LATER, again=True)
CANCELLED = GatheringCancelled(gathering=GATHERING, reason=WHY)
GIVEN_UP = RegistrationWithdrawn(**facts(17), freed_seat=1)
RENAMED = GatheringChanged(**GATHERING_FACTS | {"title": {"en": "Rivers"}})
TAKEN_BACK = RegistrationCancelled(**facts(17), freed_seat=1)


async def entries(*events: Event) -> list[Entry]:
    """Of what happened, each mail sent at once."""
    known, sent = Known(), []
    for minutes, event in enumerate(events):
        await known.hears(event)
        sent.append(known.sends(0, minutes))
    return [each for each in sent if each]


@pytest.mark.parametrize("last", [CANCELLED, POSTPONED, GIVEN_UP, TAKEN_BACK], ids=lambda it: type(it).__name__)
@pytest.mark.parametrize("change", [MOVED, PUT_OFF], ids=lambda it: type(it).__name__)
async def test_request_request_cancel_end_in_cancelled_in_all_six_orders(change: Event, last: Event) -> None:
    sent = await entries(PLACE, change, last)
    assert [each.method for each in sent] == ["REQUEST", "REQUEST", "CANCEL"]
    assert [after(order) for order in permutations(sent)] == [None] * 6


async def test_what_takes_place_after_all_comes_back_in_all_orders() -> None:
    sent = await entries(PLACE, POSTPONED, AGAIN)
    assert [each.method for each in sent] == ["REQUEST", "CANCEL", "REQUEST"]
    for order in permutations(sent):
        kept = after(order)
        assert kept
        assert kept.begins == LATER["starts_at"]


async def test_who_comes_after_all_has_it_again_and_a_repeat_changes_nothing() -> None:
    sent = await entries(PLACE, GIVEN_UP, PLACE)
    numbers = [noted(each).sequence for each in sent]
    assert numbers == sorted(set(numbers))
    assert all(after([*order, sent[0], sent[1]]) for order in permutations(sent))


async def test_a_mail_that_is_sent_after_the_news_that_undid_it_brings_nothing_back() -> None:
    known = Known()
    await known.hears(PLACE)
    await known.hears(GIVEN_UP)
    undone = known.sends(1, minutes=1)
    await known.hears(MOVED)
    late = known.sends(0, minutes=2)
    assert undone
    assert late
    assert [after(order) for order in permutations([undone, late])] == [None] * 2


NONE, HOLDS, WAITS = "none", "confirmed", "waitlisted"
ON, OFF = "", "postponed"

HAPPENS: list[tuple[Event, str]] = [
    (PLACE, NONE),
    (RegistrationApplied(**facts(17), reason="to_be_approved"), NONE),
    (RegistrationWaitlisted(**facts(17), rank=4), NONE),
    (RegistrationPromoted(**facts(17), seat=2, ticket=4), WAITS),
    (RegistrationWithdrawn(**facts(17), freed_rank=4), WAITS),
    (GIVEN_UP, HOLDS),
    (TAKEN_BACK, HOLDS),
    (MOVED, ON),
    (RENAMED, ON),
    (PUT_OFF, ON),
    (POSTPONED, ON),
    (AGAIN, OFF),
    (CANCELLED, ON),
    (CANCELLED, OFF),
]
"""What may become of a registration and of its gathering, and how it stands before."""


def _as_it_stands(event: Event, known: Known) -> Event:
    """A new title leaves time and place as they are by then."""
    stands = {name: getattr(known.gathering, name) for name in ("starts_at", "ends_at", "venue")}
    return event.model_copy(update=stands) if event is RENAMED else event


def _possible(events: Sequence[tuple[Event, str]]) -> Iterator[Event]:
    """Those that can happen, in this order."""
    known = Known()
    for happens, before in events:
        event, standing = _as_it_stands(happens, known), known.standing
        of_registration = isinstance(event, RegistrationFacts)
        now = (standing if standing in {HOLDS, WAITS} else NONE) if of_registration else known.gathering.off
        if now == before:
            (known.things[REGISTRATIONS].entity if of_registration else known.gathering).hear(event)
            yield event


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(HAPPENS), max_size=10), st.randoms(use_true_random=False))
async def test_whatever_happens_and_whichever_mail_is_late_the_calendar_ends_as_it_is(
    events: list[tuple[Event, str]], chance: random.Random
) -> None:
    known = Known()
    sent: list[Entry | None] = []
    for minutes, event in enumerate(_possible([(PLACE, NONE), *events])):
        await known.hears(event)
        if known.queued and chance.random() < 0.5:
            sent.append(known.sends(chance.randrange(len(known.queued)), minutes))
    while known.queued:
        sent.append(known.sends(chance.randrange(len(known.queued)), 1000 + len(sent)))
    arriving = [each for each in sent if each]
    chance.shuffle(arriving)
    there = after(arriving)
    assert bool(there) == known.comes
    if there:
        assert there.begins == known.gathering.starts_at
        assert there.venue == known.gathering.venue["en"]
