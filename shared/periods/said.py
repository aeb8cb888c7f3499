"""How a period is said to a reader: in the calendar that it is written in, and in the reader's own."""

from datetime import date

from shared.contracts.people import Calendar
from shared.locale import DEFAULTS, Texts, digits
from shared.locale.dates import day
from shared.periods.period import Period


def said(there: Period, language: str) -> str:
    """`1405 SH`, `Aban 1405 SH`, `12 Aban 1405 SH`: as it is written. The calendar is named where a reader may not expect it."""
    habits = DEFAULTS[language]
    texts = Texts(language, habits.digits, "shared.locale")
    parts = [str(there.day)] if there.day else []
    parts += [texts[f"{there.calendar}_{there.month}"]] if there.month else []
    era = "" if there.calendar == habits.calendar == "gregorian" else texts[f"era_{there.calendar}"]
    return digits(" ".join([*parts, str(there.year), era]).strip(), habits.digits)


def also(there: Period, language: str) -> str:
    """The same in the reader's calendar, from its first to its last; "" where it is the reader's."""
    calendar = DEFAULTS[language].calendar
    if there.calendar == calendar:
        return ""
    ends = [_said(each, calendar, language, whole=bool(there.month)) for each in (there.first, there.last)]
    return " – ".join(dict.fromkeys(ends))


def _said(at: date, calendar: Calendar, language: str, *, whole: bool) -> str:
    found = day(at, calendar)
    return said(Period(found.calendar, found.year, found.month, found.day if whole else 0), language)
