"""`find` in the words of MongoDB: what is asked, in which order, and from where; and whether what came is what was asked."""

from collections.abc import Callable, Mapping
from operator import contains, eq, ge, gt, le, lt
from typing import Any, TypeAlias

from shared.store import Cursor, In, Range, Where
from shared.store.codec import field_of, plain

Filter = dict[str, Any]
Test: TypeAlias = Callable[[Any], bool]

COMPARISONS = {"gte": ge, "gt": gt, "lte": le, "lt": lt}


def matching(kind: type[Any], where: Where) -> Filter:
    """The filter for `where`. Values stand behind an operator, so that none of them can be read as one."""
    return {"$and": [{field_of(kind, name): _condition(wanted)} for name, wanted in where.items()]} if where else {}


def ordered(kind: type[Any], sort: str) -> list[tuple[str, int]]:
    """By the field, ties by id in the same direction; missing and null come lowest by themselves."""
    name, step = field_of(kind, sort.removeprefix("-")), -1 if sort.startswith("-") else 1
    return [(name, step)] if name == "_id" else [(name, step), ("_id", step)]


def beyond(order: list[tuple[str, int]], after: Cursor) -> Filter:
    """What comes later in `order` than the document at the cursor."""
    (name, step), (value, id) = order[0], after
    further = "$gt" if step > 0 else "$lt"
    if name == "_id":
        return {"_id": {further: id}}
    tied = {name: {"$eq": value}, "_id": {further: id}}
    if value is None:
        return {"$or": [tied, {name: {"$ne": None}}]} if step > 0 else tied
    rest = [{name: {further: value}}]
    return {"$or": [tied, *rest] if step > 0 else [tied, *rest, {name: {"$eq": None}}]}


def _condition(wanted: Any) -> Filter:
    match wanted:
        case In(values):
            return {"$in": [plain(value) for value in values]}
        case Range():
            bounds = {name: getattr(wanted, name) for name in COMPARISONS}
            compared = {f"${name}": plain(value) for name, value in bounds.items() if value is not None}
            return compared or {"$ne": None}  # a comparison matches its own type only, so never null
        case _:
            return {"$eq": plain(wanted)}


def still(kind: type[Any], where: Where) -> Callable[[Mapping[str, Any]], bool]:
    """Whether a document as it came matches: a server may look into an index, and at the document after it was changed."""
    tests = [(field_of(kind, name), _test(wanted)) for name, wanted in where.items()]
    return lambda document: all(
        isinstance(document.get(name), list) or test(document.get(name)) for name, test in tests
    )


def _test(wanted: Any) -> Test:
    match wanted:
        case In(values):
            among = frozenset(map(plain, values))
            return lambda value: _compared(among, contains, value)
        case Range():
            limits = {name: getattr(wanted, name) for name in COMPARISONS}
            bounds = [(COMPARISONS[name], plain(limit)) for name, limit in limits.items() if limit is not None]
            return lambda value: value is not None and all(_compared(value, sign, limit) for sign, limit in bounds)
        case _:
            equal = plain(wanted)
            return lambda value: _compared(value, eq, equal)


def _compared(left: Any, sign: Callable[[Any, Any], bool], right: Any) -> bool:
    try:
        return sign(left, right)
    except TypeError:  # of another type by now
        return False
