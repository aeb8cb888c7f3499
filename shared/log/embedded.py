"""The embedded event log: durable topics in one SQLite file, for one process. The default, and the tests' log.

Appends and acknowledgements of concurrent callers travel together, one transaction (`synchronous=FULL`) for each flight;
one thread writes, another reads. Subscribers are woken by the append itself. A compact topic loses the older record of a
key in the transaction that brings the newer one; tombstones stay.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self, TypeVar

from shared.contracts import Topic
from shared.errors import Unavailable
from shared.log import (
    LARGEST,
    Appended,
    ConsumerRecord,
    Drain,
    NotAppended,
    ProducerRecord,
    Subscription,
    TopicPartition,
    partition_of,
)
from shared.log.embedded_file import Kept, LogFile, Mark, Placed, hold, packed
from shared.log.embedded_group import Group
from shared.store.flight import Flights

T = TypeVar("T")

STOP_WITHIN = 5.0


class EmbeddedLog:
    """The `EventLog` in a file. Make one with `open`."""

    def __init__(self, path: Path, drain_within: float) -> None:
        self._path = path
        self._drain_within = drain_within
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="log-writer")
        self._reading = ThreadPoolExecutor(1, thread_name_prefix="log-reader")
        self._release: Callable[[], None] | None = None
        self._writer: LogFile | None = None
        self._reader: LogFile | None = None
        self._topics: dict[str, Kept] = {}
        self._ends: dict[TopicPartition, int] = {}
        self._groups: dict[str, Group] = {}
        self._flights = Flights(self._fly)
        self._closed = False

    @classmethod
    async def open(cls, path: Path | str, *, read_only: bool = False, drain_within: float = 15.0) -> Self:
        """The log in the file at `path`, which is made if it is missing (mode 0600). One process at a time may open it to write.

        `read_only` looks at a log that another process may have open; it neither appends nor subscribes.
        `drain_within`: seconds that a member of a group has to finish what is taken away from it.
        Raises `Unavailable` if the file is open elsewhere, missing or read only, or no log.
        """
        log = cls(Path(path), drain_within)
        try:
            await log._open(read_only)
        except BaseException:
            await log.close()
            raise
        return log

    async def _open(self, read_only: bool) -> None:
        if not read_only:
            self._release = hold(self._path)
            self._writer = await self._in(self._writing, lambda: LogFile(self._path, write=True))
        self._reader = await self._in(self._reading, lambda: LogFile(self._path, write=False))
        await self._learn()

    async def _learn(self) -> None:
        """Note the topics and where they end."""
        self._topics = await self._look(LogFile.topics)
        for topic in self._topics:
            ends = await self.ends(topic)
            for partition, end in ends.items():
                self._ends[(topic, partition)] = max(end, self._ends.get((topic, partition), 0))

    async def _look(self, look: Callable[[LogFile], T]) -> T:
        reader = self._reader
        if reader is None or self._closed:
            raise Unavailable(f"The event log {self._path} is closed.")
        return await self._in(self._reading, lambda: look(reader))

    def _writable(self) -> LogFile:
        if self._writer is None or self._closed:
            raise Unavailable(f"The event log {self._path} is {'closed' if self._closed else 'open to be read only'}.")
        return self._writer

    async def append(self, records: Sequence[ProducerRecord]) -> list[Appended | NotAppended]:
        placed = [self._place(record) for record in records]
        landed = iter(await self._flights.board([item for item in placed if isinstance(item, Placed)]))
        return [item if isinstance(item, NotAppended) else next(landed) for item in placed]

    def _place(self, record: ProducerRecord) -> Placed | NotAppended:
        topic = self._topics.get(record.topic)
        if topic is None:
            return NotAppended(f"There is no topic {record.topic}.", final=True)
        try:
            size = len(record.key) + len(record.value or b"") + sum(len(n.encode()) + len(v) for n, v in record.headers)
        except UnicodeEncodeError:
            return NotAppended("The name of a header is not Unicode text.", final=True)
        if size > LARGEST:
            return NotAppended(f"The record has {size} bytes; {LARGEST} are allowed.", final=True)
        slot = topic.slot(partition_of(record.key, topic.partitions))
        return Placed(slot, topic.cleanup == "compact", record.key, record.value, packed(record.headers))

    async def _fly(self, items: Sequence[Placed | Mark]) -> list[Appended | NotAppended]:
        writer = self._writer
        if writer is None:
            return [NotAppended(f"The event log {self._path} is open to be read only.", final=True)] * len(items)
        try:
            offsets = await self._in(self._writing, lambda: writer.write(items))
        except Unavailable as error:
            return [NotAppended(error.detail)] * len(items)
        return self._landed(items, offsets)

    def _landed(self, items: Sequence[Placed | Mark], offsets: Sequence[int]) -> list[Appended | NotAppended]:
        outcomes: list[Appended | NotAppended] = []
        names = {topic.id: name for name, topic in self._topics.items()}
        changed: set[TopicPartition] = set()
        for item, offset in zip(items, offsets, strict=True):
            topic, partition = Kept.split(item.slot)
            outcomes.append(Appended(partition, offset))
            if isinstance(item, Placed):
                changed.add((names[topic], partition))
                self._ends[(names[topic], partition)] = offset + 1
        for group in self._groups.values():
            for member in group.members:
                member.notify(changed)
        return outcomes

    async def subscribe(self, group: str, topics: Sequence[str], *, drain: Drain | None = None) -> Subscription:
        self._writable()
        if missing := sorted(set(topics) - self._topics.keys()):
            raise Unavailable(f"There is no topic {', '.join(missing)} yet.")
        if group not in self._groups:
            committed = {
                (topic, partition): offset
                for topic in self._topics
                for partition, offset in (await self.committed(group, topic)).items()
            }
            self._groups.setdefault(group, Group(group, self, committed, self._drain_within))
        return self._groups[group].join(topics, drain)

    def partitions(self, topic: str) -> Iterable[TopicPartition]:
        """Those of a topic."""
        return [(topic, partition) for partition in range(self._topics[topic].partitions)]

    def end(self, partition: TopicPartition) -> int:
        """The offset that the next record will get, as far as this process knows."""
        return self._ends.get(partition, 0)

    async def fetch(self, starts: Mapping[TopicPartition, int]) -> dict[TopicPartition, list[ConsumerRecord]]:
        """A batch of some of these partitions, of the first one at least."""
        return await self._fetch({tp: (start, self.end(tp)) for tp, start in starts.items()})

    async def _fetch(
        self, ranges: Mapping[TopicPartition, tuple[int, int]]
    ) -> dict[TopicPartition, list[ConsumerRecord]]:
        wanted = {tp: (self._topics[tp[0]].slot(tp[1]), start, end) for tp, (start, end) in ranges.items()}
        return await self._look(lambda file: file.fetch(wanted))

    async def mark(self, group: str, watermarks: Mapping[TopicPartition, int]) -> None:
        """Keep what the group acknowledged, durably. Raises `Unavailable`."""
        marks = [Mark(group, self._topics[topic].slot(n), offset) for (topic, n), offset in watermarks.items()]
        for outcome in await self._flights.board(marks):
            if isinstance(outcome, NotAppended):
                raise Unavailable(outcome.reason)

    async def read(
        self, topic: str, partition: int, start: int = 0, end: int | None = None
    ) -> AsyncIterator[ConsumerRecord]:
        now = (await self.ends(topic)).get(partition, 0)
        last = now if end is None else min(end, now)
        while start < last:
            batch = (await self._fetch({(topic, partition): (start, last)}))[(topic, partition)]
            for record in batch:
                yield record
            start = batch[-1].offset + 1 if batch else last

    async def ends(self, topic: str) -> dict[int, int]:
        kept = self._topics.get(topic)
        return await self._look(lambda file: file.ends(kept)) if kept else {}

    async def committed(self, group: str, topic: str) -> dict[int, int]:
        kept = self._topics.get(topic)
        if kept is None:
            return {}
        marks = await self._look(lambda file: file.marks(group))
        return {partition: marks.get(kept.slot(partition), 0) for partition in range(kept.partitions)}

    async def ensure(self, topics: Sequence[Topic]) -> list[str]:
        writer = self._writable()
        missing = [topic for topic in topics if topic.name not in self._topics]
        if missing:
            await self._in(self._writing, lambda: writer.declare(missing))
            await self._learn()
        differing = [(topic, self._topics[topic.name]) for topic in topics]
        return [
            f"{topic.name} has {kept.partitions} partitions and cleanup {kept.cleanup},"
            f" declared are {topic.partitions} and {topic.cleanup}."
            for topic, kept in differing
            if (kept.partitions, kept.cleanup) != (topic.partitions, topic.cleanup)
        ]

    async def beat(self, topic: str) -> None:
        """This log cleans with each append."""

    async def ping(self) -> None:
        await self._look(LogFile.topics)

    async def close(self) -> None:
        if not self._closed:
            self._closed = True
            for group in self._groups.values():
                await group.close()
            shutting = asyncio.create_task(self._shut())
            await asyncio.wait({shutting}, timeout=STOP_WITHIN)
            if shutting.done():
                shutting.result()

    async def _shut(self) -> None:
        await self._flights.close()
        for thread, file in ((self._reading, self._reader), (self._writing, self._writer)):
            if file is not None:
                await self._in(thread, file.close)
            thread.shutdown(wait=False)
        if self._release is not None:
            self._release()

    async def _in(self, thread: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        try:
            working = asyncio.get_running_loop().run_in_executor(thread, work)
        except RuntimeError as error:  # the thread takes no more work
            raise Unavailable(f"The event log {self._path} is closed.") from error
        return await working
