"""Addresses of the web in what was typed: a link for whoever reads it on a screen. Nothing else of it is markup."""

import re
from typing import Final, NamedTuple

_ADDRESS: Final = re.compile(
    r"https?://[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:[/?#][^\s<>\"'`\u2066-\u2069\u200e\u200f]*)?"
)
_CLOSING: Final = ".,;:!?…،؛؟»”’]}*_"
"""What ends a sentence, a quotation or a bracket rather than an address."""


class Part(NamedTuple):
    """A run of the text; where it is an address, `address` is it, else ""."""

    text: str
    address: str


def linked(text: str) -> list[Part]:
    """The text in its parts: together they are it again."""
    found, at = [], 0
    for match in _ADDRESS.finditer(text):
        address = _ended(match[0])
        found += [Part(text[at : match.start()], ""), Part(address, address)]
        at = match.start() + len(address)
    return [each for each in (*found, Part(text[at:], "")) if each.text]


def _ended(address: str) -> str:
    """Without what stands behind it; a bracket belongs to it only if it was opened in it."""
    while address[-1] in _CLOSING or (address[-1] == ")" and address.count(")") > address.count("(")):
        address = address[:-1]
    return address
