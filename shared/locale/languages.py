"""Which language, in which direction, and what its readers expect where they said nothing."""

import re
from collections.abc import Mapping
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
    ["ar", "arc", "azb", "ckb", "dv", "fa", "he", "ks", "ps", "prs", "sd", "syr", "ug", "ur", "yi"]
)
_WISH = re.compile(r"\s*([A-Za-z]+|\*)(?:[-_][-\w]*)?\s*(?:;\s*[Qq]=([01](?:\.\d*)?)\s*)?")
"""The primary subtag, and the quality if it is told."""


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag: `fa` of `fa-IR`."""
    return language.replace("_", "-").split("-")[0].strip().lower()


def direction(language: str) -> Literal["ltr", "rtl"]:
    """`rtl` for languages written from right to left, else `ltr`."""
    return "rtl" if primary(language) in _RIGHT_TO_LEFT else "ltr"


def choose(text: Mapping[str, str], language: str) -> str:
    """The text for this reader: the very tag, its primary language, English, whatever there is; "" if there is none."""
    said = text.get(language) or text.get(primary(language)) or text.get(LANGUAGES[0])
    return said or next((words for words in text.values() if words), "")


def negotiate(accept_language: str) -> str:
    """The language that an Accept-Language header likes best (RFC 9110, 12.5.4); nonsense is passed over.

    It is read up to 1,000 characters. Where nothing fits: the first one. Of equal quality the one named first wins.
    """
    wishes: dict[str, float] = {}
    for part in accept_language[:1000].split(","):
        if wish := _WISH.fullmatch(part):
            wishes.setdefault(wish[1].lower(), float(wish[2] or 1))
    others = wishes.pop("*", 0.0)
    named = [tag for tag in wishes if tag in LANGUAGES]
    best = max([*named, *LANGUAGES], key=lambda tag: wishes.get(tag, others))
    return best if wishes.get(best, others) else LANGUAGES[0]
