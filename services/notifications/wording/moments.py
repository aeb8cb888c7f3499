"""Times as one reader tells them: on the own clock, in the own calendar and digits, with how far that is from UTC."""

from datetime import UTC, datetime
from functools import lru_cache

from shared.contracts.people import Calendar, Digits
from shared.locale import date_time, isolated, offset
from shared.locale.dates import date


@lru_cache(maxsize=1024)
def day(at: str, language: str, calendar: Calendar, style: Digits) -> str:
    """A day in the reader's calendar; it is the same whatever the clocks say."""
    return date(
        datetime.fromisoformat(at).replace(tzinfo=UTC), language=language, calendar=calendar, digits=style, zone="UTC"
    )


@lru_cache(maxsize=4096)  # thousands of readers share a handful of habits
def moments(at: datetime, language: str, calendar: Calendar, style: Digits, zone: str) -> tuple[str, str]:
    """A time in a sentence, and where it stands for itself."""
    said = date_time(at, language=language, calendar=calendar, digits=style, zone=zone)
    return said, f"{said} ({isolated(offset(at, digits=style, zone=zone), language)})"


def moment(at: datetime, language: str, calendar: Calendar, style: Digits, zone: str) -> str:
    """Where it stands for itself."""
    return moments(at, language, calendar, style, zone)[1]


@lru_cache(maxsize=1024)
def clocks_differ(at: datetime, here: str, there: str) -> bool:
    """Whether the clocks of two zones say something else then."""
    return offset(at, digits="latin", zone=here) != offset(at, digits="latin", zone=there)
