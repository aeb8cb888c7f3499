"""A member of a Kafka group: polls while it is iterated, commits explicit offsets, and is given up when it is stuck.

No lock is held round `getmany`: aiokafka calls the rebalance listener from another task, and the two would wait for each other.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener
from aiokafka import TopicPartition as KafkaPartition
from aiokafka.errors import CommitFailedError, IllegalStateError

from shared.errors import Unavailable
from shared.log import ConsumerRecord, Drain, TopicPartition
from shared.log.kafka.client import FAILURES, cancelled, retire_consumer
from shared.log.kafka.reader import BATCH, FETCH, Questions, unpacked

logger = logging.getLogger(__name__)

_GROUP: dict[str, Any] = {
    "session_timeout_ms": 30_000,
    "heartbeat_interval_ms": 1_000,  # by its answer a member learns that others come or go
    "rebalance_timeout_ms": 60_000,
    "max_poll_interval_ms": 300_000,
}


class KafkaIntake(ConsumerRebalanceListener):  # type: ignore[misc] # aiokafka is not typed
    """The port's `Intake`, with one consumer; aiokafka tells it from a task of its own what the group gives and takes.

    `acknowledge` and `lag` raise `Unavailable`. So does iteration, but only where the consumer fails or is stuck though the
    broker answers: then another intake has to take its place.
    """

    def __init__(self, questions: Questions, group: str, topics: Sequence[str], drain: Drain | None) -> None:
        self._questions, self._limits = questions, questions.limits
        self._group, self._topics, self._drain = group, topics, drain
        self._consumer = AIOKafkaConsumer(
            **questions.address.options, **FETCH, **_GROUP, group_id=group, request_timeout_ms=40_000
        )
        self._ready: dict[KafkaPartition, list[Any]] = {}
        self._owned: frozenset[TopicPartition] = frozenset()
        self._joined = asyncio.Event()
        self._polling: asyncio.Task[None] | None = None
        self._committing: set[asyncio.Task[None]] = set()
        self._ending: asyncio.Task[None] | None = None
        self._pulse = _Pulse(self._limits.stuck)

    @property
    def closed(self) -> bool:
        return self._ending is not None

    async def join(self) -> None:
        """Join the group and wait (for so long as `Limits.join` says) for partitions. Raises `Unavailable` without a broker."""
        try:
            async with asyncio.timeout(self._limits.join):
                await self._consumer.start()
        except FAILURES as error:
            raise Unavailable(f"the log could not let a member into {self._group}: {error!r}") from error
        self._consumer.subscribe(self._topics, listener=self)
        with suppress(TimeoutError):
            async with asyncio.timeout(self._limits.join):
                await self._joined.wait()

    async def __aiter__(self) -> AsyncIterator[Sequence[ConsumerRecord]]:
        while not self.closed:
            if self._ready:
                yield unpacked(self._ready.pop(next(iter(self._ready))))
                continue
            if self._polling is None or self._polling.done():
                self._polling = asyncio.create_task(self._poll())
            await asyncio.wait({self._polling})
            if not self._polling.cancelled():
                self._polling.result()

    async def _poll(self) -> None:
        """One look for records. What it finds is `_ready` in the same step, so that no rebalance comes in between."""
        try:
            async with asyncio.timeout(self._limits.joining):
                self._ready = await self._consumer.getmany(timeout_ms=1000, max_records=BATCH)
        except FAILURES as error:
            await self._doubt(repr(error), at_once=not isinstance(error, TimeoutError))
            return
        self._pulse.look(self._consumer, got=bool(self._ready))
        if self._pulse.silent():
            await self._doubt("it shows no sign of life")

    async def _doubt(self, why: str, *, at_once: bool = False) -> None:
        """Give it up, unless the broker is away, or may just have come back: most consumers find back by themselves, and
        one that could not leave keeps its seat for 30 s, for which the whole group waits.
        """
        try:
            await self._questions.ping()
        except Unavailable:
            self._pulse.beat()
        else:
            if at_once or not self._pulse.second_chance():
                raise Unavailable(f"group {self._group} gives up its consumer: {why}")
        await asyncio.sleep(0.5)

    async def on_partitions_revoked(self, revoked: Iterable[KafkaPartition]) -> None:  # noqa: ARG002 # always all of them
        """What was not yet delivered comes again, what was is drained."""
        self._ready = {}
        try:
            if self._drain is not None and self._owned:
                async with asyncio.timeout(self._limits.drain):
                    await self._drain(self._owned)
        except (TimeoutError, Unavailable) as error:
            logger.warning("group %s gave up partitions before they were drained: %r", self._group, error)
        finally:
            self._owned = frozenset()

    async def on_partitions_assigned(self, assigned: Iterable[KafkaPartition]) -> None:
        """The group has given these partitions, perhaps none."""
        if not self.closed:
            self._owned = frozenset(assigned)
            self._pulse.beat()
            self._joined.set()

    def pause(self, partition: TopicPartition) -> None:
        """Partitions since lost are ignored. A rebalance ends every pause: what is owned then is delivered."""
        if partition in self._owned:
            self._consumer.pause(KafkaPartition(*partition))
            if waiting := self._ready.pop(KafkaPartition(*partition), None):
                self._consumer.seek(KafkaPartition(*partition), waiting[0].offset)

    def resume(self, partition: TopicPartition) -> None:
        if partition in self._owned:
            self._consumer.resume(KafkaPartition(*partition))

    async def acknowledge(self, watermarks: Mapping[TopicPartition, int]) -> None:
        due = {KafkaPartition(*one): offset for one, offset in watermarks.items() if one in self._owned}
        if not due:
            return
        task = asyncio.create_task(self._commit(due))
        self._committing.add(task)
        task.add_done_callback(self._committing.discard)
        await asyncio.wait({task})
        if not task.cancelled():  # by `close`: the records come again
            task.result()

    async def _commit(self, due: dict[KafkaPartition, int]) -> None:
        try:
            async with asyncio.timeout(self._limits.commit):
                await self._consumer.commit(due)
        except (CommitFailedError, IllegalStateError) as error:
            self._pulse.refused = True
            logger.info("group %s has moved on, its records come again: %r", self._group, error)
        except FAILURES as error:
            self._pulse.refused = True
            raise Unavailable(f"the log did not take what {self._group} is done with: {error!r}") from error
        else:
            self._pulse.refused = False

    def owned(self) -> frozenset[TopicPartition]:
        return self._owned

    async def lag(self) -> dict[TopicPartition, int]:
        owned = self._owned
        behind: dict[TopicPartition, int] = {}
        for topic in {topic for topic, _ in owned}:
            ends = await self._questions.ends(topic)
            done = await self._questions.committed(self._group, topic)
            behind |= {(topic, one): end - done.get(one, 0) for one, end in ends.items() if (topic, one) in owned}
        return behind

    async def close(self) -> None:
        """What is being acknowledged gets a second to arrive. Who is cancelled meanwhile does not stop it."""
        if self._ending is None:
            self._ending = asyncio.create_task(self._end())
        await asyncio.wait({self._ending})

    async def _end(self) -> None:
        self._owned = frozenset()
        if self._polling is not None:
            self._polling.cancel()
        if self._committing:
            await asyncio.wait(set(self._committing), timeout=1.0)
        await cancelled([*self._committing, *([self._polling] if self._polling else [])])
        await retire_consumer(self._consumer)


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
        self._warned = False
        self.refused = False
        """The last commit failed. One may, but not all of them for so long."""

    def look(self, consumer: AIOKafkaConsumer, *, got: bool) -> None:
        """To be called after each poll (which ends only while the group has given partitions, perhaps none)."""
        reading = consumer.assignment() - consumer.paused()
        fetched = max((consumer.last_poll_timestamp(one) or 0 for one in reading), default=0)
        if (got or not reading or fetched != self._fetched) and not self.refused:
            self.beat()
        self._fetched = fetched

    def silent(self) -> bool:
        return time.monotonic() - self._at > self._limit

    def second_chance(self) -> bool:
        """Half the time once more, if it had none yet."""
        first, self._warned = not self._warned, True
        self._at = time.monotonic() - self._limit / 2
        return first
