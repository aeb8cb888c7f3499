"""Digits: Latin (0), Persian (۰, U+06F0) and Arabic-Indic (٠, U+0660); and text that keeps its direction among other text."""

from functools import lru_cache
from unicodedata import bidirectional

from shared.contracts.people import Digits
from shared.locale.languages import direction

_TEN = {"latin": "0123456789", "persian": "۰۱۲۳۴۵۶۷۸۹", "arabic": "٠١٢٣٤٥٦٧٨٩"}
_TO = {style: str.maketrans("".join(_TEN.values()), ten * len(_TEN)) for style, ten in _TEN.items()}

FIRST_STRONG, POP, LEFT_TO_RIGHT = "\u2068", "\u2069", "\u200e"


def in_digits(text: str, style: Digits) -> str:
    """The text with every decimal digit (of the three styles) in this style."""
    return text.translate(_TO[style])


@lru_cache(maxsize=4096)
def isolated(text: str, language: str) -> str:
    """The text as it stands in text of this language: between isolates (UAX 9: FSI, PDI) if it holds a letter of the other
    direction, so that it keeps its own order and does not disturb what is round it.

    Isolates and line breaks inside are taken out, so that it cannot end early.
    """
    text = text.translate(str.maketrans("\r\n", "  ", "\u2066\u2067\u2068\u2069"))
    foreign = {"L"} if direction(language) == "rtl" else {"R", "AL"}
    return f"{FIRST_STRONG}{text}{POP}" if any(bidirectional(char) in foreign for char in text) else text
