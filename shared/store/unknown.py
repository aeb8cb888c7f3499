"""Fields that a model does not know are written back unchanged, or a rolling upgrade would erase them.

A `Shape` follows the type hints of a dataclass to where dataclasses lie in it: only there can a field be unknown
(a key that left a `dict` field was removed on purpose).
"""

import types
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints


@dataclass(slots=True)
class Shape:
    """`known` fields of an object and the shapes within them; `many` says how a field holds several objects."""

    known: set[str] = field(default_factory=set)
    within: dict[str, "Shape"] = field(default_factory=dict)
    many: Literal["", "list", "dict"] = ""
    each: "Shape | None" = None

    def joined(self, other: "Shape", also: Iterable[str] = ()) -> "Shape":
        """An object that may have the fields of either."""
        return Shape(self.known | other.known | set(also), {**self.within, **other.within})


def shape_of(kind: type[Any]) -> Shape:
    """The shape of a dataclass."""
    return _object(kind, {})


def strange(shape: Shape, old: Any) -> bool:
    """Whether `old` holds a field that the model does not know. Cheap: most documents hold none."""
    if shape.each is not None:
        return any(strange(shape.each, value) for value in _values(old))
    if not isinstance(old, dict):
        return False
    if not old.keys() <= shape.known:
        return True
    return any(strange(inner, old[name]) for name, inner in shape.within.items() if old.get(name))


def keep(shape: Shape, old: Any, new: Any) -> None:
    """Write into `new` the unknown fields of `old`, at every depth. Objects of a list are matched, see `_twin`."""
    if shape.each is not None:
        for before, after in _pairs(shape, old, new):
            keep(shape.each, before, after)
    elif isinstance(old, Mapping) and isinstance(new, dict):
        for name in old.keys() - shape.known:
            new[name] = old[name]
        for name, inner in shape.within.items():
            keep(inner, old.get(name), new.get(name))


def _values(old: Any) -> Iterable[Any]:
    return old.values() if isinstance(old, dict) else old or ()


def _pairs(shape: Shape, old: Any, new: Any) -> Iterable[tuple[Any, Any]]:
    if shape.many == "dict" and isinstance(old, dict) and isinstance(new, dict):
        return [(old[name], new[name]) for name in old.keys() & new.keys()]
    if shape.many == "list" and isinstance(old, list) and isinstance(new, list):
        return [(old[at], after) for at, after in _twins(shape.each or Shape(), old, new)]
    return []


def _twins(shape: Shape, old: Sequence[Any], new: Sequence[Any]) -> Iterable[tuple[int, Any]]:
    """The place in `old` of each object: with the same id, or else equal, or else (nothing came or went) in the same place."""
    for place, after in enumerate(new):
        same = (at for at, before in enumerate(old) if _same(shape, before, after))
        if (at := next(same, None)) is not None:
            yield at, after
        elif len(old) == len(new) and "id" not in shape.known:
            yield place, after


def _same(shape: Shape, before: Any, after: Any) -> bool:
    if not isinstance(before, dict) or not isinstance(after, dict):
        return False
    if "id" in shape.known:
        return before.get("id") == after.get("id")
    return all(before.get(name) == value for name, value in after.items() if name not in shape.within)


def _object(kind: type[Any], seen: dict[type[Any], Shape]) -> Shape:
    if kind in seen:
        return seen[kind]
    shape = seen[kind] = Shape()
    hints = get_type_hints(kind)
    for each in fields(kind):
        shape.known.add(each.name)
        inner = _hinted(hints[each.name], seen)
        if inner is not None:
            shape.within[each.name] = inner
    return shape


def _hinted(hint: Any, seen: dict[type[Any], Shape]) -> Shape | None:
    """The shape within a type hint; None where no dataclass lies in it."""
    if isinstance(hint, type) and is_dataclass(hint):
        return _object(hint, seen)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        return _either([shape for each in arguments if (shape := _hinted(each, seen)) is not None])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        inner = _hinted(arguments[1], seen)
        return Shape(many="dict", each=inner) if inner else None
    if isinstance(origin, type) and issubclass(origin, Sequence | AbstractSet):
        inner = _either([shape for each in arguments if (shape := _hinted(each, seen)) is not None])
        return Shape(many="list", each=inner) if inner else None
    return (
        _hinted(arguments[0], seen) if arguments and not isinstance(hint, TypeVar) and origin is not Literal else None
    )


def _either(shapes: list[Shape]) -> Shape | None:
    if not shapes:
        return None
    first, *others = shapes
    for other in others:
        first = first.joined(other) if not (first.each or other.each) else first
    return first
