"""How a group is read in its one process: the first member reads everything, and of one that leaves the next takes over."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from shared.log import ConsumerRecord, TopicPartition

Ranges: TypeAlias = Mapping[TopicPartition, tuple[int, int]]
Fetch: TypeAlias = Callable[[Ranges], Awaitable[dict[TopicPartition, list[ConsumerRecord]]]]
"""A batch from between two offsets of some of these partitions, of the first one at least."""

Mark: TypeAlias = Callable[[Mapping[TopicPartition, int]], Awaitable[None]]
"""Keeps what the group acknowledged, durably. Raises `Unavailable`."""


class Member:
    """One intake of a group; the contract is `shared.log.Intake`."""

    def __init__(self, group: "Group", topics: Sequence[str]) -> None:
        self.topics = frozenset(topics)
        self._group = group
        self._next: dict[TopicPartition, int] = {}
        self._behind: dict[TopicPartition, None] = {}  # in the order in which they are due to be served
        self._paused: set[TopicPartition] = set()
        self._wake = asyncio.Event()
        self._closed = False

    async def __aiter__(self) -> AsyncIterator[Sequence[ConsumerRecord]]:
        while not self._closed:
            self._wake.clear()
            ranges = {tp: (self._next[tp], self._group.ends[tp]) for tp in self._behind if self._ready(tp)}
            if not ranges:
                await self._wake.wait()
                continue
            for partition, batch in (await self._group.fetch(ranges)).items():
                start, end = ranges[partition]
                # While the file was read or an earlier batch was handled, it may have been paused.
                if self._next.get(partition) == start and self._ready(partition):
                    self._next[partition] = batch[-1].offset + 1 if batch else end
                    del self._behind[partition]
                    if self._next[partition] < self._group.ends[partition]:
                        self._behind[partition] = None
                    if batch:
                        yield batch

    def _ready(self, partition: TopicPartition) -> bool:
        return not self._closed and partition not in self._paused

    def pause(self, partition: TopicPartition) -> None:
        if partition in self._next:
            self._paused.add(partition)

    def resume(self, partition: TopicPartition) -> None:
        self._paused.discard(partition)
        self._wake.set()

    async def acknowledge(self, watermarks: Mapping[TopicPartition, int]) -> None:
        await self._group.acknowledge({tp: offset for tp, offset in watermarks.items() if tp in self._next})

    def owned(self) -> frozenset[TopicPartition]:
        return frozenset(self._next)

    async def lag(self) -> dict[TopicPartition, int]:
        return {tp: self._group.ends[tp] - self._group.committed.get(tp, 0) for tp in self.owned()}

    async def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._next.clear()
            self._wake.set()
            self._group.leave(self)

    def notify(self, partitions: Iterable[TopicPartition]) -> None:
        """Something was appended there. Only where it was, or is left, is looked at: not at every partition, each time."""
        ends = self._group.ends
        self._behind |= dict.fromkeys(each for each in partitions if self._next.get(each, ends[each]) < ends[each])
        if self._behind:
            self._wake.set()

    def take(self, partition: TopicPartition, start: int) -> None:
        """Read it from now on, from `start`, unless it is read already."""
        self._next.setdefault(partition, start)
        self.notify([partition])


class Group:
    """The members of one group, and what the group has `committed`. `ends` says where the log ends at each moment."""

    def __init__(
        self, ends: Mapping[TopicPartition, int], committed: dict[TopicPartition, int], fetch: Fetch, mark: Mark
    ) -> None:
        self.ends = ends
        self.committed = committed
        self.fetch = fetch
        self.members: list[Member] = []
        self._mark = mark

    def join(self, topics: Sequence[str]) -> Member:
        """A new member; what others read already it reads when they have left."""
        member = Member(self, topics)
        self.members.append(member)
        self._hand_out()
        return member

    def leave(self, member: Member) -> None:
        self.members.remove(member)
        self._hand_out()

    async def acknowledge(self, watermarks: Mapping[TopicPartition, int]) -> None:
        """Move forward; an older watermark changes nothing."""
        await self._mark(watermarks)
        for partition, offset in watermarks.items():
            self.committed[partition] = max(offset, self.committed.get(partition, 0))

    async def close(self) -> None:
        """Close the members, the last one first: nobody takes over."""
        for member in reversed(list(self.members)):
            await member.close()

    def _hand_out(self) -> None:
        """Each partition to the first member that wants its topic, so that nothing is ever taken from one that stays."""
        for partition in self.ends:
            if reader := next((member for member in self.members if partition[0] in member.topics), None):
                reader.take(partition, self.committed.get(partition, 0))
