"""The file of the embedded log: one SQLite database. Everything here blocks, but for the way in: `LogFile.do`.

A record's place is one integer, so that a partition is one stretch of the table and reading it is one range:
topic (12 bits), partition (10), offset (40).
"""

import asyncio
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import orjson

from shared.contracts import Topic
from shared.errors import Unavailable
from shared.log import ConsumerRecord, Headers, ProducerRecord, TopicPartition
from shared.store.sqlite.errors import Condition
from shared.store.sqlite.remains import Remains, noted

T = TypeVar("T")

OFFSETS = 40
PARTITIONS = 10
KEPT = 90 * 24 * 3600
"""Seconds for which the records of a topic with cleanup *state* are kept."""

BATCH_RECORDS, BATCH_BYTES = 500, 4_000_000
"""Limits of one batch of one partition; those of one look into the file have so many bytes together."""

SILENT = "The event log {} does not answer"

EXPIRED = ""
"""The name under which it is marked how far a partition was taken away; no group has it."""

HELD = "held"
"""The code of `Unavailable` where another process has the log open."""

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


def hold(path: Path) -> Callable[[], None]:
    """Keep other processes away from the log at `path` until what is returned is called or this process ends.

    Raises `Unavailable` (`HELD`) if another one holds it. (A transaction on a second file: readers of the log stay free.)
    """
    with Condition(path).watched(SILENT.format(path)):
        lock = sqlite3.connect(f"{path}.lock", timeout=0, isolation_level=None, check_same_thread=False)
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            lock.close()
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            detail = f"The event log {path} is already open, perhaps in another process."
            raise Unavailable(detail, code=HELD) from error
    return lock.close


class LogFile:
    """One connection to the file; `do` is the way to it. Who may write holds the log for this process."""

    def __init__(self, path: Path, *, write: bool) -> None:
        self._path = path
        self._ends: dict[int, int] = {}
        self._unerased = False
        self.condition = Condition(path)
        with ExitStack() as undo, self.condition.watched(SILENT.format(path)):
            if write:
                undo.callback(hold(path))
                path.touch(mode=0o600)  # people's names and addresses are in it
            uri = f"{path.resolve().as_uri()}?mode={'rw' if write else 'ro'}"
            self._db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=5)
            undo.callback(self._db.close)
            self._remains = Remains(self._db, path)
            if write:
                self._prepare()
                self._expire()
                undo.callback(self._remains.wiped, at_the_end=True)
            self._undo = undo.pop_all()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="log")

    async def do(self, work: Callable[["LogFile"], T]) -> T:
        """What `work` does, in the connection's own thread: two readings at once would share a snapshot.

        Raises `Unavailable` if SQLite fails.
        """

        def answer() -> T:
            with self.condition.watched(SILENT.format(self._path)):
                return work(self)

        return await asyncio.get_running_loop().run_in_executor(self._thread, answer)

    def _prepare(self) -> None:
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version > 1:
            raise Unavailable(f"The event log {self._path} was written by a newer version of Plenary.")
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        # An erased person's bytes must not stay in free pages.
        self._db.execute("PRAGMA secure_delete = ON")
        self._db.executescript(_SCHEMA)

    def topics(self) -> dict[str, Row]:
        """The topics by name."""
        rows = self._db.execute("SELECT name, id, partitions, cleanup FROM topics").fetchall()
        return {name: Row(*rest) for name, *rest in rows}

    def declare(self, topics: Iterable[Topic]) -> None:
        """Add topics."""
        with self._transaction():
            for topic in topics:
                row = (topic.name, topic.partitions, topic.cleanup)
                self._db.execute("INSERT INTO topics (name, partitions, cleanup) VALUES (?, ?, ?)", row)

    def write(self, flight: Sequence[Placed | Mark]) -> list[int]:
        """Write all of it durably, or nothing. The offset of each record (of a mark, its own)."""
        at = time.time_ns() // 1000
        ends = self._ends.copy()
        with self._transaction():
            offsets = [self._mark(item) if isinstance(item, Mark) else self._add(item, at, ends) for item in flight]
        self._ends = ends
        if self._unerased:
            self._wipe()
        self._remains.wiped()
        return offsets

    def _mark(self, mark: Mark) -> int:
        self._db.execute(
            'INSERT INTO committed VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET "offset" = max("offset", excluded."offset")',
            (mark.group, mark.topic.slot(mark.partition), mark.offset),
        )
        return mark.offset

    def _add(self, item: Placed, at: int, ends: dict[int, int]) -> int:
        slot, record = item.topic.slot(item.partition), item.record
        offset = ends[slot] if slot in ends else self._end(slot)
        place = slot << OFFSETS | offset
        row = (place, record.key, record.value, _packed(record.headers), at)
        self._db.execute("INSERT INTO records VALUES (?, ?, ?, ?, ?)", row)
        if item.topic.cleanup == "compact":
            self._supersede(slot, record, place)
        ends[slot] = offset + 1
        return offset

    def _supersede(self, slot: int, record: ProducerRecord, place: int) -> None:
        self._db.execute(
            "DELETE FROM records WHERE place = (SELECT place FROM newest WHERE slot = ? AND key = ?)",
            (slot, record.key),
        )
        self._db.execute("INSERT OR REPLACE INTO newest VALUES (?, ?, ?)", (slot, record.key, place))
        if record.value is None:
            self._unerased = True
            noted(self._db)

    def _wipe(self) -> None:
        """Empty the write-ahead log, which still holds what was erased; if a reader is in the way, with the next flight."""
        with suppress(sqlite3.Error):  # the flight stands already
            (busy, *_) = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            self._unerased = bool(busy)

    def _end(self, slot: int) -> int:
        """The newest record of a slot is never removed, so the next offset follows from it."""
        row = self._db.execute(
            "SELECT max(place) FROM records WHERE place >= ? AND place < ?", (slot << OFFSETS, slot + 1 << OFFSETS)
        ).fetchone()
        return 0 if row[0] is None else (row[0] & (1 << OFFSETS) - 1) + 1

    def _expire(self) -> None:
        """Remove what is older than `KEPT` from the topics whose records are kept for a time only, and note how far."""
        limit = int((time.time() - KEPT) * 1_000_000)
        parts = [(t, n) for t in self.topics().values() if t.cleanup == "state" for n in range(t.partitions)]
        with self._transaction():
            for topic, n in parts:
                first, last = (
                    topic.slot(n) << OFFSETS,
                    (topic.slot(n) << OFFSETS) + max(self._end(topic.slot(n)) - 1, 0),
                )
                (kept,) = self._db.execute(
                    "SELECT coalesce((SELECT place FROM records WHERE place BETWEEN ? AND ? AND at >= ?"
                    " ORDER BY place LIMIT 1), ?)",
                    (first, last, limit, last),
                ).fetchone()
                if self._db.execute("DELETE FROM records WHERE place >= ? AND place < ?", (first, kept)).rowcount:
                    self._mark(Mark(topic, n, EXPIRED, kept - first))

    def ends(self, topic: Row) -> dict[int, int]:
        """The next offset of each partition."""
        return {partition: self._end(topic.slot(partition)) for partition in range(topic.partitions)}

    def marks(self, group: str) -> dict[TopicPartition, int]:
        """What the group acknowledged."""
        rows = self._db.execute(
            'SELECT name, slot & ?, "offset" FROM committed JOIN topics ON id = slot >> ? WHERE "group" = ?',
            ((1 << PARTITIONS) - 1, PARTITIONS, group),
        ).fetchall()
        return {(topic, partition): offset for topic, partition, offset in rows}

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

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._db:  # which commits, or rolls back
            self._db.execute("BEGIN IMMEDIATE")
            yield

    def close(self) -> None:
        self._undo.close()
        self._thread.shutdown(wait=False)
