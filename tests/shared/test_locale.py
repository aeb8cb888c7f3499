"""Known dates, and properties that hold for every reader."""

from datetime import UTC, datetime, timedelta, timezone
from datetime import date as civil_date
from typing import get_args
from zoneinfo import available_timezones

import jdatetime
import pytest
from hijridate import Hijri
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.contracts.people import Calendar, Digits
from shared.locale import (
    DEFAULTS,
    LANGUAGES,
    Texts,
    choose,
    date_time,
    digits,
    direction,
    isolated,
    offset,
)
from shared.locale.dates import Day, date, day, time
from shared.locale.languages import negotiate

MOMENT = datetime(2030, 3, 21, 11, 0, tzinfo=UTC)
moments = st.datetimes(timezones=st.just(UTC))
languages = st.sampled_from(LANGUAGES)
calendars: st.SearchStrategy[Calendar] = st.sampled_from(get_args(Calendar))
styles: st.SearchStrategy[Digits] = st.sampled_from(get_args(Digits))
zones = st.sampled_from(sorted(available_timezones() - {"localtime"}))


@pytest.mark.parametrize(
    ("gregorian", "solar"),
    [  # first days of years (Nowruz), leap years 1370, 1375, 1379 … 1403, 1408
        (civil_date(1979, 3, 21), (1358, 1, 1)),
        (civil_date(1991, 3, 21), (1370, 1, 1)),
        (civil_date(1996, 3, 19), (1374, 12, 29)),
        (civil_date(1997, 3, 20), (1375, 12, 30)),
        (civil_date(2016, 3, 20), (1395, 1, 1)),
        (civil_date(2021, 3, 20), (1399, 12, 30)),
        (civil_date(2024, 3, 20), (1403, 1, 1)),
        (civil_date(2025, 3, 20), (1403, 12, 30)),
        (civil_date(2025, 3, 21), (1404, 1, 1)),
        (civil_date(2029, 3, 20), (1408, 1, 1)),
        (civil_date(2030, 3, 20), (1408, 12, 30)),
    ],
)
def test_solar_hijri_days_are_those_of_the_almanac(gregorian: civil_date, solar: tuple[int, int, int]) -> None:
    assert day(gregorian, "solar_hijri") == Day("solar_hijri", *solar)


@pytest.mark.parametrize(
    ("gregorian", "islamic"),
    [  # Umm al-Qura
        (civil_date(1924, 8, 1), (1343, 1, 1)),
        (civil_date(2000, 1, 1), (1420, 9, 24)),
        (civil_date(2023, 3, 23), (1444, 9, 1)),
        (civil_date(2024, 7, 7), (1446, 1, 1)),
        (civil_date(2025, 3, 30), (1446, 10, 1)),
        (civil_date(2025, 6, 26), (1447, 1, 1)),
        (civil_date(2077, 11, 16), (1500, 12, 30)),
    ],
)
def test_islamic_days_are_those_of_umm_al_qura(gregorian: civil_date, islamic: tuple[int, int, int]) -> None:
    assert day(gregorian, "islamic") == Day("islamic", *islamic)


@settings(deadline=None)
@given(st.dates())
def test_every_day_is_told_in_every_calendar_and_comes_back(at: civil_date) -> None:
    for calendar in get_args(Calendar):
        there = day(at, calendar)
        if there.calendar == "gregorian":
            back = civil_date(there.year, there.month, there.day)
        elif there.calendar == "islamic":
            back = civil_date(*Hijri(there.year, there.month, there.day).to_gregorian().datetuple())
        else:
            back = jdatetime.date(there.year, there.month, there.day).togregorian()
        assert back == at


@settings(deadline=None)
@given(st.dates(civil_date(1925, 1, 1), civil_date(2077, 1, 1)))
def test_days_follow_one_another(at: civil_date) -> None:
    for calendar in get_args(Calendar):
        today, tomorrow = day(at, calendar), day(at + timedelta(days=1), calendar)
        assert today.calendar == tomorrow.calendar == calendar
        if tomorrow.day == 1:
            assert today.day in {28, 29, 30, 31}
            assert tomorrow.month == today.month % 12 + 1
        else:
            assert tomorrow[:3] == today[:3]
            assert tomorrow.day == today.day + 1


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Thursday, 21 March 2030, 11:00"),
        ("fa", "پنجشنبه ۱ فروردین ۱۴۰۹، ساعت ۱۴:۳۰"),
        ("ar", "الخميس ٢١ مارس ٢٠٣٠، الساعة ١١:٠٠"),
    ],
)
def test_each_language_says_a_moment_in_its_own_way(language: str, expected: str) -> None:
    habits = DEFAULTS[language]
    said = date_time(MOMENT, language=language, calendar=habits.calendar, digits=habits.digits, zone=habits.zone)
    assert said == expected


def test_a_calendar_that_the_reader_may_not_expect_is_named() -> None:
    def said(language: str, calendar: Calendar, at: datetime = MOMENT) -> str:
        return date(at, language=language, calendar=calendar, digits="latin", zone="UTC")

    assert said("en", "solar_hijri") == "Thursday, 1 Farvardin 1409 SH"
    assert said("en", "islamic") == "Thursday, 17 Dhuʻl-Qiʻdah 1451 AH"
    assert said("ar", "islamic") == "الخميس 17 ذو القعدة 1451 هـ"
    assert said("fa", "islamic") == "پنجشنبه 17 ذیقعده 1451 قمری"
    assert said("en", "islamic", MOMENT.replace(year=2100)) == "Sunday, 21 March 2100 (Gregorian)"
    assert said("fa", "islamic", MOMENT.replace(year=2100)) == "یکشنبه 21 مارس 2100 میلادی"
    assert said("fa", "gregorian") == "پنجشنبه 21 مارس 2030"


def test_the_day_is_the_readers_day() -> None:
    late = datetime(2030, 3, 20, 21, 0, tzinfo=UTC)
    assert date(late, language="en", calendar="gregorian", digits="latin", zone="Asia/Tehran").startswith(
        "Thursday, 21"
    )
    assert time(late, language="en", digits="latin", zone="Asia/Tehran") == "00:30"
    assert offset(late, digits="latin", zone="Asia/Tehran") == "UTC+03:30"
    assert offset(late, digits="latin", zone="America/St_Johns") == "UTC-02:30"
    assert offset(late, digits="latin", zone="Nowhere/Land") == "UTC"
    assert time(late, language="en", digits="latin", zone="../../etc/passwd") == "21:00"


@settings(deadline=None)
@given(moments, languages, calendars, styles, zones)
def test_every_reader_is_told_every_moment_with_digits_of_one_style(
    at: datetime, language: str, calendar: Calendar, style: Digits, zone: str
) -> None:
    said = date_time(at, language=language, calendar=calendar, digits=style, zone=zone)
    assert said == digits(said, style)
    assert "  " not in said


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        time(datetime(2030, 1, 1), language="en", digits="latin", zone="UTC")  # noqa: DTZ001


def test_arabic_numbers_do_not_change_places_in_text_from_left_to_right() -> None:
    said = date_time(MOMENT, language="en", calendar="gregorian", digits="arabic", zone="UTC")
    assert said == "Thursday, ٢١ March ٢٠٣٠\u200e, ١١:٠٠\u200e"


def test_a_moment_with_any_offset_is_the_same_moment() -> None:
    other = MOMENT.astimezone(timezone(timedelta(hours=-7)))
    assert time(other, language="fa", digits="persian", zone="Asia/Tehran") == "۱۴:۳۰"


@settings(deadline=None)
@given(st.text(), styles)
def test_digits_come_back_and_nothing_else_is_touched(text: str, style: Digits) -> None:
    there = digits(text, style)
    assert digits(there, "latin") == digits(text, "latin")
    assert len(there) == len(text)
    assert digits(there, style) == there


def test_typed_digits_are_understood() -> None:
    assert digits("۰۹۱۲ ٣٤٥ 67", "latin") == "0912 345 67"


def test_direction_is_that_of_the_script() -> None:
    assert [direction(tag) for tag in ("en", "fa", "ar-EG", "fa_IR", "he", "fr", "")] == [
        "ltr", "rtl", "rtl", "rtl", "rtl", "ltr", "ltr",
    ]  # fmt: skip


def test_a_text_falls_back_from_the_reader_to_english_to_any() -> None:
    text = {"en": "river", "fa": "رود", "fr": "fleuve"}
    assert choose(text, "fa-IR") == "رود"
    assert choose(text, "ar") == "river"
    assert choose({"fr": "fleuve", "en": ""}, "ar") == "fleuve"
    assert choose({}, "ar") == ""


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", "en"),
        ("fa, en", "fa"),
        ("en;q=0.8, fa;q=0.8", "en"),
        ("*, fa;q=0.5", "en"),
        ("fa-IR,fa;q=0.9,en;q=0.5", "fa"),
        ("en;q=0.2, ar;q=0.8", "ar"),
        ("de, *;q=0.1", "en"),
        ("en;q=0, *", "fa"),
        ("fr,de", "en"),
        ("ar;q=nonsense, fa;q=0.1", "fa"),
        ("ar;q=inf, fa;q=nan", "en"),
        (";;;,,q=1", "en"),
    ],
)
def test_a_browser_gets_the_language_that_it_likes_best(header: str, expected: str) -> None:
    assert negotiate(header) == expected


@settings(deadline=None)
@given(st.text())
def test_no_header_breaks_the_negotiation(header: str) -> None:
    assert negotiate(header) in LANGUAGES


@settings(deadline=None)
@given(st.text(), languages)
def test_what_is_isolated_cannot_end_early(text: str, language: str) -> None:
    inner = isolated("a پ" + text, language)[1:-1]
    assert not set(inner) & set("\u2066\u2067\u2068\u2069\r\n")


def test_only_words_of_the_other_direction_are_isolated() -> None:
    assert [isolated("River 2", language) for language in LANGUAGES] == [
        "River 2",
        "\u2068River 2\u2069",
        "\u2068River 2\u2069",
    ]
    assert [isolated("رود IHE", language) for language in LANGUAGES] == ["\u2068رود IHE\u2069"] * 3
    assert isolated("۱۴:۳۰", "fa") == "۱۴:۳۰"


def test_every_calendar_has_twelve_months_and_a_name_in_each_language() -> None:
    for language in LANGUAGES:
        names = Texts(language, "latin", "shared.locale")
        for calendar in get_args(Calendar):
            assert len({names[f"{calendar}_{month}"] for month in range(1, 13)}) == 12
            assert f"era_{calendar}" in names
        assert len({names[f"weekday_{day}"] for day in range(7)}) == 7
