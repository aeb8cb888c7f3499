"""A moment as a reader sees it: in the reader's zone, calendar, language and digits."""

from datetime import UTC, datetime
from datetime import date as civil_date
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

import jdatetime
from hijridate import Gregorian

from shared.contracts.people import Calendar, Digits
from shared.locale.digits import LEFT_TO_RIGHT, in_digits
from shared.locale.fluent import Texts
from shared.locale.languages import direction

SOLAR_HIJRI_YEARS = range(1178, 1634)
"""Where the 33-year rule of jdatetime agrees with the equinox (Gregorian 1799 to 2255)."""


class Day(NamedTuple):
    """A day in a calendar. `calendar` is Gregorian where the one asked for has no tables for the day."""

    calendar: Calendar
    year: int
    month: int
    day: int


def day(at: civil_date, calendar: Calendar) -> Day:
    """The day in this calendar; outside its range (Islamic, Umm al-Qura: 1924-08-01 to 2077-11-16) in the Gregorian one."""
    try:
        if calendar == "islamic":
            return Day(calendar, *Gregorian(at.year, at.month, at.day).to_hijri().datetuple())
        if calendar == "solar_hijri":
            solar = jdatetime.date.fromgregorian(date=at)
            if solar.year in SOLAR_HIJRI_YEARS:
                return Day(calendar, solar.year, solar.month, solar.day)
    except (OverflowError, ValueError):
        pass  # both libraries say so for days outside their tables
    return Day("gregorian", at.year, at.month, at.day)


def date(at: datetime, *, language: str, calendar: Calendar, digits: Digits, zone: str) -> str:
    """`Thursday, 21 March 2030`, `پنجشنبه ۱ فروردین ۱۴۰۹`: the day of `at` in the reader's `zone` (IANA; unknown: UTC).

    The calendar is named where a reader of the language may not expect it, or where it is not the one asked for.
    """
    return _said(_local(at, zone).date(), language, calendar, digits)


@lru_cache(1_000)  # a page says the same day again and again
def _said(local: civil_date, language: str, calendar: Calendar, digits: Digits) -> str:
    texts, there = Texts(language, digits, "shared.locale"), day(local, calendar)
    era = "" if there.calendar == calendar == "gregorian" else texts[f"era_{there.calendar}"]
    weekday, month = texts[f"weekday_{local.weekday()}"], texts[f"{there.calendar}_{there.month}"]
    year = in_digits(str(there.year), digits) + _mark(language, digits)
    return f"{texts('day', weekday=weekday, day=there.day, month=month, year=year)} {era}".rstrip()


def time(at: datetime, *, language: str, digits: Digits, zone: str) -> str:
    """`14:30` in the reader's zone (24 hours)."""
    return in_digits(f"{_local(at, zone):%H:%M}", digits) + _mark(language, digits)


def date_time(at: datetime, *, language: str, calendar: Calendar, digits: Digits, zone: str) -> str:
    """Date and time in one phrase: `Thursday, 21 March 2030, 14:30`."""
    clock = time(at, language=language, digits=digits, zone=zone)
    day_of = date(at, language=language, calendar=calendar, digits=digits, zone=zone)
    return Texts(language, digits, "shared.locale")("date_time", date=day_of, time=clock)


def offset(at: datetime, *, digits: Digits, zone: str) -> str:
    """`UTC+03:30`: what the zone's clocks are ahead at that moment; `UTC` where nothing. Isolate it in other text."""
    ahead = f"{_local(at, zone):%z}"
    return in_digits(f"UTC{ahead[:3]}:{ahead[3:5]}", digits) if ahead.strip("+-0") else "UTC"


def _mark(language: str, digits: Digits) -> str:
    """Arabic-Indic numbers with a comma between them change places in text from left to right (UAX 9, N1): keep them apart."""
    return LEFT_TO_RIGHT if digits == "arabic" and direction(language) == "ltr" else ""


def _local(at: datetime, zone: str) -> datetime:
    if at.tzinfo is None:
        raise ValueError("a moment without a time zone is no moment")
    try:
        return at.astimezone(ZoneInfo(zone))
    except (KeyError, ValueError, OSError, OverflowError):
        return at.astimezone(UTC)  # a wrong zone in someone's profile must not keep a mail from them; `offset` says UTC
