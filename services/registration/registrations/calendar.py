"""Gatherings as entries for somebody's own calendar (iCalendar, RFC 5545): one to be taken along, or a feed of all.

An entry is called as the one that a mail brings (`services/notifications/calendar`): a calendar that has
both keeps one. The mail's has a SEQUENCE, and wins; what is taken along here has none.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from icalendar import Calendar, Event

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import GatheringState
from services.registration.gatherings.where import where
from services.registration.registrations.model import Registration
from shared import locale
from shared.auth import Keys
from shared.contracts.calendar import ENTRY
from shared.store import Stored

OFF = (GatheringState.POSTPONED, GatheringState.CANCELLED)

EVERY = timedelta(hours=1)
"""So often a calendar program is asked to look at a feed again."""


def invitation(
    gathering: Stored[Gathering], registration: Registration, keys: Keys, language: str, at: datetime
) -> bytes:
    """The entry of one registration, in the reader's language. `at`: when it is asked for; what is asked for later is newer.

    Who waits, or is being looked at, finds it tentative; what does not take place, or no longer with the reader, is cancelled.
    Times are UTC, which every calendar shows by its owner's clocks.
    """
    what = gathering.entity
    return _published(_entry(what, registration.id, _status(what, registration), keys, language, at))


def asked(gathering: Stored[Gathering], entry: UUID, keys: Keys, language: str, at: datetime, *, stands: bool) -> bytes:
    """The same for who is invited, and has no place yet, by the id that the registration will have: tentative, or cancelled where
    the invitation does not stand.
    """
    what = gathering.entity
    status = "TENTATIVE" if stands and what.state not in OFF else "CANCELLED"
    return _published(_entry(what, entry, status, keys, language, at))


def _published(entry: Event) -> bytes:
    calendar = _calendar()
    calendar.add("method", "PUBLISH")
    calendar.add_component(entry)
    return bytes(calendar.to_ical())


def feed(coming: Sequence[tuple[Stored[Gathering], Registration]], keys: Keys, name: str, language: str) -> bytes:
    """All of them, under this name. The same gives the same bytes."""
    calendar = _calendar()
    for each in ("name", "x-wr-calname"):  # RFC 7986, and what programs read that are older
        calendar.add(each, name)
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for gathering, registration in coming:
        changed = [edit.at for edit in gathering.entity.history[-1:]]
        at = max([*changed, registration.begun_at or gathering.entity.starts_at])
        status = _status(gathering.entity, registration)
        calendar.add_component(_entry(gathering.entity, registration.id, status, keys, language, at))
    return bytes(calendar.to_ical())


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Plenary//registration//EN")
    calendar.add("version", "2.0")
    return calendar


def _entry(what: Gathering, registration: UUID, status: str, keys: Keys, language: str, at: datetime) -> Event:
    entry = Event()
    entry.add("uid", keys.sealed(ENTRY, str(registration)))
    entry.add("dtstamp", at.astimezone(UTC))
    entry.add("dtstart", what.starts_at.astimezone(UTC))
    entry.add("dtend", what.ends_at.astimezone(UTC))
    entry.add("summary", locale.choose(what.title, language), parameters={"LANGUAGE": language})
    there = where(what, language)
    comma = "، " if locale.direction(language) == "rtl" else ", "
    place = comma.join(each for each in (there.venue, there.address) if each)
    entry.add("location", place, parameters={"LANGUAGE": language})
    if there.point:
        entry.add("geo", tuple(map(float, there.point)))
    entry.add("status", status)
    return entry


def _status(gathering: Gathering, registration: Registration) -> str:
    if gathering.state in OFF or not (registration.stands or registration.undecided):
        return "CANCELLED"
    return "CONFIRMED" if registration.seat is not None else "TENTATIVE"
