"""The final statement for a word processor, a plain reader, or as a page that stands alone: what is on the paper."""

from collections.abc import Iterator
from typing import Any

from services.minutes.exports.formats import formats
from services.minutes.exports.sheet import Block, Fact, Heading, Line, Note, Said, Sheet
from services.minutes.final_statement.paper import paper
from services.minutes.record.reader import Words


def sheet(filled: dict[str, Any]) -> Sheet:
    """Of what is on the paper, in its order."""
    return Sheet(
        language=filled["language"],
        direction=filled["direction"],
        site=filled["site"],
        title=_own(filled, filled["title"]),
        under=" · ".join(filled["notes"][:1]),
        blocks=list(_blocks(filled)),
    )


def _blocks(filled: dict[str, Any]) -> Iterator[Block]:
    yield from map(Note, filled["notes"][1:])
    yield Line(filled["counts"], within=True)
    for part in filled["parts"]:
        if part["paragraphs"]:
            yield Heading(_own(filled, part["title"]), 2)
        for each in part["paragraphs"]:
            words = Words(**each["words"])
            yield Said(words._replace(text=f"{each['number']} {words.text}".strip()))
    yield Fact(filled["address"]["label"], Words("", "ltr", filled["address"]["value"]))


def _own(filled: dict[str, Any], text: str) -> Words:
    """Words of our own, in the language of the whole."""
    return Words(filled["language"], filled["direction"], text)


FORMATS = formats(paper, sheet)
"""By the ending of the address."""
