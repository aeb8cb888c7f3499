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
        self._questions, self._limits, self._group = questions, questions.limits, group
        self._kept = Kept(lambda: _Member(address, questions.limits, group, topics, drain), _Member.retire)
        self._polling: asyncio.Task[None] | None = None
        self._committing: set[asyncio.Task[None]] = set()
        self.closed = False

    async def join(self) -> None:
        """Join the group and wait (for so long as `Limits.join` says) for partitions. Raises `Unavailable` without a broker."""
        member = await self._connect()
        with suppress(TimeoutError):
            async with asyncio.timeout(self._limits.join):
                await member.joined.wait()

    async def _connect(self) -> "_Member":
        async with self._kept.answering(self._limits.join, f"let a member into {self._group}") as member:
            return member

    def __aiter__(self) -> "KafkaSubscription":
        return self

    async def __anext__(self) -> Sequence[ConsumerRecord]:
        while not self.closed:
            member = self._kept.client
            if member is not None and member.ready:
                return unpacked(member.ready.pop(next(iter(member.ready))))
            if self._polling is None or self._polling.done():
                self._polling = asyncio.create_task(self._poll())
            await asyncio.wait({self._polling})
            if not self._polling.cancelled():
                self._polling.result()
        raise StopAsyncIteration

    async def _poll(self) -> None:
        """One look for records. What it finds is `ready` in the same step, so that no rebalance comes in between."""
        try:
            member = await self._connect()
        except Unavailable as error:
            logger.warning("group %s waits for the log: %s", self._group, error.detail)
            await asyncio.sleep(1.0)
            return
        try:
            async with asyncio.timeout(self._limits.joining):
                member.ready = await member.consumer.getmany(timeout_ms=1000, max_records=BATCH)
        except FAILURES as error:
            await self._doubt(member, repr(error), at_once=not isinstance(error, TimeoutError))
            return
        member.pulse.look(member.consumer, got=bool(member.ready))
        if member.pulse.silent():
            await self._doubt(member, "it shows no sign of life")

    async def _doubt(self, member: "_Member", why: str, *, at_once: bool = False) -> None:
        """Replace it, unless the broker is away, or may just have come back: most consumers find back by themselves, and
        one that could not leave keeps its seat for 30 s, for which the whole group waits.
        """
        try:
            await self._questions.ping()
        except Unavailable:
            member.pulse.beat()
        else:
            if at_once or not member.pulse.second_chance():
                logger.warning("group %s replaces its consumer: %s", self._group, why)
                await member.on_partitions_revoked()
                self._kept.drop(member)
        await asyncio.sleep(0.5)

    def pause(self, partition: TopicPartition) -> None:
        """Partitions since lost are ignored. A rebalance ends every pause: what is owned then is delivered."""
        if self._kept.client is not None:
            self._kept.client.pause(KafkaPartition(*partition))

    def resume(self, partition: TopicPartition) -> None:
        if self._kept.client is not None:
            self._kept.client.resume(KafkaPartition(*partition))

    async def acknowledge(self, watermarks: Mapping[TopicPartition, int]) -> None:
        member = self._kept.client
        if member is None:
            return
        due = {KafkaPartition(*one): offset for one, offset in watermarks.items() if one in member.owned}
        if not due:
            return
        task = asyncio.create_task(self._commit(member, due))
        self._committing.add(task)
        task.add_done_callback(self._committing.discard)
        await asyncio.wait({task})
        if not task.cancelled():  # by `close`: the records come again
            task.result()

    async def _commit(self, member: "_Member", due: dict[KafkaPartition, int]) -> None:
        try:
            async with asyncio.timeout(self._limits.commit):
                await member.consumer.commit(due)
        except (CommitFailedError, IllegalStateError) as error:
            member.pulse.refused = True
            logger.info("group %s has moved on, its records come again: %r", self._group, error)
        except FAILURES as error:
            member.pulse.refused = True
            raise Unavailable(f"the log did not take what {self._group} is done with: {error!r}") from error
        else:
            member.pulse.refused = False

    def owned(self) -> frozenset[TopicPartition]:
        return frozenset() if self._kept.client is None else self._kept.client.owned

    async def lag(self) -> dict[TopicPartition, int]:
        owned = self.owned()
        behind: dict[TopicPartition, int] = {}
        for topic in {topic for topic, _ in owned}:
            ends = await self._questions.ends(topic)
            done = await self._questions.committed(self._group, topic)
            behind |= {(topic, one): end - done[one] for one, end in ends.items() if (topic, one) in owned}
        return behind

    async def close(self) -> None:
        """What is being acknowledged gets a second to arrive."""
        self.closed = True
        if self._polling is not None:
            self._polling.cancel()
        if self._committing:
            await asyncio.wait(set(self._committing), timeout=1.0)
        await cancelled([*self._committing, *([self._polling] if self._polling else [])])
        await self._kept.close()


class _Member(ConsumerRebalanceListener):  # type: ignore[misc] # aiokafka is not typed
    """One consumer in the group, with what it owns and what it read of that; all of it ends with the consumer.

    aiokafka tells it from a task of its own what the group gives and takes.
    """

    def __init__(
        self, address: Address, limits: Limits, group: str, topics: Sequence[str], drain: Drain | None
    ) -> None:
        self._group, self._topics, self._drain, self._drain_within = group, topics, drain, limits.drain
        self.consumer = AIOKafkaConsumer(
            **address.options, **FETCH, **_GROUP, group_id=group, request_timeout_ms=40_000
        )
        self.ready: dict[KafkaPartition, list[Any]] = {}
        self.owned: frozenset[TopicPartition] = frozenset()
        self.joined = asyncio.Event()
        self.pulse = _Pulse(limits.stuck)

    async def start(self) -> None:
        await self.consumer.start()
        self.consumer.subscribe(self._topics, listener=self)

    async def retire(self) -> None:
        await retire_consumer(self.consumer)

    def pause(self, partition: KafkaPartition) -> None:
        """What was read of it already is read again later."""
        if partition in self.owned:
            self.consumer.pause(partition)
            if waiting := self.ready.pop(partition, None):
                self.consumer.seek(partition, waiting[0].offset)

    def resume(self, partition: KafkaPartition) -> None:
        if partition in self.owned:
            self.consumer.resume(partition)

    async def on_partitions_revoked(self, revoked: Iterable[KafkaPartition] = ()) -> None:  # noqa: ARG002 # always all
        """What was not yet delivered comes again, what was is drained."""
        if not self.joined.is_set():
            return
        self.ready = {}
        self.joined.clear()
        try:
            if self._drain is not None and self.owned:
                async with asyncio.timeout(self._drain_within):
                    await self._drain(self.owned)
        except (TimeoutError, Unavailable) as error:
            logger.warning("group %s gave up partitions before they were drained: %r", self._group, error)
        finally:
            self.owned = frozenset()

    async def on_partitions_assigned(self, assigned: Iterable[KafkaPartition]) -> None:
        """The group has given these partitions, perhaps none."""
        self.owned = frozenset(assigned)
        self.pulse.beat()
        self.joined.set()


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
