"""Fields that a model does not know are written back unchanged, or a rolling upgrade would erase them.

A field is unknown if the document has it and what this release makes of the same document has not. (So a key that left a
`dict` field was removed on purpose, and stays away.)
"""

from collections.abc import Iterator
from typing import Any


def keep(old: Any, known: Any, new: Any) -> None:
    """Write into `new` what `old` has and `known` (the same, as this release would write it) has not, at every depth."""
    if isinstance(old, dict) and isinstance(known, dict) and isinstance(new, dict):
        for name, value in old.items():
            if name in known:
                keep(value, known[name], new.get(name))
            else:
                new.setdefault(name, value)
    elif isinstance(old, list) and isinstance(known, list) and isinstance(new, list):
        for before, after in _twins(known, new):
            keep(old[before], known[before], new[after])


def _twins(known: list[Any], new: list[Any]) -> Iterator[tuple[int, int]]:
    """The places of each object before and after: with the same id, or else equal, or else (nothing came or went) the same."""
    for after, value in enumerate(new):
        same = (before for before, other in enumerate(known) if _same(other, value))
        if (before := next(same, None)) is not None:
            yield before, after
        elif len(known) == len(new) and _id(value) is None:
            yield after, after


def _same(before: Any, after: Any) -> bool:
    return bool(before == after if _id(after) is None else _id(before) == _id(after))


def _id(value: Any) -> Any:
    return value.get("id") if isinstance(value, dict) else None
