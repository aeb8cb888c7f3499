"""What only a broker shows of groups: a member that hangs is replaced, and a rebalance waits for a drain."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from shared.log import TopicPartition
from shared.log.kafka.log import KafkaLog
from tests.containers import Server
from tests.contract.logs import Listener, after, fresh_group, fresh_topic, listen, numbers, whole, write, write_numbers
from tests.infra.kafka import QUICK, heard_all, insist, listen_on, nothing_left
from tests.waiting import eventually, until

pytestmark = [pytest.mark.containers, pytest.mark.timeout(600)]


async def test_a_consumer_that_is_stuck_is_given_up_and_another_goes_on(log: KafkaLog, broker: Server) -> None:
    topic, group = await fresh_topic(log), fresh_group()
    await write_numbers(log, topic, range(10))
    listener = await listen_on(log, group, topic)
    await listener.heard(10)
    first = listener.intake
    first._consumer._fetcher._fetch_task.cancel()  # type: ignore[attr-defined] # as aiokafka leaves it, by the reports
    await eventually(lambda: listener.intake is not first)
    await insist(log, topic, 10)
    await until(lambda: heard_all(listener, 11))
    await until(lambda: nothing_left(log, group, topic))
    await listener.close()


@pytest.fixture
async def patient_log(kafka_url: str) -> AsyncIterator[KafkaLog]:
    """`subscribe` returns when the member has joined; a drain has time for what a busy machine does meanwhile."""
    log = await KafkaLog.open(kafka_url, limits=replace(QUICK, drain=5.0, join=60.0))
    yield log
    await log.close()


async def test_a_rebalance_waits_for_a_drain_and_then_gives_up(patient_log: KafkaLog) -> None:
    log, topic, group = patient_log, await fresh_topic(patient_log, partitions=2), fresh_group()
    drained = asyncio.Event()
    calls: list[frozenset[TopicPartition]] = []

    async def slowly(revoked: frozenset[TopicPartition]) -> None:
        calls.append(revoked)
        await drained.wait()
        await first.intake.acknowledge(dict.fromkeys(revoked, 1))

    first = Listener(await log.subscribe(group, [topic], drain=slowly), acknowledge=False)
    for key in ("a", "b", "c", "d"):
        await write(log, topic, key, b"1")
    await first.heard(4)
    joining = asyncio.create_task(log.subscribe(group, [topic]))
    await eventually(lambda: len(calls) == 1)
    assert not joining.done()
    drained.set()
    second = Listener(await joining)
    assert await log.committed(group, topic) == {0: 1, 1: 1}
    await eventually(lambda: len(second.intake.owned()) == len(first.intake.owned()) == 1)
    drained.clear()
    third = Listener(await log.subscribe(group, [topic]))
    assert len(calls) == 2, "the drain that never ended was given up"
    for member in (first, second, third):
        await member.close()


async def test_what_is_taken_away_may_be_finished_first(patient_log: KafkaLog) -> None:
    log, topic, group = patient_log, await fresh_topic(patient_log, partitions=2), fresh_group()
    received: dict[TopicPartition, int] = {}
    given_up: set[TopicPartition] = set()

    async def drain(revoked: frozenset[TopicPartition]) -> None:
        given_up.update(revoked)
        await first.acknowledge({place: received[place] for place in revoked if place in received})

    first = await log.subscribe(group, [topic], drain=drain)

    async def receive() -> None:
        async for batch in first:
            received.update(after(batch))

    receiving = asyncio.create_task(receive())
    await write_numbers(log, topic, range(40))
    await eventually(lambda: sum(received.values()) == 40)
    second = await listen(log, group, topic)
    await eventually(lambda: len(second.intake.owned()) == 1)
    await eventually(lambda: len(first.owned()) == 1)
    [taken] = second.intake.owned()
    assert taken in given_up
    assert (await log.committed(group, topic))[taken[1]] == received[taken]
    await write_numbers(log, topic, range(40, 60))
    fresh = [record for record in await whole(log, topic, 2) if record.partition == taken[1]]
    expected = [int(record.value or b"") for record in fresh if int(record.value or b"") >= 40]
    assert numbers(await second.heard(len(expected))) == expected
    await first.close()
    await receiving


async def test_members_of_a_group_have_fair_shares(patient_log: KafkaLog) -> None:
    log, topic, group = patient_log, await fresh_topic(patient_log, partitions=6), fresh_group()
    members = [await listen(log, group, topic) for _ in range(3)]
    await eventually(lambda: [len(member.intake.owned()) for member in members] == [2, 2, 2])
    await members[0].close()
    await eventually(lambda: [len(member.intake.owned()) for member in members] == [0, 3, 3])
    for member in members[1:]:
        await member.close()


async def test_a_drain_that_fails_does_not_hold_up_the_others(patient_log: KafkaLog) -> None:
    log, topic, group = patient_log, await fresh_topic(patient_log, partitions=6), fresh_group()

    async def fail(revoked: frozenset[TopicPartition]) -> None:
        raise LookupError

    first = Listener(await log.subscribe(group, [topic], drain=fail))
    second = await listen(log, group, topic)
    await eventually(lambda: len(first.intake.owned()) == len(second.intake.owned()) == 3)
    for member in (first, second):
        await member.close()
