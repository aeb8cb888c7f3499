"""A sheet as Markdown (CommonMark 0.31): what is typed is never markup, and right to left is said by the HTML that it allows."""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Final

from services.minutes.exports.sheet import Block, Fact, Heading, Items, Line, Note, Said, Sheet
from services.minutes.record.links import linked
from services.minutes.record.reader import Words

MEDIA: Final = "text/markdown; charset=utf-8"

_SIGNS: Final = re.compile(r"([\\`*_\[\]<>&~|#!])")
_BEGINS: Final = re.compile(r"^([-+=]|\d{1,9}(?=[.)]))", re.ASCII)
"""What makes a list or a heading of a line that begins with it."""


def markdown(sheet: Sheet) -> bytes:
    """The whole, in UTF-8. One file: nothing that it needs lies elsewhere."""
    opened = f'<div lang="{escape(sheet.language)}" dir="{escape(sheet.direction)}">'
    under = [plain(sheet.under)] if sheet.under else []
    parts = [opened, f"# {_title(sheet.title, sheet)}", *under, *_written(sheet), plain(sheet.site), "</div>"]
    return ("\n\n".join(parts) + "\n").encode()


def plain(text: str) -> str:
    """Words as Markdown shows them again; where a line ends, the next begins in the same paragraph."""
    return "\\\n".join(_line(line.strip()) for line in text.splitlines() if line.strip())


def _line(line: str) -> str:
    safe = "".join(f"<{each.address}>" if each.address else _SIGNS.sub(r"\\\1", each.text) for each in linked(line))
    begun = _BEGINS.match(safe)
    if begun is None:
        return safe
    number = begun[1] if begun[1].isdigit() else ""
    return f"{number}\\{safe[len(number) :]}"


def _written(sheet: Sheet) -> Iterator[str]:
    """Block by block; facts stand together as a list."""
    for facts, together in groupby(sheet.blocks, lambda block: isinstance(block, Fact)):
        written = [_block(block, sheet) for block in together]
        yield from ["\n".join(written)] if facts else written


def _block(block: Block, sheet: Sheet) -> str:
    match block:
        case Heading(words, level, mark):
            return f"{'#' * level} {_title(words, sheet)}" + (f" ({plain(mark)})" if mark else "")
        case Said(words, struck, within):
            texts = [_words(words._replace(text=each), sheet) for each in _apart(words.text)]
            return _quoted("\n\n".join(f"<del>{each}</del>" if struck else each for each in texts), within)
        case Line(text, mark, within):
            who = plain(text) if within else f"**{plain(text)}**"
            return _quoted(f"{who} · *{plain(mark)}*" if mark else who, within)
        case Note(text):
            return _quoted(plain(text), within=True)
        case Items(words):
            return "\n".join(f"- {_title(each, sheet)}" for each in words)
        case Fact(label, words):
            return f"- **{plain(label)}**: {_title(words, sheet)}"


def _apart(text: str) -> list[str]:
    """Paragraph by paragraph, as lines left empty part them."""
    return [each for each in re.split(r"\n\s*\n", text) if each.strip()] or [text]


def _quoted(text: str, within: bool) -> str:
    return "\n".join(f"> {line}" for line in text.splitlines()) if within else text


def _title(words: Words, sheet: Sheet) -> str:
    """On one line."""
    return _words(words._replace(text=" ".join(words.text.split())), sheet)


def _words(words: Words, sheet: Sheet) -> str:
    text = plain(words.text)
    if words.direction == sheet.direction and words.language in {sheet.language, ""}:
        return text
    language = f' lang="{escape(words.language)}"' if words.language else ""
    return f'<span{language} dir="{escape(words.direction)}">{text}</span>'
