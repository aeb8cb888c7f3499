"""The columns of the tables that are imported, and what their cells may say."""

from services.registration.imports.table import Column
from services.registration.organizations.typed import code, country, precedence
from services.registration.people.typed import address, one_of, zone
from shared.contracts.people import Calendar, Digits
from shared.locale import LANGUAGES

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
