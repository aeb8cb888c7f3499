"""A gathering as an entry for somebody's own calendar (iCalendar, RFC 5545)."""

from datetime import UTC, datetime

from icalendar import Calendar, Event

from services.registration.gatherings.model import Gathering, GatheringState
from services.registration.registrations.model import Registration
from shared import locale
from shared.store import Stored

OFF = (GatheringState.POSTPONED, GatheringState.CANCELLED)


def invitation(gathering: Stored[Gathering], registration: Registration, language: str, at: datetime) -> bytes:
    """The entry, in the reader's language. `at`: when it is asked for.

    The gathering is one entry for ever, by its id; a later version of it takes the place of an earlier one. Who waits, or is
    being looked at, finds it tentative; what does not take place, or no longer with the reader, is cancelled. Times are UTC,
    which every calendar shows by its owner's clocks.
    """
    what, entry, calendar = gathering.entity, Event(), Calendar()
    calendar.add("prodid", "-//Plenary//registration//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    entry.add("uid", str(what.id))
    entry.add("sequence", gathering.version)
    entry.add("dtstamp", at.astimezone(UTC))
    entry.add("dtstart", what.starts_at.astimezone(UTC))
    entry.add("dtend", what.ends_at.astimezone(UTC))
    entry.add("summary", locale.choose(what.title, language), parameters={"LANGUAGE": language})
    entry.add("location", locale.choose(what.venue, language), parameters={"LANGUAGE": language})
    entry.add("status", _status(what, registration))
    calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _status(gathering: Gathering, registration: Registration) -> str:
    if gathering.state in OFF or not (registration.stands or registration.undecided):
        return "CANCELLED"
    return "CONFIRMED" if registration.seat is not None else "TENTATIVE"
