"""How the conformance suite opens each adapter of the log, and how its tests write and listen."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from uuid import uuid4

import pytest

from shared.contracts import Topic
from shared.contracts.event import Cleanup
from shared.log import Appended, ConsumerRecord, EventLog, Headers, Intake, ProducerRecord, TopicPartition
from shared.log.embedded.log import EmbeddedLog
from shared.log.kafka.client import Limits
from shared.log.kafka.log import KafkaLog
from tests.waiting import PATIENCE, eventually

ADAPTERS = [pytest.param("embedded"), pytest.param("kafka", marks=pytest.mark.containers)]


def place(adapter: str, request: pytest.FixtureRequest) -> str:
    """Where the adapter's log for one test lies: a path, or the URL of a broker."""
    if adapter == "embedded":
        return str(request.getfixturevalue("tmp_path") / "events.db")
    if adapter == "kafka":
        return str(request.getfixturevalue("kafka_url"))
    raise LookupError(adapter)


async def open_at(adapter: str, where: str) -> EventLog:
    """Open it, or open it again."""
    if adapter == "embedded":
        return await EmbeddedLog.open(where)
    if adapter == "kafka":
        return await KafkaLog.open(where, limits=Limits(drain=5.0))
    raise LookupError(adapter)


class OpenLog(Protocol):
    """Opens the test's log; again after a `close`. What is still open at the end is closed."""

    adapter: str

    def __call__(self) -> Awaitable[EventLog]: ...


@dataclass
class _Opener:
    adapter: str
    where: str
    opened: list[EventLog] = field(default_factory=list)

    async def __call__(self) -> EventLog:
        log = await open_at(self.adapter, self.where)
        self.opened.append(log)
        return log


@pytest.fixture(params=ADAPTERS)
async def open_log(request: pytest.FixtureRequest) -> AsyncIterator[OpenLog]:
    opener = _Opener(request.param, place(request.param, request))
    yield opener
    for log in opener.opened:
        await log.close()


@pytest.fixture
async def log(open_log: OpenLog) -> EventLog:
    return await open_log()


async def fresh_topic(log: EventLog, *, partitions: int = 4, cleanup: Cleanup = "kept") -> str:
    """The name of a new topic, which no other test uses."""
    topic = Topic(f"test.{uuid4().hex}", "tests", "what a test writes", cleanup=cleanup, partitions=partitions)
    assert await log.ensure([topic]) == []
    return topic.name


def fresh_group() -> str:
    return f"group-{uuid4().hex}"


async def write(
    log: EventLog, topic: str, key: str, *values: bytes | None, headers: Headers = ()
) -> list[TopicPartition]:
    """Append the values under one key, in order, and say where they went; every one must be taken."""
    outcomes = await log.append([ProducerRecord(topic, key.encode(), value, headers) for value in values])
    assert all(isinstance(outcome, Appended) for outcome in outcomes), outcomes
    return [(topic, outcome.partition) for outcome in outcomes if isinstance(outcome, Appended)]


async def write_numbers(log: EventLog, topic: str, numbers: Sequence[int], *, keys: int = 10) -> None:
    """Append each number as a value; number n has the key n % keys."""
    outcomes = await log.append([ProducerRecord(topic, b"%d" % (n % keys), b"%d" % n) for n in numbers])
    assert all(isinstance(outcome, Appended) for outcome in outcomes), outcomes


async def whole(log: EventLog, topic: str, partitions: int = 4) -> list[ConsumerRecord]:
    """Everything that lies in a topic."""
    return [record for partition in range(partitions) async for record in log.read(topic, partition)]


def after(batch: Sequence[ConsumerRecord]) -> dict[TopicPartition, int]:
    """The watermark behind a batch."""
    return {(batch[-1].topic, batch[-1].partition): batch[-1].offset + 1}


def numbers(records: Sequence[ConsumerRecord]) -> list[int]:
    return [int(record.value or b"-1") for record in records]


class Listener:
    """A member of a group that notes what it is given, and acknowledges it unless told not to. `done`: so many."""

    def __init__(self, intake: Intake, *, acknowledge: bool = True) -> None:
        self.intake = intake
        self.batches: list[Sequence[ConsumerRecord]] = []
        self.done = 0
        self._acknowledge = acknowledge
        self._task = asyncio.create_task(self._listen())

    async def _listen(self) -> None:
        async for batch in self.intake:
            self.batches.append(batch)
            if self._acknowledge:
                await self._say_done(batch)
            self.done += len(batch)

    async def _say_done(self, batch: Sequence[ConsumerRecord]) -> None:
        await self.intake.acknowledge(after(batch))

    @property
    def records(self) -> list[ConsumerRecord]:
        return [record for batch in self.batches for record in batch]

    async def heard(self, count: int) -> list[ConsumerRecord]:
        """Wait until so many records at least were heard, and the log knows it."""
        await eventually(lambda: self._task.done() or self.done >= count)
        assert len(self.records) >= count, "the intake ended"
        return self.records

    async def close(self) -> None:
        """Leave; the iteration must end by itself."""
        await self.intake.close()
        async with asyncio.timeout(PATIENCE):
            await self._task


async def listen(log: EventLog, group: str, *topics: str, acknowledge: bool = True) -> Listener:
    return Listener(await log.subscribe(group, topics), acknowledge=acknowledge)
