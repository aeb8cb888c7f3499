"""What only a broker shows of groups: a member that hangs is replaced, and a rebalance waits for a drain."""

import asyncio
from collections.abc import Callable

import pytest

from shared.log import TopicPartition
from shared.log.kafka import KafkaLog
from tests.containers import Server
from tests.contract.logs import Listener, fresh_group, fresh_topic, write, write_numbers
from tests.infra.kafka import heard_all, insist, listen_on, nothing_left
from tests.waiting import until

pytestmark = pytest.mark.containers


async def test_a_consumer_that_is_stuck_is_replaced(
    log: KafkaLog, broker: Server, caplog: pytest.LogCaptureFixture
) -> None:
    topic, group = await fresh_topic(log), fresh_group()
    await write_numbers(log, topic, range(10))
    listener = await listen_on(log, group, topic)
    await listener.heard(10)
    first = listener.subscription._consumer  # type: ignore[attr-defined] # as aiokafka leaves it, by the reports
    first._fetcher._fetch_task.cancel()
    await until(lambda: _said(caplog, f"group {group} replaces its consumer"))
    await insist(log, topic, 10)
    await until(lambda: heard_all(listener, 11))
    await until(lambda: nothing_left(log, group, topic))
    await listener.close()


async def _said(caplog: pytest.LogCaptureFixture, words: str) -> bool:
    return any(words in record.getMessage() for record in caplog.records)


async def test_a_rebalance_waits_for_a_drain_and_then_gives_up(log: KafkaLog) -> None:
    topic, group = await fresh_topic(log, partitions=2), fresh_group()
    drained = asyncio.Event()
    calls: list[frozenset[TopicPartition]] = []

    async def slowly(revoked: frozenset[TopicPartition]) -> None:
        calls.append(revoked)
        await drained.wait()
        await first.subscription.acknowledge(dict.fromkeys(revoked, 1))

    first = Listener(await log.subscribe(group, [topic], drain=slowly), acknowledge=False)
    for key in ("a", "b", "c", "d"):
        await write(log, topic, key, b"1")
    await first.heard(4)
    joining = asyncio.create_task(log.subscribe(group, [topic]))
    await until(lambda: _is(lambda: len(calls) == 1))
    assert not joining.done()
    drained.set()
    second = Listener(await joining)
    assert await log.committed(group, topic) == {0: 1, 1: 1}
    assert len(second.subscription.owned()) == len(first.subscription.owned()) == 1
    drained.clear()
    third = Listener(await log.subscribe(group, [topic]))
    assert len(calls) == 2, "the drain that never ended was given up"
    for member in (first, second, third):
        await member.close()


async def _is(holds: Callable[[], bool]) -> bool:
    return holds()
