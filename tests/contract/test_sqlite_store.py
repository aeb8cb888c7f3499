"""What the SQLite store promises beyond the port: one writer, indexes that are used, damage and full disks."""

import asyncio
import resource
import sqlite3
import stat
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from shared.errors import Unavailable
from shared.store import Committed, Cursor, In, Range, Unfit, Where
from shared.store.sqlite.find import continued, matching
from shared.store.sqlite.store import SqliteStore
from shared.store.sqlite.tables import Table
from tests.contract.documents import KINDS, NOON, Place, Report, new

PLACES = Table.of(Place)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "places.db"


@pytest.fixture
async def store(path: Path) -> AsyncIterator[SqliteStore]:
    store = await SqliteStore.open(path, KINDS)
    yield store
    await store.close()


def plan(path: Path, sql: str, values: tuple[Any, ...]) -> str:
    with closing(sqlite3.connect(path)) as db:
        return "; ".join(row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}", values))


# Indexes


USED: list[tuple[Where, str, str]] = [
    ({"basin": "upper", "number": 4}, "_id", "places/by/basin+number"),
    ({"basin": "upper"}, "rank", "places/by/basin+rank"),
    ({"basin": "upper", "number": In([1, 2])}, "_id", "places/by/basin+number"),
    ({"basin": "upper", "rank": Range(gt=3)}, "-rank", "places/by/basin+rank"),
    ({"due": Range(lte=NOON)}, "due", "places/by/due"),
    ({"behind": Range()}, "_id", "places/by/behind"),
    ({"_id": In([uuid4()])}, "_id", "sqlite_autoindex_places_1"),
]


@pytest.mark.parametrize(("where", "sort", "index"), USED)
async def test_find_and_count_use_the_declared_index(
    store: SqliteStore, path: Path, where: Where, sort: str, index: str
) -> None:
    query = matching(PLACES, where, sort)
    for sql, values in ((query.page, (*query.values, 10)), (query.count, query.values)):
        found = plan(path, sql, values)
        assert f" {index}" in found, found
        assert "(" in found or index == "places/by/behind", "the whole index is read"


@pytest.mark.parametrize("sort", ["rank", "-rank"])
@pytest.mark.parametrize("after", [None, (3, "x"), (None, "x")])
async def test_a_page_by_an_index_sorts_nothing_and_begins_at_its_cursor(
    store: SqliteStore, path: Path, sort: str, after: Cursor | None
) -> None:
    query = matching(PLACES, {"basin": "upper"}, sort)
    for part in (query,) if after is None else continued(query, after):
        found = plan(path, part.page, (*part.values, 10))
        assert found.startswith("SEARCH places USING INDEX places/by/basin+rank (<expr>=?"), found
        assert "TEMP B-TREE" not in found
        assert after is None or "<expr>=? AND <expr>" in found, found


async def test_pending_reads_only_what_is_pending(store: SqliteStore, path: Path) -> None:
    sql = "SELECT body FROM places WHERE outbox <> '[]' ORDER BY id LIMIT ?"
    assert "places/by/outbox" in plan(path, sql, (1,))


async def test_an_index_declared_later_is_built_at_the_next_start(path: Path) -> None:
    @dataclass(slots=True)
    class Bare(Place):
        indexes = ()

    first = await SqliteStore.open(path, [Bare])
    assert await first.commit([new(Bare(uuid4(), number=5))]) == [Committed(1)]
    await first.close()
    second = await SqliteStore.open(path, KINDS)
    assert await second.count(Place, {"basin": "upper", "number": 5}) == 1
    await second.close()
    query = matching(PLACES, {"basin": "upper", "number": 5})
    assert "places/by/basin+number" in plan(path, query.page, (*query.values, 1))


# One writer, many readers


async def test_a_second_store_on_the_same_file_is_refused(store: SqliteStore, path: Path) -> None:
    with pytest.raises(Unavailable, match="already open"):
        await SqliteStore.open(path, KINDS)
    await store.close()
    await (await SqliteStore.open(path, KINDS)).close()


async def test_another_process_on_the_same_file_is_refused_until_the_first_dies(path: Path) -> None:
    command = [sys.executable, "-m", "tests.contract.committer", "sqlite", str(path), "1"]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    await process.stdout.readline()
    with pytest.raises(Unavailable, match="already open"):
        await SqliteStore.open(path, KINDS)
    process.kill()
    await process.communicate()
    await (await SqliteStore.open(path, KINDS)).close()


async def test_a_reader_beside_the_writer_sees_commits_and_cannot_write(store: SqliteStore, path: Path) -> None:
    reader = await SqliteStore.open(path, KINDS, read_only=True)
    place = Place(uuid4())
    await store.commit([new(place, events=1)])
    found = await reader.get(Place, place.id)
    assert found is not None
    assert found.entity == place
    with pytest.raises(Unavailable):
        await reader.commit([new(Place(uuid4()))])
    with pytest.raises(Unavailable):
        await reader.ping()
    assert await store.commit([new(Place(uuid4()))]) == [Committed(1)]
    await reader.close()


async def test_a_reader_of_a_closed_store_needs_no_writer(store: SqliteStore, path: Path) -> None:
    place = Place(uuid4())
    await store.commit([new(place)])
    await store.close()
    reader = await SqliteStore.open(path, KINDS, read_only=True)
    assert await reader.get(Place, place.id) is not None
    await reader.close()


async def test_opening_what_is_missing_or_no_database_says_so(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be opened"):
        await SqliteStore.open(tmp_path / "missing.db", KINDS, read_only=True)
    (tmp_path / "text.db").write_text("a list of names, not a database\n" * 100)
    with pytest.raises(Unavailable, match="not a database"):
        await SqliteStore.open(tmp_path / "text.db", KINDS)
    with pytest.raises(Unavailable, match="cannot be opened"):
        await SqliteStore.open(tmp_path / "text.db" / "below.db", KINDS)


async def test_only_the_owner_can_read_the_files(store: SqliteStore, path: Path) -> None:
    await store.commit([new(Place(uuid4()))])
    for file in (path, path.with_name("places.db-wal")):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_commits_are_durable_against_a_loss_of_power(store: SqliteStore) -> None:
    db = store._file.writer.db
    assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert db.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL


async def test_who_else_writes_to_the_file_holds_nothing_up(store: SqliteStore, path: Path) -> None:
    place = Place(uuid4())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable, match="locked"):
            await store.commit([new(place)])
        assert await store.get(Place, place.id) is None
    assert store._file.writer.db.execute("PRAGMA busy_timeout").fetchone() == (100,)
    assert await store.commit([new(place)]) == [Committed(1)]


# Full disks and damage


@contextmanager
def no_file_grows_beyond(limit: int) -> Iterator[None]:
    """The kernel refuses to write past `limit` bytes of any file, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_full_disk_fails_the_flight_whole_and_the_store_goes_on_afterwards(
    store: SqliteStore, path: Path
) -> None:
    before = Place(uuid4(), number=1)
    await store.commit([new(before)])
    small, large = Place(uuid4(), number=2), Report(uuid4(), text="x" * 400_000)
    with no_file_grows_beyond(path.with_name("places.db-wal").stat().st_size + 100_000):
        answers = await asyncio.gather(
            store.commit([new(small), new(large)]), store.commit([new(Place(uuid4()))]), return_exceptions=True
        )
        assert [type(answer) for answer in answers] == [Unavailable, Unavailable]
        assert (await store.get(Place, before.id)) is not None
        assert await store.get(Place, small.id) is None
    assert await store.count(Place, {}) == 1
    assert await store.commit([new(small), new(large)]) == [Committed(1), Committed(1)]
    await store.ping()


async def test_a_flight_that_fails_half_way_fails_whole(store: SqliteStore, path: Path) -> None:
    small, large = Place(uuid4(), number=2), Report(uuid4(), text="x" * 400_000)
    (pages,) = store._file.writer.db.execute("PRAGMA page_count").fetchone()
    store._file.writer.db.execute(f"PRAGMA max_page_count = {pages + 10}")
    with pytest.raises(Unavailable, match="full"):
        await store.commit([new(small), new(large)])
    assert await store.get(Place, small.id) is None
    assert await store.commit([new(small)]) == [Committed(1)]


async def test_an_error_of_the_database_leaves_no_half_of_a_flight(store: SqliteStore, path: Path) -> None:
    """Here SQLite itself does not roll back: the flight must."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP TABLE reports")
    small = Place(uuid4(), number=2)
    with pytest.raises(Unavailable, match="no such table"):
        await store.commit([new(small), new(Report(uuid4()))])
    assert await store.get(Place, small.id) is None
    assert await store.commit([new(small)]) == [Committed(1)]


async def test_a_full_disk_loses_nothing_that_was_answered(store: SqliteStore, path: Path) -> None:
    answered: list[Place] = []
    with no_file_grows_beyond(300_000):

        async def commit() -> None:
            while True:
                place = Place(uuid4(), names={"en": "x" * 3000})
                await store.commit([new(place, events=1)])
                answered.append(place)

        ends = await asyncio.gather(*(commit() for _ in range(8)), return_exceptions=True)
        assert {type(end) for end in ends} == {Unavailable}
    await store.close()
    again = await SqliteStore.open(path, KINDS)
    assert len(await again.get_many(Place, [place.id for place in answered])) == len(answered) > 10
    assert await again.count(Place, {}) == len(answered)
    await again.close()


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        ("SET body = substr(body, 1, 40)", "no JSON"),
        ("SET body = json_remove(body, '$.version')", "cannot be read"),
        ("SET body = json_set(body, '$.fee', 'secret word')", "fee"),
        ("SET body = json_set(body, '$.schema', 99)", "newer version"),
    ],
)
async def test_a_damaged_document_is_named_and_disturbs_no_other(
    store: SqliteStore, path: Path, damage: str, reason: str
) -> None:
    hurt, well = Report(uuid4()), Report(uuid4())
    await store.commit([new(hurt), new(well)])
    await store.commit([new(Place(hurt.id)), new(Place(well.id))])
    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP INDEX 'places/by/basin+number'")
        db.execute("DROP INDEX 'places/by/basin+rank'")
        db.execute("DROP INDEX 'places/by/tags'")
        db.execute(f"UPDATE places {damage} WHERE id = ?", (str(hurt.id),))
        db.commit()
    with pytest.raises(Unavailable, match=reason) as raised:
        await store.get(Place, hurt.id)
    assert "secret" not in str(raised.value)
    assert await store.get(Place, well.id) is not None


@pytest.mark.parametrize("column", ["outbox", "claims"])
async def test_a_damaged_column_harms_nobody_who_travels_along(store: SqliteStore, path: Path, column: str) -> None:
    hurt, well = Place(uuid4(), number=1), Place(uuid4(), number=2)
    await store.commit([new(hurt, events=1), new(well, events=1)])
    before = await store.get_each([(Place, hurt.id), (Place, well.id)])
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"UPDATE places SET {column} = '[secret' WHERE id = ?", (str(hurt.id),))
        db.commit()
    changes = [replace(stored, sequence=2) for stored in before if stored]
    forgetting = [asyncio.create_task(store.forget([(Place, stored.id, 1)])) for stored in changes]
    await asyncio.sleep(0)
    spoilt, fine = await store.commit(changes)
    await asyncio.gather(*forgetting)
    assert fine == Committed(2)
    assert isinstance(spoilt, Unfit if column == "claims" else Committed)
    assert "secret" not in str(spoilt)
    await store.ping()
