"""What only the embedded log promises of its file: one process, kills, a full disk, age. Groups: `test_embedded_groups.py`."""

import asyncio
import os
import signal
import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from shared.contracts import Topic
from shared.errors import Unavailable
from shared.log import Appended, NotAppended, ProducerRecord
from shared.log.embedded.log import EmbeddedLog
from tests.contract.logs import fresh_topic, listen, numbers, whole, write, write_numbers

CHILD = """
import asyncio, sys
from shared.contracts import Topic
from shared.errors import Unavailable
from shared.log import ProducerRecord
from shared.log.embedded.log import EmbeddedLog

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
    more = Topic(topic, "tests", "what a test writes", partitions=7)
    assert len(await reader.ensure([more])) == 1, "what is there is compared, and nothing is made"
    missing = Topic("test.missing", "tests", "what a test writes", partitions=1)
    for attempt in (reader.subscribe("group", [topic]), reader.ensure([missing])):
        with pytest.raises(Unavailable, match="read only"):
            await attempt
    await reader.close()
    await log.close()


async def test_what_is_no_log_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("This is no database, but it is long enough to be taken for one. " * 50)
    newer = sqlite3.connect(tmp_path / "newer")
    newer.execute("PRAGMA user_version = 2")
    newer.close()
    for name in ("text", "newer", "text/events.db"):
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
    assert await log.starts(state) == {0: 3}
    assert numbers(await whole(log, kept, 1)) == [0, 1, 2, 3, 4]
    await log.close()
    made_old(path, b"3", b"4")
    log = await EmbeddedLog.open(path)
    assert numbers(await whole(log, state, 1)) == [4]
    assert (await log.starts(state), await log.ends(state)) == ({0: 4}, {0: 5})
    assert await log.starts(kept) == {0: 0}
    assert await log.starts(empty) == dict.fromkeys(range(4), 0)
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
