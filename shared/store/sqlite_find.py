"""What `find` asks of SQLite: conditions as an index can use them, and a page that continues by key, not by counting."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import orjson

from shared.store import Cursor, In, Range, Where
from shared.store.codec import plain
from shared.store.sqlite_tables import Table

COMPARISONS = (("gte", ">="), ("gt", ">"), ("lte", "<="), ("lt", "<"))


@dataclass(frozen=True, slots=True)
class Query:
    """A SELECT of (body, outbox, sort value), in order of the sort value and the id."""

    table: Table
    order: str
    descending: bool
    conditions: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()

    def that(self, condition: str, *values: Any) -> "Query":
        return replace(self, conditions=(*self.conditions, condition), values=(*self.values, *values))

    @property
    def sql(self) -> str:
        direction = "DESC" if self.descending else "ASC"
        where = f" WHERE {' AND '.join(self.conditions)}" if self.conditions else ""
        order = f"{self.order} {direction}, id {direction}" if self.order != "id" else f"id {direction}"
        return f"SELECT body, outbox, {self.order} FROM {self.table.name}{where} ORDER BY {order} LIMIT ?"  # noqa: S608


def queries(table: Table, where: Where, sort: str, after: Cursor | None) -> Iterator[Query]:
    """One after the other until the page is full. The last `?` of each is the limit. Raises `Invalid`."""
    query = Query(table, table.expression(sort.removeprefix("-")), sort.startswith("-"))
    for field, value in where.items():
        query = _condition(query, table.expression(field), value)
    return iter((query,)) if after is None else _continued(query, plain(after[0]), plain(after[1]))


def _condition(query: Query, field: str, value: Any) -> Query:
    if isinstance(value, In):
        return _membership(query, field, [plain(each) for each in value.values])
    if isinstance(value, Range):
        query = query.that(f"{field} IS NOT NULL")
        for bound, sign in COMPARISONS:
            if (limit := getattr(value, bound)) is not None:
                query = query.that(f"{field} {sign} ?", plain(limit))
        return query
    return query.that(f"{field} IS NULL") if value is None else query.that(f"{field} = ?", plain(value))


def _membership(query: Query, field: str, values: list[Any]) -> Query:
    among = f"{field} IN (SELECT value FROM json_each(?))"  # noqa: S608
    return query.that(f"({among} OR {field} IS NULL)" if None in values else among, orjson.dumps(values).decode())


def _continued(query: Query, value: Any, id: Any) -> Iterator[Query]:
    """Nulls are lowest: a page that began among them goes on with the values, and the other way round descending."""
    beyond, field = "<" if query.descending else ">", query.order
    if field == "id":
        yield query.that(f"id {beyond} ?", id)
    elif value is None:
        yield query.that(f"{field} IS NULL").that(f"id {beyond} ?", id)
        if not query.descending:
            yield query.that(f"{field} IS NOT NULL")
    else:
        yield query.that(f"{field} {beyond}= ?", value).that(f"({field} {beyond} ? OR id {beyond} ?)", value, id)
        if query.descending:
            yield query.that(f"{field} IS NULL")
