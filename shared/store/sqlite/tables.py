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
    def write(self) -> str:
        """What makes a row or writes it anew."""
        return (
            f"INSERT INTO {self.name} VALUES (:id, :version, :due, :behind, :claims, :outbox, :body) "  # noqa: S608
            "ON CONFLICT (id) DO UPDATE SET version = excluded.version, due = excluded.due, behind = excluded.behind, "
            "claims = excluded.claims, outbox = excluded.outbox, body = excluded.body"
        )

    def expression(self, field: str) -> str:
        """What stands in indexes and queries for a field of the document; it must be the same text in both."""
        field = field_of(self.kind, field)
        return COLUMNS.get(field) or f"json_extract(body, '$.\"{field}\"')"

    def definition(self) -> Iterator[str]:
        """Idempotent: a new index of a kind is built at the next start."""
        yield (
            f"CREATE TABLE IF NOT EXISTS {self.name} (id TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, "
            "due TEXT, behind TEXT, claims TEXT NOT NULL, outbox TEXT NOT NULL, body TEXT NOT NULL)"
        )
        yield (
            f"CREATE TABLE IF NOT EXISTS {self.claims} "
            "(claim TEXT NOT NULL PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID"
        )
        yield self._index("due", "(due, id) WHERE due IS NOT NULL")
        yield self._index("behind", "(id) WHERE behind IS NOT NULL")
        yield self._index("outbox", "(id) WHERE outbox <> '[]'")
        for fields in getattr(self.kind, "indexes", ()):
            yield self._index("+".join(fields), f"({', '.join([*map(self.expression, fields), 'id'])})")

    def _index(self, name: str, what: str) -> str:
        return f'CREATE INDEX IF NOT EXISTS "{self.kind.kind}/by/{name}" ON {self.name} {what}'


def prepare(db: sqlite3.Connection, tables: Iterable[Table]) -> None:
    """Make what is missing. `FULL` in WAL mode: a commit that was answered survives a loss of power. What is written over
    is wiped: not every build of SQLite does so by itself."""
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA secure_delete = ON")
    for table in tables:
        for statement in table.definition():
            db.execute(statement)
