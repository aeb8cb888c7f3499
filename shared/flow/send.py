"""`send`: from a document's outbox to the log, in order, and then forget what the log has."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from shared.contracts import Record
from shared.contracts.registry import EVENTS
from shared.errors import Invalid, Unavailable
from shared.flow import cloudevents
from shared.flow.definition import Definition
from shared.flow.point import point
from shared.log import Appended, EventLog, NotAppended, ProducerRecord, TopicPartition
from shared.loop import Loop
from shared.store import Outgoing, Store, Stored
from shared.store.unreadable import readable

log = logging.getLogger(__name__)

WAVE = 500
"""Documents whose next event travels in one append."""

LINGER = 0.005
"""Seconds that an event waits for others to share its append, as Kafka's producer does (`linger.ms` since 4.0, KIP-1030)."""

BUSY = 0.02
"""Seconds more that events wait where several came in that time: more will come, and each append costs as much as ten records."""

LEISURE = 0.05
"""Seconds that a forgetting may wait for others: nobody waits for it, and together they cost one write."""


REMEMBERED = 10_000
"""Documents of which it is known how far they were sent and forgotten: an older reading may bring such an event back."""


@dataclass(slots=True, eq=False)
class _Box:
    """What of one document is still to be sent, by sequence; up to `sent` the log has acknowledged."""

    kind: type[Any]
    id: UUID
    entries: dict[int, Outgoing] = field(default_factory=dict)
    sent: int = 0

    @property
    def next(self) -> Outgoing:
        return self.entries[min(self.entries)]


class Sender:
    """Sends for one service. Several processes may send the same outbox: overlaps are duplicates, which readers absorb.

    A document's next event leaves only after its predecessor was acknowledged, so first occurrences are in order.
    A box is kept until what was sent of it is forgotten, so that a newer reading does not send it once more.
    """

    def __init__(self, definition: Definition, store: Store, event_log: EventLog) -> None:
        self._definition = definition
        self._store = store
        self._log = event_log
        self._boxes: dict[tuple[type[Any], UUID], _Box] = {}
        self._ready: dict[_Box, None] = {}
        self._closed: set[_Box] = set()
        self._forgotten: dict[tuple[type[Any], UUID], int] = {}
        self._wake = asyncio.Event()
        self._tidy = asyncio.Event()
        self._rested = asyncio.Event()
        self._suspects: dict[UUID, int] | None = None
        self._refused = False
        self.loops = (Loop("sending"), Loop("forgetting what was sent"))
        self.ends: dict[TopicPartition, int] = {}
        """Where the log ended after the last record of this process, by partition."""

    @property
    def idle(self) -> bool:
        """Nothing that this process knows of waits to be sent or forgotten."""
        return not self._boxes

    def offer(self, document: Stored[Any]) -> None:
        """Take over the whole outbox of a document that was committed or found; what of it was sent is forgotten again."""
        at = kind, id = type(document.entity), document.id
        box = self._boxes[at] = self._boxes.get(at) or _Box(kind, id, sent=self._forgotten.pop(at, 0))
        box.entries |= {entry.sequence: entry for entry in document.outbox if entry.sequence > box.sent}
        self._put(box)

    def _put(self, box: _Box) -> None:
        """Into the next wave, or where nothing is left to send among those whose outboxes are to be emptied."""
        if box.entries:
            self._ready[box] = None
            self._wake.set()
        else:
            self._ready.pop(box, None)
            self._closed.add(box)
            self._tidy.set()

    async def forever(self) -> None:
        """Send what is offered, until cancelled. What the log does not take now is left to the sweep."""
        async with asyncio.TaskGroup() as tasks:
            for loop, step in zip(self.loops, (self._send, self._tidy_up), strict=True):
                tasks.create_task(loop.forever(step))

    async def _send(self) -> None:
        await self._wake.wait()
        await asyncio.sleep(LINGER)
        if 1 < len(self._ready) < WAVE:
            await asyncio.sleep(BUSY)
        try:
            await self._wave()
        finally:
            if not self._ready:
                self._wake.clear()

    async def _tidy_up(self) -> None:
        await self._tidy.wait()
        await asyncio.sleep(LEISURE)
        self._tidy.clear()
        await self._forget_closed()

    async def finish(self) -> None:
        """Send and forget what was offered, after `forever` ended."""
        while self._ready:
            await self._wave()
        await self._forget_closed()

    # sending

    async def _wave(self) -> None:
        """One append of the next event of each document that has one."""
        flying = [(box, box.next) for box in list(self._ready)[:WAVE]]
        for box, _ in flying:
            del self._ready[box]
        try:
            outcomes = await self._landed(flying)
        except Exception:
            for box, entry in flying:
                self._settle(box, entry, NotAppended("the log or the store does not answer"))
            raise
        point("send.appended")
        for (box, entry), outcome in zip(flying, outcomes, strict=True):
            self._settle(box, entry, outcome)

    def _settle(self, box: _Box, entry: Outgoing, outcome: Appended | NotAppended) -> None:
        if isinstance(outcome, Appended):
            box.sent = entry.sequence
            self.ends[EVENTS[entry.type].topic.name, outcome.partition] = outcome.offset + 1
            box.entries = {sequence: entry for sequence, entry in box.entries.items() if sequence > box.sent}
        else:
            self._refused = True
            box.entries = {}
            if outcome.final:
                log.error("an event cannot be sent", extra={"document": str(box.id), "reason": outcome.reason})
        self._put(box)

    async def _landed(self, flying: Sequence[tuple[_Box, Outgoing]]) -> list[Appended | NotAppended]:
        """What becomes of each. Where an entry only says "changed", the document as it is now is appended."""
        states = [(box.kind, box.id) for box, entry in flying if entry.data is None]
        present = dict(zip(states, await readable(self._store.get_each(states)), strict=True))
        made = [self._made(box, entry, present.get((box.kind, box.id))) for box, entry in flying]
        landed = iter(await self._log.append([each for each in made if isinstance(each, ProducerRecord)]))
        return [next(landed) if isinstance(each, ProducerRecord) else each for each in made]

    def _made(self, box: _Box, entry: Outgoing, document: Stored[Any] | None) -> ProducerRecord | NotAppended:
        """One that cannot be made stops no other; the sweep tries it again."""
        if entry.type not in EVENTS:  # a newer release beside this one sends it
            return NotAppended(f"this release knows no event {entry.type}", final=True)
        if entry.data is None and document is None:
            return NotAppended("the document cannot be read", final=True)
        try:
            return self._record(EVENTS[entry.type].topic.name, box.id, entry, document)
        except Exception as error:  # noqa: BLE001  the edge: `_settle` names it
            return NotAppended(f"no record can be made of it: {type(error).__name__}", final=True)

    def _record(self, topic: str, key: UUID, entry: Outgoing, document: Stored[Any] | None) -> ProducerRecord:
        said = entry if document is None else state_of(self._definition, document, entry)
        return cloudevents.encode(self._definition.name, topic, key, said)

    async def correct(self, record: Record) -> None:
        """An older state of an own compacted document arrived last on the log: append the present one after it.

        Raises `Unavailable` if the log does not take it.
        """
        for kind in self._definition.states:
            document = await self._store.get(kind, record.key)
            if document is not None and record.sequence < document.sequence:
                like = Outgoing(record.sequence, record.id, record.type, record.at, None, record.correlation)
                [outcome] = await self._log.append([self._record(record.topic, record.key, like, document)])
                if isinstance(outcome, NotAppended):
                    raise (Invalid if outcome.final else Unavailable)(outcome.reason)

    # forgetting

    async def _forget_closed(self) -> None:
        """What cannot be forgotten is sent again by the sweep: a duplicate, which readers absorb."""
        closed, self._closed = self._closed, set()
        try:
            await self._store.forget([(box.kind, box.id, box.sent) for box in closed if box.sent])
            point("send.forgotten")
        finally:
            for box in closed:
                if not box.entries and box not in self._closed:
                    del self._boxes[box.kind, box.id]
                    self._forgotten[box.kind, box.id] = box.sent
                    self._rested.set()
            while len(self._forgotten) > REMEMBERED:
                del self._forgotten[next(iter(self._forgotten))]

    # what others left

    async def sweep(self) -> int:
        """Offer what lay in an outbox in two passes; returns how many documents still have one.

        Where no other process has the store, the first pass will do: whoever was to send them before is gone.
        """
        found = [document for document in await self._store.pending() if document.outbox]
        before, self._suspects = self._suspects, {document.id: document.outbox[0].sequence for document in found}
        abandoned = before is None and self._store.alone
        for document in found:
            if abandoned or (before and before.get(document.id) == document.outbox[0].sequence):
                self.offer(document)
        return len(found)

    async def settled(self) -> bool:
        """Wait until what was offered is sent and forgotten, or given back to the sweep; then False."""
        self._refused = False
        while not self.idle:
            self._rested.clear()
            await self._rested.wait()
        return not self._refused


def state_of(definition: Definition, document: Stored[Any], entry: Outgoing) -> Outgoing:
    """The outbox entry of a compacted topic, filled with the present state and the id of what made it (`sealed`)."""
    event, made = definition.states[type(document.entity)](document.entity), document.heard.get(document.id)
    return replace(
        entry,
        sequence=document.sequence,
        id=made.event if made else entry.id,
        type=event.type if event else "",
        data=event.model_dump_json().encode() if event else None,
    )
