"""`consume`: poll -> lanes by key -> effects -> acknowledge. One for each process of a service."""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from shared.errors import Unavailable
from shared.flow.apply import Applier
from shared.flow.lanes import Item, Tracker
from shared.flow.point import point
from shared.log import ConsumerRecord, EventLog, Intake, TopicPartition
from shared.loop import Loop

log = logging.getLogger(__name__)

LANES = 16
BATCH = 256
"""Records that a lane applies together at most."""
HIGH, LOW = 2_000, 500
"""Unfinished records of a partition at which it is paused, and resumed."""
ACKNOWLEDGE = 0.2
"""Seconds between two acknowledgements at least."""
LONGEST_PAUSE = 30.0
"""Seconds after which what does not answer is asked again in the end."""


@dataclass(slots=True)
class _Lane:
    """Records of some of the keys, in order; each lane waits by itself for what it cannot do now."""

    queue: asyncio.Queue[Item] = field(default_factory=asyncio.Queue)
    loop: Loop = field(default_factory=lambda: Loop("applying", longest=LONGEST_PAUSE))


class Consumer:
    """Hears the topics of one service. The poll loop only dispatches; lanes keep the order within a key."""

    def __init__(self, group: str, topics: Sequence[str], event_log: EventLog, applier: Applier) -> None:
        self._group = group
        self._topics = topics
        self._log = event_log
        self._applier = applier
        self._lanes = [_Lane() for _ in range(LANES)]
        self._trackers: dict[TopicPartition, Tracker] = {}
        self._progress = asyncio.Event()
        """Something was applied since it was acknowledged, or could not be acknowledged."""
        self._applied = asyncio.Event()
        """Something was applied since somebody began to wait for it."""
        self._intake: Intake | None = None
        self._hearing = Loop("hearing", longest=LONGEST_PAUSE)

    @property
    def loops(self) -> list[Loop]:
        """The intake, and each of the lanes."""
        return [self._hearing, *(lane.loop for lane in self._lanes)]

    @property
    def idle(self) -> bool:
        """Nothing that was delivered to this process is unfinished."""
        return not any(tracker.unfinished for tracker in self._trackers.values())

    async def forever(self) -> None:
        """Consume until cancelled; then the group is left, and what was not acknowledged is delivered again.

        A log that goes away, or ends the intake, is subscribed to again: from what was acknowledged.
        """
        await self._hearing.forever(self._listen)

    async def _listen(self) -> None:
        """One intake, until the log ends it. Raises `Unavailable` then, or if there is none to be had."""
        intake = self._intake = await self._log.subscribe(self._group, self._topics, drain=self._drain)
        self._hearing.goes_well(for_now=True)
        try:
            async with asyncio.TaskGroup() as tasks:
                working = [tasks.create_task(self._work(lane)) for lane in self._lanes]
                working.append(tasks.create_task(self._acknowledging(intake)))
                why = await self._poll(intake)
                for task in working:
                    task.cancel()
        finally:
            await intake.close()
            self._trackers.clear()
            self._lanes = [_Lane() for _ in range(LANES)]
        raise Unavailable(why)

    async def _poll(self, intake: Intake) -> str:
        """Returns why it ended: raised in a group that is ending, an error would hide that we are cancelled meanwhile."""
        try:
            async for batch in intake:
                if batch:
                    self._dispatch(intake, batch)
                    self._hearing.goes_well()
        except Unavailable as away:
            return away.detail
        return "the log ended the intake"

    def _dispatch(self, intake: Intake, batch: Sequence[ConsumerRecord]) -> None:
        partition = (batch[0].topic, batch[0].partition)
        tracker = self._trackers.setdefault(partition, Tracker())
        for record in batch:
            tracker.began(record.offset)
            if self._applier.passes_by(item := Item(record, tracker)):
                item.finish()
                self._progress.set()
            else:
                self._lanes[hash(record.key) % LANES].queue.put_nowait(item)
        if tracker.unfinished > HIGH and not tracker.paused:
            tracker.paused = True
            intake.pause(partition)

    async def _work(self, lane: _Lane) -> None:
        while True:
            items = [await lane.queue.get()]
            while len(items) < BATCH and not lane.queue.empty():
                items.append(lane.queue.get_nowait())
            await self._insist(lane.loop, items)
            self._progress.set()
            self._applied.set()

    async def _insist(self, loop: Loop, items: Sequence[Item]) -> None:
        """Apply; what cannot be applied now is waited for without limit."""
        while items := [item for item in items if not item.finished]:
            await loop.attempt(partial(self._applier.apply, items))

    # acknowledging

    async def _acknowledging(self, intake: Intake) -> None:
        try:
            while True:
                await self._progress.wait()
                self._progress.clear()
                self._resume(intake)
                await self.acknowledge()
                await asyncio.sleep(ACKNOWLEDGE)
        finally:
            with suppress(TimeoutError):  # what was applied need not come again
                await asyncio.wait_for(self.acknowledge(), 1.0)

    def _resume(self, intake: Intake) -> None:
        for partition, tracker in self._trackers.items():
            if tracker.paused and tracker.unfinished < LOW:
                tracker.paused = False
                intake.resume(partition)

    async def acknowledge(self) -> None:
        """Tell the log how far every partition is done. A log that is away is told later."""
        moved = {
            partition: tracker.watermark
            for partition, tracker in self._trackers.items()
            if tracker.watermark > tracker.acknowledged
        }
        if not moved or self._intake is None:
            return
        try:
            await self._intake.acknowledge(moved)
        except Unavailable as away:
            log.warning("could not acknowledge; the records may come again", extra={"reason": away.detail})
            self._progress.set()  # told again after a pause, also where nothing new comes
            return
        point("consume.acknowledged")
        for partition, watermark in moved.items():
            if tracker := self._trackers.get(partition):
                tracker.acknowledged = watermark

    async def _drain(self, revoked: frozenset[TopicPartition]) -> None:
        """Partitions are taken away: finish what was delivered of them, acknowledge it, and forget them."""
        try:
            while any(self._trackers[partition].unfinished for partition in revoked if partition in self._trackers):
                self._applied.clear()
                await self._applied.wait()
            await self.acknowledge()
        finally:  # also where the log waits no longer: they are another's now
            for partition in revoked:
                self._trackers.pop(partition, None)

    async def lag(self) -> int:
        """Records that the group has not acknowledged, of the partitions that this process reads."""
        return sum((await self._intake.lag()).values()) if self._intake else 0
