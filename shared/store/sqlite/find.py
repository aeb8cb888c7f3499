"""What `find` asks of SQLite: conditions as an index can use them, and a page that continues by key, not by counting."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import orjson

from shared.store import Cursor, In, Range, Where
from shared.store.codec import plain
from shared.store.sqlite.tables import Table


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for and in which order; conditions hold a `?` for each of the values."""

    table: Table
    order: str
    descending: bool
    conditions: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()
    alike: bool = False
    """The sort value is the same for all: only ids order them (SQLite would sort again, not knowing)."""
    id: str = "id"
    """`+id` is no order that an index could have: what matches is found by the conditions, then sorted."""

    def that(self, condition: str, *values: Any) -> "Query":
        return replace(self, conditions=(*self.conditions, condition), values=(*self.values, *values))

    @property
    def where(self) -> str:
        return f" WHERE {' AND '.join(self.conditions)}" if self.conditions else ""

    @property
    def page(self) -> str:
        """SELECT (id, body, outbox, sort value) in order of the sort value and the id; the last `?` is the limit."""
        direction = "DESC" if self.descending else "ASC"
        by_id = self.alike or self.order == "id"
        order = f"{self.id} {direction}" if by_id else f"{self.order} {direction}, id {direction}"
        columns = f"SELECT id, body, outbox, {self.order} FROM {self.table.name}"  # noqa: S608
        return f"{columns}{self.where} ORDER BY {order} LIMIT ?"

    @property
    def count(self) -> str:
        return f"SELECT count(*) FROM {self.table.name}{self.where}"  # noqa: S608


def matching(table: Table, where: Where, sort: str = "_id") -> Query:
    """What matches, in the order of `sort`. Raises `Invalid` for a value that cannot be compared."""
    order = table.expression(sort.removeprefix("-"))
    query = Query(table, order, sort.startswith("-"), id=_order_of_ids(table, where) if order == "id" else "id")
    for field, value in where.items():
        query = _condition(query, table.expression(field), value)
    return query


def _order_of_ids(table: Table, where: Where) -> str:
    """To walk in the order of ids is best along an index of just these conditions, or where no index fits.

    Else SQLite, which has no statistics, would rather walk along a shorter index that has the order, past all that it has.
    """
    indexes = getattr(table.kind, "indexes", ())
    equal = not any(isinstance(value, In | Range) for value in where.values())
    ordered = equal and any(set(fields) == set(where) for fields in indexes)
    return "id" if ordered or not any(fields[0] in where for fields in indexes) else "+id"


def continued(query: Query, after: Cursor) -> Iterator[Query]:
    """What comes after the cursor: queries to be read one after the other until the page is full. Raises `Invalid`.

    Nulls are lowest: a page that began among them goes on with the values, and the other way round descending.
    """
    value, id = map(plain, after)
    beyond, field = "<" if query.descending else ">", query.order
    nulls = replace(query, alike=True).that(f"{field} IS NULL")
    if field == "id":
        yield query.that(f"id {beyond} ?", id)
    elif value is None:
        yield nulls.that(f"id {beyond} ?", id)
        if not query.descending:
            yield query.that(f"{field} >= -9e999")  # not null, in words that make SQLite begin behind the nulls
    else:
        yield query.that(f"{field} {beyond}= ?", value).that(f"({field} {beyond} ? OR id {beyond} ?)", value, id)
        if query.descending:
            yield nulls


def _condition(query: Query, field: str, value: Any) -> Query:
    if isinstance(value, In):
        return _membership(query, field, [plain(each) for each in value.values])
    if isinstance(value, Range):
        query = query.that(f"{field} IS NOT NULL")
        for bound, sign in (("gte", ">="), ("gt", ">"), ("lte", "<="), ("lt", "<")):
            if (limit := getattr(value, bound)) is not None:
                query = query.that(f"{field} {sign} ?", plain(limit))
        return query
    return query.that(f"{field} IS NULL") if value is None else query.that(f"{field} = ?", plain(value))


def _membership(query: Query, field: str, values: list[Any]) -> Query:
    among = f"{field} IN (SELECT value FROM json_each(?))"  # noqa: S608
    return query.that(f"({among} OR {field} IS NULL)" if None in values else among, orjson.dumps(values).decode())
