"""How an organization's code, country and place may be typed, in a form or in a table."""

import re

from shared.imports.wrong import Wrong
from shared.locale import digits

CODE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,38}[A-Za-z0-9])?")


def code(value: str) -> str:
    """A short code."""
    value = digits(value, "latin")
    if not CODE.fullmatch(value):
        detail = "A code is {n} to {most} Latin letters, digits, dots, hyphens or underscores."
        raise Wrong("organization-code", detail, n=1, most=40)
    return value


def country(value: str) -> str:
    """An ISO 3166 code in capitals."""
    value = value.upper()
    if not re.fullmatch(r"[A-Z]{2}", value):
        raise Wrong("country", "A country is two letters (ISO 3166), such as IR.")
    return value


def precedence(value: str) -> str:
    """A place in the order of precedence."""
    value = digits(value, "latin")
    if not re.fullmatch(r"[1-9]\d{0,3}", value):
        detail = "A place in the order of precedence is a number from {n} to {most}."
        raise Wrong("precedence", detail, n=1, most=9999)
    return value
