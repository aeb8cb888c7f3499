"""A report as a file: what is on the paper, block by block."""

from collections.abc import Iterator
from typing import Any

from services.minutes.exports.formats import formats
from services.minutes.exports.sheet import Block, Fact, Heading, Items, Line, Note, Said, Sheet
from services.minutes.record.reader import Words
from services.minutes.reports.paper import paper


def sheet(filled: dict[str, Any]) -> Sheet:
    """Of what is on the paper, in its order."""
    return Sheet(
        language=filled["language"],
        direction=filled["direction"],
        site=filled["site"],
        title=Words(**filled["headline"]),
        under=" · ".join((*filled["under"], *((filled["state"]["word"],) if filled["state"] else ()))),
        blocks=list(_blocks(filled)),
    )


def _blocks(filled: dict[str, Any]) -> Iterator[Block]:
    yield from map(Note, filled["notes"])
    yield Said(Words(**filled["lead"]))
    if it := filled["quoted"]:
        yield Said(Words(**it["words"]), within=True)
        yield Line(it["who"], within=True)
    yield from (Said(Words(**each)) for each in filled["paragraphs"])
    for each in filled["lists"]:
        yield _heading(filled, each["title"])
        yield Items([Words(**words) for words in each["words"]])
    yield _heading(filled, filled["about"])
    yield from (Fact(each["label"], Words(**each["value"])) for each in filled["facts"])
    yield Fact(filled["address"]["label"], Words("", "ltr", filled["address"]["value"]))


def _heading(filled: dict[str, Any], text: str) -> Heading:
    """Words of our own, in the language of the whole."""
    return Heading(Words(filled["language"], filled["direction"], text), 2)


FORMATS = formats(paper, sheet)
"""By the ending of the address."""
