"""The window of a gathering: from when until when people register. Pure: the time is that of the command, or of the page."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from shared import locale
from shared.contracts.gatherings import Particulars
from shared.errors import Conflict, Invalid
from shared.locale import Habits

NOT_OPEN = ("not-open", "not-open-yet", "no-longer-open")
"""The problems of who asks for a place while nobody registers."""


def is_before(told: Particulars, at: datetime) -> bool:
    """Whether the window has not begun."""
    return told.registration_from is not None and at < told.registration_from


def is_over(told: Particulars, at: datetime) -> bool:
    """Whether the window has ended."""
    return told.registration_until is not None and at >= told.registration_until


def must_be_within(told: Particulars, at: datetime, zone: str) -> None:
    """Raises Conflict that says when: `not-open-yet`, `no-longer-open`."""
    if told.registration_from and is_before(told, at):
        raise Conflict(f"Registration opens on {_said(told.registration_from, zone)}.", code="not-open-yet")
    if told.registration_until and is_over(told, at):
        raise Conflict(f"Registration was open until {_said(told.registration_until, zone)}.", code="no-longer-open")


def must_be_window(told: Particulars, ends_at: datetime) -> None:
    """It ends after it begins, and before the gathering does; nobody registers where there are no seats. Raises Invalid."""
    first, last = told.registration_from, told.registration_until
    if told.places and (first or last):
        raise Invalid.at("Nobody registers for what is held at many places.", "registration_until")
    if first and first >= ends_at:
        raise Invalid.at("Registration opens before the gathering ends.", "registration_from")
    if last and (last > ends_at or (first and last <= first)):
        raise Invalid.at("Registration ends after it opens, and when the gathering ends at last.", "registration_until")


def cut(told: Particulars, ends_at: datetime) -> Particulars:
    """The same of what ends then: nobody registers after its end. Raises Invalid where registration would open only after it."""
    if told.registration_from and told.registration_from >= ends_at:
        raise Invalid.at("Registration opens only after this; say first from when people register.", "ends_at")
    last = told.registration_until and min(told.registration_until, ends_at)
    return told.model_copy(update={"registration_until": last})


def shown(told: Particulars, language: str, habits: Habits, zone: str) -> dict[str, str]:
    """Beginning and end for a reader, by the clocks of the venue; empty what is not said."""
    how: dict[str, Any] = {"language": language, "calendar": habits.calendar, "digits": habits.digits, "zone": zone}
    ends = {"registers_from": told.registration_from, "registers_until": told.registration_until}
    return {name: locale.date_time(at, **how) if at else "" for name, at in ends.items()}


def _said(at: datetime, zone: str) -> str:
    return f"{at.astimezone(ZoneInfo(zone)).isoformat(timespec='minutes')} ({zone})"
