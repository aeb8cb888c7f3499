"""What is written to the SQLite store in one flight: one transaction, two to four statements a change."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID

import orjson

from shared.store import Committed, Outcome, Stale, Taken, Unfit
from shared.store.codec import Document
from shared.store.sqlite.file import File
from shared.store.sqlite.tables import Table

Step: TypeAlias = Callable[[File], Any]
"""One caller's part of a flight; its answer is the caller's outcome."""

UNFIT = (sqlite3.DataError, sqlite3.IntegrityError, sqlite3.InterfaceError, ValueError)
"""What may be the fault of a single change; whatever else SQLite raises fails the flight."""


async def fly(file: File, steps: Sequence[Step]) -> list[Any]:
    """Commit the steps together, and what each answered. Raises `sqlite3.Error` if the transaction fails: nothing stands.

    Where one step spoils it, each is committed alone: that happens to damaged files only.
    """
    try:
        return await file.write(lambda: [step(file) for step in steps], durable={*map(type, steps)} != {Forget})
    except UNFIT as error:
        if len(steps) == 1:
            return [Unfit(f"the database cannot hold it: {error}")]
    return [(await fly(file, [step]))[0] for step in steps]


def touch(file: File) -> None:
    """A step that proves that the database can write: SQLite writes a page for it even if nothing is new."""
    file.writer.db.execute("PRAGMA user_version = 1")


@dataclass(frozen=True, slots=True)
class Forget:
    """The step that removes what the log has from an outbox. Lost with the power, it means a duplicate: it waits for no disk."""

    table: Table
    id: str
    upto: int

    def __call__(self, file: File) -> None:
        file.writer.db.execute(self.table.forget, (self.upto, self.id))


@dataclass(frozen=True, slots=True)
class Write:
    """The step that writes a document at its next version; of one that fails nothing is left."""

    table: Table
    row: dict[str, Any]
    claims: Sequence[str]
    held: Sequence[str] | None
    """The claims of what was read, None if nobody knows any more."""
    erases: bool
    """Nothing of what the document held before may stay in the file."""

    @classmethod
    def of(cls, table: Table, document: Document, *, held: Sequence[str] | None, erases: bool) -> "Write":
        values, behind = document.values, document.values["behind"]
        row = {
            "id": values["_id"],
            "version": values["version"],
            "due": values["due"],
            "behind": None if behind is None else _json(behind),
            "claims": _json(values["claims"]),
            "outbox": document.outbox.decode(),
            "body": document.body.decode(),
        }
        return cls(table, row, values["claims"], held, erases)

    def __call__(self, file: File) -> Outcome:
        db = file.writer.db
        outcome: Outcome | None = None if self.held is None else self._tried(db, self.held)
        if outcome is None:
            version, held = db.execute(self.table.look, self.row).fetchone() or (0, "[]")
            outcome = self._tried(db, orjson.loads(held)) if version == self.row["version"] - 1 else Stale()
        if outcome is None:
            raise ValueError("its claims do not agree with the index of claims")
        if self.erases and isinstance(outcome, Committed):
            file.erases()
        return outcome

    def _tried(self, db: sqlite3.Connection, held: Sequence[str]) -> Committed | Taken | None:
        """From a document with these claims. None: it has moved, or has others."""
        table, id = self.table, self.row["id"]
        fresh = [claim for claim in self.claims if claim not in held]
        try:
            if fresh:
                db.execute(table.take(len(fresh)), (id, *fresh))
        except sqlite3.IntegrityError:
            return self._taken(db, fresh)
        sql = table.update if self.row["version"] > 1 else table.insert
        if not db.execute(sql, {**self.row, "held": _json(held)}).rowcount:
            db.execute(table.drop(len(fresh)), fresh)
            return None
        if dropped := [claim for claim in held if claim not in self.claims]:
            db.execute(table.drop(len(dropped)), dropped)
        return Committed(self.row["version"])

    def _taken(self, db: sqlite3.Connection, fresh: Sequence[str]) -> Taken | None:
        """The first claim that another document holds. None: none does, or this one has moved."""
        version, _ = db.execute(self.table.look, self.row).fetchone() or (0, "[]")
        by = dict(db.execute(self.table.holders(len(fresh)), fresh).fetchall())
        taken = next((claim for claim in fresh if by.get(claim, self.row["id"]) != self.row["id"]), None)
        return Taken(taken, UUID(by[taken])) if taken and version == self.row["version"] - 1 else None


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()
