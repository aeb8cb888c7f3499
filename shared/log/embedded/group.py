"""How the members of a group in one process share partitions, and how a member receives its batches."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from typing import TypeAlias, TypeVar

from shared.log import ConsumerRecord, Drain, TopicPartition

logger = logging.getLogger(__name__)

M = TypeVar("M")


Ranges: TypeAlias = Mapping[TopicPartition, tuple[int, int]]
Fetch: TypeAlias = Callable[[Ranges], Awaitable[dict[TopicPartition, list[ConsumerRecord]]]]
"""A batch from between two offsets of some of these partitions, of the first one at least."""

Mark: TypeAlias = Callable[[Mapping[TopicPartition, int]], Awaitable[None]]
"""Keeps what the group acknowledged, durably. Raises `Unavailable`."""


class Member:
    """One subscription of a group; the contract is `shared.log.Subscription`."""

    def __init__(self, group: "Group", topics: Sequence[str], drain: Drain | None) -> None:
        self.topics = frozenset(topics)
        self._group = group
        self._drain = drain
        self._next: dict[TopicPartition, int] = {}  # in the order in which they are due to be served
        self._revoked: frozenset[TopicPartition] = frozenset()  # still acknowledged, no longer delivered
        self._paused: set[TopicPartition] = set()
        self._wake = asyncio.Event()
        self._closed = False

    async def __aiter__(self) -> AsyncIterator[Sequence[ConsumerRecord]]:
        while not self._closed:
            self._wake.clear()
            ranges = {tp: (start, self._group.ends[tp]) for tp, start in self._next.items() if self._ready(tp, start)}
            if not ranges:
                await self._wake.wait()
                continue
            for partition, batch in (await self._group.fetch(ranges)).items():
                start, end = ranges[partition]
                # While the file was read or an earlier batch was handled, it may have been paused or given away.
                if self._next.get(partition) == start and self._ready(partition, start):
                    del self._next[partition]
                    self._next[partition] = batch[-1].offset + 1 if batch else end
                    if batch:
                        yield batch

    def _ready(self, partition: TopicPartition, start: int) -> bool:
        held_back = self._closed or partition in self._paused or partition in self._revoked
        return not held_back and start < self._group.ends[partition]

    def pause(self, partition: TopicPartition) -> None:
        if partition in self._next:
            self._paused.add(partition)

    def resume(self, partition: TopicPartition) -> None:
        self._paused.discard(partition)
        self._wake.set()

    async def acknowledge(self, watermarks: Mapping[TopicPartition, int]) -> None:
        await self._group.acknowledge({tp: offset for tp, offset in watermarks.items() if tp in self._next})

    def owned(self) -> frozenset[TopicPartition]:
        return frozenset(self._next) - self._revoked

    async def lag(self) -> dict[TopicPartition, int]:
        return {tp: self._group.ends[tp] - self._group.committed.get(tp, 0) for tp in self.owned()}

    async def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._next.clear()
            self._wake.set()
            self._group.leave(self)

    def notify(self, partitions: Iterable[TopicPartition]) -> None:
        """Something was appended there."""
        if not self._next.keys().isdisjoint(partitions):
            self._wake.set()

    def take(self, partitions: frozenset[TopicPartition], committed: Mapping[TopicPartition, int]) -> None:
        """Read these from now on, from where the group stands."""
        if not self._closed:
            self._next |= {tp: committed.get(tp, 0) for tp in sorted(partitions)}
            self._wake.set()

    async def give(self, partitions: frozenset[TopicPartition], within: float) -> None:
        """Let the work on these end and be acknowledged, for `within` seconds at most; then they are another's."""
        self._revoked = partitions
        try:
            if self._drain is not None:
                async with asyncio.timeout(within):
                    await self._drain(partitions)
        except Exception:  # the edge: whatever a drain does, the others get their partitions
            logger.exception("partitions were taken away before their work was done", extra={"count": len(partitions)})
        for partition in partitions:
            self._next.pop(partition, None)
        self._paused -= partitions
        self._revoked = frozenset()


class Group:
    """The members of one group, and what the group has `committed`. `ends` says where the log ends at each moment."""

    def __init__(
        self,
        ends: Mapping[TopicPartition, int],
        committed: dict[TopicPartition, int],
        fetch: Fetch,
        mark: Mark,
        drain_within: float,
    ) -> None:
        self.ends = ends
        self.committed = committed
        self.fetch = fetch
        self.members: list[Member] = []
        self._mark = mark
        self._drain_within = drain_within
        self._turn = asyncio.Lock()
        self._sharing: set[asyncio.Task[None]] = set()

    def join(self, topics: Sequence[str], drain: Drain | None) -> Member:
        """A new member; it owns nothing until the others have given up its share."""
        member = Member(self, topics, drain)
        self.members.append(member)
        self.share()
        return member

    def leave(self, member: Member) -> None:
        self.members.remove(member)
        self.share()

    def share(self) -> None:
        """Deal the partitions anew, in the background: others may have to drain first."""
        task = asyncio.create_task(self._share())
        self._sharing.add(task)
        task.add_done_callback(self._sharing.discard)

    async def acknowledge(self, watermarks: Mapping[TopicPartition, int]) -> None:
        """Move forward; an older watermark changes nothing."""
        await self._mark(watermarks)
        for partition, offset in watermarks.items():
            self.committed[partition] = max(offset, self.committed.get(partition, 0))

    async def close(self) -> None:
        """Close the members; nothing is dealt any more."""
        for member in list(self.members):
            await member.close()
        for task in self._sharing:
            task.cancel()
        await asyncio.gather(*self._sharing, return_exceptions=True)

    async def _share(self) -> None:
        async with self._turn:
            members = list(self.members)
            hands = self._deal(members)
            leaving = {member: member.owned() - hands[member] for member in members}
            await asyncio.gather(*(member.give(tps, self._drain_within) for member, tps in leaving.items() if tps))
            for member in members:
                member.take(hands[member] - member.owned(), self.committed)

    def _deal(self, members: Sequence[Member]) -> dict[Member, frozenset[TopicPartition]]:
        hands: dict[Member, set[TopicPartition]] = {member: set() for member in members}
        for topic in {topic for member in members for topic in member.topics}:
            partitions = {partition for partition in self.ends if partition[0] == topic}
            held = {member: partitions & member.owned() for member in members if topic in member.topics}
            for member, share in deal(partitions, held).items():
                hands[member] |= share
        return {member: frozenset(hand) for member, hand in hands.items()}


def deal(partitions: set[TopicPartition], held: Mapping[M, set[TopicPartition]]) -> dict[M, set[TopicPartition]]:
    """Equal shares (one more or less) that take away as little as possible of what each member holds."""
    share, larger = divmod(len(partitions), len(held))
    most_first = sorted(held, key=lambda member: -len(held[member]))
    quotas = {member: share + (place < larger) for place, member in enumerate(most_first)}
    shares = {member: set(sorted(held[member])[: quotas[member]]) for member in most_first}
    free = sorted(partitions.difference(*shares.values()), reverse=True)
    for member in most_first:
        while len(shares[member]) < quotas[member]:
            shares[member].add(free.pop())
    return shares
