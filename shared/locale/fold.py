"""Names as they are searched for: the same word for all the ways in which people write it, in Arabic and in Latin letters."""

import re
from typing import Final
from unicodedata import combining, normalize

from shared.locale.digits import in_digits

_SAME: Final = str.maketrans("يىكةەھہٱøłıđ", "ییکههههاolid", "\u0640\u200b\u200c\u200d\u2060ءʾʿʼ’‘'`")
"""Letters that one keyboard has for those of another; what some write and others leave out goes (third)."""


def folded(text: str) -> tuple[str, ...]:
    """The words of a text, each once, in its order; to be compared by how they begin with the folded words that are looked for.

    Persian and Arabic letters, forms with and without hamza, madda or vowels, digits of all three styles, capitals and accents
    are the same. A zero-width non-joiner joins; a hyphen parts.
    """
    spread = normalize("NFKD", normalize("NFKD", text).casefold())  # a letter may become a capital, and a small one two
    plain = "".join(char for char in spread if not combining(char))
    return tuple(dict.fromkeys(re.findall(r"\w+", in_digits(plain.translate(_SAME), "latin"))))
