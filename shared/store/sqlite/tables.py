"""The tables of the SQLite store: one for each kind, beside it one for its claims, and the indexes that `find` uses.

Version, timer, claims and outbox are columns of their own: a change of one need not parse or rewrite the rest.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from shared.store.codec import field_of

COLUMNS = {"_id": "id", "due": "due", "behind": "behind"}


@dataclass(frozen=True, slots=True)
class Table:
    """The statements for one kind; names are checked, so nothing of them needs escaping."""

    kind: type[Any]
    name: str
    claims: str

    @classmethod
    def of(cls, kind: type[Any]) -> "Table":
        if not re.fullmatch(r"[a-z][a-z0-9_-]*", kind.kind):
            raise ValueError(f"{kind.kind!r} cannot be the name of a table.")
        return cls(kind, f'"{kind.kind}"', f'"{kind.kind}/claims"')

    @property
    def insert(self) -> str:
        """Makes a row, unless there is one."""
        values = "(:id, :version, :due, :behind, :claims, :outbox, :body)"
        return f"INSERT INTO {self.name} VALUES {values} ON CONFLICT (id) DO NOTHING"  # noqa: S608

    @property
    def update(self) -> str:
        """Writes a row anew that stands as it was read."""
        return (
            f"UPDATE {self.name} SET version = :version, due = :due, behind = :behind, claims = :claims, "  # noqa: S608
            "outbox = :outbox, body = :body WHERE id = :id AND version = :version - 1 AND claims = :held"
        )

    @property
    def look(self) -> str:
        return f"SELECT version, claims FROM {self.name} WHERE id = :id"  # noqa: S608

    def one(self, mark: int) -> str:
        """A row, and the mark that it is the one that was asked for."""
        return f"SELECT {mark}, id, body, outbox FROM {self.name} WHERE id = ?"  # noqa: S608

    @property
    def forget(self) -> str:
        """Leaves of an outbox what is above a sequence; a damaged one is left to whoever reads it."""
        left = "(SELECT json_group_array(json(value)) FROM json_each(outbox) WHERE (value ->> 'sequence' <= ?) IS NOT TRUE)"
        return f"UPDATE {self.name} SET outbox = {left} WHERE id = ? AND outbox <> '[]' AND json_valid(outbox)"  # noqa: S608

    def take(self, number: int) -> str:
        """Takes so many claims, all or none of them: the id, then the claims. Raises `IntegrityError` where one is held."""
        rows = ", ".join(f"(?{place}, ?1)" for place in range(2, number + 2))
        return f"INSERT INTO {self.claims} (claim, id) VALUES {rows}"  # noqa: S608

    def drop(self, number: int) -> str:
        return f"DELETE FROM {self.claims} WHERE claim IN {_marks(number)}"  # noqa: S608

    def holders(self, number: int) -> str:
        return f"SELECT claim, id FROM {self.claims} WHERE claim IN {_marks(number)}"  # noqa: S608

    def expression(self, field: str) -> str:
        """What stands in indexes and queries for a field of the document; it must be the same text in both."""
        field = field_of(self.kind, field)
        return COLUMNS.get(field) or f"json_extract(body, '$.\"{field}\"')"

    def definition(self) -> Iterator[str]:
        """Idempotent: a new index of a kind is built at the next start."""
        first = "id TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, due TEXT, behind TEXT"
        last = "claims TEXT NOT NULL, outbox TEXT NOT NULL, body TEXT NOT NULL"
        yield f"CREATE TABLE IF NOT EXISTS {self.name} ({first}, {last})"
        yield f"CREATE TABLE IF NOT EXISTS {self.claims} (claim TEXT NOT NULL PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID"
        yield self._index("due", "(due, id) WHERE due IS NOT NULL")
        yield self._index("behind", "(id) WHERE behind IS NOT NULL")
        yield self._index("outbox", "(id) WHERE outbox <> '[]'")
        for fields in getattr(self.kind, "indexes", ()):
            last = self.expression(fields[-1])
            only = f" WHERE {last} IS NOT NULL" if fields[-1] in getattr(self.kind, "rare", ()) else ""
            yield self._index("+".join(fields), f"({', '.join([*map(self.expression, fields), 'id'])}){only}")

    def _index(self, name: str, what: str) -> str:
        return f'CREATE INDEX IF NOT EXISTS "{self.kind.kind}/by/{name}" ON {self.name} {what}'


def prepare(db: sqlite3.Connection, tables: Iterable[Table]) -> None:
    """Make what is missing; to ask for what is there, one by one, is half the time that a store takes to open."""
    there = {sql for (sql,) in db.execute("SELECT sql FROM sqlite_master")}
    for statement in (each for table in tables for each in table.definition()):
        if statement.replace(" IF NOT EXISTS", "") not in there:
            db.execute(statement)


def _marks(number: int) -> str:
    return f"({', '.join('?' * number)})"
