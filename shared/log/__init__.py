"""The EventLog port: topics of records, kept in order within a key, read by groups.

Adapters: `shared.log.embedded`, `shared.log.kafka`. The docstrings are the contract; each promise is a test in
`tests/contract/test_log.py` or `test_log_groups.py`, run against every adapter.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias

from shared.contracts import Topic

LARGEST, MOST_HEADERS = 1_000_000, 1_000
"""Bytes of one record (key, value and headers together), and how many headers it may have."""

BEAT = b"beat-"
"""How the key of a record begins that says nothing: it keeps a compacted topic's segments rolling. Readers pass over it."""

Headers: TypeAlias = tuple[tuple[str, bytes], ...]

TopicPartition: TypeAlias = tuple[str, int]


@dataclass(frozen=True, slots=True)
class ProducerRecord:
    """A record to be appended. A `value` of None is a tombstone."""

    topic: str
    key: bytes
    value: bytes | None
    headers: Headers = ()


@dataclass(frozen=True, slots=True)
class ConsumerRecord:
    """A record as the log keeps it. `at` is when the log took it (UTC)."""

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: Headers
    at: datetime


@dataclass(frozen=True, slots=True)
class Appended:
    """The log has it, durably."""

    partition: int
    offset: int


@dataclass(frozen=True, slots=True)
class NotAppended:
    """The log does not have it, or nobody knows. `final`: it never will (too large, no such topic)."""

    reason: str
    final: bool = False


class Intake(Protocol):
    """One member of a group. Iterate it to receive batches; each batch is of one partition, in order.

    `async for` ends after `close`, and raises `Unavailable` where the log gives this member up: then subscribe again.
    Delivery is at least once: what was not acknowledged comes again to the group. Each partition has one reader among the
    members; how many each of them reads is the log's own matter. Where one leaves, others take over.
    """

    def __aiter__(self) -> AsyncIterator[Sequence[ConsumerRecord]]: ...

    def pause(self, partition: TopicPartition) -> None:
        """Deliver nothing of it until `resume`; membership is kept meanwhile."""
        ...

    def resume(self, partition: TopicPartition) -> None: ...

    async def acknowledge(self, watermarks: Mapping[TopicPartition, int]) -> None:
        """The group is done with everything below each offset (the next one to read). Partitions since lost are ignored."""
        ...

    def owned(self) -> frozenset[TopicPartition]:
        """The partitions that this member reads now."""
        ...

    async def lag(self) -> dict[TopicPartition, int]:
        """How many records of each owned partition the group has not acknowledged."""
        ...

    async def close(self) -> None:
        """Leave the group within 5 s, whatever the broker does. Closing twice is fine."""
        ...


Drain: TypeAlias = Callable[[frozenset[TopicPartition]], Awaitable[None]]
"""Called when partitions are taken away: returns (within the adapter's bound) when their work is done and acknowledged."""


class EventLog(Protocol):
    """A log of topics. Raises `shared.errors.Unavailable` (only) when it does not answer."""

    async def append(self, records: Sequence[ProducerRecord]) -> list[Appended | NotAppended]:
        """One outcome for each record, when it is known; bounded in time. Records of one key keep their order.

        One that is refused names itself and disturbs no other. A `NotAppended` that is not `final` may stand all the same.
        """
        ...

    async def subscribe(self, group: str, topics: Sequence[str], *, drain: Drain | None = None) -> Intake:
        """Join `group`; groups are independent, and a new one starts at the beginning of every topic.

        Raises `Unavailable` while one of the topics is missing.
        """
        ...

    def read(self, topic: str, partition: int, start: int = 0, end: int | None = None) -> AsyncIterator[ConsumerRecord]:
        """Records with `start` <= offset < `end` (default: what there is now), in order, without a group."""
        ...

    async def ends(self, topic: str) -> dict[int, int]:
        """For each partition the offset that the next record will get."""
        ...

    async def starts(self, topic: str) -> dict[int, int]:
        """For each partition the offset below which the log has taken everything away since its time was over, as it says itself.

        0 where it took nothing. What compaction took away leaves holes instead.
        """
        ...

    async def committed(self, group: str, topic: str) -> dict[int, int]:
        """For each partition the offset that the group acknowledged (0 where none)."""
        ...

    async def ensure(self, topics: Sequence[Topic]) -> list[str]:
        """Create the topics that are missing; a sentence for each existing one that differs (it is left alone)."""
        ...

    async def beat(self, topic: str) -> None:
        """Let a compacted topic go on being cleaned, also where nothing is written: some logs need a small record for it.

        Its key begins with `BEAT`. Once an hour is enough. Raises `Unavailable`.
        """
        ...

    async def ping(self) -> None:
        """Returns if the log answers; raises `Unavailable`."""
        ...

    async def close(self) -> None:
        """End within 5 s what is open; what is asked later is `Unavailable`. Closing twice is fine."""
        ...


def refusal(record: ProducerRecord, topics: Container[str]) -> NotAppended | None:
    """Why no log that has these topics will ever take the record, if so."""
    if record.topic not in topics:
        return NotAppended(f"There is no topic {record.topic}.", final=True)
    try:
        size = len(record.key) + len(record.value or b"") + sum(len(n.encode()) + len(v) for n, v in record.headers)
    except UnicodeEncodeError:
        return NotAppended("The name of a header is not Unicode text.", final=True)
    if size > LARGEST or len(record.headers) > MOST_HEADERS:
        said = f"The record has {size} bytes and {len(record.headers)} headers"
        return NotAppended(f"{said}; {LARGEST} and {MOST_HEADERS} are allowed.", final=True)
    return None


def partition_of(key: bytes, partitions: int) -> int:
    """Kafka's default partitioner (murmur2), so that a key lies in the same partition whoever wrote it."""
    return (murmur2(key) & 0x7FFFFFFF) % partitions


def murmur2(data: bytes) -> int:
    """Kafka's murmur2 (org.apache.kafka.common.utils.Utils): seed 0x9747b28c, 32 bits."""
    m, mask = 0x5BD1E995, 0xFFFFFFFF
    h = (0x9747B28C ^ len(data)) & mask
    whole = len(data) & ~3
    for i in range(0, whole, 4):
        k = int.from_bytes(data[i : i + 4], "little") * m & mask
        h = (h * m & mask) ^ ((k ^ (k >> 24)) * m & mask)
    tail = data[whole:]
    if tail:
        h = (h ^ int.from_bytes(tail, "little")) * m & mask
    h = (h ^ (h >> 13)) * m & mask
    return h ^ (h >> 15)
