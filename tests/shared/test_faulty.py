"""The wrappers that break calls on command do what they say, and nothing else."""

from pathlib import Path
from uuid import uuid4

import pytest

from shared.contracts.registry import TOPICS
from shared.errors import Unavailable
from shared.log import Appended, NotAppended, ProducerRecord
from shared.log.embedded.log import EmbeddedLog
from shared.store import Committed
from shared.store.sqlite.store import SqliteStore
from tests.contract.documents import KINDS, Place, new
from tests.faulty import Fault, FaultyLog, FaultyStore

TOPIC = TOPICS[0].name


def records(*values: bytes) -> list[ProducerRecord]:
    return [ProducerRecord(TOPIC, b"key", value) for value in values]


async def test_a_store_fails_before_loses_answers_and_then_works_again(tmp_path: Path) -> None:
    store, place, other = FaultyStore(await SqliteStore.open(tmp_path / "a.db", KINDS)), Place(uuid4()), Place(uuid4())
    store.faults.next("commit", Fault.BEFORE)
    store.faults.next("commit", Fault.LOST)
    for failed in (place, other):
        with pytest.raises(Unavailable):
            await store.commit([new(failed)])
    assert set(await store.get_many(Place, [place.id, other.id])) == {other.id}
    assert await store.commit([new(place)]) == [Committed(1)]
    store.faults.always["get"] = Fault.BEFORE
    for _ in range(3):
        with pytest.raises(Unavailable):
            await store.get(Place, place.id)
    del store.faults.always["get"]
    assert await store.get(Place, place.id) is not None
    assert (store.faults.calls["commit"], store.faults.calls["get"]) == (3, 4)
    await store.close()


async def test_a_log_doubles_loses_and_redelivers(tmp_path: Path) -> None:
    log = FaultyLog(await EmbeddedLog.open(tmp_path / "log.db"))
    await log.ensure(TOPICS)
    for fault in (Fault.BEFORE, Fault.LOST, Fault.TWICE, Fault.UNSURE, Fault.HOLE):
        log.faults.next("append", fault)
    for values in (b"before", b"lost"):
        with pytest.raises(Unavailable):
            await log.append(records(values))
    assert [type(answer) for answer in await log.append(records(b"twice"))] == [Appended]
    assert [type(answer) for answer in await log.append(records(b"unsure"))] == [NotAppended]
    assert [type(answer) for answer in await log.append(records(b"hole", b"after"))] == [NotAppended, Appended]
    log.faults.next("deliver", Fault.TWICE)
    intake, met = await log.subscribe("group", [TOPIC]), []
    async for batch in intake:
        met += [record.value for record in batch]
        if len(met) == 10:
            await intake.close()
    assert met == [b"lost", b"twice", b"twice", b"unsure", b"after"] * 2
    await log.close()
