"""What is remembered of what was written to somebody."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """What was written: the template's version, the language, and the text with `NAME` where the recipient's name stands.

    The name itself is only in `Person`, so that who is erased there is erased here.
    """

    version: int
    language: str
    subject: str
    text: str


NAME = "\ufffc"
"""Stands for the recipient's name in a kept text (the object replacement character, which has no direction: it is taken out of
facts, and no template holds it)."""
