"""A sheet for a word processor (DOCX, ECMA-376): real headings and lists, each paragraph and run in its own direction.

How right to left is said: `w:bidi` of a paragraph (17.3.1.6), `w:rtl` of a run (17.3.2.30), and the font and size for complex
scripts beside the plain ones (17.3.2.26).
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Final
from unicodedata import bidirectional
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Paper
from docx.text.paragraph import Paragraph

from services.minutes.exports import style
from services.minutes.exports.sheet import Block, Fact, Heading, Items, Line, Note, Said, Sheet, pieces
from services.minutes.record.reader import Words

MEDIA: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_ALWAYS: Final = (1980, 1, 1, 0, 0, 0)
"""The time of the files inside: the same content gives the same bytes."""


def word(sheet: Sheet) -> bytes:
    """The whole as a file. It takes its time (some 2 ms a paragraph): call it in a thread."""
    paper = Document()
    style.prepare(paper, sheet)
    _words(paper.add_paragraph(style="Title"), sheet.title)
    if sheet.under:
        _line(paper.add_paragraph(style="Subtitle"), sheet.under, sheet.direction)
    for block in sheet.blocks:
        _block(paper, block, sheet)
    return _packed(paper)


def _block(paper: Paper, block: Block, sheet: Sheet) -> None:
    for paragraph in _paragraphs(paper, block, sheet):
        if isinstance(block, Note) or (isinstance(block, Line | Said) and block.within):
            style.indent(paragraph)


def _paragraphs(paper: Paper, block: Block, sheet: Sheet) -> Iterator[Paragraph]:
    """What a block becomes, one paragraph after the other."""
    match block:
        case Heading(words, level, mark):
            yield _words(paper.add_heading(level=level - 1), words, mark)
        case Said(words, struck):
            yield from (_words(paper.add_paragraph(), each, struck=struck) for each in _lines(words))
        case Line(text, mark, within):
            yield style.close(_line(paper.add_paragraph(), text, sheet.direction, mark, bold=not within), before=6)
        case Note(text):
            yield from (_line(paper.add_paragraph(style="Quote"), each, sheet.direction) for each in text.splitlines())
        case Items(words):
            yield from (_item(paper.add_paragraph(style="List Bullet"), each, sheet.direction) for each in words)
        case Fact(label, words):
            yield style.close(_fact(paper.add_paragraph(), label, words, sheet.direction))


def _lines(words: Words) -> list[Words]:
    return [words._replace(text=line) for line in words.text.splitlines()]


def _item(paragraph: Paragraph, words: Words, direction: str) -> Paragraph:
    """Where all of the list begins, whatever language its words are in."""
    style.turn(paragraph, direction)
    for piece in pieces(words.text):
        style.run(paragraph, piece.text, _toward(words._replace(text=piece.text), direction), words.language)
    return paragraph


def _fact(paragraph: Paragraph, label: str, words: Words, direction: str) -> Paragraph:
    _line(paragraph, f"{label}: ", direction, bold=True)
    style.run(paragraph, words.text, _toward(words, direction), words.language)
    return paragraph


def _line(paragraph: Paragraph, text: str, direction: str, mark: str = "", *, bold: bool = False) -> Paragraph:
    """A line in the direction of the whole; names in it decide for themselves."""
    style.turn(paragraph, direction)
    for piece in pieces(text):
        toward = strong(piece.text, direction) if piece.isolated else direction
        made = style.run(paragraph, piece.text, toward)
        if bold:
            style.embolden(made)
    if mark:
        style.mute(style.run(paragraph, f" · {mark}", direction))
    return paragraph


def _words(paragraph: Paragraph, words: Words, mark: str = "", *, struck: bool = False) -> Paragraph:
    """A paragraph of somebody's words, which begins where their language begins."""
    toward = _toward(words, "ltr")
    style.turn(paragraph, toward)
    for piece in pieces(words.text):
        inside = strong(piece.text, toward) if piece.isolated else toward
        style.run(paragraph, piece.text, inside, words.language).font.strike = struck or None
    if mark:
        style.mute(style.run(paragraph, f" · {mark}", toward))
    return paragraph


def _toward(words: Words, otherwise: str) -> str:
    return strong(words.text, otherwise) if words.direction == "auto" else words.direction


def strong(text: str, otherwise: str) -> str:
    """The direction of the first letter that has one (UAX 9, P2 and P3)."""
    found = (bidirectional(letter) for letter in text)
    first = next((kind for kind in found if kind in {"L", "R", "AL"}), None)
    return otherwise if first is None else "ltr" if first == "L" else "rtl"


def _packed(paper: Paper) -> bytes:
    """The files of it, packed anew: python-docx tells in each when it was packed."""
    written, packed = BytesIO(), BytesIO()
    paper.save(written)
    with ZipFile(written) as files, ZipFile(packed, "w", ZIP_DEFLATED) as again:
        for name in files.namelist():
            again.writestr(ZipInfo(name, _ALWAYS), files.read(name), ZIP_DEFLATED)
    return packed.getvalue()
