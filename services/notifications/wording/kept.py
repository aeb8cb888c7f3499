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


NAME = "\ue000"
"""Stands for the recipient's name in a kept text (a private-use character: no template or fact holds it)."""
