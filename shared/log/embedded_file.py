"""The file of the embedded log: one SQLite database. Everything here blocks; `shared.log.embedded` gives it its threads.

A record's place is one integer, so that a partition is one stretch of the table and reading it is one range:
topic (12 bits), partition (10), offset (40).
"""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import orjson

from shared.contracts import Topic
from shared.errors import Unavailable
from shared.log import ConsumerRecord, Headers, TopicPartition

OFFSETS = 40
PARTITIONS = 10
KEPT = timedelta(days=90)
"""How long the records of a topic with cleanup *state* are kept."""

BATCH_RECORDS, BATCH_BYTES = 500, 4_000_000
"""Limits of one batch of one partition; `FETCH_BYTES` of all that one look into the file brings along."""
FETCH_BYTES = 8_000_000

HELD = "held"
"""The code of `Unavailable` where another process has the log open."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
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
class Kept:
    """A topic as the file keeps it."""

    id: int
    partitions: int
    cleanup: str

    def slot(self, partition: int) -> int:
        """The number of one partition among those of all topics."""
        return self.id << PARTITIONS | partition

    @staticmethod
    def split(slot: int) -> tuple[int, int]:
        """The id of the topic and the partition."""
        return slot >> PARTITIONS, slot & (1 << PARTITIONS) - 1


@dataclass(frozen=True, slots=True)
class Placed:
    """A record on its way into a slot. Of a compact topic it takes the place of the older one with its key."""

    slot: int
    compact: bool
    key: bytes
    value: bytes | None
    headers: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A group is done with everything of a slot below `offset`."""

    group: str
    slot: int
    offset: int


def packed(headers: Headers) -> str:
    """Headers as JSON text; Latin-1 carries any byte."""
    return orjson.dumps([(name, value.decode("latin-1")) for name, value in headers]).decode()


def _unpacked(headers: str) -> Headers:
    return tuple((name, value.encode("latin-1")) for name, value in orjson.loads(headers))


@contextmanager
def _answering(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise Unavailable(f"The event log {path} does not answer: {error}.") from error


def hold(path: Path) -> Callable[[], None]:
    """Keep other processes away from the log at `path` until what is returned is called or this process ends.

    Raises `Unavailable` (`HELD`) if another one holds it. (A transaction on a second file: readers of the log stay free.)
    """
    with _answering(path):
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
    """One connection to the file, used by one thread at a time. Every method raises `Unavailable` if SQLite fails."""

    def __init__(self, path: Path, *, write: bool) -> None:
        self._path = path
        self._ends: dict[int, int] = {}
        self._unerased = False
        with _answering(path):
            if write:
                path.touch(mode=0o600)  # people's names and addresses are in it
            mode = "rw" if write else "ro"
            uri = f"{path.resolve().as_uri()}?mode={mode}"
            self._db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=5)
        if write:
            try:
                with _answering(path):
                    self._prepare()
                self._expire(datetime.now(UTC) - KEPT)
            except BaseException:
                self._db.close()
                raise

    def _prepare(self) -> None:
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version > 1:
            raise Unavailable(f"The event log {self._path} was written by a newer version of Plenary.")
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        # An erased person's bytes must not stay in free pages.
        self._db.execute("PRAGMA secure_delete = ON")
        self._db.executescript(_SCHEMA)

    def topics(self) -> dict[str, Kept]:
        """The topics by name."""
        with _answering(self._path):
            rows = self._db.execute("SELECT name, id, partitions, cleanup FROM topics").fetchall()
        return {name: Kept(*rest) for name, *rest in rows}

    def declare(self, topics: Iterable[Topic]) -> None:
        """Add topics."""
        with self._transaction():
            for topic in topics:
                row = (topic.name, topic.partitions, topic.cleanup)
                self._db.execute("INSERT INTO topics (name, partitions, cleanup) VALUES (?, ?, ?)", row)

    def write(self, flight: Sequence[Placed | Mark]) -> list[int]:
        """Write all of it durably, or nothing. The offset of each record (of a mark, its own)."""
        at = time.time_ns() // 1000
        try:
            with self._transaction():
                offsets = [self._mark(item) if isinstance(item, Mark) else self._add(item, at) for item in flight]
        except BaseException:
            self._ends.clear()  # the file knows better
            raise
        if self._unerased:
            self._wipe()
        return offsets

    def _mark(self, mark: Mark) -> int:
        self._db.execute(
            'INSERT INTO committed VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET "offset" = max("offset", excluded."offset")',
            (mark.group, mark.slot, mark.offset),
        )
        return mark.offset

    def _add(self, item: Placed, at: int) -> int:
        offset = self._ends[item.slot] if item.slot in self._ends else self._end(item.slot)
        place = item.slot << OFFSETS | offset
        row = (place, item.key, item.value, item.headers, at)
        self._db.execute("INSERT INTO records VALUES (?, ?, ?, ?, ?)", row)
        if item.compact:
            self._supersede(item, place)
        self._ends[item.slot] = offset + 1
        return offset

    def _supersede(self, item: Placed, place: int) -> None:
        self._db.execute(
            "DELETE FROM records WHERE place = (SELECT place FROM newest WHERE slot = ? AND key = ?)",
            (item.slot, item.key),
        )
        self._db.execute("INSERT OR REPLACE INTO newest VALUES (?, ?, ?)", (item.slot, item.key, place))
        self._unerased = self._unerased or item.value is None

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

    def _expire(self, before: datetime) -> None:
        """Remove what was taken `before` from the topics whose records are kept for a time only."""
        limit = (before - _EPOCH) // timedelta(microseconds=1)
        slots = [t.slot(n) for t in self.topics().values() if t.cleanup == "state" for n in range(t.partitions)]
        with self._transaction():
            for slot in slots:
                first, last = slot << OFFSETS, (slot << OFFSETS) + max(self._end(slot) - 1, 0)
                self._db.execute(
                    "DELETE FROM records WHERE place >= ? AND place < coalesce((SELECT place FROM records"
                    " WHERE place BETWEEN ? AND ? AND at >= ? ORDER BY place LIMIT 1), ?)",
                    (first, first, last, limit, last),
                )

    def ends(self, topic: Kept) -> dict[int, int]:
        """The next offset of each partition."""
        with _answering(self._path):
            return {partition: self._end(topic.slot(partition)) for partition in range(topic.partitions)}

    def marks(self, group: str) -> dict[int, int]:
        """What the group acknowledged, by slot."""
        with _answering(self._path):
            return dict(self._db.execute('SELECT slot, "offset" FROM committed WHERE "group" = ?', (group,)).fetchall())

    def fetch(
        self, wanted: Mapping[TopicPartition, tuple[int, int, int]]
    ) -> dict[TopicPartition, list[ConsumerRecord]]:
        """What lies in each partition (slot, start, end), a batch of each until `FETCH_BYTES` are reached."""
        found: dict[TopicPartition, list[ConsumerRecord]] = {}
        total = 0
        with _answering(self._path):
            for partition, (slot, start, end) in wanted.items():
                found[partition], size = self._batch(partition, slot, start, end)
                total += size
                if total >= FETCH_BYTES:
                    break
        return found

    def _batch(self, of: TopicPartition, slot: int, start: int, end: int) -> tuple[list[ConsumerRecord], int]:
        batch: list[ConsumerRecord] = []
        size = 0
        rows = self._db.execute(
            "SELECT place, key, value, headers, at FROM records WHERE place >= ? AND place < ? ORDER BY place LIMIT ?",
            (slot << OFFSETS | start, (slot << OFFSETS) + end, BATCH_RECORDS),
        )
        for place, key, value, headers, at in rows:
            offset = place & (1 << OFFSETS) - 1
            taken = _EPOCH + timedelta(microseconds=at)
            batch.append(ConsumerRecord(*of, offset, key, value, _unpacked(headers), taken))
            size += len(value or b"") + len(headers)
            if size >= BATCH_BYTES:
                break
        rows.close()
        return batch, size

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with _answering(self._path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def close(self) -> None:
        self._db.close()
