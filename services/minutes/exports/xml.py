"""What can be written into XML 1.0, whatever was typed."""

import re
from typing import Final

_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that it has no place for (2.2, `Char`)."""


def writable(text: str) -> str:
    """The text without them: a file that lacks one is better than none."""
    return _NO_XML.sub("", text)
