"""A field that a category asks for, and whether an answer is one."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from shared.contracts.organizations import Text
from shared.errors import Invalid
from shared.locale import digits
from shared.text import is_control

Kind = Literal["text", "long_text", "choice", "several", "yes_no", "date", "file", "photo"]
SaidBy = Literal["person", "shown", "secretariat"]
"""Who answers: the person; the secretariat, and the person reads it; the secretariat, for itself alone."""

CHOSEN = frozenset({"choice", "several", "yes_no"})
"""Kinds of which the answers are given."""

FIELDS = 30
"""So many a category asks for at most."""
FILES = 4
"""So many of them are files or photos."""
CHOICES = 50
"""So many choices a field has at most."""
LINE, TEXT = 500, 5_000
"""Characters of an answer: of a line, of a long text."""

DETAILS = {
    "wrong_missing": "This is asked for.",
    "wrong_long": "This is too long.",
    "wrong_choice": "This is none of the choices.",
    "wrong_day": "Write the day as 2030-03-21.",
    "wrong_unknown": "The category asks for no such thing, or not from you.",
    "wrong_bytes": "This is a file: send its bytes to …/answers/{key}/file; null takes it away.",
    "wrong_other": "It holds a control character; remove it.",
}
"""What is wrong with an answer, for a program; pages have texts under these keys."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things that may be answered."""

    key: str
    label: Text


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a category asks for. `key` names it for good. `decides`: who changes the answer later waits anew."""

    key: str
    kind: Kind
    label: Text
    choices: list[Choice] = field(default_factory=list)
    required: bool = False
    said_by: SaidBy = "person"
    decides: bool = False

    @property
    def is_file(self) -> bool:
        """Whether it is answered by a file, which lies outside of what was said."""
        return self.kind in {"file", "photo"}

    @property
    def _known(self) -> set[str]:
        """What may be chosen."""
        return {"yes", "no"} if self.kind == "yes_no" else {each.key for each in self.choices}

    def trouble(self, said: Sequence[str]) -> str:
        """The key of a text that says what is wrong with an answer; "" if nothing is."""
        if not said:
            return "wrong_missing" if self.required and self.said_by == "person" else ""
        if self.is_file:
            return "wrong_bytes"
        if len(said) > (CHOICES if self.kind == "several" else 1):
            return "wrong_choice"
        if self.kind in CHOSEN:
            return "" if self._known.issuperset(said) and len({*said}) == len(said) else "wrong_choice"
        if self.kind == "date":
            return "" if _is_day(said[0]) else "wrong_day"
        if len(said[0]) > (TEXT if self.kind == "long_text" else LINE):
            return "wrong_long"
        allowed = "\n" if self.kind == "long_text" else ""
        return "wrong_other" if any(is_control(each) and each not in allowed for each in said[0]) else ""

    def still(self, said: Sequence[str]) -> list[str]:
        """What of an answer is one by now: the question may have become another since, of which this was none."""
        if self.kind in CHOSEN:
            return [each for each in said if each in self._known][: None if self.kind == "several" else 1]
        return [each for each in said if self.kind != "date" or _is_day(each)][:1]

    def cleaned(self, said: Iterable[str]) -> list[str]:
        """An answer as it is kept: without empty ones, a day in Latin digits."""
        found = [unicodedata.normalize("NFC", each.replace("\r\n", "\n").strip()) for each in said]
        return [digits(each, "latin") if self.kind == "date" else each for each in found if each]


def answered(fields: Sequence[Field], said: Mapping[str, Iterable[str]]) -> tuple[dict[str, list[str]], dict[str, str]]:
    """What is kept of what was said to these fields, and what is wrong with it: field -> key of a text."""
    by_key = {each.key: each for each in fields}
    wrong = dict.fromkeys(said.keys() - by_key.keys(), "wrong_unknown")
    kept = {key: by_key[key].cleaned(value) for key, value in said.items() if key in by_key}
    wrong |= {key: trouble for key, value in kept.items() if (trouble := by_key[key].trouble(value))}
    return kept, wrong


def must_make_sense(fields: Sequence[Field]) -> None:
    """Raises Invalid for too many fields or files, two of one key, and a choice between nothing."""
    if len(fields) > FIELDS or sum(each.is_file for each in fields) > FILES:
        raise Invalid.at(f"Ask for {FIELDS} things at most, {FILES} of them files or photos.", "fields")
    keys = [each.key for each in fields]
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        raise Invalid.at(f"Two fields have one key: {', '.join(twice)}.", "fields", code="twice")
    for each in fields:
        chosen = [one.key for one in each.choices]
        if (
            (each.kind in {"choice", "several"}) != bool(chosen)
            or len(chosen) > CHOICES
            or len({*chosen}) < len(chosen)
        ):
            raise Invalid.at(f"{each.key}: name 1 to {CHOICES} different choices, and only of a choice.", "fields")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
