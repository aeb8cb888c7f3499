"""A year, a month or a day of a calendar: as a mandate or a term names it, and the civil days that it covers."""

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

import jdatetime
from hijridate import Hijri

from shared.contracts.people import Calendar
from shared.locale.dates import day

YEARS = {"gregorian": range(1800, 2300), "solar_hijri": range(1178, 1633), "islamic": range(1343, 1500)}
"""The years of each calendar that can be told in the others: where its tables or its rule are right."""

EARLIEST = timedelta(hours=14)
"""So much earlier than in UTC a day begins where it begins first."""

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_RECURS = re.compile(r"(?:\d{2}(?:-\d{2})?)?", re.ASCII)


class Period(NamedTuple):
    """A year (`month` and `day` are 0), a month (`day` is 0) or a day."""

    calendar: Calendar
    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """As it is written: `1403`, `1403-08`, `1403-08-12`."""
        parts = (f"{self.year:04}", f"{self.month:02}", f"{self.day:02}")
        return "-".join(parts[: 3 if self.day else 2 if self.month else 1])

    @property
    def first(self) -> date:
        """The first civil day of it."""
        return _civil(self.calendar, self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last civil day of it."""
        if self.day:
            return self.first
        year, month = (self.year + 1, 1) if self.month in {0, 12} else (self.year, self.month + 1)
        return _civil(self.calendar, year, month, 1) - timedelta(days=1)

    def within(self, other: "Period") -> bool:
        """Whether it is the same, or a part of it."""
        return self.calendar == other.calendar and str(self).startswith(str(other))


def period(text: str, calendar: Calendar) -> Period:
    """What is written. Raises ValueError for what is no such day, or outside the years that the calendar is known for."""
    if not (found := _WRITTEN.fullmatch(text)):
        raise ValueError("Write a year, a month or a day as 1403, 1403-08 or 1403-08-12.")
    read = Period(calendar, *(int(each or 0) for each in found.groups()))
    if read.year not in YEARS[calendar] or "00" in found.groups():
        raise ValueError(f"In this calendar years from {YEARS[calendar][0]} to {YEARS[calendar][-1]} are known.")
    if read.last < read.first:  # either asks the calendar, which says so of what it does not have
        raise ValueError("There is no such day.")
    return read


def begun(there: Period, at: datetime) -> bool:
    """Whether its first day has begun at that moment, wherever a day begins first."""
    return there.first <= (at + EARLIEST).date()


def day_in(calendar: Calendar, at: date) -> str:
    """How that day is written in this calendar; empty where its years are not known."""
    there = day(at, calendar)
    known = there.calendar == calendar and there.year in YEARS[calendar]
    return str(Period(*there)) if known else ""


def recurring(year: int, recurs_on: str, calendar: Calendar) -> Period:
    """The period of that year in which an edition is due. A day that its month does not have: the month. Raises ValueError."""
    if not _RECURS.fullmatch(recurs_on):
        raise ValueError("Write the month, or month and day, such as 09 or 09-15.")
    try:
        return period("-".join(filter(None, (f"{year:04}", recurs_on))), calendar)
    except ValueError:
        if not recurs_on[2:] or int(recurs_on[3:]) not in range(29, 32):
            raise
        return period(f"{year:04}-{recurs_on[:2]}", calendar)


def _civil(calendar: Calendar, year: int, month: int, day: int) -> date:
    if calendar == "islamic":
        there = Hijri(year, month, day).to_gregorian()
        return date(there.year, there.month, there.day)
    if calendar == "solar_hijri":
        solar: date = jdatetime.date(year, month, day).togregorian()
        return solar
    return date(year, month, day)
