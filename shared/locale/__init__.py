"""How a reader reads: language and direction, calendar, digits and time zone. Pure; nothing here touches the process's locale."""

from shared.locale.dates import date, date_time, offset, time
from shared.locale.digits import in_digits as digits
from shared.locale.digits import isolate, latin
from shared.locale.languages import DEFAULTS, LANGUAGES, NAMES, Habits, choose, direction, negotiate

__all__ = [
    "DEFAULTS",
    "LANGUAGES",
    "NAMES",
    "Habits",
    "choose",
    "date",
    "date_time",
    "digits",
    "direction",
    "isolate",
    "latin",
    "negotiate",
    "offset",
    "time",
]
