"""What only the embedded log promises to groups: fair shares, full batches, watermarks. All else: `test_log_groups.py`."""

import asyncio
import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.contracts import Topic
from shared.errors import Unavailable
from shared.log import ConsumerRecord, TopicPartition
from shared.log.embedded.file import BATCH_BYTES, BATCH_RECORDS
from shared.log.embedded.group import Ranges, deal
from shared.log.embedded.log import EmbeddedLog
from tests.contract.logs import Listener, fresh_topic, listen, numbers, write, write_numbers
from tests.waiting import eventually


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


async def test_who_subscribes_the_moment_a_topic_is_there_hears_it(path: Path) -> None:
    log = await EmbeddedLog.open(path)
    topics = [Topic(f"test.{n}", "tests", "", partitions=4) for n in range(5)]
    making = asyncio.create_task(log.ensure(topics))
    subscription = None
    while subscription is None:
        with suppress(Unavailable):
            subscription = await log.subscribe("group", ["test.4"])
        await asyncio.sleep(0)
    await making
    await eventually(lambda: len(subscription.owned()) == 4)
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
