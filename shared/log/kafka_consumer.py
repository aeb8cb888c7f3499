"""A member of a Kafka group: polls while it is iterated, commits explicit offsets, and is replaced when it is stuck.

No lock is held round `getmany`: aiokafka calls the rebalance listener from another task, and the two would wait for each other.
"""

import asyncio
import logging
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener
from aiokafka import TopicPartition as KafkaPartition
from aiokafka.errors import CommitFailedError, IllegalStateError

from shared.errors import Unavailable
from shared.log import ConsumerRecord, Drain, TopicPartition
from shared.log.kafka_client import FAILURES, Address, Kept, Limits, cancelled, retire_consumer
from shared.log.kafka_reader import BATCH, FETCH, Questions, unpacked

logger = logging.getLogger(__name__)

_GROUP: dict[str, Any] = {
    "session_timeout_ms": 30_000,
    "heartbeat_interval_ms": 1_000,  # by its answer a member learns that others come or go
    "rebalance_timeout_ms": 60_000,
    "max_poll_interval_ms": 300_000,
}


class KafkaSubscription:
    """The port's `Subscription`. `acknowledge` and `lag` raise `Unavailable`; iteration never does, it goes on when it can."""

    def __init__(
        self, address: Address, questions: Questions, group: str, topics: Sequence[str], drain: Drain | None
    ) -> None:
        self._address, self._questions = address, questions
        self._group, self._topics, self._drain = group, list(topics), drain
        self._limits: Limits = questions.limits
        self._kept = Kept(self._make, retire_consumer)
        self._consumer: AIOKafkaConsumer | None = None
        self._ready: dict[KafkaPartition, list[Any]] = {}
        self._owned: frozenset[TopicPartition] = frozenset()
        self._acknowledged: dict[TopicPartition, int] = {}
        self._joined = asyncio.Event()
        self._closing = asyncio.get_running_loop().create_future()
        self._polling: asyncio.Task[None] | None = None
        self._committing: set[asyncio.Task[None]] = set()
        self._pulse = _Pulse(self._limits.stuck)

    def _make(self) -> AIOKafkaConsumer:
        return AIOKafkaConsumer(
            **self._address.options, **FETCH, **_GROUP, group_id=self._group, request_timeout_ms=40_000
        )

    @property
    def closed(self) -> bool:
        return self._closing.done()

    async def join(self) -> None:
        """Join the group and wait (for so long as `Limits.join` says) for partitions. Raises `Unavailable` without a broker."""
        await self._connect()
        with suppress(TimeoutError):
            async with asyncio.timeout(self._limits.join):
                await self._joined.wait()

    async def _connect(self) -> AIOKafkaConsumer:
        async with self._kept.answering(self._limits.join, f"let a member into {self._group}") as consumer:
            if consumer is not self._consumer:
                self._consumer, self._owned = consumer, frozenset()
                self._acknowledged.clear()
                self._pulse.beat()
                consumer.subscribe(self._topics, listener=_Listener(self, consumer))
            return consumer

    def __aiter__(self) -> "KafkaSubscription":
        return self

    async def __anext__(self) -> Sequence[ConsumerRecord]:
        while not self._closing.done():
            if self._ready:
                return unpacked(self._ready.pop(next(iter(self._ready))))
            if self._polling is None or self._polling.done():
                self._polling = asyncio.create_task(self._poll())
            await asyncio.wait({self._polling, self._closing}, return_when=asyncio.FIRST_COMPLETED)
            if self._polling.done() and not self._polling.cancelled():
                self._polling.result()
        raise StopAsyncIteration

    async def _poll(self) -> None:
        """One look for records. What it finds is `_ready` in the same step, so that no rebalance comes in between."""
        try:
            consumer = await self._connect()
        except Unavailable as error:
            logger.warning("group %s waits for the log: %s", self._group, error.detail)
            await asyncio.sleep(1.0)
            return
        try:
            async with asyncio.timeout(self._limits.joining):
                self._ready = await consumer.getmany(timeout_ms=1000, max_records=BATCH)
        except FAILURES as error:
            await self._doubt(consumer, repr(error), at_once=not isinstance(error, TimeoutError))
            return
        self._pulse.look(consumer, got=bool(self._ready))
        if self._pulse.silent():
            await self._doubt(consumer, "it shows no sign of life")

    async def _doubt(self, consumer: AIOKafkaConsumer, why: str, *, at_once: bool = False) -> None:
        """Replace it, unless the broker is away, or may just have come back: most consumers find back by themselves, and
        one that could not leave keeps its seat for 30 s, for which the whole group waits.
        """
        try:
            await self._questions.ping()
        except Unavailable:
            self._pulse.beat()
            await asyncio.sleep(0.5)
            return
        if at_once or not self._pulse.second_chance():
            await self._replace(consumer, why)

    async def _replace(self, consumer: AIOKafkaConsumer, why: str) -> None:
        logger.warning("group %s replaces its consumer: %s", self._group, why)
        await self.revoked(consumer)
        self._kept.drop(consumer)
        await asyncio.sleep(0.5)

    async def revoked(self, consumer: AIOKafkaConsumer) -> None:
        """The partitions are being taken away: what was not yet delivered comes again, what was is drained."""
        if consumer is not self._consumer or not self._joined.is_set():
            return
        self._ready = {}
        self._joined.clear()
        try:
            if self._drain is not None and self._owned:
                async with asyncio.timeout(self._limits.drain):
                    await self._drain(self._owned)
        except (TimeoutError, Unavailable) as error:
            logger.warning("group %s gave up partitions before they were drained: %r", self._group, error)
        finally:
            if consumer is self._consumer:
                self._owned = frozenset()
                self._acknowledged.clear()

    def assigned(self, consumer: AIOKafkaConsumer, partitions: Iterable[KafkaPartition]) -> None:
        """The group has given these partitions (perhaps none) to this member."""
        if consumer is self._consumer:
            self._owned = frozenset((one.topic, one.partition) for one in partitions)
            self._pulse.beat()
            self._joined.set()

    def pause(self, partition: TopicPartition) -> None:
        """Partitions since lost are ignored. A rebalance ends every pause: what is owned then is delivered."""
        if self._consumer is None or partition not in self._owned:
            return
        self._consumer.pause(KafkaPartition(*partition))
        if waiting := self._ready.pop(KafkaPartition(*partition), None):
            self._consumer.seek(KafkaPartition(*partition), waiting[0].offset)

    def resume(self, partition: TopicPartition) -> None:
        if self._consumer is not None and partition in self._owned:
            self._consumer.resume(KafkaPartition(*partition))

    async def acknowledge(self, watermarks: Mapping[TopicPartition, int]) -> None:
        due = {
            KafkaPartition(*one): offset
            for one, offset in watermarks.items()
            if one in self._owned and offset > self._acknowledged.get(one, -1)
        }
        if not due or self._consumer is None:
            return
        task = asyncio.create_task(self._commit(self._consumer, due))
        self._committing.add(task)
        task.add_done_callback(self._committing.discard)
        await asyncio.wait({task})
        if not task.cancelled():  # by `close`: the records come again
            task.result()

    async def _commit(self, consumer: AIOKafkaConsumer, due: dict[KafkaPartition, int]) -> None:
        try:
            async with asyncio.timeout(self._limits.commit):
                await consumer.commit(due)
        except (CommitFailedError, IllegalStateError) as error:
            self._pulse.refused()
            logger.info("group %s has moved on, its records come again: %r", self._group, error)
        except FAILURES as error:
            self._pulse.refused()
            raise Unavailable(f"the log did not take what {self._group} is done with: {error!r}") from error
        else:
            self._pulse.accepted()
            self._acknowledged.update({(one.topic, one.partition): offset for one, offset in due.items()})

    def owned(self) -> frozenset[TopicPartition]:
        return self._owned

    async def lag(self) -> dict[TopicPartition, int]:
        owned = self._owned
        behind: dict[TopicPartition, int] = {}
        for topic in {topic for topic, _ in owned}:
            ends = await self._questions.ends(topic)
            done = await self._questions.committed(self._group, topic)
            behind |= {(topic, one): end - done[one] for one, end in ends.items() if (topic, one) in owned}
        return behind

    async def close(self) -> None:
        """What is being acknowledged gets a second to arrive."""
        if not self._closing.done():
            self._closing.set_result(None)
        self._owned = frozenset()
        if self._polling is not None:
            self._polling.cancel()
        if self._committing:
            await asyncio.wait(set(self._committing), timeout=1.0)
        await cancelled([*self._committing, *([self._polling] if self._polling else [])])
        await self._kept.close()
        self._consumer = None


class _Listener(ConsumerRebalanceListener):  # type: ignore[misc] # aiokafka is not typed
    """Called from aiokafka's own task, for one consumer of a subscription."""

    def __init__(self, subscription: KafkaSubscription, consumer: AIOKafkaConsumer) -> None:
        self._subscription, self._consumer = subscription, consumer

    async def on_partitions_revoked(self, revoked: Iterable[KafkaPartition]) -> None:  # noqa: ARG002 # always all of them
        await self._subscription.revoked(self._consumer)

    async def on_partitions_assigned(self, assigned: Iterable[KafkaPartition]) -> None:
        self._subscription.assigned(self._consumer, assigned)


class _Pulse:
    """When a consumer last showed a sign of life: records, an answered fetch, or a pause of all that it owns.

    aiokafka can stay alive and fetch nothing after a broker came back, and has no public signal of health.
    """

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._fetched = 0
        self.beat()

    def beat(self) -> None:
        """All is well, or cannot be expected to be."""
        self._at = time.monotonic()
        self._refused_since = 0.0
        self._warned = False

    def look(self, consumer: AIOKafkaConsumer, *, got: bool) -> None:
        """To be called after each poll (which ends only while the group has given partitions, perhaps none)."""
        reading = consumer.assignment() - consumer.paused()
        fetched = max((consumer.last_poll_timestamp(one) or 0 for one in reading), default=0)
        if (got or not reading or fetched != self._fetched) and not self._refused_since:
            self.beat()
        self._fetched = fetched

    def refused(self) -> None:
        """A commit failed; one may, but not all of them for so long."""
        self._refused_since = self._refused_since or time.monotonic()

    def accepted(self) -> None:
        """A commit arrived."""
        self._refused_since = 0.0

    def silent(self) -> bool:
        return time.monotonic() - self._at > self._limit

    def second_chance(self) -> bool:
        """Half the time once more, if it had none yet."""
        if self._warned:
            return False
        self._warned = True
        self._at = time.monotonic() - self._limit / 2
        return True
