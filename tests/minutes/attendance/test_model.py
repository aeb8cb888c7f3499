"""Attendance alone: no store, no clock."""

from services.minutes.attendance.model import Attendance, Presence
from shared.contracts.registrations import RegistrationCancelled, RegistrationPromoted, RegistrationWaitlisted
from tests.minutes import facts


def test_whoever_was_inside_stays_on_the_record() -> None:
    attendance = Attendance(facts.registration(1))
    for event in (facts.confirmed(1, 0), facts.entered(1, 0), facts.said(RegistrationCancelled, 1, 0)):
        attendance.hear(event)
    assert attendance.state is Presence.LEFT
    assert [passage.way for passage in attendance.passages] == ["in"]


def test_who_waits_or_cancelled_is_not_expected() -> None:
    attendance = Attendance(facts.registration(1))
    states = []
    for event in (
        facts.said(RegistrationWaitlisted, 1, 0, rank=4),
        facts.said(RegistrationPromoted, 1, 0, seat=1, ticket=4),
        facts.said(RegistrationCancelled, 1, 0),
    ):
        attendance.hear(event)
        states.append(attendance.state)
    assert states == [None, Presence.EXPECTED, None]
