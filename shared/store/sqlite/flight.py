"""What a flight does in the writer thread of the SQLite store: one transaction, a savepoint for each change."""

import contextlib
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID

import orjson

from shared.store import Committed, Outcome, Stale, Taken, Unfit
from shared.store.sqlite.remains import noted
from shared.store.sqlite.tables import Table

Step: TypeAlias = Callable[[sqlite3.Connection], Any]
"""One caller's part of a flight; its answer is the caller's outcome."""


def fly(db: sqlite3.Connection, steps: Sequence[Step]) -> list[Any]:
    """Commit the steps together, and what each answered. Raises `sqlite3.Error` if the transaction fails: nothing stands."""
    try:
        db.execute("BEGIN IMMEDIATE")
        outcomes = [step(db) for step in steps]
        db.execute("COMMIT")
    except Exception:  # whatever it is: the transaction must not stay open
        with contextlib.suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        raise
    return outcomes


def touch(db: sqlite3.Connection) -> None:
    """A step that proves that the database can write: SQLite writes a page for it even if nothing is new."""
    db.execute("PRAGMA user_version = 1")


@dataclass(frozen=True, slots=True)
class Forget:
    """The step that removes what the log has from an outbox."""

    table: Table
    id: str
    upto: int

    def __call__(self, db: sqlite3.Connection) -> None:
        table = self.table.name
        row = db.execute(f"SELECT outbox FROM {table} WHERE id = ?", (self.id,)).fetchone()  # noqa: S608
        if row is None or row[0] == "[]":
            return
        try:
            left = [event for event in orjson.loads(row[0]) if event["sequence"] > self.upto]
        except (ValueError, TypeError, KeyError):
            return  # damaged: it is named by who reads it
        db.execute(f"UPDATE {table} SET outbox = ? WHERE id = ?", (_text(left), self.id))  # noqa: S608


@dataclass(frozen=True, slots=True)
class Write:
    """The step that writes a document at its next version; it stands or falls alone."""

    table: Table
    claims: list[str]
    row: dict[str, Any]
    erases: bool
    """Nothing of what the document held before may stay in the file."""

    @classmethod
    def of(cls, table: Table, document: dict[str, Any], *, erases: bool) -> "Write":
        outbox, behind = document.pop("outbox"), document["behind"]
        row = {
            "id": document["_id"],
            "version": document["version"],
            "due": document["due"],
            "behind": None if behind is None else _text(behind),
            "claims": _text(document["claims"]),
            "outbox": _text(outbox),
            "body": _text(document),
        }
        return cls(table, document["claims"], row, erases)

    def __call__(self, db: sqlite3.Connection) -> Outcome:
        db.execute("SAVEPOINT change")
        try:
            outcome = self._written(db)
        except (sqlite3.DataError, sqlite3.IntegrityError, sqlite3.InterfaceError, ValueError) as error:
            outcome = Unfit(f"{self.table.name} cannot hold it: {error}")
        if not isinstance(outcome, Committed):
            db.execute("ROLLBACK TO change")
        db.execute("RELEASE change")
        return outcome

    def _written(self, db: sqlite3.Connection) -> Outcome:
        sql = f"SELECT version, claims FROM {self.table.name} WHERE id = :id"  # noqa: S608
        version, held = db.execute(sql, self.row).fetchone() or (0, "[]")
        if version != self.row["version"] - 1:
            return Stale()
        db.execute(self.table.write, self.row)
        if self.erases:
            noted(db)
        return self._claimed(db, set(orjson.loads(held))) or Committed(version + 1)

    def _claimed(self, db: sqlite3.Connection, held: set[str]) -> Taken | None:
        """Take the new claims, then let go of those that the entity no longer states."""
        table = self.table.claims
        take = f"INSERT INTO {table} VALUES (?, ?) ON CONFLICT (claim) DO NOTHING"  # noqa: S608
        for claim in self.claims:
            if claim not in held and db.execute(take, (claim, self.row["id"])).rowcount == 0:
                by = db.execute(f"SELECT id FROM {table} WHERE claim = ?", (claim,)).fetchone()  # noqa: S608
                return Taken(claim, UUID(by[0]))
        for claim in held.difference(self.claims):
            db.execute(f"DELETE FROM {table} WHERE claim = ?", (claim,))  # noqa: S608
        return None


def _text(value: Any) -> str:
    return orjson.dumps(value).decode()
