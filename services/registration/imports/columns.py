"""The columns of the tables that are imported, and what their cells may say."""

from typing import get_args

from services.registration.editions.commands import Became
from services.registration.editions.model import NUMBERS
from services.registration.imports.table import Column
from services.registration.organizations.typed import code, country, precedence
from services.registration.people.typed import address, one_of, zone
from shared.contracts.people import Calendar, Digits
from shared.locale import LANGUAGES, digits

CALENDARS: tuple[Calendar, ...] = ("gregorian", "solar_hijri", "islamic")
DIGITS: tuple[Digits, ...] = ("latin", "persian", "arabic")


def text(value: str) -> str:
    """Any text."""
    return value


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


def number(value: str) -> str:
    """The number of an edition, in whatever digits."""
    try:
        found = int(value) if len(value) < 9 else 0
    except ValueError:
        found = 0
    if not 1 <= found <= NUMBERS:
        raise ValueError(f"Write a number from 1 to {NUMBERS}.")
    return str(found)


def when(value: str) -> str:
    """A year, a month or a day; whether its calendar has it is asked when the series is known."""
    return digits(value, "latin").replace("/", "-")


OF_EARLIER = ("objectives", "reason", "decided_by")
"""What is told of an edition in each language, in columns as `reason_fa`."""

EDITION_COLUMNS = (
    Column("series", text, required=True),
    Column("number", number, required=True),
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
