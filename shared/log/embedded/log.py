"""The embedded event log: durable topics in one SQLite file, for one process. The default, and the tests' log.

Appends and acknowledgements of concurrent callers travel together, one transaction (`synchronous=FULL`) for each flight,
whose commit has a thread; what is read is read at once. Subscribers are woken by the append itself; of a group one reads, and
`drain` is never called, since nothing is taken from a member that stays. A compact topic loses the older record of a
key in the transaction that brings the newer one; tombstones stay.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Self, TypeVar

from shared.contracts import Topic
from shared.errors import Unavailable
from shared.log import (
    Appended,
    ConsumerRecord,
    Drain,
    Intake,
    NotAppended,
    ProducerRecord,
    TopicPartition,
    partition_of,
    refusal,
)
from shared.log.embedded.file import EXPIRED, Mark, Placed, Reader, Row, Writer
from shared.log.embedded.group import Group, Ranges
from shared.store.group_commit import GroupCommit
from shared.store.sqlite.file import File

T = TypeVar("T")

STOP_WITHIN = 5.0


class EmbeddedLog:
    """The `EventLog` in a file. Make one with `open`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: File | None = None
        self._writer: Writer | None = None
        self._reader: Reader | None = None
        self._topics: dict[str, Row] = {}
        self._ends: dict[TopicPartition, int] = {}
        self._groups: dict[str, Group] = {}
        self._flights = GroupCommit(self._fly)
        self._closed = False

    @classmethod
    async def open(cls, path: Path | str, *, read_only: bool = False) -> Self:
        """The log in the file at `path`, which is made if it is missing (mode 0600). One process at a time may open it to write.

        `read_only` looks at a log that another process may have open; it neither appends nor subscribes.
        Raises `Unavailable` if the file is open elsewhere, missing or read only, or no log.
        """
        log = cls(Path(path))
        try:
            await asyncio.to_thread(log._open, read_only)
            log._learn()
        except BaseException:
            await log.close()
            raise
        return log

    def _open(self, read_only: bool) -> None:
        self._file = File(self._path, "event log", read_only=read_only)
        with self._file.condition.watched():
            self._writer = None if read_only else Writer(self._file)
            self._reader = Reader(self._file.connection())

    def _learn(self) -> None:
        """Note where the topics end, and only then the topics: who knows one knows all its partitions."""
        topics = self._look(Reader.topics)
        for topic, row in topics.items():
            for partition, end in self._look(partial(Reader.ends, topic=row)).items():
                self._ends[(topic, partition)] = max(end, self._ends.get((topic, partition), 0))
        self._topics = topics

    def _look(self, look: Callable[[Reader], T]) -> T:
        if self._reader is None or self._file is None or self._closed:
            raise Unavailable(f"The event log {self._path} is closed.")
        with self._file.condition.watched():
            return look(self._reader if self._writer is None or self._file.turn.locked() else self._writer)

    def _writable(self) -> Writer:
        if self._writer is None or self._closed:
            raise Unavailable(f"The event log {self._path} is {'closed' if self._closed else 'open to be read only'}.")
        return self._writer

    async def append(self, records: Sequence[ProducerRecord]) -> list[Appended | NotAppended]:
        refused = [refusal(record, self._topics) for record in records]
        placed = [self._place(record) for record, no in zip(records, refused, strict=True) if no is None]
        landed = iter(await self._flights.submit(placed))
        return [no or next(landed) for no in refused]

    def _place(self, record: ProducerRecord) -> Placed:
        topic = self._topics[record.topic]
        return Placed(topic, partition_of(record.key, topic.partitions), record)

    async def _fly(self, items: Sequence[Placed | Mark]) -> list[Appended | NotAppended]:
        if self._writer is None:
            return [NotAppended(f"The event log {self._path} is open to be read only.", final=True)] * len(items)
        try:
            offsets = await self._writer.write(items)
        except Unavailable as error:
            return [NotAppended(error.detail)] * len(items)
        landed = list(zip(items, offsets, strict=True))
        appended = {
            (item.record.topic, item.partition): offset + 1 for item, offset in landed if isinstance(item, Placed)
        }
        self._ends |= appended
        for group in self._groups.values():
            for member in group.members:
                member.notify(appended)
        return [Appended(item.partition, offset) for item, offset in landed]

    async def subscribe(
        self,
        group: str,
        topics: Sequence[str],
        *,
        drain: Drain | None = None,  # noqa: ARG002 the port's
    ) -> Intake:
        self._writable()
        if missing := sorted(set(topics) - self._topics.keys()):
            raise Unavailable(f"There is no topic {', '.join(missing)} yet.")
        if group not in self._groups:
            committed = {
                (name, n): at for name in self._topics for n, at in (await self.committed(group, name)).items()
            }
            self._groups.setdefault(group, Group(self._ends, committed, self._fetch, partial(self._mark, group)))
        return self._groups[group].join(topics)

    async def _fetch(self, ranges: Ranges) -> dict[TopicPartition, list[ConsumerRecord]]:
        wanted = {(topic, n): (self._topics[topic].slot(n), *range) for (topic, n), range in ranges.items()}
        await asyncio.sleep(0)  # others take their turns where there is much to read
        return self._look(lambda file: file.fetch(wanted))

    async def _mark(self, group: str, watermarks: Mapping[TopicPartition, int]) -> None:
        marks = [Mark(self._topics[topic], n, group, offset) for (topic, n), offset in watermarks.items()]
        for outcome in await self._flights.submit(marks):
            if isinstance(outcome, NotAppended):
                raise Unavailable(outcome.reason)

    async def read(
        self, topic: str, partition: int, start: int = 0, end: int | None = None
    ) -> AsyncIterator[ConsumerRecord]:
        row = self._topics.get(topic)
        now = self._look(lambda file: file.end(row.slot(partition))) if row else 0
        last = now if end is None else min(end, now)
        while start < last:
            batch = (await self._fetch({(topic, partition): (start, last)}))[(topic, partition)]
            for record in batch:
                yield record
            start = batch[-1].offset + 1 if batch else last

    async def ends(self, topic: str) -> dict[int, int]:
        row = self._topics.get(topic)
        return self._look(lambda file: file.ends(row)) if row else {}

    async def starts(self, topic: str) -> dict[int, int]:
        return await self.committed(EXPIRED, topic)

    async def committed(self, group: str, topic: str) -> dict[int, int]:
        row = self._topics.get(topic)
        return self._look(lambda file: file.marked(group, row)) if row else {}

    async def ensure(self, topics: Sequence[Topic]) -> list[str]:
        if missing := [topic for topic in topics if topic.name not in self._topics]:
            await self._writable().declare(missing)
            self._learn()
        present = [(topic, self._topics[topic.name]) for topic in topics]
        return [
            f"{topic.name} has {kept.partitions} partitions and cleanup {kept.cleanup},"
            f" declared are {topic.partitions} and {topic.cleanup}."
            for topic, kept in present
            if (kept.partitions, kept.cleanup) != (topic.partitions, topic.cleanup)
        ]

    async def beat(self, topic: str) -> None:
        """This log cleans with each append."""

    async def ping(self) -> None:
        self._look(Reader.topics)
        if self._file is not None:
            self._file.condition.must_be_whole()

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
        if self._file is not None:
            await asyncio.to_thread(self._file.close)
