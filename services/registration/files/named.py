"""The name that somebody gave a file: for people to read, and never a path of ours."""

import re
import unicodedata
from typing import Final
from urllib.parse import quote

from services.registration.files.model import ENDINGS

LONGEST: Final = 80
"""Characters of a name, without its ending."""
UNNAMED: Final = "file"
_JOINERS: Final = "\u200c\u200d"
"""Not to be seen, and Persian is not written without them."""
_ENDING: Final = re.compile(r"\.[A-Za-z0-9]{1,5}$")


def harmless(name: str, media_type: str) -> str:
    """A name for people: no folder before it, nothing that cannot be seen, the ending of what the file is. Bounded."""
    last = re.split(r"[/\\]", name)[-1]
    given = unicodedata.normalize("NFC", last)
    seen = "".join(each if unicodedata.category(each)[0] != "C" or each in _JOINERS else " " for each in given)
    stem = _ENDING.sub("", " ".join(seen.split())).strip(". ")
    return f"{stem[:LONGEST].strip('. ') or UNNAMED}.{ENDINGS[media_type]}"


def disposition(name: str, *, shown: bool) -> str:
    """The header by which a browser keeps a file under its name (RFC 6266), or shows it. ASCII, whatever the name is."""
    plain = re.sub(r"[^A-Za-z0-9._ -]", "_", name)
    return f"{'inline' if shown else 'attachment'}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
