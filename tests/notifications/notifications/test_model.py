"""A notification under any order of what may happen to it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.notifications.channels import Trouble
from services.notifications.mirrors import Person
from services.notifications.notifications.model import FAILED, HANDED_OVER, JOINING, SCHEDULE, Notification, State
from services.notifications.wording import Wording
from shared.contracts.notifications import NotificationFacts, NotificationFailed, NotificationSending
from shared.errors import Conflict
from tests.notifications.house import START, person, recorded

ID = UUID("6f0c1f0e-0000-4000-8000-00000000000a")
WORDING = Wording(1, "en", "Subject", "Text")


def queued() -> Notification:
    return Notification(
        id=ID,
        cause=uuid5(ID, "cause"),
        about_topic="plenary.registrations",
        about=uuid5(ID, "registration"),
        about_sequence=1,
        recipient=uuid5(ID, "person"),
        gathering=uuid5(ID, "gathering"),
        template="registration-confirmed",
        facts={"category": "delegate"},
        queued_at=START,
    )


def begun(notification: Notification, at: datetime) -> NotificationSending:
    lease = uuid5(ID, f"lease/{at}")
    return notification.begin(at, lease=lease, wording=WORDING, message_id="<x@y>", useful_until=None)


def test_a_mail_that_is_taken_over_is_sent_and_done() -> None:
    mail = queued()
    begun(mail, START)
    assert (mail.state, mail.due) == (State.SENDING, None)
    event = mail.sent(START + timedelta(seconds=1), "250 taken")
    assert (mail.state, mail.due, mail.lease) == (State.SENT, None, None)
    assert (event.attempts, event.message_id) == (1, "<x@y>")


def test_a_refusal_for_now_is_tried_by_the_schedule_and_then_given_up() -> None:
    mail, at = queued(), START
    for wait in SCHEDULE:
        begun(mail, at)
        mail.delayed(at, Trouble.REFUSED_FOR_NOW, "450 4.2.1 later", jitter=1.2)
        assert mail.due == at + wait * 1.2
        at = mail.due
    begun(mail, at)
    event = mail.delayed(at, Trouble.REFUSED_FOR_NOW, "450 4.2.1 later", jitter=1.0)
    assert isinstance(event, NotificationFailed)
    assert (mail.state, mail.due, event.answer) == (State.PERMANENT_FAILURE, None, "450 4.2.1")


def test_a_recipient_who_is_not_known_yet_is_looked_for_soon_and_does_not_use_the_schedule_up() -> None:
    mail, at = queued(), START
    for wait in JOINING:
        mail.delayed(at, Trouble.UNKNOWN, "", jitter=1.0)
        assert mail.due == at + wait
        at = mail.due
    begun(mail, at)
    mail.delayed(at, Trouble.REFUSED_FOR_NOW, "450", jitter=1.0)
    assert mail.due == at + SCHEDULE[0]
    mail.delayed(mail.due, Trouble.UNKNOWN, "", jitter=1.0)
    assert mail.state is State.TECHNICAL_FAILURE


def test_what_a_server_said_is_published_as_its_code_alone() -> None:
    mail = queued()
    begun(mail, START)
    event = mail.failed(START, Trouble.REFUSED, "550 5.1.1 Nadia Brook is unknown here")
    assert event.answer == "550 5.1.1"
    assert mail.attempts[0].answer == "550 5.1.1 Nadia Brook is unknown here"


def test_a_mail_whose_fate_is_unknown_is_handed_over_once_more_with_the_same_date() -> None:
    mail = queued()
    begun(mail, START)
    once = mail.handed_over_too_often
    begun(mail, START + timedelta(hours=1))
    assert mail.attempts[0].trouble is Trouble.LOST
    assert mail.dated == START
    assert (once, mail.handed_over_too_often) == (False, True)
    mail.failed(START + timedelta(hours=2), Trouble.LOST, "")
    assert mail.state is State.TECHNICAL_FAILURE


def test_the_secretariat_sends_again_only_what_failed() -> None:
    mail = queued()
    with pytest.raises(Conflict):
        mail.retried()
    begun(mail, START)
    mail.failed(START, Trouble.REFUSED, "550")
    assert mail.retried().attempts == 1
    begun(mail, START)
    mail.delayed(START, Trouble.REFUSED_FOR_NOW, "450", jitter=1.0)
    assert mail.due == START + SCHEDULE[0]


Step = tuple[str, Any]

steps = st.lists(
    st.tuples(
        st.sampled_from(
            ["begin", "sent", "failed", "suppressed", "retried", "scheduled", *(f"delayed {t}" for t in Trouble)]
        ),
        st.integers(0, 200_000),
    ),
    max_size=60,
)


@settings(deadline=None)
@given(steps)
def test_any_order_of_steps_keeps_what_must_hold(taken: list[tuple[str, int]]) -> None:
    mail, at = queued(), START
    for name, seconds in taken:
        at += timedelta(seconds=seconds)
        before = mail.state
        try:
            event = _step(mail, name, at)
        except Conflict:
            assert mail.state is before
            continue
        assert event.notification == ID
        assert event.attempts == len(mail.attempts)
        _must_hold(mail)


def _step(mail: Notification, name: str, at: datetime) -> NotificationFacts:
    match name.split():
        case ["begin"]:
            return begun(mail, at)
        case ["sent"]:
            return mail.sent(at, "250")
        case ["failed"]:
            return mail.failed(at, Trouble.REFUSED, "550")
        case ["scheduled"]:
            return mail.scheduled(at + timedelta(days=1))
        case ["suppressed"]:
            return mail.suppressed("past")
        case ["delayed", trouble]:
            return mail.delayed(at, Trouble(trouble), "", jitter=1.0)
        case _:
            return mail.retried()


def _must_hold(mail: Notification) -> None:
    assert (mail.due is not None) == (mail.state in {State.TEMPORARY_FAILURE, State.SCHEDULED})
    assert (mail.lease is not None) == (mail.state is State.SENDING)
    assert (mail.sent_at is not None) == (mail.state is State.SENT)
    may_have_arrived = any(attempt.trouble is Trouble.LOST for attempt in mail.attempts)
    assert not (may_have_arrived and mail.state in {State.SUPPRESSED, State.PERMANENT_FAILURE})
    assert not (may_have_arrived and mail.was_delayed)
    counted = mail.attempts[mail.counted_from :]
    assert len(counted) <= len(SCHEDULE) + len(JOINING) + 2 * HANDED_OVER + 60 * (mail.state in FAILED)
    unended = [attempt for attempt in mail.attempts if attempt.ended_at is None]
    assert len(unended) == (mail.state is State.SENDING)
    assert mail.dated is None or mail.dated <= mail.attempts[-1].began_at


def test_of_an_erased_person_only_the_id_is_left() -> None:
    someone = person(1, "fa")
    someone.hear(None)
    assert someone == Person(someone.id, erased=True)
    someone.hear(recorded(1, "fa"))
    assert someone.name


def test_times_are_utc() -> None:
    assert queued().queued_at.tzinfo is UTC
