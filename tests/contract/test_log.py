"""What every event log promises: records, order, groups, reading, topics. Sharing and coming back: `test_log_groups.py`."""

import asyncio
from collections import defaultdict

import pytest

from shared.contracts import Topic
from shared.errors import Unavailable
from shared.log import BEAT, LARGEST, Appended, EventLog, NotAppended, ProducerRecord, murmur2, partition_of
from tests.contract.logs import (
    Listener,
    OpenLog,
    fresh_group,
    fresh_topic,
    listen,
    numbers,
    whole,
    write,
    write_numbers,
)
from tests.waiting import PATIENCE, eventually, until

KAFKAS_OWN = {
    b"21": -973932308,
    b"foobar": -790332482,
    b"a-little-bit-long-string": -985981536,
    b"a-little-bit-longer-string": -1486304829,
    b"lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8": -58897971,
    b"abc": 479470107,
}
"""From UtilsTest.testMurmur2 of Apache Kafka (signed)."""


@pytest.mark.parametrize(("key", "hashed"), KAFKAS_OWN.items())
def test_the_hash_of_a_key_is_kafkas(key: bytes, hashed: int) -> None:
    assert murmur2(key) == hashed & 0xFFFFFFFF


async def test_a_key_lies_in_the_partition_that_kafkas_clients_choose(log: EventLog) -> None:
    topic = await fresh_topic(log, partitions=7)
    keys = [b"", b"a", *KAFKAS_OWN, *(b"key-%d" % n for n in range(50))]
    outcomes = await log.append([ProducerRecord(topic, key, b"x") for key in keys])
    placed = [outcome.partition for outcome in outcomes if isinstance(outcome, Appended)]
    assert placed == [partition_of(key, 7) for key in keys]


async def test_an_outcome_says_where_the_record_lies(log: EventLog) -> None:
    topic = await fresh_topic(log)
    await write_numbers(log, topic, range(20))
    appended = await asyncio.gather(
        *(log.append([ProducerRecord(topic, b"%d" % n, b"%d" % n)]) for n in range(100, 164))
    )
    lies = {(record.partition, record.offset): record for record in await whole(log, topic)}
    for n, [outcome] in zip(range(100, 164), appended, strict=True):
        assert isinstance(outcome, Appended)
        assert lies[(outcome.partition, outcome.offset)].value == b"%d" % n
    assert len(lies) == 84


async def test_headers_and_empty_values_arrive_intact(log: EventLog) -> None:
    topic = await fresh_topic(log)
    headers = (
        ("ce_id", b"1"),
        ("twice", b"a"),
        ("twice", b"b"),
        ("empty", b""),
        ("نام", "نشست".encode()),
        ("raw", bytes(range(256))),
    )
    await write(log, topic, "k", b"", None, b"\x00\xff", "پنجره".encode(), headers=headers)
    listener = await listen(log, fresh_group(), topic)
    for records in (await listener.heard(4), await whole(log, topic)):
        assert [record.value for record in records] == [b"", None, b"\x00\xff", "پنجره".encode()]
        assert {record.headers for record in records} == {headers}
        assert {record.key for record in records} == {b"k"}
        assert all(record.at.utcoffset() is not None for record in records)


async def test_records_of_one_key_keep_their_order(log: EventLog) -> None:
    topic = await fresh_topic(log)
    listener = await listen(log, fresh_group(), topic)

    async def writer(key: int) -> None:
        for n in range(15):
            await write(log, topic, f"key-{key}", b"%d" % (2 * n), b"%d" % (2 * n + 1))

    await asyncio.gather(*(writer(key) for key in range(20)))
    by_key = defaultdict(list)
    for record in await listener.heard(20 * 30):
        by_key[record.key].append(int(record.value or b"-1"))
    assert all(values == list(range(30)) for values in by_key.values())
    assert len(by_key) == 20


async def test_a_batch_is_of_one_partition_and_in_order(log: EventLog) -> None:
    topic, other = await fresh_topic(log), await fresh_topic(log)
    for name in (topic, other):
        await write_numbers(log, name, range(200))
    listener = await listen(log, fresh_group(), topic, other)
    await listener.heard(400)
    expected: dict[tuple[str, int], int] = defaultdict(int)
    for batch in listener.batches:
        assert len({(record.topic, record.partition) for record in batch}) == 1
        for record in batch:
            assert record.offset == expected[(record.topic, record.partition)]
            expected[(record.topic, record.partition)] += 1


async def test_a_record_of_900_kib_passes(log: EventLog) -> None:
    topic = await fresh_topic(log)
    value = bytes(900 * 1024)
    await write(log, topic, "large", value)
    [record] = await (await listen(log, fresh_group(), topic)).heard(1)
    assert record.value == value


async def test_what_is_refused_names_itself_and_disturbs_no_other(log: EventLog) -> None:
    topic = await fresh_topic(log)
    good = [ProducerRecord(topic, b"k", b"%d" % n) for n in range(3)]
    too_large = ProducerRecord(topic, b"k", bytes(LARGEST))
    too_much_said = ProducerRecord(topic, b"k", b"", (("name", bytes(LARGEST)),))
    nowhere = ProducerRecord("test.no-such-topic", b"k", b"")
    outcomes = await log.append([good[0], too_large, good[1], nowhere, too_much_said, good[2]])
    refused = [outcomes[1], outcomes[3], outcomes[4]]
    assert all(isinstance(outcome, NotAppended) and outcome.final and outcome.reason for outcome in refused)
    assert all(isinstance(outcomes[n], Appended) for n in (0, 2, 5))
    assert numbers(await whole(log, topic)) == [0, 1, 2]
    assert await log.ends("test.no-such-topic") == await log.starts("test.no-such-topic") == {}


async def test_a_header_that_cannot_be_written_fails_alone(log: EventLog) -> None:
    topic = await fresh_topic(log)
    bad = ProducerRecord(topic, b"k", b"", (("\ud800", b""),))
    refused, taken = await log.append([bad, ProducerRecord(topic, b"k", b"1")])
    assert isinstance(refused, NotAppended)
    assert refused.final
    assert isinstance(taken, Appended)


async def test_who_gives_up_waiting_disturbs_no_other(log: EventLog) -> None:
    topic = await fresh_topic(log)
    waiting = [asyncio.create_task(write(log, topic, "k", b"%d" % n)) for n in range(40)]
    await asyncio.sleep(0)
    for task in waiting[::2]:
        task.cancel()
    done = await asyncio.gather(*waiting, return_exceptions=True)
    stayed = [n for n, outcome in enumerate(done) if not isinstance(outcome, BaseException)]
    found = numbers(await whole(log, topic))
    assert set(stayed) <= set(found)
    assert len(found) == len(set(found))


async def test_appending_nothing_is_fine(log: EventLog) -> None:
    assert await log.append([]) == []


async def test_a_subscriber_hears_what_comes_later(log: EventLog) -> None:
    topic = await fresh_topic(log)
    listener = await listen(log, fresh_group(), topic)
    for n in range(5):
        await write(log, topic, f"{n}", b"%d" % n)
        assert numbers(await listener.heard(n + 1))[-1] == n


async def test_a_new_group_starts_at_the_beginning(log: EventLog) -> None:
    topic = await fresh_topic(log)
    await write_numbers(log, topic, range(50))
    first = await listen(log, fresh_group(), topic)
    await first.heard(50)
    await write_numbers(log, topic, range(50, 60))
    second = await listen(log, fresh_group(), topic)
    assert sorted(numbers(await second.heard(60))) == list(range(60))
    assert sorted(numbers(await first.heard(60))) == list(range(60))


async def test_groups_are_independent(log: EventLog) -> None:
    topic, one, other = await fresh_topic(log), fresh_group(), fresh_group()
    await write_numbers(log, topic, range(30))
    listener = await listen(log, one, topic)
    await listener.heard(30)
    await listener.close()
    assert sum((await log.committed(one, topic)).values()) == 30
    assert sum((await log.committed(other, topic)).values()) == 0


async def test_read_gives_what_lies_between_two_offsets(log: EventLog) -> None:
    topic = await fresh_topic(log, partitions=1)
    await write(log, topic, "k", *(b"%d" % n for n in range(1200)))

    async def between(start: int, end: int | None) -> list[int]:
        return numbers([record async for record in log.read(topic, 0, start, end)])

    assert await between(0, None) == list(range(1200))
    assert await between(3, 7) == [3, 4, 5, 6]
    assert await between(1195, None) == list(range(1195, 1200))
    assert await between(1195, 2000) == list(range(1195, 1200))
    assert await between(7, 7) == []
    assert await between(1200, None) == []


async def test_reading_without_an_end_ends_with_what_there_was(log: EventLog) -> None:
    topic = await fresh_topic(log, partitions=1)
    await write(log, topic, "k", b"0", b"1")
    found = []
    async with asyncio.timeout(PATIENCE):
        async for record in log.read(topic, 0):
            found.append(record)
            await write(log, topic, "k", b"later")
    assert numbers(found) == [0, 1]


async def test_the_ends_are_the_next_offsets_and_the_starts_the_first(log: EventLog) -> None:
    topic = await fresh_topic(log, partitions=3)
    assert await log.ends(topic) == {0: 0, 1: 0, 2: 0}
    [(_, partition), *_] = await write(log, topic, "k", b"", b"", b"")
    assert await log.ends(topic) == {0: 0, 1: 0, 2: 0} | {partition: 3}
    assert await log.starts(topic) == {0: 0, 1: 0, 2: 0}


async def test_a_topic_is_made_once_and_a_differing_one_is_told(log: EventLog) -> None:
    name = await fresh_topic(log, partitions=2)
    same = Topic(name, "tests", "what a test writes", partitions=2)
    more = Topic(name, "tests", "what a test writes", partitions=3)
    assert await log.ensure([same]) == []
    [told] = await log.ensure([more])
    assert name in told
    assert set(await log.ends(name)) == {0, 1}


async def test_nobody_subscribes_to_a_topic_that_is_not_there(log: EventLog) -> None:
    with pytest.raises(Unavailable, match="no-such-topic"):
        await log.subscribe(fresh_group(), ["test.no-such-topic"])


async def test_a_compact_topic_keeps_the_newest_of_each_key(log: EventLog) -> None:
    topic = await fresh_topic(log, cleanup="compact")
    for n in range(20):
        for key in range(5):
            await write(log, topic, f"{key}", b"%d" % n)
    for key in range(2):
        await write(log, topic, f"{key}", None, headers=(("ce_sequence", b"21"),))
    await write(log, topic, "1", b"again")
    newest = {record.key: record.value for record in await whole(log, topic)}
    assert newest == {b"0": None, b"1": b"again", b"2": b"19", b"3": b"19", b"4": b"19"}
    [tombstone] = [record for record in await whole(log, topic) if record.key == b"0" and record.value is None]
    assert tombstone.headers == (("ce_sequence", b"21"),)


async def test_a_new_group_hears_the_newest_of_each_key_of_a_compact_topic(log: EventLog) -> None:
    topic = await fresh_topic(log, cleanup="compact")
    for n in range(20):
        await write(log, topic, "a", b"%d" % n)
        await write(log, topic, "b", b"%d" % n)
    await write(log, topic, "a", None)
    ends = await log.ends(topic)
    listener = await listen(log, fresh_group(), topic)
    await write(log, topic, "c", b"last")
    await listener.heard(3)
    newest = {b"a": None, b"b": b"19", b"c": b"last"}
    await eventually(lambda: {record.key: record.value for record in listener.records} == newest)
    assert sum(ends.values()) == 41
    await until(lambda: _nothing_left(listener))


async def _nothing_left(listener: Listener) -> bool:
    return await listener.intake.lag() == dict.fromkeys(listener.intake.owned(), 0)


async def test_beats_are_known_by_their_key_and_displace_nothing(log: EventLog) -> None:
    topic = await fresh_topic(log, cleanup="compact")
    await write(log, topic, "one", b"1")
    for _ in range(2):
        await log.beat(topic)
    said = [record for record in await whole(log, topic) if not (record.key or b"").startswith(BEAT)]
    assert [(record.key, record.value) for record in said] == [(b"one", b"1")]


async def test_the_log_is_closed_once_and_says_so(open_log: OpenLog) -> None:
    log = await open_log()
    topic, group = await fresh_topic(log), fresh_group()
    await listen(log, group, topic)
    await log.ping()
    await log.close()
    await log.close()
    with pytest.raises(Unavailable):
        await log.ends(topic)
    for name in (group, fresh_group()):
        with pytest.raises(Unavailable):
            await log.subscribe(name, [topic])
    with pytest.raises(Unavailable):
        await log.ping()
