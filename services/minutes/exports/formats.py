"""What a text of the record is given as: a file of each kind, all of what stands on its paper."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from services.minutes.exports import markdown, web, word
from services.minutes.exports.sheet import Sheet
from shared.paper import MEDIA as PDF

Drawn = dict[str, Any]
"""What is on the paper (`paper.drawn`)."""


class Format(NamedTuple):
    """What a file is, and who writes it of what is on the paper."""

    media: str
    written: Callable[[Drawn], bytes]


def formats(paper: Callable[[Drawn], bytes], sheet: Callable[[Drawn], Sheet]) -> Mapping[str, Format]:
    """By the ending of the address: the paper itself, and the same block by block for a word processor, a plain reader, or a page
    on its own."""
    return {
        "pdf": Format(PDF, paper),
        "docx": Format(word.MEDIA, lambda drawn: word.word(sheet(drawn))),
        "md": Format(markdown.MEDIA, lambda drawn: markdown.markdown(sheet(drawn))),
        "html": Format(web.MEDIA, lambda drawn: web.web(sheet(drawn))),
    }
