"""`consume`: poll -> lanes by key -> effects -> acknowledge. One for each process of a service."""

import asyncio
import logging
import random
from collections.abc import Sequence

from shared.errors import Unavailable
from shared.flow.apply import Applier
from shared.flow.lanes import Item, Tracker
from shared.flow.point import point
from shared.log import ConsumerRecord, EventLog, Subscription, TopicPartition

log = logging.getLogger(__name__)

LANES = 16
BATCH = 256
"""Records that a lane applies together at most."""
HIGH, LOW = 2_000, 500
"""Unfinished records of a partition at which it is paused, and resumed."""
ACKNOWLEDGE = 0.2
"""Seconds between two acknowledgements at least."""
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 30.0
"""Seconds after which what does not answer is asked again: at first, and in the end."""


class Consumer:
    """Hears the topics of one service. The poll loop only dispatches; lanes keep the order within a key."""

    def __init__(self, group: str, topics: Sequence[str], event_log: EventLog, applier: Applier) -> None:
        self._group = group
        self._topics = topics
        self._log = event_log
        self._applier = applier
        self._lanes: list[asyncio.Queue[Item]] = [asyncio.Queue() for _ in range(LANES)]
        self._trackers: dict[TopicPartition, Tracker] = {}
        self._paused: set[TopicPartition] = set()
        self._progress = asyncio.Event()
        self._applied = asyncio.Event()
        self._subscription: Subscription | None = None
        self._pause = FIRST_PAUSE
        self.degraded = ""
        """Why the lanes wait at this moment, empty while they flow."""

    @property
    def idle(self) -> bool:
        """Nothing that was delivered to this process is unfinished."""
        return not any(tracker.unfinished for tracker in self._trackers.values())

    async def forever(self) -> None:
        """Consume until cancelled; then the group is left, and what was not acknowledged is delivered again.

        A log that goes away, or ends the subscription, is subscribed to again: from what was acknowledged.
        """
        while True:
            try:
                self.degraded = await self._listen()
            except Unavailable as away:
                self.degraded = away.detail
            log.warning("the log does not answer; subscribing again", extra={"reason": self.degraded})
            self._pause = await _waited(self._pause)

    async def _listen(self) -> str:
        """One subscription, until the log ends it; returns why. Raises `Unavailable` if there is none to be had."""
        subscription = self._subscription = await self._log.subscribe(self._group, self._topics, drain=self._drain)
        self.degraded = ""
        try:
            async with asyncio.TaskGroup() as tasks:
                working = [tasks.create_task(self._work(lane)) for lane in self._lanes]
                working.append(tasks.create_task(self._acknowledging(subscription)))
                why = await self._poll(subscription)
                for task in working:
                    task.cancel()
        finally:
            await subscription.close()
            self._forget(frozenset(self._trackers))
            self._lanes = [asyncio.Queue() for _ in range(LANES)]
        return why

    async def _poll(self, subscription: Subscription) -> str:
        """Returns why it ended: raised in a group that is ending, an error would hide that we are cancelled meanwhile."""
        try:
            async for batch in subscription:
                if batch:
                    self._dispatch(subscription, batch)
                    self._pause = FIRST_PAUSE
        except Unavailable as away:
            return away.detail
        return "the log ended the subscription"

    def _dispatch(self, subscription: Subscription, batch: Sequence[ConsumerRecord]) -> None:
        partition = (batch[0].topic, batch[0].partition)
        tracker = self._trackers.setdefault(partition, Tracker())
        for record in batch:
            tracker.began(record.offset)
            self._lanes[hash(record.key) % LANES].put_nowait(Item(record, tracker))
        if tracker.unfinished > HIGH and partition not in self._paused:
            self._paused.add(partition)
            subscription.pause(partition)

    async def _work(self, lane: asyncio.Queue[Item]) -> None:
        while True:
            items = [await lane.get()]
            while len(items) < BATCH and not lane.empty():
                items.append(lane.get_nowait())
            await self._insist(items)
            self._progress.set()
            self._applied.set()

    async def _insist(self, items: list[Item]) -> None:
        """Apply; a store or log that is away is waited for without limit."""
        pause = FIRST_PAUSE
        while True:
            try:
                await self._applier.apply([item for item in items if not item.finished])
            except Unavailable as away:
                self.degraded = away.detail
                log.warning("waiting for the store or the log", extra={"reason": away.detail})
                pause = await _waited(pause)
            else:
                self.degraded = ""
                return

    # acknowledging

    async def _acknowledging(self, subscription: Subscription) -> None:
        while True:
            await self._progress.wait()
            self._progress.clear()
            self._resume(subscription)
            await self.acknowledge()
            await asyncio.sleep(ACKNOWLEDGE)

    def _resume(self, subscription: Subscription) -> None:
        for partition in list(self._paused):
            tracker = self._trackers.get(partition)
            if tracker is None or tracker.unfinished < LOW:
                self._paused.discard(partition)
                subscription.resume(partition)

    async def acknowledge(self) -> None:
        """Tell the log how far every partition is done. A log that is away is told later."""
        moved = {
            partition: tracker.watermark
            for partition, tracker in self._trackers.items()
            if tracker.watermark > tracker.acknowledged
        }
        if not moved or self._subscription is None:
            return
        try:
            await self._subscription.acknowledge(moved)
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
            self._forget(revoked)

    def _forget(self, partitions: frozenset[TopicPartition]) -> None:
        for partition in partitions:
            self._trackers.pop(partition, None)
            self._paused.discard(partition)

    async def lag(self) -> int:
        """Records that the group has not acknowledged, of the partitions that this process reads."""
        if self._subscription is None:
            return 0
        return sum((await self._subscription.lag()).values())


async def _waited(pause: float) -> float:
    """Sleep about so long, so that not all who wait ask again at once; returns for how long the next time."""
    await asyncio.sleep(random.uniform(pause / 2, pause))
    return min(LONGEST_PAUSE, pause * 2)
