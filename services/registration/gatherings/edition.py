"""Of which edition a gathering is part, as everybody may read it: number, series, and the day in the mandate's calendar."""

from dataclasses import dataclass
from typing import Any

from services.registration.editions.model import Edition
from services.registration.gatherings.model import Gathering
from services.registration.series.model import Series
from shared import locale
from shared.flow import Read
from shared.locale import DEFAULTS, Habits, Texts
from shared.locale.dates import date
from shared.store import Store


@dataclass(frozen=True, slots=True)
class OfEdition:
    """`called`: `Edition 3: Night of the Wells`. `day`: on which it begins, if the mandate counts otherwise than the reader."""

    called: str
    day: str


async def of_edition(store: Store, it: Gathering, language: str, habits: Habits | None = None) -> OfEdition | None:
    """None for a gathering of no edition."""
    read, reader = Read(store), habits or DEFAULTS[language]
    edition = await read.maybe(Edition, it.edition) if it.edition else None
    series = await read.maybe(Series, edition.facts.series) if edition else None
    if edition is None or series is None:
        return None
    texts = Texts(language, reader.digits, "services.registration.gatherings")
    named = locale.choose(series.facts.title, language)
    calendar = series.facts.calendar
    shown: dict[str, Any] = {"language": language, "digits": reader.digits, "zone": it.time_zone}
    return OfEdition(
        texts("edition_of", number=edition.facts.number, series=named),
        date(it.starts_at, calendar=calendar, **shown) if calendar != reader.calendar else "",
    )
