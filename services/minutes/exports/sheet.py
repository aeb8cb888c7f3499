"""What is exported, whatever it is written as: blocks in their order, each word with its language and direction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from services.minutes.record.reader import Words

OPEN, CLOSE = "\u2068", "\u2069"
"""Unicode's isolates (UAX 9): what stands between them is a name or a text whose letters its neighbours do not see."""


class Heading(NamedTuple):
    """`level` from 2: the title of the whole stands above. `mark`: its state, in a word."""

    words: Words
    level: int
    mark: str = ""


class Said(NamedTuple):
    """Words of somebody, or in another language. `struck`: they do not stand any more; `within`: below what stands above."""

    words: Words
    struck: bool = False
    within: bool = False


class Line(NamedTuple):
    """Words of our own, in the language of the whole: who, and how. `within`: it belongs to what stands above."""

    text: str
    mark: str = ""
    within: bool = False


class Note(NamedTuple):
    """Something to be known first."""

    text: str


class Items(NamedTuple):
    """A list without numbers."""

    words: Sequence[Words]


class Fact(NamedTuple):
    """What a thing is, under its label."""

    label: str
    words: Words


Block: TypeAlias = Heading | Said | Line | Note | Items | Fact


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text to be exported. `site`: who writes; `under`: what stands below the title, in a line."""

    language: str
    direction: str
    site: str
    title: Words
    under: str
    blocks: Sequence[Block]


class Piece(NamedTuple):
    """A part of a line; `isolated`: its letters decide its direction for themselves."""

    text: str
    isolated: bool


def pieces(text: str) -> Iterator[Piece]:
    """A line cut at its isolates, for what does not know these signs. They do not nest here; one left open ends with the line."""
    before, *rest = text.split(OPEN)
    if before:
        yield Piece(before.replace(CLOSE, ""), isolated=False)
    for each in rest:
        inside, _, after = each.partition(CLOSE)
        if inside:
            yield Piece(inside, isolated=True)
        if after:
            yield Piece(after.replace(CLOSE, ""), isolated=False)
