"""Gatherings as entries for the own calendar of who registered: one to be taken along, or a feed of all."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from icalendar import Event

from services.registration.gatherings.entry import OFF, empty, entry_of, published
from services.registration.gatherings.model import Gathering
from services.registration.registrations.model import Registration
from shared.auth import Keys
from shared.store import Stored

EVERY = timedelta(hours=1)
"""So often a calendar program is asked to look at a feed again."""


def invitation(
    gathering: Stored[Gathering], registration: Registration, keys: Keys, language: str, at: datetime
) -> bytes:
    """The entry of one registration, in the reader's language. `at`: when it is asked for; what is asked for later is newer.

    Who waits, or is being looked at, finds it tentative; what does not take place, or no longer with the reader, is cancelled.
    """
    return published(_entry(gathering.entity, registration, keys, language, at))


def feed(coming: Sequence[tuple[Stored[Gathering], Registration]], keys: Keys, name: str, language: str) -> bytes:
    """All of them, under this name. The same gives the same bytes."""
    calendar = empty()
    for each in ("name", "x-wr-calname"):  # RFC 7986, and what programs read that are older
        calendar.add(each, name)
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for gathering, registration in coming:
        changed = [edit.at for edit in gathering.entity.history[-1:]]
        at = max([*changed, registration.begun_at or gathering.entity.starts_at])
        calendar.add_component(_entry(gathering.entity, registration, keys, language, at))
    return bytes(calendar.to_ical())


def _entry(what: Gathering, registration: Registration, keys: Keys, language: str, at: datetime) -> Event:
    return entry_of(what, registration.id, keys, language, at, _status(what, registration))


def _status(gathering: Gathering, registration: Registration) -> str:
    if gathering.state in OFF or not (registration.stands or registration.undecided):
        return "CANCELLED"
    return "CONFIRMED" if registration.seat is not None else "TENTATIVE"
