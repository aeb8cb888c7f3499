"""What may be wrong with a row of a table that is imported, as it is named: the keys of the texts of pages, and their gaps."""

import ast
from collections.abc import Iterator
from functools import cache
from string import Formatter
from typing import NamedTuple

from tests.house.texts import HOUSE

IN = {
    "shared.web": "shared",
    "services.registration.imports": "services/registration",
    "services.minutes.history": "services/minutes",
}
"""Package of the texts -> where what they say is named."""

REFUSED = {"shared.web": {"exists"}, "services.registration.imports": {"above-itself", "not-come", "not-over"}}
"""Codes of rules of something else that may refuse a row though the table was right."""


class Named(NamedTuple):
    """What may be wrong: its code, what is inserted, and the gaps of its sentence (None: that is said elsewhere)."""

    code: str
    inserted: frozenset[str]
    gaps: frozenset[str] | None


def told_of(package: str) -> set[str]:
    """The keys that it must have."""
    return {f"row_{code}" for code in {each.code for each in named(package)} | REFUSED.get(package, set())}


@cache
def named(package: str) -> tuple[Named, ...]:
    """All that is named in the code of which it tells."""
    texts = (path.read_text("utf-8") for path in sorted((HOUSE / IN[package]).rglob("*.py")))
    return tuple(each for text in texts if "shared.imports.wrong import" in text for each in _named(ast.parse(text)))


def _named(tree: ast.Module) -> Iterator[Named]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="Wrong"), args=[ast.Constant(value=str(code)), sentence], keywords=values):
                yield Named(code, frozenset(str(each.arg) for each in values), _gaps(sentence))
            case ast.Call(func=ast.Name(id="Wrong")):
                raise AssertionError(f"a code stands where it is named, or nobody finds it: {ast.unparse(node)}")


def _gaps(sentence: ast.expr) -> frozenset[str] | None:
    if not isinstance(sentence, ast.Constant):
        return None
    return frozenset(name for _, name, *_ in Formatter().parse(str(sentence.value)) if name is not None)
