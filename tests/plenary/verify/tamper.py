"""Somebody at the files of an embedded installation: records and documents changed behind everybody's back."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4


@dataclass(frozen=True)
class Lying:
    """A record as the file keeps it."""

    place: int
    key: str
    value: dict[str, Any] | None
    headers: dict[str, str]

    @property
    def partition(self) -> int:
        return self.place >> 40 & 1023

    @property
    def sequence(self) -> int:
        return int(self.headers["ce_sequence"])


class Log:
    """`log.db` of an installation that does not run; of one that does it is only read."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "log.db"

    def records(self, topic: str) -> list[Lying]:
        """All of a topic, by partition and offset."""
        sql = (
            "SELECT place, key, value, headers FROM records WHERE place >> 50 = (SELECT id FROM topics WHERE name = ?)"
        )
        with closing(sqlite3.connect(self._path)) as db:
            rows = db.execute(f"{sql} ORDER BY place", (topic,)).fetchall()
        return [
            Lying(place, key.decode(), value and json.loads(value), dict(json.loads(headers)))
            for place, key, value, headers in rows
        ]

    def remove(self, record: Lying) -> None:
        with closing(sqlite3.connect(self._path)) as db, db:
            db.execute("DELETE FROM records WHERE place = ?", (record.place,))

    def put(self, record: Lying) -> None:
        """In the place of what lies there, if anything does."""
        value = None if record.value is None else json.dumps(record.value).encode()
        with closing(sqlite3.connect(self._path)) as db, db:
            db.execute(
                "INSERT OR REPLACE INTO records SELECT ?, ?, ?, ?, coalesce((SELECT at FROM records WHERE place = ?),"
                " (SELECT max(at) FROM records))",
                (record.place, record.key.encode(), value, json.dumps(list(record.headers.items())), record.place),
            )

    def add(self, record: Lying, **headers: str) -> None:
        """At the end of its partition, and acknowledged by everybody, as if it had always been there."""
        with closing(sqlite3.connect(self._path)) as db:
            slot = "SELECT max(place) FROM records WHERE place >> 40 = ?"
            [newest] = db.execute(slot, (record.place >> 40,)).fetchone()
        self.put(replace(record, place=newest + 1, headers=record.headers | headers))
        with closing(sqlite3.connect(self._path)) as db, db:
            after = (newest + 2) & (1 << 40) - 1
            db.execute('UPDATE committed SET "offset" = ? WHERE slot = ?', (after, record.place >> 40))

    def sql(self, statement: str, *values: Any) -> None:
        changed(self._path, statement, *values)


def changed(path: Path, statement: str, *values: Any) -> None:
    """Change a file; something must have been changed."""
    with closing(sqlite3.connect(path)) as db, db:
        assert db.execute(statement, values).rowcount > 0, "nothing was broken"


def renewed(record: Lying, change: Callable[[dict[str, Any]], None]) -> Lying:
    """The record with other data."""
    value = json.loads(json.dumps(record.value))
    change(value)
    return replace(record, value=value)


def other(value: Any) -> Any:
    """Another value of the same form."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, dict):
        return {name: other(each) for name, each in value.items()}
    if isinstance(value, list):
        return [*value, str(uuid4())]
    if not isinstance(value, str):
        return None
    if len(value) == 36 and value.count("-") == 4:
        return str(uuid4())
    return value.replace("20", "19", 1) if value[:2] == "20" else f"{value}x"
