"""How little SQLite is asked: statements are counted, not milliseconds. And what holds though so little is looked at."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from shared.contracts import Topic
from shared.log import ProducerRecord
from shared.log.embedded.log import EmbeddedLog
from shared.store import Committed, Stale, Stored, Taken
from shared.store.sqlite.file import File
from shared.store.sqlite.store import SqliteStore
from tests.contract.documents import KINDS, Place, new, read


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    store = await SqliteStore.open(tmp_path / "places.db", KINDS)
    yield store
    await store.close()


@contextmanager
def asked(file: File) -> Iterator[list[str]]:
    """The first word of each statement of the writer, in order."""
    words: list[str] = []
    file.writer.db.set_trace_callback(lambda statement: words.append(statement.split()[0]))
    yield words
    file.writer.db.set_trace_callback(None)


async def test_a_change_costs_two_or_three_statements(store: SqliteStore) -> None:
    place = Place(uuid4(), number=1, holds=("a", "b", "c"))
    with asked(store._file) as words:
        await store.commit([new(place)])
    assert words == ["BEGIN", "INSERT", "INSERT", "COMMIT"], "its claims, then itself"
    stored = await read(store, place.id)
    stored.entity.basin, stored.entity.holds = "lower", ("a", "d")
    with asked(store._file) as words:
        assert await store.commit([stored]) == [Committed(2)]
    assert words == ["BEGIN", "INSERT", "UPDATE", "DELETE", "COMMIT"], "new claims, itself, claims that are free now"
    stored = await read(store, place.id)
    stored.entity.names = {"en": "Chair"}
    with asked(store._file) as words:
        await store.commit([stored])
    assert words == ["BEGIN", "UPDATE", "COMMIT"], "claims that stay are not looked at"


async def test_a_reading_finds_the_pages_that_were_just_written(store: SqliteStore) -> None:
    """The writer's cache holds them; only while it writes, another connection reads what stood before."""
    place = Place(uuid4(), number=1)
    await store.commit([new(place)])
    with asked(store._file) as words:
        assert (await read(store, place.id)).version == 1
        async with store._file.turn:
            assert (await read(store, place.id)).version == 1
    assert words == ["SELECT"]


async def test_many_changes_share_one_transaction_and_forgetting_costs_one_statement(store: SqliteStore) -> None:
    places = [Place(uuid4(), number=number) for number in range(50)]
    with asked(store._file) as words:
        await asyncio.gather(*(store.commit([new(place, events=2)]) for place in places))
    assert words == ["BEGIN", *["INSERT"] * 100, "COMMIT"]
    with asked(store._file) as words:
        await asyncio.gather(*(store.forget([(Place, place.id, 2)]) for place in places))
    assert words == ["PRAGMA", "BEGIN", *["UPDATE"] * 50, "COMMIT", "PRAGMA"], "and waits for no disk"
    assert await store.pending() == []


async def test_records_of_many_callers_are_appended_by_one_statement_each(tmp_path: Path) -> None:
    log = await EmbeddedLog.open(tmp_path / "log.db")
    await log.ensure([Topic("test.cost", "tests", "numbers", partitions=1)])
    record = ProducerRecord("test.cost", b"k", b"1")
    await log.append([record])
    assert log._file is not None
    with asked(log._file) as words:
        await asyncio.gather(*(log.append([record]) for _ in range(50)))
    assert words == ["BEGIN", *["INSERT"] * 50, "COMMIT"]
    await log.close()


async def test_a_change_that_fails_leaves_no_claim_behind(store: SqliteStore) -> None:
    first, second = Place(uuid4(), number=1), Place(uuid4(), number=2)
    await store.commit([new(first), new(second)])
    old = await read(store, second.id)
    await store.commit([await read(store, second.id)])
    stale = replace(old, entity=replace(old.entity, number=3, holds=("x",)))
    assert await store.commit([stale]) == [Stale()]
    now = await read(store, second.id)
    taken = replace(now, entity=replace(now.entity, number=1, holds=("x",)))
    assert await store.commit([taken]) == [Taken("upper/seat/1", first.id)]
    assert await store.commit([new(Place(uuid4(), number=3, holds=("x",)))]) == [Committed(1)]


async def test_claims_are_free_again_though_nobody_says_what_was_held(store: SqliteStore) -> None:
    """As of who writes upon its own answer, or from what it kept of an older reading."""
    place = Place(uuid4(), number=1)
    change = new(place)
    await store.commit([change])
    for version, number in ((1, 2), (2, 3), (3, None)):
        upon = replace(change, entity=replace(place, number=number), version=version)
        assert await store.commit([upon]) == [Committed(version + 1)]
    unknown: Stored[Place] = Stored(replace(place, number=9), version=4)
    assert await store.commit([unknown]) == [Committed(5)]
    old = replace(await read(store, place.id), held=(str(place.id), "upper/seat/7"))
    assert await store.commit([replace(old, entity=replace(place, number=None))]) == [Committed(6)]
    free = [new(Place(uuid4(), number=number)) for number in (1, 2, 3, 9)]
    assert await store.commit(free) == [Committed(1)] * 4
