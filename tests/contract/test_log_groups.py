"""What every event log promises to the members of a group: sharing, pausing, acknowledging, leaving and coming back."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence

from shared.log import ConsumerRecord, EventLog, TopicPartition, partition_of
from tests.contract.logs import (
    Listener,
    OpenLog,
    after,
    fresh_group,
    fresh_topic,
    listen,
    numbers,
    whole,
    write,
    write_numbers,
)
from tests.waiting import PATIENCE, Took, eventually

STOP_WITHIN = 5.0


async def test_what_was_not_acknowledged_comes_again(log: EventLog) -> None:
    topic, group = await fresh_topic(log, partitions=1), fresh_group()
    await write_numbers(log, topic, range(10))
    first = await listen(log, group, topic, acknowledge=False)
    await first.heard(10)
    await first.intake.acknowledge({(topic, 0): 4})
    await first.close()
    second = await listen(log, group, topic)
    assert numbers(await second.heard(6)) == [4, 5, 6, 7, 8, 9]
    await second.close()
    await write(log, topic, "k", b"10")
    third = await listen(log, group, topic)
    assert numbers(await third.heard(1)) == [10]


async def test_the_lag_counts_what_was_not_acknowledged(log: EventLog) -> None:
    topic, group = await fresh_topic(log, partitions=2), fresh_group()
    listener = await listen(log, group, topic, acknowledge=False)
    [(_, partition), *_] = await write(log, topic, "k", *(b"%d" % n for n in range(10)))
    await listener.heard(10)
    assert await listener.intake.lag() == {(topic, 0): 0, (topic, 1): 0} | {(topic, partition): 10}
    await listener.intake.acknowledge({(topic, partition): 7})
    assert (await listener.intake.lag())[(topic, partition)] == 3
    assert (await log.committed(group, topic))[partition] == 7


async def test_a_paused_partition_delivers_nothing_until_it_is_resumed(log: EventLog) -> None:
    topic = await fresh_topic(log, partitions=2)
    listener = await listen(log, fresh_group(), topic)
    [paused, *_] = await write(log, topic, "a", b"0")
    await listener.heard(1)
    listener.intake.pause(paused)
    await write(log, topic, "a", b"1", b"2")
    elsewhere = next(key for key in "bcdefghijk" if partition_of(key.encode(), 2) != paused[1])
    await write(log, topic, elsewhere, b"10", b"11", b"12")
    await eventually(lambda: {10, 11, 12} <= set(numbers(listener.records)))
    assert not {1, 2} & set(numbers(listener.records))
    assert paused in listener.intake.owned()
    listener.intake.resume(paused)
    await eventually(lambda: {1, 2} <= set(numbers(listener.records)))
    assert len(listener.records) == len(set(numbers(listener.records)))


async def test_a_slow_handler_with_pause_loses_nothing_and_keeps_its_place(log: EventLog) -> None:
    topic, group = await fresh_topic(log), fresh_group()
    intake = await log.subscribe(group, [topic])
    handled: list[ConsumerRecord] = []
    go_on, slow = asyncio.Event(), asyncio.Event()

    async def handle(batch: Sequence[ConsumerRecord], place: TopicPartition) -> None:
        slow.set()
        await go_on.wait()
        handled.extend(batch)
        await intake.acknowledge(after(batch))
        intake.resume(place)

    async def poll() -> None:
        async with asyncio.TaskGroup() as work:
            async for batch in intake:
                place = (batch[0].topic, batch[0].partition)
                intake.pause(place)
                work.create_task(handle(batch, place))

    polling = asyncio.create_task(poll())
    await write_numbers(log, topic, range(100))
    await slow.wait()
    owned = intake.owned()
    await write_numbers(log, topic, range(100, 200))
    await write(log, await fresh_topic(log), "elsewhere", b"")
    assert handled == []
    go_on.set()
    await eventually(lambda: len(handled) >= 200)
    assert sorted(numbers(handled)) == list(range(200))
    assert intake.owned() == owned
    await intake.close()
    await polling


async def test_members_of_a_group_share_the_partitions(log: EventLog) -> None:
    topic, group = await fresh_topic(log, partitions=6), fresh_group()
    members = [await listen(log, group, topic) for _ in range(3)]
    every = frozenset((topic, partition) for partition in range(6))
    await eventually(lambda: each_has_one_reader(members, every))
    await members[0].close()
    await eventually(lambda: each_has_one_reader(members[1:], every))
    assert members[0].intake.owned() == frozenset()


def each_has_one_reader(members: Sequence[Listener], every: frozenset[TopicPartition]) -> bool:
    hands = [member.intake.owned() for member in members]
    return sum(map(len, hands)) == len(every) and frozenset().union(*hands) == every


async def test_nothing_is_lost_or_invented_while_members_come_and_go(log: EventLog) -> None:
    topic, group = await fresh_topic(log, partitions=6), fresh_group()
    every = frozenset((topic, partition) for partition in range(6))
    written = 0

    async def more() -> None:
        nonlocal written
        await write_numbers(log, topic, range(written, written + 100), keys=25)
        written += 100

    members = [await listen(log, group, topic)]
    await more()
    await members[0].heard(1)
    for _ in range(2):
        members.append(await listen(log, group, topic))
        await more()
    await eventually(lambda: each_has_one_reader(members, every))
    await more()
    await members[1].close()
    await more()
    await eventually(lambda: each_has_one_reader([members[0], members[2]], every))
    await more()
    await eventually(lambda: heard(members) >= set(range(written)))
    assert heard(members) == set(range(written))
    assert all(in_order(member.records) for member in members)


def heard(members: Sequence[Listener]) -> set[int]:
    return {n for member in members for n in numbers(member.records)}


def in_order(records: Sequence[ConsumerRecord]) -> bool:
    """What a member hears of a partition for the first time is later than all that it heard of it before."""
    highest: dict[int, int] = defaultdict(lambda: -1)
    seen: set[tuple[int, int]] = set()
    for record in records:
        place = (record.partition, record.offset)
        if place not in seen and record.offset < highest[record.partition]:
            return False
        seen.add(place)
        highest[record.partition] = max(highest[record.partition], record.offset)
    return True


async def test_a_watermark_of_a_partition_that_was_lost_is_ignored(log: EventLog) -> None:
    topic, group = await fresh_topic(log, partitions=1), fresh_group()
    await write_numbers(log, topic, range(10))
    first = await listen(log, group, topic, acknowledge=False)
    await first.heard(10)
    await first.close()
    await first.intake.acknowledge({(topic, 0): 10})
    assert await log.committed(group, topic) == {0: 0}


async def test_a_group_goes_on_where_it_stood_after_the_log_was_reopened(open_log: OpenLog) -> None:
    log = await open_log()
    topic, group = await fresh_topic(log), fresh_group()
    found: list[int] = []
    for n in range(4):
        await write_numbers(log, topic, range(50 * n, 50 * n + 50))
        listener = await listen(log, group, topic)
        found += numbers(await listener.heard(50))
        await log.close()
        log = await open_log()
    assert sorted(found) == list(range(200))
    assert sorted(numbers(await whole(log, topic))) == list(range(200))
    assert sum((await log.committed(group, topic)).values()) == 200


async def test_leaving_takes_no_longer_than_five_seconds(log: EventLog) -> None:
    topic, group = await fresh_topic(log), fresh_group()

    async def never(revoked: frozenset[TopicPartition]) -> None:
        await asyncio.Event().wait()

    stuck = await log.subscribe(group, [topic], drain=never)
    quick = await listen(log, group, topic)
    for member in (quick, stuck):
        with Took(at_most=STOP_WITHIN):
            await member.close()
    await stuck.close()


async def test_closing_the_log_ends_its_intakes(open_log: OpenLog) -> None:
    log = await open_log()
    topic = await fresh_topic(log)
    listener = await listen(log, fresh_group(), topic)
    await write(log, topic, "k", b"1")
    await listener.heard(1)
    with Took(at_most=STOP_WITHIN):
        await log.close()
    async with asyncio.timeout(PATIENCE):
        await listener.close()
