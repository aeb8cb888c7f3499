"""The columns of the tables that are imported, and what their cells may say."""

import re
from collections.abc import Collection
from uuid import UUID

from services.registration.model.person import mailbox
from services.registration.model.zones import must_be_zone
from services.registration.table import Check, Column
from shared.auth import Keys
from shared.contracts.people import Calendar, Digits
from shared.errors import Invalid
from shared.locale import LANGUAGES, latin

ADDRESS = re.compile(
    r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"
)
"""An address as people have them (RFC 5321 allows stranger ones); ASCII, since not every mail server takes more."""

CODE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,38}[A-Za-z0-9])?")
CALENDARS: tuple[Calendar, ...] = ("gregorian", "solar_hijri", "islamic")
DIGITS: tuple[Digits, ...] = ("latin", "persian", "arabic")


def address(text: str) -> str:
    """An e-mail address in small letters, whatever the digits that it was typed in."""
    value = mailbox(latin(text))
    if not ADDRESS.fullmatch(value) or len(value) > 254:
        raise ValueError("Write one e-mail address, such as name@example.org.")
    return value


def fingerprint(keys: Keys, address: str) -> UUID:
    """The keyed hash by which an address is claimed: without the installation's key nobody can compute it."""
    return keys.fingerprint("address", mailbox(address))


def text(value: str) -> str:
    """Any text."""
    return value


def code(value: str) -> str:
    """A short code."""
    value = latin(value)
    if not CODE.fullmatch(value):
        raise ValueError("A code is 1 to 40 Latin letters, digits, dots, hyphens or underscores.")
    return value


def country(value: str) -> str:
    """An ISO 3166 code in capitals."""
    value = value.upper()
    if not re.fullmatch(r"[A-Z]{2}", value):
        raise ValueError("A country is two letters (ISO 3166), such as IR.")
    return value


def zone(value: str) -> str:
    """A time zone."""
    try:
        must_be_zone(value)
    except Invalid as error:
        raise ValueError(error.detail) from error
    return value


def one_of(values: Collection[str]) -> Check:
    """One of these words."""

    def check(value: str) -> str:
        value = value.casefold()
        if value not in values:
            raise ValueError(f"Write one of: {', '.join(values)}.")
        return value

    return check


NAME_COLUMNS = {language: f"name_{language}" for language in LANGUAGES}
"""The column of an organization's name in each language."""

ORGANIZATION_COLUMNS = (
    Column("code", code, required=True),
    *(Column(name, text) for name in NAME_COLUMNS.values()),
    Column("kind", text, required=True),
    Column("country", country),
    Column("parent", code),
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
)
