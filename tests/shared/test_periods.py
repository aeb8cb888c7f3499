"""Years, months and days of three calendars, and the civil days that they cover."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.contracts.people import Calendar
from shared.locale import LANGUAGES
from shared.locale.dates import day
from shared.periods import YEARS, Period, period, recurring
from shared.periods.said import also, said

CALENDARS: tuple[Calendar, ...] = ("gregorian", "solar_hijri", "islamic")
YEARS_OF_ALL = st.sampled_from(CALENDARS).flatmap(
    lambda calendar: st.sampled_from(YEARS[calendar]).map(lambda year: Period(calendar, year))
)


@pytest.mark.parametrize(
    ("text", "calendar", "first", "last"),
    [
        ("1405", "solar_hijri", date(2026, 3, 21), date(2027, 3, 20)),
        ("1403-12", "solar_hijri", date(2025, 2, 19), date(2025, 3, 20)),  # a leap year
        ("1445-09", "islamic", date(2024, 3, 11), date(2024, 4, 9)),
        ("1445-12-29", "islamic", date(2024, 7, 5), date(2024, 7, 5)),
        ("2026", "gregorian", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_covers_its_civil_days(text: str, calendar: Calendar, first: date, last: date) -> None:
    there = period(text, calendar)
    assert (there.first, there.last, str(there)) == (first, last, text)


@pytest.mark.parametrize(
    ("text", "calendar"),
    [
        ("1404-12-30", "solar_hijri"),  # no leap year
        ("1405-13", "solar_hijri"),
        ("1405-00", "solar_hijri"),
        ("1445-09-31", "islamic"),
        ("2025-02-29", "gregorian"),
        ("1500", "islamic"),
        ("0000", "gregorian"),
        ("next year", "gregorian"),
        ("1405-1", "solar_hijri"),
        ("۱۴۰۵", "solar_hijri"),  # pages take any digits and write these; events have one form
    ],
)
def test_what_no_calendar_has_is_refused(text: str, calendar: Calendar) -> None:
    with pytest.raises(ValueError, match=r"."):
        period(text, calendar)


@given(YEARS_OF_ALL)
def test_months_follow_each_other_without_a_gap_and_fill_their_year(year: Period) -> None:
    months = [year._replace(month=month) for month in range(1, 13)]
    assert (months[0].first, months[-1].last) == (year.first, year.last)
    assert all(later.first - earlier.last == timedelta(days=1) for earlier, later in pairwise(months))
    assert all(month.within(year) and not year.within(month) for month in months)


@given(YEARS_OF_ALL, st.integers(1, 12), st.integers(1, 29))
def test_a_day_is_the_same_there_and_back(year: Period, month: int, of_month: int) -> None:
    there = period(f"{year.year:04}-{month:02}-{min(of_month, 28):02}", year.calendar)
    assert Period(*day(there.first, year.calendar)) == there
    assert period(str(there), year.calendar) == there


@given(YEARS_OF_ALL, st.sampled_from(["", "09", "09-15", "12-30"]))
def test_what_recurs_is_within_its_year_also_where_the_month_is_shorter(year: Period, recurs_on: str) -> None:
    there = recurring(year.year, recurs_on, year.calendar)
    assert there.within(year)
    assert there.month == int(recurs_on[:2] or 0)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("calendar", CALENDARS)
@pytest.mark.parametrize("rest", ["", "-09", "-09-15"])
def test_a_period_is_said_in_each_language_and_in_the_readers_calendar_too(
    language: str, calendar: Calendar, rest: str
) -> None:
    there = period(f"{1445 if calendar == 'islamic' else 1403 if calendar == 'solar_hijri' else 2024}{rest}", calendar)
    assert said(there, language)
    own = {"fa": "solar_hijri"}.get(language, "gregorian")
    assert bool(also(there, language)) == (calendar != own)


def test_a_year_of_one_calendar_lies_in_two_of_another() -> None:
    year = period("1405", "solar_hijri")
    assert (said(year, "en"), also(year, "en")) == ("1405 SH", "March 2026 – March 2027")
    assert also(period("1405-08-12", "solar_hijri"), "en") == "3 November 2026"
    assert also(period("1447-09-15", "islamic"), "fa") == "۱۳ اسفند ۱۴۰۴"
