"""Appending: one idempotent producer, replaced as soon as anything about it is in doubt.

A batch that failed has used up its sequence numbers, and the broker refuses every later one of that partition for ever (aiokafka
never asks for a new epoch): its producer is done for. What was not confirmed by then is called unknown, and appended again by
whoever asked.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeAlias

from aiokafka import AIOKafkaProducer
from aiokafka import TopicPartition as KafkaPartition

from shared.errors import Unavailable
from shared.log import BEAT, Appended, NotAppended, ProducerRecord, partition_of
from shared.log.kafka.client import FAILURES, Address, Kept, Limits, retire_producer
from shared.store.group_commit import GroupCommit

logger = logging.getLogger(__name__)

MAX_MESSAGE = 1_048_588
"""Bytes of a batch that a topic takes (`max.message.bytes`; the broker's default): a record of `LARGEST` and its frame."""

MOST = 2000
"""Records of one flight, unless one caller brings more."""

BREATH = 500
"""Records that are packed before others may run."""


@dataclass(slots=True)
class _Batch:
    """Records of one partition that are written together. `places` says which of the flight's records they are."""

    builder: Any
    places: list[int] = field(default_factory=list)


Packed: TypeAlias = dict[KafkaPartition, list[_Batch]]


class Appender:
    """Carries the records of concurrent callers together: packed by partition, all partitions in one go."""

    def __init__(self, address: Address, limits: Limits) -> None:
        self._limits = limits
        make = partial(
            AIOKafkaProducer,
            **address.options,
            acks="all",
            enable_idempotence=True,
            max_batch_size=262_144,
            request_timeout_ms=round(limits.wave * 500),
            retry_backoff_ms=200,
            metadata_max_age_ms=60_000,
        )
        self._kept = Kept(make, retire_producer)
        self._flights = GroupCommit(self._fly, most=MOST)
        self._limit: asyncio.Timeout | None = None

    async def append(self, records: Sequence[ProducerRecord]) -> list[Appended | NotAppended]:
        """One outcome for each, within twice `Limits.wave` (another flight may be in the air). The topics must exist."""
        return await self._flights.submit(records)

    async def _fly(self, records: list[ProducerRecord]) -> list[Appended | NotAppended]:
        landed: dict[int, Appended] = {}
        producer, doubts = None, []
        try:
            async with asyncio.timeout(self._limits.wave) as self._limit:
                producer = await self._kept.get()
                batches = await _packed(producer, records)
                sending = [_send(producer, one, queue, landed) for one, queue in batches.items()]
                doubts = [end for end in await asyncio.gather(*sending, return_exceptions=True) if end is not None]
        except (*FAILURES, Unavailable) as error:
            doubts = [error]
        if producer is not None and doubts:
            logger.warning("the Kafka producer is replaced: %r", doubts[0])
            self._kept.drop(producer)
        unknown = NotAppended(f"the log did not take it: {doubts[0]!r}" if doubts else "")
        return [landed.get(place, unknown) for place in range(len(records))]

    async def beat(self, partitions: Iterable[KafkaPartition]) -> None:
        """A record that says nothing for each. Raises `Unavailable`."""
        async with self._kept.answering(self._limits.wave, "take a beat") as producer:
            sent = [await producer.send(topic, b"", BEAT + b"%d" % one, one) for topic, one in partitions]
            await asyncio.gather(*sent)

    async def close(self) -> None:
        """What is in the air has a second to land. Ends within 5 s."""
        landing = asyncio.create_task(self._flights.close())
        await asyncio.wait({landing}, timeout=1.0)
        if not landing.done() and self._limit is not None:
            self._limit.reschedule(asyncio.get_running_loop().time())
        await self._kept.close()
        await landing


async def _packed(producer: AIOKafkaProducer, records: Sequence[ProducerRecord]) -> Packed:
    """The records in order, in batches of at most `max_batch_size` (but one record at least)."""
    counts = {topic: len(await producer.partitions_for(topic)) for topic in {record.topic for record in records}}
    batches: Packed = defaultdict(list)
    for place, record in enumerate(records):
        if place % BREATH == BREATH - 1:
            await asyncio.sleep(0)
        queue = batches[KafkaPartition(record.topic, partition_of(record.key, counts[record.topic]))]
        if not queue or not _put(queue[-1], place, record):
            queue.append(_Batch(producer.create_batch()))
            _put(queue[-1], place, record)
    return batches


def _put(batch: _Batch, place: int, record: ProducerRecord) -> bool:
    """Whether the batch still had room for it."""
    headers = list(record.headers)
    if batch.builder.append(timestamp=None, key=record.key, value=record.value, headers=headers) is None:
        return False
    batch.places.append(place)
    return True


async def _send(
    producer: AIOKafkaProducer, one: KafkaPartition, queue: Sequence[_Batch], landed: dict[int, Appended]
) -> None:
    """One partition's batches, in order; notes where each record landed.

    Raises what the first batch that failed raised; those behind it are not sent.
    """
    for batch in queue:
        landing = await producer.send_batch(batch.builder, one.topic, partition=one.partition)
        for offset, place in enumerate(batch.places, (await landing).offset):
            landed[place] = Appended(one.partition, offset)
