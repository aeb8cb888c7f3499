"""Notifications and mails, broken on purpose and caught."""

from dataclasses import replace
from pathlib import Path

import pytest

from services.notifications.model import Attempt, Notification, State
from services.verify.mails import Cause, cause_of, unsent, untold
from tests.cli.told import GATHERING, START, cancelled, confirmed, known, promoted, record, waitlisted


def cause() -> Cause:
    found = cause_of(record(known(1), 1, confirmed(1, 4, 4)))
    assert found is not None
    return found


CAUSE = cause()


def notification(**other: object) -> Notification:
    sent = Notification(
        id=CAUSE.notification,
        cause=CAUSE.event,
        cause_sequence=1,
        recipient=known("person 1"),
        registration=CAUSE.registration,
        gathering=GATHERING,
        template="registration-confirmed",
        facts={},
        queued_at=START,
        due=None,
        state=State.SENT,
        attempts=[Attempt(START, START)],
        message_id=f"<{CAUSE.notification}@basins.example>",
    )
    return replace(sent, **other)  # type: ignore[arg-type]  # the fields of a test


def mail(folder: Path, message_id: str) -> Path:
    file = folder / f"{CAUSE.notification}.eml"
    file.write_bytes(f"Subject: A seat\r\nMessage-ID: {message_id}\r\n\r\nMessage-ID: <not@this>\r\n".encode())
    return file


def test_whoever_is_told_has_one_notification_made_from_the_event() -> None:
    told = (confirmed(1, 4, 4), waitlisted(1, 9), promoted(1, 4, 9), cancelled(1))
    causes = [cause_of(record(known(1), sequence, event)) for sequence, event in enumerate(told, 1)]
    assert len({cause.notification for cause in causes if cause}) == len(told)
    assert not list(untold(CAUSE, notification()))


def test_an_event_told_to_nobody_or_as_another_is_caught() -> None:
    assert "was told to nobody" in next(untold(CAUSE, None))
    assert "tells of another event" in next(untold(CAUSE, notification(cause=known("other"))))


def test_a_mail_that_was_sent_once_is_no_fault(tmp_path: Path) -> None:
    told = notification()
    assert not list(unsent(told, mail(tmp_path, told.message_id), erased=False))
    assert not list(unsent(told, None, erased=False))
    assert not list(unsent(told, tmp_path / "forgotten.eml", erased=True))
    assert not list(unsent(notification(state=State.TEMPORARY_FAILURE), tmp_path / "none.eml", erased=False))


@pytest.mark.parametrize(
    ("other", "fault"),
    [
        ({"message_id": "<somebody@basins.example>"}, "under the Message-ID of another"),
        ({"attempts": [Attempt(START, START), Attempt(START, START)]}, "taken over more than once"),
        ({"attempts": []}, "taken over more than once, or never"),
    ],
)
def test_a_mail_sent_twice_or_under_another_name_is_caught(other: dict[str, object], fault: str) -> None:
    assert any(fault in each for each in unsent(notification(**other), None, erased=False))


def test_a_mail_that_is_missing_or_another_is_caught(tmp_path: Path) -> None:
    told = notification()
    assert "its mail is missing" in next(unsent(told, tmp_path / "none.eml", erased=False))
    assert "its mail is another" in next(unsent(told, mail(tmp_path, "<other@basins.example>"), erased=False))
