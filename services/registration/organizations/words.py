"""Words as they are compared in a search: whoever types them in another script's letters, without accents, in small letters.

Pure. Persian and Arabic letters that look alike are one (ي/ی/ى, ك/ک, ة/ه, أإآ/ا), marks and the tatweel fall away, digits
are Latin, and so are case and accents.
"""

import re
from unicodedata import category, decimal, normalize

_ALIKE = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ہ": "ه", "ە": "ه", "ٱ": "ا", "ـ": "", "\u200c": "", "\u200d": ""}
    | {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_WORD = re.compile(r"[^\W_]+")

BEYOND = "\U0010ffff"
"""Stands behind every word that begins as asked: the end of a range."""


def folded(text: str) -> str:
    """The text as it is compared."""
    bare = (each for each in normalize("NFKD", text.casefold()) if category(each) != "Mn")
    alike = "".join(bare).translate(_ALIKE)
    return "".join(str(decimal(each, each)) for each in alike)


def words(*texts: str | None) -> list[str]:
    """Every word of these texts as it is compared, in order."""
    return [word for text in texts if text for word in _WORD.findall(folded(text))]


def all_begin(asked: list[str], there: list[str]) -> bool:
    """Whether of each word that was asked for one begins so."""
    return all(any(word.startswith(each) for word in there) for each in asked)
