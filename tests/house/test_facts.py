"""Facts are written once: what a contract spells, its subject's commands, documents, forms and views do not spell again."""

import inspect
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import combinations
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, get_type_hints

import pytest

from shared.contracts.registry import EVENTS
from tools.subjects import Folder, everywhere

CONTRACTS = "shared.contracts."
ENOUGH = 3
"""So many fields of the same name and type are a second spelling; an id and a moment are none."""

KNOWN = {
    "notifications/notifications": 1,
    "registration/gatherings": 4,
    "registration/people": 6,
    "registration/registrations": 3,
}
"""Subject -> so many of its classes still spell again what its contract does. May only shrink: carry the facts
(docs/adding-a-subject.md), and lower it."""

Spelled = frozenset[tuple[str, str]]


def modules(folder: Folder) -> Iterator[ModuleType]:
    """The subject's own, and those of the contract that say what it publishes."""
    for each in iter_modules(folder.package.__path__, f"{folder.package.__name__}."):
        yield import_module(each.name)
    topics = {topic.name for topic in folder.subject.publishes}
    yield from {sys.modules[each.__module__]: None for each in EVENTS.values() if each.topic.name in topics}


def spelled(kind: type[Any]) -> Spelled:
    """The fields that a class says itself, with their types."""
    hints = get_type_hints(kind, include_extras=True)
    own = inspect.get_annotations(kind)
    return frozenset((name, str(hints[name])) for name in own if not str(hints[name]).startswith("typing.ClassVar"))


def second_spellings(folder: Folder) -> Iterator[str]:
    """Classes of a subject that say the same as one of its contract."""
    said = {
        f"{module.__name__}.{kind.__name__}": spelled(kind)
        for module in modules(folder)
        for kind in vars(module).values()
        if isinstance(kind, type) and kind.__module__ == module.__name__
    }
    for one, other in combinations(said, 2):
        same = said[one] & said[other]
        contracts = sum(name.startswith(CONTRACTS) for name in (one, other))
        if contracts == 1 and len(same) >= ENOUGH:
            yield f"{one} and {other}: {', '.join(sorted(name for name, _ in same))}"


@pytest.mark.parametrize("folder", everywhere(), ids=lambda folder: folder.path)
def test_facts_are_written_once(folder: Folder) -> None:
    found = list(second_spellings(folder))
    assert len(found) <= KNOWN.get(folder.path, 0), "\n".join(found)


def test_a_second_spelling_is_seen() -> None:
    class Facts:
        title: str
        venue: dict[str, str]
        day: int | None

    class Again:
        title: str
        venue: dict[str, str]
        day: int | None
        id: str

    class Narrower(Facts):
        title: int  # type: ignore[assignment]

    assert len(spelled(Facts) & spelled(Again)) == ENOUGH
    assert not spelled(Facts) & spelled(Narrower)


def test_no_exception_is_of_a_subject_that_is_none() -> None:
    assert {folder.path for folder in everywhere()} >= KNOWN.keys()
