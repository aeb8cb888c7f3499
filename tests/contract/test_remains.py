"""What was erased does not stay in a file, wherever SQLite moved it while its pages filled."""

import asyncio
import os
import random
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar
from uuid import UUID

import pytest

from shared.contracts.registry import TOPICS
from shared.log import ProducerRecord
from shared.log.embedded.log import EmbeddedLog
from shared.store import Committed, Stored
from shared.store.sqlite.store import SqliteStore

PEOPLE = 60
SECRET = "Secret"


def found(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if SECRET.encode() in file.read_bytes())


@pytest.mark.parametrize("seed", range(5))
async def test_of_an_erased_key_nothing_stays_in_the_file_of_the_log(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    log = await EmbeddedLog.open(tmp_path / "log.db")
    await log.ensure(TOPICS)

    async def come_and_go(key: bytes) -> None:
        words = SECRET.encode() * chance.randrange(20, 80)
        for topic, value in (("people", words), ("registrations", b"x" * 300), ("people", words), ("people", None)):
            headers = (("ce_id", os.urandom(chance.randrange(8, 200))),)
            await log.append([ProducerRecord(f"plenary.{topic}", key, value, headers)])

    await asyncio.gather(*(come_and_go(str(UUID(int=chance.getrandbits(128))).encode()) for _ in range(PEOPLE)))
    await log.close()
    assert found(tmp_path) == []


@dataclass(slots=True)
class Somebody:
    kind: ClassVar[str] = "somebody"
    id: UUID
    name: str = ""
    erased: bool = False


@pytest.mark.parametrize("seed", range(5))
async def test_of_an_erased_document_nothing_stays_in_the_file_of_the_store(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    store = await SqliteStore.open(tmp_path / "somebody.db", [Somebody])

    async def come_and_go(id: UUID) -> None:
        for version, times in enumerate((chance.randrange(20, 80), chance.randrange(90, 200))):
            [outcome] = await store.commit([Stored(Somebody(id, SECRET * times), version)])
            assert outcome == Committed(version + 1)
        await store.commit([Stored(Somebody(id, erased=True), 2)])

    await asyncio.gather(*(come_and_go(UUID(int=chance.getrandbits(128))) for _ in range(PEOPLE)))
    await store.close()
    assert found(tmp_path) == []


async def test_what_was_erased_leaves_the_write_ahead_log_of_a_store_at_once(tmp_path: Path) -> None:
    store = await SqliteStore.open(tmp_path / "somebody.db", [Somebody])
    await store.commit([Stored(Somebody(UUID(int=1), SECRET * 40))])
    assert "somebody.db-wal" in found(tmp_path)
    await store.commit([Stored(Somebody(UUID(int=1), erased=True), 1)])
    assert found(tmp_path) == []
    await store.close()


async def test_what_a_killed_process_erased_is_wiped_at_the_next_end(tmp_path: Path) -> None:
    store = await SqliteStore.open(tmp_path / "somebody.db", [Somebody])
    for n in range(PEOPLE):
        await store.commit([Stored(Somebody(UUID(int=n + 1), SECRET * 40))])
        await store.commit([Stored(Somebody(UUID(int=n + 1), erased=True), 1)])
    killed = tmp_path / "killed"
    killed.mkdir()
    for file in tmp_path.glob("somebody.db*"):
        (killed / file.name).write_bytes(file.read_bytes())
    await store.close()
    await (await SqliteStore.open(killed / "somebody.db", [Somebody])).close()
    assert found(killed) == []
