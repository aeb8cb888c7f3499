"""The file of the embedded log: one SQLite database. Reading it blocks, as a read of the store does: a hop takes longer.

A record's place is one integer, so that a partition is one stretch of the table and reading it is one range:
topic (12 bits), partition (10), offset (40).
"""

import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

import orjson

from shared.contracts import Topic
from shared.errors import Unavailable
from shared.log import ConsumerRecord, Headers, ProducerRecord, TopicPartition
from shared.store.sqlite.file import Connection, File

OFFSETS = 40
PARTITIONS = 10
KEPT = 90 * 24 * 3600
"""Seconds for which the records of a topic with cleanup *state* are kept."""

BATCH_RECORDS, BATCH_BYTES = 250, 500_000
"""Limits of one batch of one partition; those of one look into the file have so many bytes together: some milliseconds."""

EXPIRED = ""
"""The name under which it is marked how far a partition was taken away; no group has it."""

_SCHEMA = """
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS topics (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, partitions INTEGER NOT NULL, cleanup TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS records (
    place INTEGER PRIMARY KEY, key BLOB, value BLOB, headers TEXT NOT NULL, at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS newest (
    slot INTEGER NOT NULL, key BLOB NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (slot, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS committed (
    "group" TEXT NOT NULL, slot INTEGER NOT NULL, "offset" INTEGER NOT NULL, PRIMARY KEY ("group", slot)) WITHOUT ROWID;
PRAGMA user_version = 1;
COMMIT;
"""

_OF_SLOT = (1 << OFFSETS) - 1
_ENDS = """WITH RECURSIVE p(n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM p WHERE n + 1 < :parts) SELECT n, (SELECT
coalesce((max(place) & :mask) + 1, 0) FROM records WHERE place >= :slot + n << :bits AND place < :slot + n + 1 << :bits) FROM p"""


@dataclass(frozen=True, slots=True)
class Row:
    """A topic as the file keeps it."""

    id: int
    partitions: int
    cleanup: str

    def slot(self, partition: int) -> int:
        """The number of one partition among those of all topics."""
        return self.id << PARTITIONS | partition


@dataclass(frozen=True, slots=True)
class Placed:
    """A record on its way into a partition of its topic. Of a compact one it takes the place of the older with its key."""

    topic: Row
    partition: int
    record: ProducerRecord

    @property
    def slot(self) -> int:
        return self.topic.slot(self.partition)


@dataclass(frozen=True, slots=True)
class Mark:
    """A group is done with everything of a partition below `offset`."""

    topic: Row
    partition: int
    group: str
    offset: int


def _packed(headers: Headers) -> str:
    """Headers as JSON text; Latin-1 carries any byte."""
    return orjson.dumps([(name, value.decode("latin-1")) for name, value in headers]).decode()


def _unpacked(headers: str) -> Headers:
    return tuple((name, value.encode("latin-1")) for name, value in orjson.loads(headers))


class Reader:
    """What is asked of the file through one connection of it; one reading at a time, since two would share a snapshot."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection.db

    def topics(self) -> dict[str, Row]:
        """The topics by name."""
        rows = self._db.execute("SELECT name, id, partitions, cleanup FROM topics").fetchall()
        return {name: Row(*rest) for name, *rest in rows}

    def end(self, slot: int) -> int:
        """The newest record of a slot is never removed, so the next offset follows from it."""
        newest = "SELECT coalesce((max(place) & ?) + 1, 0) FROM records WHERE place >= ? AND place < ?"
        return int(self._db.execute(newest, (_OF_SLOT, slot << OFFSETS, slot + 1 << OFFSETS)).fetchone()[0])

    def ends(self, topic: Row) -> dict[int, int]:
        """The next offset of each partition, by one statement: each one costs more than what it looks up."""
        asked = {"parts": topic.partitions, "slot": topic.slot(0), "bits": OFFSETS, "mask": _OF_SLOT}
        return dict(self._db.execute(_ENDS, asked).fetchall())

    def marked(self, group: str, topic: Row) -> dict[int, int]:
        """What the group acknowledged of each partition of one topic."""
        slots = topic.slot(0), topic.slot(topic.partitions)
        sql = 'SELECT slot - ?1, "offset" FROM committed WHERE "group" = ?3 AND slot >= ?1 AND slot < ?2'
        return dict.fromkeys(range(topic.partitions), 0) | dict(self._db.execute(sql, (*slots, group)).fetchall())

    def fetch(
        self, wanted: Mapping[TopicPartition, tuple[int, int, int]]
    ) -> dict[TopicPartition, list[ConsumerRecord]]:
        """What lies in each partition (slot, start, end), a batch of each until `BATCH_BYTES` are reached."""
        found: dict[TopicPartition, list[ConsumerRecord]] = {}
        size = 0
        for partition, (slot, start, end) in wanted.items():
            batch = found[partition] = []
            with closing(self._rows(slot, start, end)) as rows:
                for place, key, value, headers, at in rows:
                    offset, taken = place & (1 << OFFSETS) - 1, datetime.fromtimestamp(at / 1_000_000, UTC)
                    batch.append(ConsumerRecord(*partition, offset, key, value, _unpacked(headers), taken))
                    size += len(value or b"") + len(headers)
                    if size >= BATCH_BYTES:
                        return found
        return found

    def _rows(self, slot: int, start: int, end: int) -> sqlite3.Cursor:
        return self._db.execute(
            "SELECT place, key, value, headers, at FROM records WHERE place >= ? AND place < ? ORDER BY place LIMIT ?",
            (slot << OFFSETS | start, (slot << OFFSETS) + end, BATCH_RECORDS),
        )


class Writer(Reader):
    """What is written to the file. Before anything else it makes what is missing, and takes away what is too old."""

    def __init__(self, file: File) -> None:
        super().__init__(file.writer)
        self._file = file
        self._ends: dict[int, int] = {}
        self._prepare()
        self._expire()

    def _prepare(self) -> None:
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version > 1:
            raise Unavailable(f"The event log {self._file.path} was written by a newer version of Plenary.")
        self._db.executescript(_SCHEMA)

    async def declare(self, topics: Iterable[Topic]) -> None:
        """Add topics."""
        rows = [(topic.name, topic.partitions, topic.cleanup) for topic in topics]
        sql = "INSERT INTO topics (name, partitions, cleanup) VALUES (?, ?, ?)"
        with self._file.condition.watched():
            await self._file.write(self._db.executemany, sql, rows)

    async def write(self, flight: Sequence[Placed | Mark]) -> list[int]:
        """Write all of it durably, or nothing. The offset of each record (of a mark, its own).

        Marks alone may be lost with the power: then the group hears something again.
        """
        ends = self._ends.copy()
        offsets = [item.offset if isinstance(item, Mark) else self._next(item, ends) for item in flight]

        def statements() -> None:
            self._add([(item, at) for item, at in zip(flight, offsets, strict=True) if isinstance(item, Placed)])
            self._mark([item for item in flight if isinstance(item, Mark)])

        with self._file.condition.watched():
            await self._file.write(statements, durable=any(isinstance(item, Placed) for item in flight))
        self._ends = ends
        return offsets

    def _next(self, item: Placed, ends: dict[int, int]) -> int:
        """The offset that the record gets."""
        slot = item.slot
        offset = ends[slot] if slot in ends else self.end(slot)
        ends[slot] = offset + 1
        return offset

    def _add(self, placed: Sequence[tuple[Placed, int]]) -> None:
        now = time.time_ns() // 1000
        rows = [
            (item.slot << OFFSETS | offset, item.record.key, item.record.value, _packed(item.record.headers), now)
            for item, offset in placed
        ]
        self._db.executemany("INSERT INTO records VALUES (?, ?, ?, ?, ?)", rows)
        for (place, *_), (item, _) in zip(rows, placed, strict=True):
            if item.topic.cleanup == "compact":
                self._supersede(item.slot, item.record, place)

    def _mark(self, marks: Sequence[Mark]) -> None:
        self._db.executemany(
            'INSERT INTO committed VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET "offset" = max("offset", excluded."offset")',
            [(mark.group, mark.topic.slot(mark.partition), mark.offset) for mark in marks],
        )

    def _supersede(self, slot: int, record: ProducerRecord, place: int) -> None:
        older = "SELECT place FROM newest WHERE slot = ? AND key = ?"
        self._db.execute(f"DELETE FROM records WHERE place = ({older})", (slot, record.key))  # noqa: S608
        self._db.execute("INSERT OR REPLACE INTO newest VALUES (?, ?, ?)", (slot, record.key, place))
        if record.value is None:
            self._file.erases()

    def _expire(self) -> None:
        """Remove what is older than `KEPT` from the topics whose records are kept for a time only, and note how far."""
        limit = int((time.time() - KEPT) * 1_000_000)
        parts = [(t, n) for t in self.topics().values() if t.cleanup == "state" for n in range(t.partitions)]
        with self._file.transaction():
            for topic, n in parts:
                first = topic.slot(n) << OFFSETS
                last = first + max(self.end(topic.slot(n)) - 1, 0)
                (kept,) = self._db.execute(
                    "SELECT coalesce((SELECT place FROM records WHERE place BETWEEN ? AND ? AND at >= ?"
                    " ORDER BY place LIMIT 1), ?)",
                    (first, last, limit, last),
                ).fetchone()
                if self._db.execute("DELETE FROM records WHERE place >= ? AND place < ?", (first, kept)).rowcount:
                    self._mark([Mark(topic, n, EXPIRED, kept - first)])
