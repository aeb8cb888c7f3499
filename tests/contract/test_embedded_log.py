"""What only the embedded log promises: its file, its one process, its limits. All else: `test_log.py`."""

import asyncio
import os
import random
import signal
import sqlite3
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import Unavailable
from shared.log import Appended, ConsumerRecord, NotAppended, ProducerRecord, TopicPartition
from shared.log.embedded import EmbeddedLog
from shared.log.embedded_file import BATCH_BYTES, BATCH_RECORDS
from shared.log.embedded_group import deal
from tests.contract.logs import Listener, eventually, fresh_topic, listen, numbers, whole, write, write_numbers

CHILD = """
import asyncio, sys
from shared.contracts import Topic
from shared.errors import Unavailable
from shared.log import ProducerRecord
from shared.log.embedded import EmbeddedLog

async def main(path):
    try:
        log = await EmbeddedLog.open(path)
    except Unavailable as refused:
        sys.exit(f"refused: {refused.detail}")
    await log.ensure([Topic("test.killed", "tests", "numbers", partitions=1)])
    n = 0
    while True:
        outcomes = await log.append([ProducerRecord("test.killed", b"k", b"%d" % (n + i)) for i in range(3)])
        n += len(outcomes)
        print(n, flush=True)

asyncio.run(main(sys.argv[1]))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "events.db"


async def child(path: Path) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(sys.executable, "-c", CHILD, str(path), stdout=pipe, stderr=pipe)


async def test_a_second_process_is_refused(path: Path) -> None:
    log = await EmbeddedLog.open(path)
    process = await child(path)
    _, said = await process.communicate()
    assert process.returncode == 1
    assert b"refused: " in said
    assert b"already open" in said
    with pytest.raises(Unavailable, match="already open"):
        await EmbeddedLog.open(path)
    await log.close()
    await (await EmbeddedLog.open(path)).close()


async def test_what_was_answered_survives_a_kill(path: Path) -> None:
    process = await child(path)
    assert process.stdout is not None
    answered = 0
    while answered < 300:
        answered = int(await process.stdout.readline())
    os.kill(process.pid, signal.SIGKILL)
    rest, _ = await process.communicate()
    answered = int(rest.split()[-1]) if rest.split() else answered
    log = await EmbeddedLog.open(path)
    kept = numbers(await whole(log, "test.killed", 1))
    assert kept == list(range(len(kept)))
    assert answered <= len(kept) <= answered + 3
    assert (await write(log, "test.killed", "k", b"next")) == [("test.killed", 0)]
    await log.close()


async def test_a_reader_looks_at_a_log_that_is_open_elsewhere(path: Path) -> None:
    log = await EmbeddedLog.open(path)
    topic = await fresh_topic(log)
    listener = await listen(log, "group", topic)
    reader = await EmbeddedLog.open(path, read_only=True)
    await write_numbers(log, topic, range(20))
    await listener.heard(20)
    await listener.close()
    assert sorted(numbers(await whole(reader, topic))) == list(range(20))
    assert await reader.ends(topic) == await log.ends(topic) == await reader.committed("group", topic)
    [refused] = await reader.append([ProducerRecord(topic, b"k", b"")])
    assert isinstance(refused, NotAppended)
    assert refused.final
    for attempt in (reader.subscribe("group", [topic]), reader.ensure([])):
        with pytest.raises(Unavailable, match="read only"):
            await attempt
    await reader.close()
    await log.close()


async def test_what_is_no_log_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("This is no database, but it is long enough to be taken for one. " * 50)
    newer = sqlite3.connect(tmp_path / "newer")
    newer.execute("PRAGMA user_version = 2")
    newer.close()
    for name in ("text", "newer", "missing/events.db"):
        with pytest.raises(Unavailable, match=name):
            await EmbeddedLog.open(tmp_path / name)
    with pytest.raises(Unavailable, match="missing"):
        await EmbeddedLog.open(tmp_path / "missing.db", read_only=True)


async def test_only_the_owner_can_read_the_files(path: Path) -> None:
    log = await EmbeddedLog.open(path)
    await write_numbers(log, await fresh_topic(log), [1])
    for file in (path, path.with_name(f"{path.name}-wal")):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    await log.close()


async def test_an_erased_person_is_in_no_file_any_more(path: Path) -> None:
    log = await EmbeddedLog.open(path)
    topic = await fresh_topic(log, cleanup="compact")
    listener = await listen(log, "group", topic)
    await write(log, topic, "person", b"a name that is to be forgotten", b"a name that is to be forgotten, newer")
    await write(log, topic, "other", b"somebody who stays")
    await listener.heard(2)
    assert any(b"to be forgotten" in file.read_bytes() for file in path.parent.iterdir())
    await write(log, topic, "person", None)
    assert not any(b"to be forgotten" in file.read_bytes() for file in path.parent.iterdir())
    assert any(b"who stays" in file.read_bytes() for file in path.parent.iterdir())
    await log.close()


async def test_a_full_disk_fails_the_flight_and_nothing_of_it_stays(path: Path) -> None:
    log = await EmbeddedLog.open(path)
    topic = await fresh_topic(log, partitions=1)
    await write(log, topic, "k", b"0")
    assert log._writer is not None
    pages = log._writer._db.execute("PRAGMA page_count").fetchone()[0]
    log._writer._db.execute(f"PRAGMA max_page_count = {pages + 2}")
    listener = await listen(log, "group", topic)
    refused = await log.append([ProducerRecord(topic, b"k", b"1"), ProducerRecord(topic, b"k", bytes(100_000))])
    assert all(
        isinstance(outcome, NotAppended) and not outcome.final and "full" in outcome.reason for outcome in refused
    )
    log._writer._db.execute(f"PRAGMA max_page_count = {pages + 1000}")
    await write(log, topic, "k", b"2")
    assert numbers(await listener.heard(2)) == [0, 2]
    assert [record.offset for record in await whole(log, topic, 1)] == [0, 1]
    await log.close()


async def test_records_that_are_state_are_kept_for_a_time_and_the_newest_for_ever(path: Path) -> None:
    log = await EmbeddedLog.open(path)
    state, kept = await fresh_topic(log, partitions=1, cleanup="state"), await fresh_topic(log, partitions=1)
    empty = await fresh_topic(log, cleanup="state")
    for topic in (state, kept):
        await write(log, topic, "k", *(b"%d" % n for n in range(5)))
    await log.close()
    made_old(path, b"0", b"1", b"2")
    log = await EmbeddedLog.open(path)
    assert numbers(await whole(log, state, 1)) == [3, 4]
    assert numbers(await whole(log, kept, 1)) == [0, 1, 2, 3, 4]
    await log.close()
    made_old(path, b"3", b"4")
    log = await EmbeddedLog.open(path)
    assert numbers(await whole(log, state, 1)) == [4]
    assert await log.ends(state) == {0: 5}
    assert await log.ends(empty) == dict.fromkeys(range(4), 0)
    await log.close()


def made_old(path: Path, *values: bytes) -> None:
    """As if the log had taken these values in 1970."""
    db = sqlite3.connect(path)
    db.executemany("UPDATE records SET at = 0 WHERE value = ?", [(value,) for value in values])
    db.commit()
    db.close()


async def test_closing_while_appends_wait_neither_loses_nor_hangs(path: Path) -> None:
    log = await EmbeddedLog.open(path)
    topic = await fresh_topic(log, partitions=1)
    waiting = [asyncio.create_task(log.append([ProducerRecord(topic, b"k", b"%d" % n)])) for n in range(700)]
    await asyncio.sleep(0)
    await log.close()
    assert all(isinstance(outcome, Appended) for [outcome] in await asyncio.gather(*waiting))
    with pytest.raises(Unavailable):
        await log.append([ProducerRecord(topic, b"k", b"late")])
    log = await EmbeddedLog.open(path)
    assert numbers(await whole(log, topic, 1)) == list(range(700))
    await log.close()


async def test_a_drain_that_hangs_or_fails_does_not_hold_up_the_others(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def hang(revoked: frozenset[TopicPartition]) -> None:
        await asyncio.Event().wait()

    async def fail(revoked: frozenset[TopicPartition]) -> None:
        raise LookupError

    log = await EmbeddedLog.open(path, drain_within=0.05)
    topic = await fresh_topic(log, partitions=6)
    for group, drain in (("hangs", hang), ("fails", fail)):
        first = await log.subscribe(group, [topic], drain=drain)
        await eventually(lambda first=first: len(first.owned()) == 6)  # type: ignore[misc]
        second = await log.subscribe(group, [topic])
        await eventually(lambda first=first, second=second: len(first.owned()) == len(second.owned()) == 3)  # type: ignore[misc]
    assert len(caplog.records) == 2
    await log.close()


async def test_a_watermark_never_moves_back(path: Path) -> None:
    log = await EmbeddedLog.open(path)
    topic = await fresh_topic(log, partitions=1)
    await write_numbers(log, topic, range(10))
    listener = await listen(log, "group", topic, acknowledge=False)
    await listener.heard(10)
    await asyncio.gather(*(listener.subscription.acknowledge({(topic, 0): offset}) for offset in (4, 10, 7)))
    await listener.subscription.acknowledge({(topic, 0): 3})
    assert await log.committed("group", topic) == {0: 10}
    await log.close()


async def test_a_batch_is_limited_in_records_and_bytes(path: Path) -> None:
    log = await EmbeddedLog.open(path)
    many, large = await fresh_topic(log, partitions=1), await fresh_topic(log, partitions=2)
    await write(log, many, "k", *([b"x"] * 1700))
    for key in ("a", "b", "c", "d"):
        await write(log, large, key, *([bytes(900_000)] * 8))
    listener = await listen(log, "group", many, large)
    await listener.heard(1732)
    assert len(listener.records) == 1732
    assert max(len(batch) for batch in listener.batches) == BATCH_RECORDS
    assert (
        max(sum(len(record.value or b"") for record in batch) for batch in listener.batches) < BATCH_BYTES + 1_000_000
    )
    await log.close()


@pytest.mark.parametrize("seed", range(5))
async def test_members_that_come_and_go_at_random_lose_nothing(path: Path, seed: int) -> None:
    log = await EmbeddedLog.open(path)
    chance = random.Random(seed)
    topic = await fresh_topic(log, partitions=5)
    members: list[Listener] = []
    heard: list[ConsumerRecord] = []
    for step in range(40):
        if members and chance.random() < 0.4:
            member = members.pop(chance.randrange(len(members)))
            await member.close()
            heard += member.records
        if chance.random() < 0.5:
            members.append(await listen(log, "group", topic))
        await write_numbers(log, topic, range(10 * step, 10 * step + 10))
        for _ in range(chance.randrange(20)):
            await asyncio.sleep(0)
    members.append(await listen(log, "group", topic))
    ends = await log.ends(topic)
    await eventually(lambda: {n for m in members for n in numbers(m.records)} | set(numbers(heard)) == set(range(400)))
    await log.close()
    log = await EmbeddedLog.open(path)
    assert await log.committed("group", topic) == ends
    await log.close()


@given(
    partitions=st.integers(0, 24),
    members=st.integers(1, 8),
    data=st.data(),
)
def test_partitions_are_dealt_fairly_and_move_only_if_they_must(
    partitions: int, members: int, data: st.DataObject
) -> None:
    every = {("topic", n) for n in range(partitions)}
    owners = [data.draw(st.integers(-1, members - 1)) for _ in every]
    held = {member: {("topic", n) for n, owner in enumerate(owners) if owner == member} for member in range(members)}
    shares = deal(every, held)
    sizes = [len(share) for share in shares.values()]
    assert set().union(*shares.values()) == every
    assert sum(sizes) == len(every)
    assert max(sizes) - min(sizes) <= 1
    for member, share in shares.items():
        assert held[member] <= share or share <= held[member]


async def test_a_state_that_is_replaced_while_it_is_read_is_heard_in_its_newest_form(path: Path) -> None:
    class Hurried(EmbeddedLog):
        """Somebody replaces the state between the look at the end and the reading."""

        async def fetch(self, starts: Mapping[TopicPartition, int]) -> dict[TopicPartition, list[ConsumerRecord]]:
            ends = {partition: (start, self.end(partition)) for partition, start in starts.items()}
            if sum(end for _, end in ends.values()) == 1:
                await write(self, next(iter(starts))[0], "person", b"newer")
            return await self._fetch(ends)

    log = await Hurried.open(path)
    topic = await fresh_topic(log, cleanup="compact")
    listener = await listen(log, "group", topic)
    await write(log, topic, "person", b"older")
    assert [record.value for record in await listener.heard(1)] == [b"newer"]
    await log.close()
