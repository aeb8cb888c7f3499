"""Which characters a text that comes in may hold: one rule for forms, tables, pages and mails."""

import re
from typing import Final
from unicodedata import category

_BREAK: Final = re.compile(r"\r\n|\n|\t")


def is_control(character: str) -> bool:
    """A line break, another control character, half a surrogate pair or what is no character at all: it could begin a header or
    a line of its own, or is refused by files and programs that the text comes to."""
    return category(character) in {"Cc", "Cs", "Zl", "Zp"} or character in "\ufffe\uffff"


def one_line(text: str) -> str:
    """The text; raises `ValueError` if it holds a line break or another control character."""
    if any(map(is_control, text)):
        raise ValueError("It holds a line break or another control character; remove it.")
    return text


def paragraphs(text: str) -> str:
    """The text, where lines may break and tabs stand; raises `ValueError` for other control characters."""
    if any(is_control(each) for line in _BREAK.split(text) for each in line):
        raise ValueError("It holds a control character; remove it.")
    return text
