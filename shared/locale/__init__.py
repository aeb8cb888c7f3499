"""How a reader reads: language and direction, calendar, digits and time zone. Pure; nothing here touches the process's locale."""

from shared.locale.dates import date_time, offset
from shared.locale.digits import in_digits as digits
from shared.locale.digits import isolated
from shared.locale.fluent import Texts
from shared.locale.languages import DEFAULTS, LANGUAGES, Habits, choose, direction

__all__ = ["DEFAULTS", "LANGUAGES", "Habits", "Texts"]
__all__ += ["choose", "date_time", "digits", "direction", "isolated", "offset"]
