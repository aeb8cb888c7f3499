"""A log that delivers as badly as a log may: topics in an order that is drawn, late, twice, and old records once more."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from random import Random

import pytest

from services import process
from shared.contracts.registry import TOPICS
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
from shared.settings import Settings
from tests.faulty import FaultyLog, _FaultyIntake

REST = 0.03
"""Seconds in which nothing new comes, after which the next topic is heard."""

KEPT = {topic.name for topic in TOPICS if topic.cleanup != "compact"}
"""Those of which an old record may come again behind a newer one, and take nothing away."""


class Interleaved(FaultyLog):
    """An `EventLog` round a real one. Each group hears the topics as `chance` has it; within a topic the order stays."""

    def __init__(self, log: EventLog, chance: Random) -> None:
        super().__init__(log)
        self.chance = chance
        self.overtaken = 0
        """How often a topic was heard before another one that had come earlier."""
        self.done: dict[tuple[str, TopicPartition], int] = {}
        """By group, what was acknowledged."""
        self._ends: dict[TopicPartition, int] = {}
        self._old: list[ProducerRecord] = []

    async def append(self, records: Sequence[ProducerRecord]) -> list[Appended | NotAppended]:
        """Some of them twice at once; behind others an old one comes again, of a sender that took long."""
        answers = await self._append(records)
        if self.chance.random() < 0.2:
            await self._append(records)
        if self._old and self.chance.random() < 0.2:
            await self._append([self.chance.choice(self._old)])
        self._old += [record for record in records if record.topic in KEPT]
        return answers

    async def _append(self, records: Sequence[ProducerRecord]) -> list[Appended | NotAppended]:
        answers = await self.log.append(records)
        for record, answer in zip(records, answers, strict=True):
            if isinstance(answer, Appended):
                at = (record.topic, answer.partition)
                self._ends[at] = max(self._ends.get(at, 0), answer.offset + 1)
        return answers

    def unheard(self, group: str, topics: Iterable[str]) -> int:
        """Records that this process appended and the group has not acknowledged; a broker would be asked thousands of times."""
        theirs = {at: end for at, end in self._ends.items() if at[0] in {*topics}}
        return sum(max(end - self.done.get((group, at), 0), 0) for at, end in theirs.items())

    async def subscribe(self, group: str, topics: Sequence[str], *, drain: Drain | None = None) -> Intake:
        return _Interleaved(await self.log.subscribe(group, topics, drain=drain), self, group)


class _Interleaved(_FaultyIntake):
    """Holds back what comes until nothing more does, and then lets one topic go on: always another."""

    def __init__(self, intake: Intake, log: Interleaved, group: str) -> None:
        super().__init__(intake, log.faults)
        self._ours, self._group = log, group
        self._held: list[Sequence[ConsumerRecord]] = []

    async def __aiter__(self) -> AsyncIterator[Sequence[ConsumerRecord]]:
        batches = aiter(self._intake)
        coming = asyncio.ensure_future(anext(batches))
        try:
            while True:
                await asyncio.wait({coming}, timeout=REST if self._held else None)
                if not coming.done():
                    for batch in self._drawn():
                        yield batch
                    continue
                if batch := coming.result():
                    self._held.append(batch)
                coming = asyncio.ensure_future(anext(batches))
        except StopAsyncIteration:
            return
        finally:
            coming.cancel()
            await asyncio.gather(coming, return_exceptions=True)

    async def acknowledge(self, watermarks: Mapping[TopicPartition, int]) -> None:
        await super().acknowledge(watermarks)
        self._ours.done |= {(self._group, at): offset for at, offset in watermarks.items()}

    def _drawn(self) -> list[Sequence[ConsumerRecord]]:
        """So many of those that are held of one topic, some of them twice."""
        chance = self._ours.chance
        topic = chance.choice(sorted({batch[0].topic for batch in self._held}))
        self._ours.overtaken += self._held[0][0].topic != topic
        these = [batch for batch in self._held if batch[0].topic == topic]
        these = these[: chance.randint(1, len(these))]
        self._held = [batch for batch in self._held if not any(batch is each for each in these)]
        return [batch for each in these for batch in [each] * chance.choice((1, 1, 1, 2))]


@contextmanager
def heard_in_any_order(seed: int) -> Iterator[list[Interleaved]]:
    """While inside, whoever opens the log of an installation opens such a one; those that were opened."""
    honest, opened = process.open_log, []

    async def open_log(settings: Settings, *, read_only: bool = False) -> EventLog:
        opened.append(Interleaved(await honest(settings, read_only=read_only), Random(seed)))
        return opened[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(process, "open_log", open_log)
        yield opened
