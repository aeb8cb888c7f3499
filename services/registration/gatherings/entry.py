"""A gathering as an entry for somebody's own calendar (iCalendar, RFC 5545).

An entry is called as the one that a mail brings (`services/notifications/calendar`): a calendar that has both keeps one. The
mail's has a SEQUENCE, and wins; what is taken along here has none. Times are UTC: calendars show them by their owner's clocks.
"""

from datetime import UTC, datetime
from uuid import UUID

from icalendar import Calendar, Event

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import GatheringState
from services.registration.gatherings.where import where
from shared import locale
from shared.auth import Keys
from shared.contracts.calendar import ENTRY

OFF = (GatheringState.POSTPONED, GatheringState.CANCELLED)
"""Nothing of it stands in a calendar."""


def published(entry: Event) -> bytes:
    """One entry, to be taken along."""
    calendar = empty()
    calendar.add("method", "PUBLISH")
    calendar.add_component(entry)
    return bytes(calendar.to_ical())


def empty() -> Calendar:
    """A calendar of ours, without entries."""
    calendar = Calendar()
    calendar.add("prodid", "-//Plenary//registration//EN")
    calendar.add("version", "2.0")
    return calendar


def entry_of(what: Gathering, registration: UUID, keys: Keys, language: str, at: datetime, status: str) -> Event:
    """`registration`: the id that it has, or will have. `at`: when it is asked for, or what it says was changed."""
    entry = Event()
    entry.add("uid", keys.sealed(ENTRY, str(registration)))
    entry.add("dtstamp", at.astimezone(UTC))
    entry.add("dtstart", what.starts_at.astimezone(UTC))
    entry.add("dtend", what.ends_at.astimezone(UTC))
    entry.add("summary", locale.choose(what.title, language), parameters={"LANGUAGE": language})
    there = where(what, language)
    comma = "، " if locale.direction(language) == "rtl" else ", "
    entry.add("location", comma.join(filter(None, (there.venue, there.address))), parameters={"LANGUAGE": language})
    if there.point:
        entry.add("geo", tuple(map(float, there.point)))
    entry.add("status", status)
    return entry
