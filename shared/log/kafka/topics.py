"""Topics as Kafka keeps them: made from their declaration; one that is there and differs is named and left alone."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import NoError, TopicAlreadyExistsError, for_code

from shared.contracts import Topic
from shared.errors import Unavailable
from shared.log.kafka.producer import MAX_MESSAGE


def _ms(**length: int) -> str:
    return str(timedelta(**length) // timedelta(milliseconds=1))


_CLEANUP: dict[str, dict[str, str]] = {
    "kept": {"cleanup.policy": "delete", "retention.ms": "-1", "retention.bytes": "-1"},
    "state": {"cleanup.policy": "delete", "retention.ms": _ms(days=90), "retention.bytes": "-1"},
    # What is erased is off the disk within 24 h: its segment is closed 1 h after its first record (by the next one, a
    # beat at the latest), and cleaned within 12 h of it. A reader may be away for 7 days and still find the tombstone.
    "compact": {
        "cleanup.policy": "compact",
        "segment.ms": _ms(hours=1),
        "max.compaction.lag.ms": _ms(hours=12),
        "min.cleanable.dirty.ratio": "0.1",
        "delete.retention.ms": _ms(days=7),
    },
}


def settings(topic: Topic, replication: int) -> dict[str, str]:
    """What is declared about a topic, in Kafka's words. A record's time is the broker's."""
    return {
        **_CLEANUP[topic.cleanup],
        "min.insync.replicas": "2" if replication >= 3 else "1",
        "unclean.leader.election.enable": "false",
        "max.message.bytes": str(MAX_MESSAGE),
        "message.timestamp.type": "LogAppendTime",
    }


async def partitions(admin: AIOKafkaAdminClient) -> dict[str, list[dict[str, Any]]]:
    """Every topic and its partitions as the broker describes them.

    All are asked for: a question about one name would make the topic, where the broker allows that. A broker whose
    controller took it for dead for a moment names no broker, not even itself (KIP-631: it is fenced), and aiokafka's
    admin, which met it then, would ask again in 5 minutes: it is told to until one is named, or the caller's time is up.
    """
    while admin._client.get_random_node() is None:
        await admin._client.force_metadata_update()
        await asyncio.sleep(0.1)
    described = await admin.describe_topics()
    return {each["topic"]: each["partitions"] for each in described if each["error_code"] == NoError.errno}


async def ensure(admin: AIOKafkaAdminClient, topics: Sequence[Topic], replication: int) -> list[str]:
    """Make those that are missing, and wait until they can be written; a sentence for each difference of the others."""
    there = await partitions(admin)
    missing = [topic for topic in topics if topic.name not in there]
    if missing:
        await _create(admin, missing, replication)
        await _led(admin, {topic.name for topic in missing})
    present = [topic for topic in topics if topic.name in there]
    told = await _told(admin, present)
    return [
        difference
        for topic in present
        for difference in _differences(topic, there[topic.name], told[topic.name], replication)
    ]


async def _create(admin: AIOKafkaAdminClient, topics: Iterable[Topic], replication: int) -> None:
    new = [NewTopic(one.name, one.partitions, replication, topic_configs=settings(one, replication)) for one in topics]
    response = await admin.create_topics(new)
    for name, code, *message in response.topic_errors:
        if code not in (NoError.errno, TopicAlreadyExistsError.errno):
            why = " ".join([for_code(code).__name__, *filter(None, message)])
            raise Unavailable(f"the topic {name} was not made: {why}")


async def _led(admin: AIOKafkaAdminClient, names: set[str]) -> None:
    """Wait until each partition of these topics has a leader. The caller's time limit ends it."""
    while True:
        there = await partitions(admin)
        if names <= there.keys() and all(one["leader"] >= 0 for name in names for one in there[name]):
            return
        await asyncio.sleep(0.05)


async def _told(admin: AIOKafkaAdminClient, topics: Iterable[Topic]) -> dict[str, dict[str, str]]:
    """The settings of each topic as the broker has them."""
    resources = [ConfigResource(ConfigResourceType.TOPIC, topic.name) for topic in topics]
    told: dict[str, dict[str, str]] = {}
    for response in await admin.describe_configs(resources):
        for code, message, _, name, entries in response.resources:
            if code != NoError.errno:
                raise Unavailable(f"the settings of the topic {name} could not be read: {message}")
            told[name] = {entry[0]: entry[1] for entry in entries}
    return told


def _differences(
    topic: Topic, there: Sequence[Mapping[str, Any]], told: Mapping[str, str], replication: int
) -> list[str]:
    replicas = min(len(one["replicas"]) for one in there)
    counts = [("partitions", len(there), topic.partitions), ("replicas", replicas, replication)]
    found = [f"{topic.name} has {has} {what}, {wants} are declared" for what, has, wants in counts if has != wants]
    for name, declared in settings(topic, replication).items():
        if told.get(name) != declared:
            found.append(f"{topic.name} has {name} = {told.get(name)}, {declared} is declared")
    return found
