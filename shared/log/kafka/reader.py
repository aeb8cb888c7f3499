"""What one asks a broker without being in a group: topics, ends, what a group is done with, a stretch of records."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from aiokafka import AIOKafkaConsumer
from aiokafka import TopicPartition as KafkaPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from shared.contracts import Topic
from shared.log import ConsumerRecord
from shared.log.kafka import topics as kafka_topics
from shared.log.kafka.client import Address, Kept, Limits, retire_consumer

FETCH: dict[str, Any] = {
    "enable_auto_commit": False,
    "auto_offset_reset": "earliest",
    "fetch_max_wait_ms": 200,
    "max_partition_fetch_bytes": 1_048_576,
    "fetch_max_bytes": 16_777_216,
    "metadata_max_age_ms": 60_000,
    "retry_backoff_ms": 250,
}
BATCH = 1000
"""Records of one batch at most: more would hold up the event loop while they are unpacked."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def unpacked(records: Iterable[Any]) -> list[ConsumerRecord]:
    """aiokafka's records as the port's. A header without a value (others may write one) has an empty one."""
    found, at, stamp = [], _EPOCH, 0
    for record in records:
        if record.timestamp != stamp:  # what came in one request has one time
            stamp = record.timestamp
            at = _EPOCH + timedelta(milliseconds=stamp)
        headers = record.headers
        for _, value in headers:
            if value is None:
                headers = tuple((name, value or b"") for name, value in headers)
                break
        found.append(
            ConsumerRecord(record.topic, record.partition, record.offset, record.key, record.value, headers, at)
        )
    return found


class Questions:
    """Answers within `Limits.question`, or raises `Unavailable`."""

    def __init__(self, address: Address, limits: Limits) -> None:
        self.address = address
        self.limits = limits
        options = {**address.options, "request_timeout_ms": 10_000}
        self._admin = Kept(partial(AIOKafkaAdminClient, **options), _retire_admin)
        self._make_reader = partial(AIOKafkaConsumer, **options, **FETCH)
        self._reader = Kept(self._make_reader, retire_consumer)

    async def topics(self) -> dict[str, int]:
        """Each topic and how many partitions it has."""
        async with self._admin.answering(self.limits.question, "name its topics") as admin:
            return {name: len(partitions) for name, partitions in (await kafka_topics.partitions(admin)).items()}

    async def partitions(self, topic: str) -> list[KafkaPartition]:
        """Those of a topic; none if there is no such topic."""
        return [KafkaPartition(topic, number) for number in range((await self.topics()).get(topic, 0))]

    async def ensure(self, topics: Sequence[Topic]) -> list[str]:
        """See `topics.ensure`; takes up to 30 s (a broker makes many partitions one by one)."""
        async with self._admin.answering(30.0, "make its topics") as admin:
            return await kafka_topics.ensure(admin, topics, self.address.replication)

    async def ping(self) -> None:
        async with self._admin.answering(1.5, "answer") as admin:
            await admin.describe_cluster()

    async def ends(self, topic: str) -> dict[int, int]:
        """For each partition the offset that the next record will get; empty without such a topic."""
        return await self._bounds(topic, AIOKafkaConsumer.end_offsets)

    async def starts(self, topic: str) -> dict[int, int]:
        """For each partition the offset below which the broker has deleted everything; empty without such a topic."""
        return await self._bounds(topic, AIOKafkaConsumer.beginning_offsets)

    async def _bounds(self, topic: str, ask: Callable[[AIOKafkaConsumer, list[KafkaPartition]], Any]) -> dict[int, int]:
        partitions = await self.partitions(topic)
        async with self._reader.answering(self.limits.question, f"say where {topic} begins and ends") as consumer:
            told = await ask(consumer, partitions)
        return {one.partition: told[one] for one in partitions}

    async def committed(self, group: str, topic: str) -> dict[int, int]:
        """For each partition the offset that the group acknowledged (0 where none); empty without such a topic."""
        partitions = await self.partitions(topic)
        async with self._admin.answering(self.limits.question, f"say what {group} is done with") as admin:
            told = await _offsets(admin, group, partitions) if partitions else {}
        return {one.partition: max(told[one].offset, 0) if one in told else 0 for one in partitions}

    async def read(
        self, topic: str, partition: int, start: int = 0, end: int | None = None
    ) -> AsyncIterator[ConsumerRecord]:
        """Records with `start` <= offset < `end`, at most those that there are now."""
        there = (await self.ends(topic)).get(partition, 0)
        last = there if end is None else min(end, there)
        if start >= last:
            return
        one = KafkaPartition(topic, partition)
        kept = Kept(self._make_reader, retire_consumer)
        try:
            async with kept.answering(self.limits.question, f"read {topic}") as consumer:
                consumer.assign([one])
                consumer.seek(one, start)
            while start < last:
                async with kept.answering(self.limits.question, f"read {topic}"):
                    batch, start = await self._stretch(consumer, one)
                for record in unpacked(batch):
                    if record.offset < last:
                        yield record
        finally:
            await kept.close()

    async def _stretch(self, consumer: AIOKafkaConsumer, one: KafkaPartition) -> tuple[list[Any], int]:
        """The next records, and where the one after them is (further on than the last, where a topic was compacted)."""
        start = await consumer.position(one)
        while True:
            batch = (await consumer.getmany(one, timeout_ms=500, max_records=BATCH)).get(one, [])
            after = await consumer.position(one)
            if batch or after > start:
                return batch, after

    async def close(self) -> None:
        await asyncio.gather(self._admin.close(), self._reader.close())


async def _offsets(admin: AIOKafkaAdminClient, group: str, partitions: Sequence[KafkaPartition]) -> dict[Any, Any]:
    """Asked again while the broker has not loaded its groups; the caller's time limit ends it."""
    while True:
        try:
            told: dict[Any, Any] = await admin.list_consumer_group_offsets(group, partitions=list(partitions))
        except KafkaError as error:
            if not error.retriable:
                raise
            await asyncio.sleep(0.1)
        else:
            return told


async def _retire_admin(admin: AIOKafkaAdminClient) -> None:
    await asyncio.wait({asyncio.create_task(admin.close())}, timeout=2.0)
