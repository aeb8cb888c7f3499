"""What a flight does in the writer thread of the SQLite store: one transaction, a savepoint for each change."""

import contextlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID

import orjson

from shared.errors import Unavailable
from shared.store import Committed, Outcome, Stale, Taken, Unfit
from shared.store.sqlite_tables import Table


@dataclass(frozen=True, slots=True)
class Write:
    """A document at its next version."""

    table: Table
    id: str
    version: int
    claims: list[str]
    columns: tuple[Any, ...]

    @classmethod
    def of(cls, table: Table, document: dict[str, Any]) -> "Write":
        outbox, behind = document.pop("outbox"), document["behind"]
        columns = (
            document["due"],
            None if behind is None else _text(behind),
            _text(document["claims"]),
            _text(outbox),
            _text(document),
        )
        return cls(table, document["_id"], document["version"], document["claims"], columns)


@dataclass(frozen=True, slots=True)
class Forget:
    """Remove what the log has from an outbox."""

    table: Table
    id: str
    upto: int


@dataclass(frozen=True, slots=True)
class Touch:
    """Prove that the database can write."""


Item: TypeAlias = Write | Forget | Touch

DONE = Committed(0)
"""What a `Forget` and a `Touch` answer: they make no version."""


def fly(db: sqlite3.Connection, items: Sequence[Item]) -> list[Outcome]:
    """Commit the items together; each stands or falls alone. Raises `Unavailable` if the transaction fails: nothing stands."""
    try:
        db.execute("BEGIN IMMEDIATE")
        outcomes = [_settled(db, item) for item in items]
        db.execute("COMMIT")
    except sqlite3.Error as error:
        with contextlib.suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        raise Unavailable(f"The database cannot write: {error}.") from error
    return outcomes


def _settled(db: sqlite3.Connection, item: Item) -> Outcome:
    if isinstance(item, Forget):
        _forget(db, item)
        return DONE
    if isinstance(item, Touch):
        db.execute(
            "INSERT INTO plenary (id, touched) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET touched = touched + 1"
        )
        return DONE
    return _alone(db, item)


def _alone(db: sqlite3.Connection, change: Write) -> Outcome:
    db.execute("SAVEPOINT change")
    try:
        outcome = _write(db, change)
    except (sqlite3.DataError, sqlite3.IntegrityError, sqlite3.InterfaceError, UnicodeError) as error:
        outcome = Unfit(f"{change.table.name} cannot hold it: {error}")
    if not isinstance(outcome, Committed):
        db.execute("ROLLBACK TO change")
    db.execute("RELEASE change")
    return outcome


def _write(db: sqlite3.Connection, change: Write) -> Outcome:
    table = change.table
    held: list[str] = []
    if change.version == 1:
        insert = f"INSERT INTO {table.name} VALUES (?, 1, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"  # noqa: S608
        if db.execute(insert, (change.id, *change.columns)).rowcount == 0:
            return Stale()
    else:
        there = (change.id, change.version - 1)
        row = db.execute(f"SELECT claims FROM {table.name} WHERE id = ? AND version = ?", there).fetchone()  # noqa: S608
        if row is None:
            return Stale()
        held = orjson.loads(row[0])
        update = "SET version = ?, due = ?, behind = ?, claims = ?, outbox = ?, body = ? WHERE id = ?"
        db.execute(f"UPDATE {table.name} {update}", (change.version, *change.columns, change.id))
    return _claimed(db, change, held) or Committed(change.version)


def _claimed(db: sqlite3.Connection, change: Write, held: list[str]) -> Taken | None:
    """Take the new claims, then let go of those that the entity no longer states."""
    table = change.table.claims
    for claim in change.claims:
        if claim in held:
            continue
        take = f"INSERT INTO {table} VALUES (?, ?) ON CONFLICT (claim) DO NOTHING"  # noqa: S608
        if db.execute(take, (claim, change.id)).rowcount == 0:
            by = db.execute(f"SELECT id FROM {table} WHERE claim = ?", (claim,)).fetchone()  # noqa: S608
            return Taken(claim, UUID(by[0]))
    for claim in held:
        if claim not in change.claims:
            db.execute(f"DELETE FROM {table} WHERE claim = ?", (claim,))  # noqa: S608
    return None


def _forget(db: sqlite3.Connection, item: Forget) -> None:
    table = item.table.name
    row = db.execute(f"SELECT outbox FROM {table} WHERE id = ?", (item.id,)).fetchone()  # noqa: S608
    if row is None or row[0] == "[]":
        return
    left = [event for event in orjson.loads(row[0]) if event["sequence"] > item.upto]
    db.execute(f"UPDATE {table} SET outbox = ? WHERE id = ?", (_text(left), item.id))  # noqa: S608


def _text(value: Any) -> str:
    return orjson.dumps(value).decode()
