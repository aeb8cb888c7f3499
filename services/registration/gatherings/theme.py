"""The theme of a gathering for one reader: the wording of the own language, and beside it the authoritative one."""

from datetime import UTC, datetime, time
from typing import Any

from shared.contracts.gatherings import Particulars
from shared.errors import Invalid
from shared.locale import Habits, choose, direction
from shared.locale.dates import date
from shared.locale.languages import NAMES


def must_be_worded(told: Particulars) -> None:
    """The authoritative wording is one of those that there are. Raises Invalid."""
    if told.theme_authoritative and told.theme_authoritative not in told.theme:
        raise Invalid.at("The theme has no wording in this language.", "theme_authoritative")


def shown(told: Particulars, language: str, habits: Habits) -> dict[str, Any] | None:
    """None where there is none. `authoritative` is empty where the reader's own wording is the authoritative one, or none is."""
    if not told.theme:
        return None
    own = choose(told.theme, language)
    tag = next(tag for tag, text in told.theme.items() if text == own)
    wording = told.theme_authoritative
    on = told.theme_announced_on
    return {
        "text": own,
        "tag": tag,
        "is_authoritative": tag == wording,
        "authoritative": told.theme[wording] if wording and wording != tag else "",
        "authoritative_tag": wording,
        "authoritative_direction": direction(wording),
        "authoritative_language": NAMES.get(wording, wording),
        "by": choose(told.theme_announced_by, language),
        "on": _day(datetime.combine(on, time(12), UTC), language, habits) if on else "",
    }


def _day(at: datetime, language: str, habits: Habits) -> str:
    return date(at, language=language, calendar=habits.calendar, digits=habits.digits, zone="UTC")
