"""The minutes for a word processor, a plain reader, or as a page that stands alone: what is on the paper, block by block."""

from collections.abc import Iterator
from typing import Any, Final

from services.minutes.exports.formats import formats
from services.minutes.exports.sheet import Block, Fact, Heading, Items, Line, Note, Said, Sheet
from services.minutes.publication.paper import paper
from services.minutes.record.reader import Words


def sheet(filled: dict[str, Any]) -> Sheet:
    """Of what is on the paper, in its order."""
    return Sheet(
        language=filled["language"],
        direction=filled["direction"],
        site=filled["site"],
        title=Words(**filled["heading"]),
        under=" · ".join((*filled["under"], filled["state"]["word"])),
        blocks=list(_blocks(filled)),
    )


def _blocks(filled: dict[str, Any]) -> Iterator[Block]:
    yield from map(Note, filled["notes"])
    yield from (Fact(each["label"], Words(**each["value"])) for each in filled["facts"])
    for section in filled["sections"]:
        yield from _SECTIONS[section](filled)


def _agenda(filled: dict[str, Any]) -> Iterator[Block]:
    if filled["agenda"]:
        yield _heading(filled, "agenda")
    for each in filled["agenda"]:
        title = Words(**each["title"])
        numbered = title._replace(text=f"{each['number']} {title.text}".strip())
        yield Heading(numbered, 3, " · ".join(each["marks"]))
        for line in each["lines"]:
            if line["who"]:
                yield Line(line["who"], line["mark"], line["within"])
            if line["words"]:
                yield Said(Words(**line["words"]), within=line["within"])


def _decisions(filled: dict[str, Any]) -> Iterator[Block]:
    yield _heading(filled, "decisions")
    if not filled["decisions"]:
        yield Line(filled["texts"]["no_decisions"], within=True)
    for each in filled["decisions"]:
        yield Heading(_own(filled, each["title"]), 3, each["state"]["word"])
        yield from (Said(Words(**text), struck=each["withdrawn"]) for text in each["texts"])
        yield Line(each["how"], within=True)
        yield from (Fact(row["label"], Words(**row["value"])) for row in each["ballots"])
        for note in each["notes"]:
            yield Note(note["text"])
            yield from (Said(Words(**text), struck=True, within=True) for text in note["before"])


def _quorum(filled: dict[str, Any]) -> Iterator[Block]:
    yield _heading(filled, "quorum")
    yield Said(_own(filled, filled["quorum"]))
    if filled["quorums"]:
        yield Heading(_own(filled, filled["texts"]["quorum_by_item"]), 3)
        yield from (Fact(each["label"], Words(**each["value"])) for each in filled["quorums"])


def _present(filled: dict[str, Any]) -> Iterator[Block]:
    texts = filled["texts"]
    yield _heading(filled, "present")
    if not filled["delegations"]:
        yield Said(_own(filled, texts["nobody"]))
    for each in filled["delegations"]:
        yield Heading(Words(**each["organization"]), 3)
        yield Items([Words(**name) for name in each["names"]])
    if filled["others"]:
        yield Said(_own(filled, filled["others"]))
    if filled["groups"]:
        yield Items([Words(**each) for each in filled["groups"]])
    if filled["away"]:
        yield Heading(_own(filled, texts["apologies"]), 3)
        yield Items([Words(**each) for each in filled["away"]])


def _about(filled: dict[str, Any]) -> Iterator[Block]:
    yield _heading(filled, "about")
    yield Fact(filled["texts"]["address"], Words("", "ltr", filled["address"]))


_SECTIONS: Final = {
    "agenda": _agenda,
    "decisions": _decisions,
    "quorum": _quorum,
    "present": _present,
    "about": _about,
}


def _heading(filled: dict[str, Any], section: str) -> Heading:
    return Heading(_own(filled, filled["texts"][section]), 2)


def _own(filled: dict[str, Any], text: str) -> Words:
    """Words of our own, in the language of the whole."""
    return Words(filled["language"], filled["direction"], text)


FORMATS = formats(paper, sheet)
"""By the ending of the address."""
