"""`find` in the words of MongoDB: what is asked, in which order, and from where."""

from typing import Any

from shared.store import Cursor, In, Range, Where
from shared.store.codec import field_of, plain

Filter = dict[str, Any]


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
            bounds = {name: getattr(wanted, name) for name in ("gte", "gt", "lte", "lt")}
            compared = {f"${name}": plain(value) for name, value in bounds.items() if value is not None}
            return compared or {"$ne": None}  # a comparison matches its own type only, so never null
        case _:
            return {"$eq": plain(wanted)}
