"""What only a broker across a network can show: it stops, hangs, refuses and comes back; its topics are as declared."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from shared.contracts import Topic
from shared.errors import Unavailable
from shared.log import BEAT, Appended, NotAppended, ProducerRecord, TopicPartition
from shared.log.kafka import KafkaLog
from shared.log.kafka_client import Limits
from shared.log.kafka_topics import settings as declared
from tests.containers import Server
from tests.contract.logs import (
    PATIENCE,
    Listener,
    fresh_group,
    fresh_topic,
    numbers,
    whole,
    write,
    write_numbers,
)

pytestmark = pytest.mark.containers

QUICK = Limits(wave=3.0, drain=2.0, commit=2.0, question=2.0, join=4.0, stuck=4.0)
STOP_WITHIN = 5.0


@pytest.fixture
def broker(kafka_server: Server) -> Any:
    """The broker, running again at the end, whatever the test did to it."""
    yield kafka_server
    container = kafka_server.container.get_wrapped_container()
    container.reload()
    if container.status == "paused":
        kafka_server.resume()
    elif container.status != "running":
        kafka_server.start()


@pytest.fixture
async def log(kafka_url: str) -> AsyncIterator[KafkaLog]:
    log = await KafkaLog.open(kafka_url, limits=QUICK)
    yield log
    await log.close()


@pytest.fixture
async def admin(kafka_url: str) -> AsyncIterator[AIOKafkaAdminClient]:
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka_url.removeprefix("kafka://"))
    await admin.start()
    yield admin
    await admin.close()


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    """Ask until it holds."""
    async with asyncio.timeout(PATIENCE):
        while not await holds():
            await asyncio.sleep(0.05)


async def append(log: KafkaLog, topic: str, *numbers: int, key: bytes = b"k") -> list[Appended | NotAppended]:
    return await log.append([ProducerRecord(topic, key, b"%d" % n) for n in numbers])


async def insist(log: KafkaLog, topic: str, number: int) -> int:
    """Append it until the log has it, as the sender does; how often it was not known."""
    doubts = 0
    while not isinstance((await append(log, topic, number))[0], Appended):
        doubts += 1
        await asyncio.sleep(0.05)
    return doubts


async def settings(admin: AIOKafkaAdminClient, topic: str) -> dict[str, str]:
    [response] = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)])
    return {entry[0]: entry[1] for entry in response.resources[0][4]}


class Took:
    """`with Took(at_most=5.0):` the block may take no longer (seconds)."""

    def __init__(self, at_most: float) -> None:
        self._at_most = at_most

    def __enter__(self) -> None:
        self._since = time.monotonic()

    def __exit__(self, *failure: object) -> None:
        if failure[0] is None:
            assert time.monotonic() - self._since <= self._at_most


@pytest.mark.parametrize(
    ("cleanup", "expected"),
    [
        ("kept", {"cleanup.policy": "delete", "retention.ms": "-1", "retention.bytes": "-1"}),
        ("state", {"cleanup.policy": "delete", "retention.ms": str(90 * 24 * 3600 * 1000)}),
        (
            "compact",
            {
                "cleanup.policy": "compact",
                "segment.ms": str(3600 * 1000),
                "max.compaction.lag.ms": str(12 * 3600 * 1000),
                "min.cleanable.dirty.ratio": "0.1",
                "delete.retention.ms": str(7 * 24 * 3600 * 1000),
            },
        ),
    ],
)
async def test_a_topic_is_made_as_it_is_declared(
    log: KafkaLog, admin: AIOKafkaAdminClient, cleanup: Any, expected: dict[str, str]
) -> None:
    topic = await fresh_topic(log, partitions=3, cleanup=cleanup)
    told = await settings(admin, topic)
    common = {"min.insync.replicas": "1", "unclean.leader.election.enable": "false"}
    assert {name: told[name] for name in expected | common} == expected | common
    assert len(await log.ends(topic)) == 3


async def test_a_topic_that_differs_is_named_and_left_alone(log: KafkaLog, admin: AIOKafkaAdminClient) -> None:
    topic = await fresh_topic(log, partitions=2)
    await admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, {"retention.ms": "1000000"})])
    before = await settings(admin, topic)
    sentences = await log.ensure([Topic(topic, "tests", "", partitions=5)])
    assert f"{topic} has 2 partitions, 5 are declared" in sentences
    assert f"{topic} has retention.ms = 1000000, -1 is declared" in sentences
    assert await settings(admin, topic) == before
    assert len(await log.ends(topic)) == 2


async def test_no_question_makes_a_topic(log: KafkaLog) -> None:
    """The broker of the tests makes topics by itself, for whoever names one carelessly."""
    name = f"test.{uuid4().hex}"
    [outcome] = await append(log, name, 1)
    assert isinstance(outcome, NotAppended)
    assert outcome.final
    with pytest.raises(Unavailable):
        await log.subscribe(fresh_group(), [name])
    assert await log.ends(name) == await log.committed(fresh_group(), name) == {}
    assert [record async for record in log.read(name, 0)] == []
    assert await log.ensure([Topic(name, "tests", "", partitions=7)]) == []
    assert len(await log.ends(name)) == 7


async def test_what_others_wrote_is_read_whatever_it_lacks(log: KafkaLog, kafka_url: str) -> None:
    topic = await fresh_topic(log, partitions=1)
    async with AIOKafkaProducer(bootstrap_servers=kafka_url.removeprefix("kafka://")) as producer:
        await producer.send_and_wait(topic, b"no key", headers=[("empty", None)])
    [record] = [record async for record in log.read(topic, 0)]
    assert (record.key, record.value, record.headers) == (None, b"no key", (("empty", b""),))


async def test_a_beat_lies_in_each_partition(log: KafkaLog) -> None:
    topic = await fresh_topic(log, partitions=3, cleanup="compact")
    await log.beat(topic)
    assert [record.key for record in await whole(log, topic, 3)] == [BEAT + b"0", BEAT + b"1", BEAT + b"2"]


async def test_what_a_tombstone_erased_is_gone_once_beats_roll_the_segments(
    log: KafkaLog, admin: AIOKafkaAdminClient
) -> None:
    """As declared, with milliseconds for hours."""
    topic = Topic(await fresh_topic(log, partitions=1, cleanup="compact"), "tests", "", "compact", 1)
    quick = declared(topic, 1) | {"segment.ms": "100", "max.compaction.lag.ms": "200"}
    await admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic.name, quick)])
    await write(log, topic.name, "person", b"a name", None)
    await write(log, topic.name, "another", b"another name")

    async def erased() -> bool:
        await log.beat(topic.name)
        return not any(record.value == b"a name" for record in await whole(log, topic.name, 1))

    await until(erased)
    left = {record.key: record.value for record in await whole(log, topic.name, 1)}
    assert left == {b"person": None, b"another": b"another name", BEAT + b"0": b""}


async def test_a_batch_that_the_broker_refused_spoils_nothing_after_it(
    log: KafkaLog, admin: AIOKafkaAdminClient
) -> None:
    """Its sequence numbers are used up: the same producer would be refused for ever (OutOfOrderSequenceNumber)."""
    topic = await fresh_topic(log, partitions=1)
    await append(log, topic, 1)
    await admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, {"max.message.bytes": "1000"})])
    await until(lambda: _refused(log, topic))
    assert isinstance((await append(log, topic, 2))[0], Appended)
    assert (await whole(log, topic, 1))[-1].value == b"2"


async def _refused(log: KafkaLog, topic: str) -> bool:
    [outcome] = await log.append([ProducerRecord(topic, b"k", b"%05000d" % 1)])
    return isinstance(outcome, NotAppended) and not outcome.final


async def test_a_broker_that_was_killed_loses_nothing_and_is_heard_on(log: KafkaLog, broker: Server) -> None:
    topic, group = await fresh_topic(log, partitions=1), fresh_group()
    listener = await listen_on(log, group, topic)
    doubts = 0

    async def write_on() -> None:
        nonlocal doubts
        for n in range(200):
            doubts += await insist(log, topic, n)

    writing = asyncio.create_task(write_on())
    await until(lambda: _reached(log, topic, 50))
    await asyncio.to_thread(broker.stop)
    [outcome] = await append(log, topic, 1000, key=b"other")
    assert isinstance(outcome, NotAppended)
    assert not outcome.final
    await asyncio.to_thread(broker.start)
    async with asyncio.timeout(PATIENCE):
        await writing
    assert doubts > 0
    found = [n for n in numbers(await whole(log, topic, 1)) if n < 1000]
    assert list(dict.fromkeys(found)) == list(range(200)), "none is missing, first occurrences are in order"
    await until(lambda: _heard_all(listener, 200))
    await until(lambda: _nothing_left(log, group, topic))


async def _reached(log: KafkaLog, topic: str, end: int) -> bool:
    return (await log.ends(topic))[0] >= end


async def test_a_producer_that_is_stuck_is_replaced(log: KafkaLog, broker: Server) -> None:
    topic = await fresh_topic(log, partitions=1)
    await append(log, topic, 1)
    await asyncio.to_thread(broker.pause)
    with Took(at_most=QUICK.wave + 1.0):
        [first], [second] = await asyncio.gather(append(log, topic, 2), append(log, topic, 2))
    for outcome in (first, second):
        assert isinstance(outcome, NotAppended)
        assert not outcome.final
    await asyncio.to_thread(broker.resume)
    await insist(log, topic, 2)
    await insist(log, topic, 3)
    assert list(dict.fromkeys(numbers(await whole(log, topic, 1)))) == [1, 2, 3]


@pytest.mark.parametrize("trouble", ["stop", "pause"])
async def test_without_a_broker_every_verb_says_so_and_closing_takes_five_seconds(
    kafka_url: str, broker: Server, trouble: str
) -> None:
    log = await KafkaLog.open(kafka_url, limits=replace(QUICK, wave=60.0, commit=60.0))
    topic = await fresh_topic(log)
    await write_numbers(log, topic, range(100))
    listener = await listen_on(log, fresh_group(), topic)
    await listener.heard(100)
    await asyncio.to_thread(getattr(broker, trouble))
    appending = asyncio.create_task(append(log, topic, 1, 2, 3))
    beyond = dict.fromkeys(listener.subscription.owned(), 1000)
    acknowledging = asyncio.create_task(listener.subscription.acknowledge(beyond))
    with Took(at_most=2.0), pytest.raises(Unavailable):
        await log.ping()
    await asyncio.gather(*(unavailable(verb) for verb in questions(log, topic)))
    assert not appending.done()
    assert not acknowledging.done()
    with Took(at_most=STOP_WITHIN):
        await log.close()
    with Took(at_most=1.0):
        await asyncio.gather(listener.close(), acknowledging)
        outcomes = await appending
    assert all(isinstance(one, NotAppended) and not one.final for one in outcomes)
    assert asyncio.all_tasks() == {asyncio.current_task()}, "nothing goes on behind the back of whoever closed it"


def questions(log: KafkaLog, topic: str) -> list[Awaitable[Any]]:
    async def read() -> None:
        assert [record async for record in log.read(topic, 0)]

    return [
        log.ends(topic),
        log.committed(fresh_group(), topic),
        log.ensure([Topic(topic, "tests", "")]),
        log.subscribe(fresh_group(), [topic]),
        read(),
    ]


async def unavailable(verb: Awaitable[Any]) -> None:
    with pytest.raises(Unavailable):
        await verb


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
    await until(lambda: _heard_all(listener, 11))
    await until(lambda: _nothing_left(log, group, topic))
    await listener.close()


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


async def listen_on(log: KafkaLog, group: str, topic: str) -> "PatientListener":
    return PatientListener(await log.subscribe(group, [topic]))


class PatientListener(Listener):
    """Goes on where an acknowledgement did not arrive, as `consume` does."""

    async def _listen(self) -> None:
        async for batch in self.subscription:
            self.batches.append(batch)
            try:
                await self.subscription.acknowledge({(batch[-1].topic, batch[-1].partition): batch[-1].offset + 1})
            except Unavailable:
                continue


async def _heard_all(listener: Listener, count: int) -> bool:
    return set(numbers(listener.records)) >= set(range(count))


async def _nothing_left(log: KafkaLog, group: str, topic: str) -> bool:
    return await log.committed(group, topic) == await log.ends(topic)


async def _said(caplog: pytest.LogCaptureFixture, words: str) -> bool:
    return any(words in record.getMessage() for record in caplog.records)


async def _is(holds: Callable[[], bool]) -> bool:
    return holds()
