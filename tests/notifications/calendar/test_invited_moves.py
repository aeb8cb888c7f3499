"""The gathering to which somebody is invited moves or does not take place: the entry of the invitation goes with it."""

import random
from collections.abc import Sequence
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from services.notifications.calendar import ASKED
from services.notifications.channels import Entry
from shared.contracts import Event
from shared.contracts.invitations import InvitationDeclined
from tests.notifications.calendar.known import Known
from tests.notifications.calendar.own import after, noted, read
from tests.notifications.calendar.test_any_order import AGAIN, CANCELLED, MOVED, POSTPONED, PUT_OFF
from tests.notifications.calendar.test_invited import ANSWER, FROM, INVITED, STEPS, sent_at_once
from tests.notifications.house import gathering

OF_GATHERING: dict[str, tuple[Event, str]] = {
    "moved": (MOVED, ""),
    "put off": (PUT_OFF, ""),
    "postponed": (POSTPONED, ""),
    "again": (AGAIN, "postponed"),
    "cancelled": (CANCELLED, ""),
}
"""What may become of the gathering, and how it stands before."""


async def test_who_has_not_answered_sees_the_entry_move_and_vanish_and_come_again() -> None:
    sent = await sent_at_once(Known(), INVITED, PUT_OFF, POSTPONED, AGAIN, CANCELLED)
    assert [each.method for each in sent] == ["REQUEST", "REQUEST", "CANCEL", "REQUEST", "CANCEL"]
    assert [noted(each).begins for each in sent[:2]] == [gathering().starts_at, PUT_OFF.starts_at]
    assert len({read(each.content).vevent.uid.value for each in sent}) == 1
    numbers = [noted(each).sequence for each in sent]
    assert numbers == sorted(set(numbers))
    assert [after(order) for order in permutations(sent)] == [None] * 120
    assert [bool(after(order)) for order in permutations(sent[:4])] == [True] * 24


async def test_what_was_said_of_it_before_stands_when_it_moves() -> None:
    for said, answer in (((), "NEEDS-ACTION"), (STEPS["perhaps"], "TENTATIVE")):
        *_, moved = await sent_at_once(Known(), INVITED, *said, MOVED)
        [attendee] = read(moved.content).vevent.attendee_list
        assert (moved.method, attendee.params["PARTSTAT"], attendee.params["RSVP"]) == ("REQUEST", [answer], ["TRUE"])


async def test_who_declined_or_was_invited_no_more_hears_nothing_of_it() -> None:
    for over in (InvitationDeclined(**ANSWER), *STEPS["withdraw"]):
        known = Known()
        await sent_at_once(known, INVITED, over)
        assert await sent_at_once(known, MOVED, POSTPONED, AGAIN, CANCELLED) == []
        assert known.queued == []


async def test_who_accepted_is_told_once_and_by_the_entry_of_the_place() -> None:
    known = Known()
    await sent_at_once(known, INVITED, *STEPS["accept"])
    await known.hears(PUT_OFF)
    [told] = known.queued
    assert told.template == "gathering-rescheduled"
    moved = known.sends(0, 9)
    assert moved
    [attendee] = read(moved.content).vevent.attendee_list
    assert attendee.params["PARTSTAT"] == ["ACCEPTED"]


def _events(step: str, known: Known) -> tuple[Event, ...]:
    """What the step brings, if it can happen now."""
    if step in STEPS:
        return STEPS[step] if known.invited in FROM[step] else ()
    event, before = OF_GATHERING[step]
    return (event,) if known.gathering.off == before else ()


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from([*STEPS, *OF_GATHERING]), max_size=12), st.randoms(use_true_random=False))
async def test_whatever_becomes_of_both_numbers_never_go_back_and_the_calendar_ends_as_it_is(
    steps: Sequence[str], chance: random.Random
) -> None:
    """Each is sent at once, so each is higher than those before; whichever arrives last."""
    known, sent = Known(), list[Entry]()
    for event in (event for step in ("invite", *steps) for event in _events(step, known)):
        await known.hears(event)
        assert len(known.queued) <= 1, "one mail, not two"
        sent += [entry for _ in known.queued[:1] if (entry := known.sends(0, len(sent)))]
    numbers = [noted(each).sequence for each in sent]
    assert numbers == sorted(numbers)
    asked = known.invited in ASKED
    before_last = after(sent)
    chance.shuffle(sent)
    assert after(sent) == before_last
    assert bool(before_last) == ((known.comes or asked) and not known.gathering.off)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from([*STEPS, *OF_GATHERING]), max_size=12), st.randoms(use_true_random=False))
async def test_whichever_mail_is_late_the_calendar_ends_as_it_is(steps: Sequence[str], chance: random.Random) -> None:
    known, sent = Known(), list[Entry | None]()
    for event in (event for step in ("invite", *steps) for event in _events(step, known)):
        await known.hears(event)
        if known.queued and chance.random() < 0.5:
            sent.append(known.sends(chance.randrange(len(known.queued)), len(sent)))
    while known.queued:
        sent.append(known.sends(chance.randrange(len(known.queued)), 1000 + len(sent)))
    arriving = [each for each in sent if each]
    chance.shuffle(arriving)
    there = after(arriving)
    assert bool(there) == ((known.comes or known.invited in ASKED) and not known.gathering.off)
    if there:
        assert there.begins == known.gathering.starts_at
