"""How the roster follows what happens, and what is decided of many at once."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from services.registration.people.model import Person
from services.registration.registrations.model import Registration
from services.registration.roster.model import DecideMany, Many, Row, Went
from shared.contracts import Event, Record
from shared.contracts.people import PersonRecorded
from shared.contracts.registrations import (
    AddressConfirmed,
    RegistrationApplied,
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationFacts,
    RegistrationPromoted,
    RegistrationRejected,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
)
from shared.flow import Change, Hear, Read
from shared.locale.fold import folded

PAGE = 200
"""Gatherings of one person that are looked through in one look."""


async def follow(record: Record, read: Read) -> Iterable[Change[Any]]:
    """The roster shows a registration as it stands now, under the name that the person has now."""
    if not isinstance(record.event, RegistrationFacts):
        return []
    await read.ahead((Registration, record.key), (Row, record.key), (Person, record.event.person))
    registration = await read.maybe(Registration, record.key)
    return await _shown(read, registration, record.at) if registration else []


async def rename(record: Record, read: Read) -> Iterable[Change[Any]]:
    """Somebody has another name, or none any more: so they stand in every roster."""
    rows = (await read.find(Row, {"person": record.key}, limit=PAGE)).items
    found = await read.many(Registration, [stored.id for stored in rows])
    return [change for each in found.values() for change in await _shown(read, each, record.at)]


async def _shown(read: Read, registration: Registration, at: datetime) -> list[Change[Row]]:
    person, there = await read.maybe(Person, registration.person), await read.maybe(Row, registration.id)
    row = Row.of(registration, person, at, folded)
    if there and there.standing is row.standing:
        row.since = there.since
    return [] if row == there else [Change(row)]


async def decide_many(command: DecideMany, read: Read) -> Change[Many]:
    """It is noted, and carried out by the loop of `work`. Asked twice it is begun once."""
    there = await read.maybe(Many, command.id)
    return Change(there) if there else Change(Many.of(command), silent=True)


async def went(command: Went, read: Read) -> Change[Many]:
    """How far it came."""
    many = await read.one(Many, command.job)
    many.went(command)
    return Change(many, silent=True)


FOLLOWED = (
    RegistrationApplied,
    AddressConfirmed,
    RegistrationRejected,
    RegistrationConfirmed,
    RegistrationWaitlisted,
    RegistrationPromoted,
    RegistrationWithdrawn,
    RegistrationCancelled,
)
ON: Mapping[type[Event], Hear] = dict.fromkeys(FOLLOWED, follow) | {PersonRecorded: rename}
