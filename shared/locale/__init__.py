"""How a reader reads: language and direction, calendar, digits and time zone. Pure; nothing here touches the process's locale."""

from shared.locale.dates import date, date_time, offset
from shared.locale.digits import in_digits as digits
from shared.locale.digits import isolated
from shared.locale.fluent import Texts
from shared.locale.languages import DEFAULTS, LANGUAGES, NAMES, Habits, choose, direction, negotiate

__all__ = [
    "DEFAULTS",
    "LANGUAGES",
    "NAMES",
    "Habits",
    "Texts",
    "choose",
    "date",
    "date_time",
    "digits",
    "direction",
    "isolated",
    "negotiate",
    "offset",
]
