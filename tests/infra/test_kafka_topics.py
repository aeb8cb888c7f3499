"""What only a broker shows of topics: they are as declared, no question makes one, and what was erased is gone."""

from typing import Any
from uuid import uuid4

import pytest
from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete
from aiokafka.cluster import ClusterMetadata

from shared.contracts import Topic
from shared.errors import Unavailable
from shared.log import BEAT, NotAppended
from shared.log.kafka.log import KafkaLog
from shared.log.kafka.topics import settings as declared
from tests.contract.logs import fresh_group, fresh_topic, whole, write
from tests.infra.kafka import alter, append, told
from tests.waiting import until

pytestmark = [pytest.mark.containers, pytest.mark.timeout(600)]


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
    made = await told(admin, topic)
    common = {"min.insync.replicas": "1", "unclean.leader.election.enable": "false"}
    assert {name: made[name] for name in expected | common} == expected | common
    assert len(await log.ends(topic)) == 3


async def test_a_broker_that_names_none_for_a_moment_is_asked_again(
    log: KafkaLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = ClusterMetadata.update_metadata
    answers = iter([False, False])

    def update_metadata(cluster: ClusterMetadata, metadata: Any) -> None:
        if next(answers, True):  # before that, as after an answer that names no broker: aiokafka passes it by
            heard(cluster, metadata)

    monkeypatch.setattr(ClusterMetadata, "update_metadata", update_metadata)
    assert "test.none" not in await log.topics()
    assert next(answers, True), "both such answers were met"


async def test_a_topic_that_differs_is_named_and_left_alone(log: KafkaLog, admin: AIOKafkaAdminClient) -> None:
    topic = await fresh_topic(log, partitions=2)
    await alter(admin, topic, {"retention.ms": "1000000"})
    before = await told(admin, topic)
    sentences = await log.ensure([Topic(topic, "tests", "", partitions=5)])
    assert f"{topic} has 2 partitions, 5 are declared" in sentences
    assert f"{topic} has retention.ms = 1000000, -1 is declared" in sentences
    assert await told(admin, topic) == before
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


async def test_what_the_broker_deleted_is_before_the_start_and_not_read(
    log: KafkaLog, admin: AIOKafkaAdminClient
) -> None:
    topic = await fresh_topic(log, partitions=2, cleanup="state")
    [(_, partition), *_] = await write(log, topic, "k", *(b"%d" % n for n in range(5)))
    await admin.delete_records({TopicPartition(topic, partition): RecordsToDelete(before_offset=3)})
    assert await log.starts(topic) == {0: 0, 1: 0} | {partition: 3}
    assert [record.offset async for record in log.read(topic, partition)] == [3, 4]
    await admin.delete_records({TopicPartition(topic, partition): RecordsToDelete(before_offset=5)})
    assert (await log.starts(topic))[partition] == (await log.ends(topic))[partition] == 5
    assert [record async for record in log.read(topic, partition)] == []


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
    await alter(admin, topic.name, quick)
    await write(log, topic.name, "person", b"a name", None)
    await write(log, topic.name, "another", b"another name")

    async def erased() -> bool:
        await log.beat(topic.name)
        return not any(record.value == b"a name" for record in await whole(log, topic.name, 1))

    await until(erased)
    left = {record.key: record.value for record in await whole(log, topic.name, 1)}
    assert left == {b"person": None, b"another": b"another name", BEAT + b"0": b""}
