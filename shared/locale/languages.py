"""Which language, in which direction, and what its readers expect where they said nothing."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from shared.contracts.people import Calendar, Digits


class Habits(NamedTuple):
    """What a reader of a language expects: calendar, digits, IANA time zone."""

    calendar: Calendar
    digits: Digits
    zone: str


NAMES = {"en": "English", "fa": "فارسی", "ar": "العربية"}
"""How the readers of each complete language call it."""

LANGUAGES = tuple(NAMES)
"""The complete languages; the first is the last fallback."""

DEFAULTS: dict[str, Habits] = {
    "en": Habits("gregorian", "latin", "UTC"),
    "fa": Habits("solar_hijri", "persian", "Asia/Tehran"),
    "ar": Habits("gregorian", "arabic", "UTC"),
}

_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "azb", "ckb", "dv", "fa", "he", "ks", "ps", "prs", "sd", "syr", "ug", "ur", "yi"}
)
_LONGEST = 1000
"""Characters of an Accept-Language header that are looked at."""


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag: `fa` of `fa-IR`."""
    return language.replace("_", "-").split("-")[0].strip().lower()


def direction(language: str) -> Literal["ltr", "rtl"]:
    """`rtl` for languages written from right to left, else `ltr`."""
    return "rtl" if primary(language) in _RIGHT_TO_LEFT else "ltr"


def choose(text: Mapping[str, str], language: str) -> str:
    """The text for this reader: the very tag, its primary language, English, whatever there is; "" if there is none."""
    for tag in (language, primary(language), LANGUAGES[0]):
        if text.get(tag):
            return text[tag]
    return next((words for words in text.values() if words), "")


def negotiate(accept_language: str | None, offered: Sequence[str] = LANGUAGES) -> str:
    """The offered language that an Accept-Language header likes best (RFC 9110, 12.5.4); nonsense is passed over.

    Where nothing fits: the first one offered. Of equal quality the one named first wins.
    """
    by_primary = {primary(tag): tag for tag in reversed(offered)}
    wishes = [_wish(part) for part in (accept_language or "")[:_LONGEST].split(",")]
    refused = {tag for tag, quality in wishes if quality == 0}
    for tag, _ in sorted((wish for wish in wishes if wish[1] > 0), key=lambda wish: -wish[1]):
        if tag == "*":
            return next((offer for offer in offered if primary(offer) not in refused), offered[0])
        if tag in by_primary:
            return by_primary[tag]
    return offered[0]


def _wish(part: str) -> tuple[str, float]:
    """`fa-IR;q=0.8` -> (`fa`, 0.8); what cannot be read has quality -1."""
    tag, _, parameter = part.partition(";")
    name, _, value = parameter.partition("=")
    if not parameter.strip():
        return primary(tag), 1.0
    try:
        quality = float(value) if name.strip().lower() == "q" else -1.0
    except ValueError:
        quality = -1.0
    return primary(tag), quality if 0 <= quality <= 1 else -1.0
