"""A name means one thing: the machinery takes none of the domain's, and what it means by its own stands in the glossary."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.house.sources import HOUSE, files, name, tree, written

ROOMS = sorted(each.relative_to(HOUSE).as_posix() for each in (HOUSE / "shared").glob("*/__init__.py"))
"""What each room of `shared` hands to those who use it."""

CONTRACTS = "shared/contracts/__init__.py"

PATH = ("shared/flow", "shared/store/__init__.py", "shared/log/__init__.py", "shared/clock.py", "shared/loop.py")
"""The path of a change and its ports: what one reads in an evening, with the glossary beside."""

PLAIN = {"Cursor", "Finds", "Page", "Range", "In", "Counter", "Item", "SystemClock"}
"""Of these, words that mean here what they mean everywhere."""

BOTH = {"Outcome"}
"""Words of the design for two things, which the glossary keeps apart: of a change, and of a decision."""


def _named(node: ast.stmt) -> str:
    """A class, or a type that is called so; no constant."""
    match node:
        case ast.ClassDef(name=called):
            return called
        case ast.Assign(targets=[ast.Name(id=called)]) | ast.AnnAssign(target=ast.Name(id=called)):
            return called if re.fullmatch(r"[A-Z][A-Za-z]*[a-z][A-Za-z]*", called) else ""
    return ""


@cache
def types_of(path: Path) -> frozenset[str]:
    """The types that a file says itself, for others to use."""
    found = {_named(node) for node in tree(path).body}
    return frozenset(each for each in found if each and not each.startswith("_"))


def handed_out(room: str) -> set[str]:
    """The types among what a room names in `__all__`; where it has none, those that it says itself."""
    body = tree(HOUSE / room).body
    named = [node.value for node in body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"]
    if not named:
        return set(types_of(HOUSE / room))
    return {each for each in ast.literal_eval(named[0]) if each[0].isupper() and not each.isupper()}


def of_the_domain() -> Iterator[tuple[str, str]]:
    """Each type that a contract or a service says, and where."""
    for path in files("services", "shared/contracts"):
        if "class " in written(path) or " = " in written(path):
            yield from ((each, name(path)) for each in types_of(path))


@pytest.mark.parametrize("room", [each for each in ROOMS if each != CONTRACTS])
def test_a_name_of_the_machinery_is_no_name_of_the_domain(room: str) -> None:
    taken = handed_out(room) - BOTH
    assert [f"{each}: {where}" for each, where in of_the_domain() if each in taken] == []


def words_of(called: str) -> list[str]:
    """`DeadLetter` as one says it, without an ending for several."""
    return [each.lower().removesuffix("s") for each in re.findall(r"[A-Z][a-z]*", called)]


def test_the_glossary_has_every_word_of_the_path() -> None:
    glossary = (HOUSE / "docs/glossary.md").read_text("utf-8").lower()
    there = [path for place in PATH for path in (files(place) or [HOUSE / place])]
    said = {each for path in there for each in types_of(path)} - PLAIN
    unknown = {each for each in said if not all(re.search(rf"\b{word}", glossary) for word in words_of(each))}
    assert unknown == set()
