"""A programme as one reader sees it: day by day, by the clocks of the venue, in the reader's calendar and digits."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from services.registration.gatherings.model import Gathering
from services.registration.programme.model import Part
from shared import locale
from shared.locale import DEFAULTS
from shared.locale.dates import date, time
from shared.store import Stored


def days(parts: Iterable[Stored[Part]], of: Gathering, language: str) -> list[dict[str, Any]]:
    """Each day that has sessions, and these in their order, for `ui.programme`."""
    habits, zone = DEFAULTS[language], ZoneInfo(of.time_zone)
    kept = {"language": language, "digits": habits.digits, "zone": of.time_zone}
    found = groupby(parts, lambda each: each.entity.facts.starts_at.astimezone(zone).date())
    return [
        {
            "day": date(these[0].entity.facts.starts_at, calendar=habits.calendar, **kept),  # type: ignore[arg-type]
            "parts": [_part(each, of, kept) for each in these],
        }
        for these in (list(some) for _, some in found)
    ]


def _part(stored: Stored[Part], of: Gathering, kept: dict[str, Any]) -> dict[str, Any]:
    part, language = stored.entity, kept["language"]
    begins, ends = part.facts.starts_at, part.facts.ends_at
    zone = ZoneInfo(of.time_zone)
    same = begins.astimezone(zone).date() == ends.astimezone(zone).date()
    return {
        "id": stored.id,
        "version": stored.version,
        "title": locale.choose(part.facts.title, language),
        "room": locale.choose(part.facts.room, language),
        "begins": time(begins, **kept),
        "ends": time(ends, **kept) if same else locale.date_time(ends, calendar=DEFAULTS[language].calendar, **kept),
        "iso": begins.isoformat(),
        "state": part.state,
        "reason": locale.choose(part.reason, language),
        "outside": part.outside(of),
    }
