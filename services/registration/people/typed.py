"""How a person's details may be typed, in a form or in a table; and the hash by which an address is claimed."""

import re
from typing import Any
from uuid import UUID

from services.registration.people.model import mailbox
from services.registration.people.zones import must_be_zone
from shared.auth import Keys
from shared.errors import Invalid
from shared.imports.wrong import Wrong
from shared.locale import DEFAULTS, digits

ADDRESS = re.compile(
    r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"
)
"""An address as people have them (RFC 5321 allows stranger ones); ASCII, since not every mail server takes more."""


def address(text: str) -> str:
    """An e-mail address in small letters, whatever the digits that it was typed in."""
    value = mailbox(digits(text, "latin"))
    if not ADDRESS.fullmatch(value) or len(value) > 254:
        raise Wrong("address", "Write one e-mail address, such as name@example.org.")
    return value


def fingerprint(keys: Keys, address: str) -> UUID:
    """The keyed hash by which an address is claimed: without the installation's key nobody can compute it."""
    return keys.fingerprint("address", mailbox(address))


def reached(keys: Keys, email: str, language: str) -> dict[str, Any]:
    """How somebody is reached and read of whom address and language are known alone: as others of the language are."""
    habits = DEFAULTS[language]
    return {
        "email": email,
        "fingerprint": fingerprint(keys, email),
        "language": language,
        "calendar": habits.calendar,
        "digits": habits.digits,
        "time_zone": habits.zone,
    }


def zone(value: str) -> str:
    """A time zone."""
    try:
        must_be_zone(value)
    except Invalid as error:
        raise Wrong("time-zone", error.detail) from error
    return value
