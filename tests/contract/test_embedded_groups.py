"""What only the embedded log promises to groups: one reader, full batches, watermarks. All else: `test_log_groups.py`."""

import asyncio
import random
from contextlib import suppress
from pathlib import Path

import pytest

from shared.contracts import Topic
from shared.errors import Unavailable
from shared.log import ConsumerRecord, TopicPartition
from shared.log.embedded.file import BATCH_BYTES, BATCH_RECORDS
from shared.log.embedded.group import Member, Ranges
from shared.log.embedded.log import EmbeddedLog
from tests.contract.logs import Listener, fresh_topic, listen, numbers, write, write_numbers
from tests.waiting import eventually


async def test_one_member_reads_everything_and_keeps_it_until_it_leaves(path: Path) -> None:
    log = await EmbeddedLog.open(path)
    topic = await fresh_topic(log, partitions=6)
    first, second, third = [await listen(log, "group", topic) for _ in range(3)]
    await write_numbers(log, topic, range(20))
    await first.heard(20)
    await first.close()
    assert len(second.intake.owned()) == 6
    await write_numbers(log, topic, range(20, 40))
    assert set(numbers(await second.heard(20))) == set(range(20, 40)), "it goes on where the group stood"
    assert (third.records, third.intake.owned()) == ([], frozenset())
    await log.close()


async def test_who_subscribes_the_moment_a_topic_is_there_hears_it(path: Path) -> None:
    log = await EmbeddedLog.open(path)
    topics = [Topic(f"test.{n}", "tests", "", partitions=4) for n in range(5)]
    making = asyncio.create_task(log.ensure(topics))
    intake = None
    while intake is None:
        with suppress(Unavailable):
            intake = await log.subscribe("group", ["test.4"])
        await asyncio.sleep(0)
    await making
    await eventually(lambda: len(intake.owned()) == 4)
    await log.close()


async def test_only_where_something_came_is_looked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Partitions are counted, not milliseconds: a service hears hundreds of them, and mostly one record comes."""
    looked: list[TopicPartition] = []
    ready = Member._ready

    def counted(member: Member, each: TopicPartition) -> bool:
        looked.append(each)
        return ready(member, each)

    monkeypatch.setattr(Member, "_ready", counted)
    log = await EmbeddedLog.open(path)
    topic = await fresh_topic(log, partitions=100)
    listener = await listen(log, "group", topic)
    await listener.heard(0)
    for number in range(10):
        await write(log, topic, "k", b"%d" % number)
        await listener.heard(number + 1)
    assert len(looked) == 20, "before it is read, and when it was"
    await log.close()


async def test_a_watermark_never_moves_back(path: Path) -> None:
    log = await EmbeddedLog.open(path)
    topic = await fresh_topic(log, partitions=1)
    await write_numbers(log, topic, range(10))
    listener = await listen(log, "group", topic, acknowledge=False)
    await listener.heard(10)
    await asyncio.gather(*(listener.intake.acknowledge({(topic, 0): offset}) for offset in (4, 10, 7)))
    await listener.intake.acknowledge({(topic, 0): 3})
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


async def test_a_state_that_is_replaced_while_it_is_read_is_heard_in_its_newest_form(path: Path) -> None:
    class Hurried(EmbeddedLog):
        """Somebody replaces the state between the look at the end and the reading."""

        async def _fetch(self, ranges: Ranges) -> dict[TopicPartition, list[ConsumerRecord]]:
            if sum(end for _, end in ranges.values()) == 1:
                await write(self, next(iter(ranges))[0], "person", b"newer")
            return await super()._fetch(ranges)

    log = await Hurried.open(path)
    topic = await fresh_topic(log, cleanup="compact")
    listener = await listen(log, "group", topic)
    await write(log, topic, "person", b"older")
    assert [record.value for record in await listener.heard(1)] == [b"newer"]
    await log.close()
