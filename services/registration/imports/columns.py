"""The columns of the tables that are imported, and what their cells may say."""

from typing import get_args

from services.registration.editions.commands import Became
from services.registration.editions.model import NUMBERS
from services.registration.organizations.typed import code, country, precedence
from services.registration.people.typed import address, zone
from shared.contracts.people import Calendar, Digits
from shared.imports.columns import number_to, one_of, text, when
from shared.imports.table import Column
from shared.locale import LANGUAGES

CALENDARS: tuple[Calendar, ...] = ("gregorian", "solar_hijri", "islamic")
DIGITS: tuple[Digits, ...] = ("latin", "persian", "arabic")


NAME_COLUMNS = {language: f"name_{language}" for language in LANGUAGES}
"""The column of an organization's name in each language."""

ORGANIZATION_COLUMNS = (
    Column("code", code, required=True),
    *(Column(name, text) for name in NAME_COLUMNS.values()),
    Column("kind", text, required=True),
    Column("country", country),
    Column("parent", code),
    Column("also", text),
    Column("precedence", precedence),
)


OF_EARLIER = ("objectives", "reason", "decided_by")
"""What is told of an edition in each language, in columns as `reason_fa`."""

EDITION_COLUMNS = (
    Column("series", text, required=True),
    Column("number", number_to(NUMBERS), required=True),
    Column("due", when, required=True),
    Column("became", one_of(get_args(Became)), required=True),
    Column("held_in", when),
    Column("decided_on", when),
    *(Column(f"{name}_{language}", text) for name in OF_EARLIER for language in LANGUAGES),
)
PERSON_COLUMNS = (
    Column("email", address, required=True),
    Column("name", text, required=True),
    Column("language", one_of(LANGUAGES)),
    Column("calendar", one_of(CALENDARS)),
    Column("digits", one_of(DIGITS)),
    Column("time_zone", zone),
    Column("organization", code),
    Column("position", text),
    Column("name_also", text),
    Column("title", text),
    Column("badge", text),
    Column("passport", text),
    Column("precedence", precedence),
)
