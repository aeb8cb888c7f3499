"""Faults on command, from wrappers round real adapters (architecture, law 5): a store and a log that sometimes do not answer.

store = FaultyStore(await SqliteStore.open(path, kinds))
store.faults.next("commit", Fault.LOST)         # the next commit stands, but its answer is lost
store.faults.next("get", Fault.BEFORE, times=3) # the next three gets do nothing and raise `Unavailable`
store.faults.always["draw"] = Fault.BEFORE      # every draw, until deleted
log.faults.next("deliver", Fault.TWICE)         # the next batch is delivered, then delivered again
"""

from collections import Counter as Tally
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Any, TypeVar
from uuid import UUID

from shared.contracts import Topic
from shared.errors import Unavailable
from shared.log import (
    Appended,
    ConsumerRecord,
    Drain,
    EventLog,
    Intake,
    NotAppended,
    ProducerRecord,
    TopicPartition,
)
from shared.store import Counter, Cursor, Entity, Outcome, Page, Store, Stored, Where

E = TypeVar("E", bound=Entity)
T = TypeVar("T")


class Fault(Enum):
    """What goes wrong with a call."""

    BEFORE = auto()
    """Nothing is done; raises `Unavailable`."""
    LOST = auto()
    """It is done, but the answer is lost; raises `Unavailable`."""
    BROKEN = auto()
    """Nothing is done; raises an error that nobody foresaw (a `RuntimeError`)."""
    TWICE = auto()
    """append: the records are appended twice. deliver: the batch comes twice (BEFORE and LOST: the intake breaks)."""
    UNSURE = auto()
    """append: the records stand, and each is answered `NotAppended`."""
    EMPTIED = auto()
    """pending: what it returns was sent and forgotten while it looked (a MongoDB answers so, from an index read before)."""
    HOLE = auto()
    """append: the first record is not appended (`NotAppended`), the others are."""


@dataclass(slots=True)
class Faults:
    """Which calls go wrong: `next` ones first, else `always`. `calls` counts all calls, by name."""

    always: dict[str, Fault] = field(default_factory=dict)
    calls: Tally[str] = field(default_factory=Tally)
    _next: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))

    def next(self, call: str, fault: Fault, *, times: int = 1) -> None:
        """The next `times` calls of this name (after those already told) go wrong."""
        self._next[call].extend([fault] * times)

    def take(self, call: str) -> Fault | None:
        """What goes wrong with this call."""
        self.calls[call] += 1
        waiting = self._next[call]
        return waiting.popleft() if waiting else self.always.get(call)

    async def around(self, call: str, doing: Callable[[], Awaitable[T]]) -> T:
        """Do it, before or after which the fault strikes. Raises `Unavailable`."""
        return await self.struck(self.take(call), call, doing)

    async def struck(self, fault: Fault | None, call: str, doing: Callable[[], Awaitable[T]]) -> T:
        """The same with a fault that was taken already."""
        if fault is Fault.BEFORE:
            raise Unavailable(f"{call} failed on command")
        if fault is Fault.BROKEN:
            raise RuntimeError(f"{call} broke on command")
        answer = await doing()
        if fault is Fault.LOST:
            raise Unavailable(f"the answer of {call} was lost on command")
        return answer


class FaultyStore:
    """A `Store` round a real one; calls are named by their methods. `close` closes the real one."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.faults = Faults()

    @property
    def alone(self) -> bool:
        return self.store.alone

    @property
    def drew(self) -> Collection[str]:
        return self.store.drew

    async def get(self, kind: type[E], id: UUID) -> Stored[E] | None:
        return await self.faults.around("get", lambda: self.store.get(kind, id))

    async def get_many(self, kind: type[E], ids: Sequence[UUID]) -> dict[UUID, Stored[E]]:
        return await self.faults.around("get_many", lambda: self.store.get_many(kind, ids))

    async def get_each(self, wanted: Sequence[tuple[type[Any], UUID]]) -> list[Stored[Any] | None]:
        return await self.faults.around("get_each", lambda: self.store.get_each(wanted))

    async def find(
        self, kind: type[E], where: Where, *, sort: str = "_id", limit: int = 100, after: Cursor | None = None
    ) -> Page[E]:
        return await self.faults.around(
            "find", lambda: self.store.find(kind, where, sort=sort, limit=limit, after=after)
        )

    async def count(self, kind: type[Any], where: Where) -> int:
        return await self.faults.around("count", lambda: self.store.count(kind, where))

    async def commit(self, changes: Sequence[Stored[Any]]) -> list[Outcome]:
        return await self.faults.around("commit", lambda: self.store.commit(changes))

    async def forget(self, sent: Sequence[tuple[type[Any], UUID, int]]) -> None:
        await self.faults.around("forget", lambda: self.store.forget(sent))

    async def pending(self, limit: int = 1000) -> list[Stored[Any]]:
        if (fault := self.faults.take("pending")) is Fault.EMPTIED:
            return [replace(stored, outbox=()) for stored in await self.store.pending(limit)]
        return await self.faults.struck(fault, "pending", lambda: self.store.pending(limit))

    async def draw(self, counter: Counter) -> int:
        return await self.faults.around("draw", lambda: self.store.draw(counter))

    async def ping(self) -> None:
        await self.faults.around("ping", self.store.ping)

    async def close(self) -> None:
        await self.store.close()


class FaultyLog:
    """An `EventLog` round a real one; calls are named by their methods, and "deliver" and "acknowledge" of intakes."""

    def __init__(self, log: EventLog) -> None:
        self.log = log
        self.faults = Faults()

    async def append(self, records: Sequence[ProducerRecord]) -> list[Appended | NotAppended]:
        fault = self.faults.take("append")
        if fault in {Fault.BEFORE, Fault.BROKEN}:
            return await self.faults.struck(fault, "append", lambda: self.log.append(records))
        if fault is Fault.HOLE:
            return [NotAppended("on command"), *await self.log.append(records[1:])] if records else []
        answers = await self.log.append(records)
        if fault is Fault.TWICE:
            await self.log.append(records)
        if fault is Fault.LOST:
            raise Unavailable("the answer of append was lost on command")
        return [NotAppended("nobody knows, on command") for _ in records] if fault is Fault.UNSURE else answers

    async def subscribe(self, group: str, topics: Sequence[str], *, drain: Drain | None = None) -> Intake:
        intake = await self.faults.around("subscribe", lambda: self.log.subscribe(group, topics, drain=drain))
        return _FaultyIntake(intake, self.faults)

    async def read(
        self, topic: str, partition: int, start: int = 0, end: int | None = None
    ) -> AsyncIterator[ConsumerRecord]:
        if self.faults.take("read") is not None:
            raise Unavailable("read failed on command")
        async for record in self.log.read(topic, partition, start, end):
            yield record

    async def ends(self, topic: str) -> dict[int, int]:
        return await self.faults.around("ends", lambda: self.log.ends(topic))

    async def starts(self, topic: str) -> dict[int, int]:
        return await self.faults.around("starts", lambda: self.log.starts(topic))

    async def committed(self, group: str, topic: str) -> dict[int, int]:
        return await self.faults.around("committed", lambda: self.log.committed(group, topic))

    async def ensure(self, topics: Sequence[Topic]) -> list[str]:
        return await self.faults.around("ensure", lambda: self.log.ensure(topics))

    async def beat(self, topic: str) -> None:
        await self.faults.around("beat", lambda: self.log.beat(topic))

    async def ping(self) -> None:
        await self.faults.around("ping", self.log.ping)

    async def close(self) -> None:
        await self.log.close()


class _FaultyIntake:
    def __init__(self, intake: Intake, faults: Faults) -> None:
        self._intake = intake
        self._faults = faults
        self.pause = intake.pause
        self.resume = intake.resume
        self.owned = intake.owned

    async def __aiter__(self) -> AsyncIterator[Sequence[ConsumerRecord]]:
        async for batch in self._intake:
            fault = self._faults.take("deliver")
            if fault is Fault.BEFORE:
                raise Unavailable("deliver failed on command")
            if fault is Fault.BROKEN:
                raise RuntimeError("deliver broke on command")
            yield batch
            if fault is Fault.TWICE:
                yield batch
            if fault is Fault.LOST:
                raise Unavailable("the intake was lost on command")

    async def acknowledge(self, watermarks: Mapping[TopicPartition, int]) -> None:
        await self._faults.around("acknowledge", lambda: self._intake.acknowledge(watermarks))

    async def lag(self) -> dict[TopicPartition, int]:
        return await self._intake.lag()

    async def close(self) -> None:
        await self._intake.close()
