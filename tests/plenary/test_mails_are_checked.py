"""Notifications and mails, broken on purpose and caught; and what only looks broken, which is no fault."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import pytest

from plenary.verify.mails import Case, Cause, Outcome, causes_of, misplaced, outcomes, unsent, untold
from services.notifications.channels import Trouble
from services.notifications.notifications.model import Attempt, Notification, State
from services.notifications.rules import BY_EVENT, Rule
from shared.contracts import Event
from shared.contracts.gatherings import GatheringHeld
from shared.contracts.registrations import RegistrationApplied, RegistrationWithdrawn
from tests.plenary.told import START, cancelled, confirmed, promoted, record, waitlisted
from tests.world.facts import GATHERING, known

OVER = START + timedelta(days=1)
"""When the gathering ends."""


def cause(event: Event | None = None, sequence: int = 1) -> Cause:
    [found] = causes_of(record(known(1), sequence, event or confirmed(1, 4, 4)))
    return found


CAUSE = cause()


def notification(of: Cause = CAUSE, **other: object) -> Notification:
    assert of.notification is not None
    sent = Notification(
        id=of.notification,
        cause=of.event,
        about_topic=of.topic,
        about=of.about,
        about_sequence=of.sequence,
        recipient=known("person 1"),
        gathering=GATHERING,
        template="registration-confirmed",
        facts={},
        queued_at=START,
        state=State.SENT,
        attempts=[Attempt(START, START)],
        message_id=f"<{of.notification}@basins.example>",
        through="folder",
    )
    return replace(sent, **other)  # type: ignore[arg-type]  # the fields of a test


def tried(*troubles: Trouble) -> list[Attempt]:
    return [Attempt(START, START, each, "550 5.1.1" if each is Trouble.REFUSED else "") for each in troubles]


def mail(folder: Path, message_id: str) -> Path:
    file = folder / f"{CAUSE.notification}.eml"
    file.write_bytes(f"Subject: A seat\r\nMessage-ID: {message_id}\r\n\r\nMessage-ID: <not@this>\r\n".encode())
    return file


def ends(*cases: Case, after: timedelta = timedelta()) -> Sequence[Outcome]:
    """In the order of the cases."""
    return [*outcomes(cases, START + after)][::-1]


def quietly(event: Event, sequence: int) -> Case:
    """An event that leaves the registration elsewhere, and of which nobody is told."""
    of = cause(event, sequence)
    assert of.notification is None
    return Case(of, None, erased=False, ends_at=OVER)


def case(state: State = State.SENT, *, of: Cause = CAUSE, erased: bool = False, **other: object) -> Case:
    return Case(of, notification(of, state=state, **other), erased, OVER)


CANCELLED = case(of=cause(cancelled(1), 2))
NO_LONGER_SO, ERASED = "not told, since they were no longer so", "not told, since their reader was erased"
SUPERSEDED = case(State.SUPPRESSED, reason="superseded", attempts=tried(Trouble.TECHNICAL))


def test_whoever_is_told_has_one_notification_made_from_the_event() -> None:
    told = (confirmed(1, 4, 4), waitlisted(1, 9), promoted(1, 4, 9), cancelled(1))
    causes = [cause(event, sequence) for sequence, event in enumerate(told, 1)]
    assert len({each.notification for each in causes}) == len(told)
    assert not list(untold(CAUSE, notification()))


def test_of_what_has_no_table_here_everybody_is_to_be_told_whom_a_rule_names(monkeypatch: pytest.MonkeyPatch) -> None:
    people: list[UUID] = [known("person 1"), known("person 2")]
    held: type[Event] = GatheringHeld
    monkeypatch.setitem(BY_EVENT, held, (Rule(held, "held", "thanks", whom=lambda _: people),))
    heard = record(GATHERING, 3, GatheringHeld(gathering=GATHERING))
    causes = causes_of(heard)
    assert [each.person for each in causes] == people
    assert [each.notification for each in causes] == [uuid5(heard.id, f"thanks/{each}") for each in people]
    assert {(each.standing, each.about, each.gathering) for each in causes} == {("held", GATHERING, GATHERING)}


def test_an_event_told_to_nobody_or_as_another_is_caught() -> None:
    assert "was told to nobody" in next(untold(CAUSE, None))
    assert "tells of another event" in next(untold(CAUSE, notification(cause=known("other"))))
    assert "another person" in next(untold(CAUSE, notification(recipient=known("person 2"))))


@pytest.mark.parametrize(
    ("cases", "what"),
    [
        ([case()], "told"),
        ([case(State.QUEUED)], "still waiting"),
        ([case(State.SENDING)], "still waiting"),
        ([case(State.TEMPORARY_FAILURE, attempts=tried(Trouble.REFUSED_FOR_NOW))], "still waiting"),
        ([case(State.SUPPRESSED, reason="erased", erased=True)], ERASED),
        ([case(State.TECHNICAL_FAILURE, attempts=tried(Trouble.LOST), erased=True)], ERASED),
        ([SUPERSEDED, CANCELLED], NO_LONGER_SO),
        ([case(State.SUPPRESSED, reason="called_off", called_off=True)], "not told, since the secretariat called it off"),
        ([SUPERSEDED, replace(SUPERSEDED, cause=cause(waitlisted(1, 3), 2)), CANCELLED], NO_LONGER_SO),
        ([case(State.PERMANENT_FAILURE, attempts=tried(Trouble.REFUSED)), CANCELLED], "failed, and told since what is so"),
    ],
)  # fmt: skip
def test_who_was_told_or_not_for_a_reason_is_no_fault(cases: Sequence[Case], what: str) -> None:
    found = ends(*cases)
    assert found[0].what == what
    assert not [each.fault for each in found if each.fault]


def test_an_address_that_is_not_written_to_again_and_one_that_nobody_confirmed_are_no_fault() -> None:
    facts = {"gathering": GATHERING, "person": known("person 1"), "category": "delegate"}
    asked = RegistrationApplied.model_validate({**facts, "reason": "address_unconfirmed"})
    given_up = RegistrationWithdrawn.model_validate({**facts, "reason": "address_unconfirmed"})
    first = replace(SUPERSEDED, cause=cause(asked))
    found = ends(first, quietly(asked.model_copy(update={"quiet": True}), 2), quietly(given_up, 3))
    assert [(each.what, each.fault) for each in found] == [(NO_LONGER_SO, ""), ("", ""), ("", "")]


def test_what_was_over_is_no_fault_and_what_is_said_to_be_over_and_is_not_is_one() -> None:
    past = case(State.SUPPRESSED, reason="past")
    assert not ends(past, after=timedelta(days=2))[0].fault
    assert "suppressed as past, which is not so" in ends(past)[0].fault
    moved = case(State.SUPPRESSED, reason="past", useful_until=START)  # it was over, and was put off since
    assert not ends(moved)[0].fault


NEVER = "was never told of registration.confirmed.v1"


@pytest.mark.parametrize(
    ("cases", "fault"),
    [
        ([case(State.PERMANENT_FAILURE, attempts=tried(Trouble.REFUSED))], f"{CAUSE.event}: permanent_failure (550 5.1.1)"),
        ([case(State.TECHNICAL_FAILURE, attempts=tried(Trouble.TECHNICAL))], NEVER),
        ([case(State.TECHNICAL_FAILURE, attempts=tried(Trouble.LOST, Trouble.LOST))], "may never have been told"),
        ([case(State.SUPPRESSED, reason="erased")], f"{NEVER} {CAUSE.event}: suppressed as erased, which is not so"),
        ([case(State.SUPPRESSED, reason="")], NEVER),
        ([case(State.SUPPRESSED, reason="called_off")], NEVER),
        ([SUPERSEDED], NEVER),
        ([SUPERSEDED, case(of=cause(promoted(1, 4, 9), 2))], NEVER),  # it tells the same: nothing was overtaken
        ([SUPERSEDED, case(State.PERMANENT_FAILURE, of=CANCELLED.cause, attempts=tried(Trouble.REFUSED))], NEVER),
        ([CANCELLED, replace(SUPERSEDED, cause=cause(sequence=3))], ""),
    ],
)  # fmt: skip
def test_who_was_never_told_is_named(cases: Sequence[Case], fault: str) -> None:
    found = ends(*cases)
    faulty = found[-1] if not fault else found[0]
    assert fault in faulty.fault
    assert str(known("person 1")) in faulty.fault


def test_a_mail_that_was_sent_once_is_no_fault(tmp_path: Path) -> None:
    told = notification()
    assert not list(unsent(told, mail(tmp_path, told.message_id), erased=False))
    assert not list(unsent(told, tmp_path / "forgotten.eml", erased=True))
    assert not list(unsent(notification(state=State.TEMPORARY_FAILURE), tmp_path / "none.eml", erased=False))


def test_a_mail_that_went_to_a_server_is_not_looked_for_in_the_folder(tmp_path: Path) -> None:
    assert not list(unsent(notification(through="server"), tmp_path / "none.eml", erased=False))


@pytest.mark.parametrize(
    ("other", "fault"),
    [
        ({"message_id": "<somebody@basins.example>"}, "under the Message-ID of another"),
        ({"attempts": [Attempt(START, START), Attempt(START, START)]}, "taken over more than once"),
        ({"attempts": []}, "taken over more than once, or never"),
        ({"state": State.SUPPRESSED, "attempts": tried(Trouble.LOST)}, "is suppressed, and may have arrived"),
    ],
)
def test_a_mail_sent_twice_or_under_another_name_is_caught(other: dict[str, Any], fault: str, tmp_path: Path) -> None:
    assert any(fault in each for each in unsent(notification(**other), tmp_path / "none.eml", erased=False))


def test_a_mail_that_is_missing_or_another_is_caught(tmp_path: Path) -> None:
    told = notification()
    assert "its mail is missing" in next(unsent(told, tmp_path / "none.eml", erased=False))
    assert "its mail is another" in next(unsent(told, mail(tmp_path, "<other@basins.example>"), erased=False))


def test_a_file_is_somebodys_mail_as_long_as_its_notification_is_there(tmp_path: Path) -> None:
    file = mail(tmp_path, "<x@y>")
    fine = [
        notification(),
        notification(state=State.SENDING),
        notification(state=State.QUEUED),
        notification(state=State.TECHNICAL_FAILURE, attempts=tried(Trouble.LOST, Trouble.TECHNICAL)),
    ]
    assert not [fault for each in fine for fault in misplaced(file, each, erased=False)]


@pytest.mark.parametrize(
    ("found", "erased", "fault"),
    [
        (None, False, "is nobody's mail"),
        (notification(state=State.SUPPRESSED, reason="superseded"), False, "says that it was not sent: suppressed"),
        (notification(state=State.PERMANENT_FAILURE, attempts=tried(Trouble.REFUSED)), False, "was not sent: permanent_failure"),
        (notification(), True, "is kept, and its reader was erased"),
    ],
)  # fmt: skip
def test_a_file_that_is_nobodys_or_contradicts_the_record_is_caught(
    found: Notification | None, erased: bool, fault: str, tmp_path: Path
) -> None:
    [said] = misplaced(mail(tmp_path, "<x@y>"), found, erased)
    assert fault in said
