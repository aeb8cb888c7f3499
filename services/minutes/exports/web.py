"""A sheet as a page of HTML that stands alone: one file, no script, nothing fetched from anywhere."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from markupsafe import Markup, escape

from services.minutes.exports.sheet import Block, Fact, Heading, Items, Line, Note, Said, Sheet, pieces
from services.minutes.record.reader import Words

MEDIA: Final = "text/html; charset=utf-8"

STYLE: Final = Path(__file__).with_name("alone.css")


def web(sheet: Sheet) -> bytes:
    """The whole, in UTF-8."""
    head = Markup(
        '<!doctype html>\n<html lang="{}" dir="{}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{}</title>\n<style>\n{}</style>\n</head>'
    ).format(sheet.language, sheet.direction, sheet.title.text, Markup(STYLE.read_text(encoding="utf-8")))  # noqa: S704  our own
    title = _words("h1", sheet.title)
    under = Markup('<p class="under">{}</p>').format(sheet.under) if sheet.under else ""
    foot = Markup("<footer>{}</footer>").format(sheet.site)
    body = ["<body>\n<main>", title, under, *_written(sheet), foot, "</main>\n</body>\n</html>\n"]
    return "\n".join([head, *filter(None, body)]).encode()


def _written(sheet: Sheet) -> Iterator[Markup]:
    """Block by block; facts stand together as a list."""
    for facts, together in groupby(sheet.blocks, lambda block: isinstance(block, Fact)):
        written = [_block(block) for block in together]
        yield from [Markup("<dl>{}</dl>").format(Markup("").join(written))] if facts else written


def _block(block: Block) -> Markup:
    match block:
        case Heading(words, level, mark):
            said = Markup(' <span class="mark">{}</span>').format(mark) if mark else ""
            return _words(f"h{level}", words, said)
        case Said(words, struck, within):
            text = Markup("<del>{}</del>").format(words.text) if struck else words.linked
            return _element("p", words, "said within" if within else "said", text)
        case Line(text, mark, within):
            said = Markup(' <span class="mark">{}</span>').format(mark) if mark else ""
            return Markup('<p class="{}">{}{}</p>').format("within" if within else "who", _isolated(text), said)
        case Note(text):
            return Markup('<p class="note">{}</p>').format(_isolated(text))
        case Items(words):
            return Markup("<ul>{}</ul>").format(
                Markup("").join(Markup("<li>{}</li>").format(_words("bdi", each)) for each in words)
            )
        case Fact(label, words):
            return Markup("<div><dt>{}</dt>{}</div>").format(label, _words("dd", words))


def _isolated(text: str) -> Markup:
    """A line whose names decide their direction for themselves."""
    named = Markup("<bdi>{}</bdi>")
    return Markup("").join(named.format(each.text) if each.isolated else escape(each.text) for each in pieces(text))


def _words(name: str, words: Words, after: Markup | str = "") -> Markup:
    return _element(name, words, "", _isolated(words.text) + after)


def _element(name: str, words: Words, kind: str, inside: Markup) -> Markup:
    language = Markup(' lang="{}"').format(words.language) if words.language else ""
    called = Markup(' class="{}"').format(kind) if kind else ""
    return Markup('<{}{}{} dir="{}">{}</{}>').format(name, called, language, words.direction, inside, name)
