"""Appending: one idempotent producer, replaced as soon as anything about it is in doubt.

A batch that failed has used up its sequence numbers, so every later one of that partition would be refused (aiokafka raises no
epoch): the producer is done for. What it had not been told about is called unknown, and its owner appends it again.
"""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError, MessageSizeTooLargeError

from shared.errors import Unavailable
from shared.log import LARGEST, Appended, NotAppended, ProducerRecord
from shared.log.kafka_client import FAILURES, Address, Kept, Limits, retire_producer

logger = logging.getLogger(__name__)

MAX_MESSAGE = 1_048_588
"""Bytes of a batch that a topic takes (`max.message.bytes`; the broker's default): a record of `LARGEST` and its frame."""

BREATH = 200
"""Records after which a long wave lets others run, the requests' own task among them."""


class Appender:
    """Appends waves of records; several may be in the air at once, and share their requests."""

    def __init__(self, address: Address, limits: Limits) -> None:
        self._limits = limits
        self._options = address.options
        self._kept = Kept(self._make, self._retire)
        self._waiting: dict[AIOKafkaProducer, set[asyncio.Future[Any]]] = {}
        self._closed = False

    def _make(self) -> AIOKafkaProducer:
        """No linger: while one request is in the air the next batch fills."""
        return AIOKafkaProducer(
            **self._options,
            acks="all",
            enable_idempotence=True,
            max_batch_size=262_144,
            max_request_size=MAX_MESSAGE - 100,
            request_timeout_ms=round(self._limits.wave * 500),
            retry_backoff_ms=200,
            metadata_max_age_ms=60_000,
        )

    async def _retire(self, producer: AIOKafkaProducer) -> None:
        await retire_producer(producer, flush=1.5 if self._closed else 0.0)
        for future in self._waiting.pop(producer, ()):
            future.cancel()

    async def append(self, records: Sequence[ProducerRecord]) -> list[Appended | NotAppended]:
        """One outcome for each, within `Limits.wave`. The topics exist (a producer would make them)."""
        sent: list[asyncio.Future[Any] | NotAppended] = []
        producer, doubt = None, ""
        try:
            async with asyncio.timeout(self._limits.wave):
                producer = await self._kept.get()
                waiting = self._waiting.setdefault(producer, set())
                for record in records:
                    sent.append(refusal(record) or await _send(producer, record, waiting))
                    if not len(sent) % BREATH:
                        await asyncio.sleep(0)
                await _settled(sent)
        except (*FAILURES, Unavailable) as error:
            doubt = f"the log did not take it in time: {error!r}"
        finally:
            failed = bool(doubt) or any(_doubtful(one) for one in sent)
            if producer is not None and failed:
                logger.warning("the Kafka producer is replaced: %s", doubt or "a batch failed")
                self._kept.drop(producer)
        return [_outcome(one) for one in sent] + [NotAppended(doubt)] * (len(records) - len(sent))

    async def beat(self, topic: str, keys: dict[int, bytes]) -> None:
        """A record for each partition, by number, with that key. Raises `Unavailable`."""
        async with self._kept.answering(self._limits.wave, "take a beat") as producer:
            sent = [await producer.send(topic, b"", key, partition) for partition, key in keys.items()]
            await asyncio.gather(*sent)

    async def close(self) -> None:
        """What is in the air is flushed for 1.5 s. Ends within 5 s."""
        self._closed = True
        await self._kept.close()


def refusal(record: ProducerRecord) -> NotAppended | None:
    """Why the record will never be taken, if so."""
    size = len(record.key) + len(record.value or b"")
    try:
        size += sum(len(name.encode()) + len(value) for name, value in record.headers)
    except UnicodeEncodeError:
        return NotAppended("a header's name is not Unicode text", final=True)
    if size > LARGEST:
        return NotAppended(f"the record has {size} bytes, {LARGEST} are allowed", final=True)
    return None


async def _send(
    producer: AIOKafkaProducer, record: ProducerRecord, waiting: set[asyncio.Future[Any]]
) -> asyncio.Future[Any] | NotAppended:
    try:
        future: asyncio.Future[Any] = await producer.send(
            record.topic, record.value, record.key, headers=list(record.headers)
        )
    except MessageSizeTooLargeError as error:
        return NotAppended(str(error), final=True)
    waiting.add(future)
    future.add_done_callback(waiting.discard)
    return future


async def _settled(sent: Sequence[asyncio.Future[Any] | NotAppended]) -> None:
    """Wait until each has its outcome; whoever is not told in time is cancelled (which does not unsend it)."""
    await asyncio.gather(*(one for one in sent if isinstance(one, asyncio.Future)), return_exceptions=True)


def _doubtful(one: asyncio.Future[Any] | NotAppended) -> bool:
    if isinstance(one, NotAppended):
        return False
    return not one.done() or one.cancelled() or one.exception() is not None


def _outcome(one: asyncio.Future[Any] | NotAppended) -> Appended | NotAppended:
    if isinstance(one, NotAppended):
        return one
    if not one.done() or one.cancelled():
        one.cancel()
        return NotAppended("the log did not say in time that it has it")
    error = one.exception()
    if error is None:
        return Appended(one.result().partition, one.result().offset)
    return NotAppended(f"the log refused its batch: {error!r}" if isinstance(error, KafkaError) else repr(error))
