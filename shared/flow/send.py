"""`send`: from a document's outbox to the log, in order, and then forget what the log has."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid5

from shared.contracts import Topic
from shared.contracts.registry import EVENTS
from shared.errors import Unavailable
from shared.flow import cloudevents
from shared.flow.definition import Definition
from shared.flow.point import point
from shared.log import Appended, EventLog, NotAppended, ProducerRecord
from shared.store import Outgoing, Store, Stored

log = logging.getLogger(__name__)

WAVE = 500
"""Documents whose next event travels in one append."""

LINGER = 0.005
"""Seconds that an event waits for others to share its append, as Kafka's producer does (`linger.ms` since 4.0, KIP-1030)."""

LEISURE = 0.05
"""Seconds that a forgetting may wait for others: nobody waits for it, and together they cost one write."""


@dataclass(slots=True)
class _Box:
    """What of one document is still to be sent: `flying` is on its way, up to `sent` the log has acknowledged."""

    kind: type[Any]
    id: UUID
    entries: list[Outgoing]
    flying: int = 0
    sent: int = 0


class Sender:
    """Sends for one service. Several processes may send the same outbox: overlaps are duplicates, which readers absorb.

    A document's next event leaves only after its predecessor was acknowledged, so first occurrences are in order.
    """

    def __init__(self, definition: Definition, store: Store, event_log: EventLog) -> None:
        self._definition = definition
        self._store = store
        self._log = event_log
        self._boxes: dict[tuple[str, UUID], _Box] = {}
        self._ready: dict[tuple[str, UUID], None] = {}
        self._closing: dict[tuple[str, UUID], _Box] = {}
        self._tidying: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()
        self._rested = asyncio.Event()
        self._suspects: dict[UUID, int] = {}
        self._refused = False

    @property
    def idle(self) -> bool:
        """Nothing that this process knows of waits to be sent or forgotten."""
        return not self._boxes

    def offer(self, document: Stored[Any]) -> None:
        """Take over the whole outbox of a document that was committed or found."""
        if not document.outbox:
            return
        key = (type(document.entity).kind, document.id)
        box = self._boxes.setdefault(key, _Box(type(document.entity), document.id, []))
        known = {entry.sequence for entry in box.entries}
        fresh = [entry for entry in document.outbox if entry.sequence > box.sent and entry.sequence not in known]
        box.entries = sorted([*box.entries, *fresh], key=lambda entry: entry.sequence)
        if box.entries:
            self._ready[key] = None
            self._wake.set()

    async def forever(self) -> None:
        """Send what is offered, until cancelled. What the log does not take now is left to the sweep."""
        while True:
            await self._wake.wait()
            await asyncio.sleep(LINGER)
            self._wake.clear()
            await self.wave()
            if self._ready:
                self._wake.set()

    async def wave(self) -> None:
        """One append of the next event of each document that has one."""
        keys = list(self._ready)[:WAVE]
        if not keys:
            return
        for key in keys:
            del self._ready[key]
        boxes = [self._boxes[key] for key in keys]
        try:
            outcomes = await self._log.append(await self._records(boxes))
        except Unavailable as away:
            log.warning("the log or the store does not answer; the sweep will send", extra={"reason": away.detail})
            outcomes = [NotAppended(away.detail)] * len(boxes)
        point("send.appended")
        for key, outcome in zip(keys, outcomes, strict=True):
            self._settle(key, outcome)

    def _settle(self, key: tuple[str, UUID], outcome: Appended | NotAppended) -> None:
        box = self._boxes[key]
        if isinstance(outcome, NotAppended):
            self._refused = True
            if outcome.final:
                log.error("the log refuses an event", extra={"document": str(box.id), "reason": outcome.reason})
            self._close(key, box)
            return
        box.sent = box.flying
        box.entries = [entry for entry in box.entries if entry.sequence > box.sent]
        if box.entries:
            self._ready[key] = None
        else:
            self._close(key, box)

    def _close(self, key: tuple[str, UUID], box: _Box) -> None:
        """Forget what the log has. The box stays until then, so that a newer reading does not send it once more."""
        self._ready.pop(key, None)
        box.entries.clear()
        if not box.sent:
            self._drop(key)
            return
        self._closing[key] = box
        if self._tidying is None:
            self._tidying = asyncio.create_task(self._tidy())

    async def _tidy(self) -> None:
        try:
            while self._closing:
                await asyncio.sleep(LEISURE)
                await self._forget_closed()
        finally:
            self._tidying = None

    async def _forget_closed(self) -> None:
        closed, self._closing = self._closing, {}
        await asyncio.gather(*(self._forget(box) for box in closed.values()))
        for key, box in closed.items():
            if not box.entries and key not in self._closing:
                self._drop(key)

    def _drop(self, key: tuple[str, UUID]) -> None:
        del self._boxes[key]
        self._rested.set()

    async def _forget(self, box: _Box) -> None:
        try:
            await self._store.forget(box.kind, box.id, box.sent)
        except Unavailable as away:  # sent again by the sweep: a duplicate, which readers absorb
            log.warning("the store does not answer; an event stays in its outbox", extra={"reason": away.detail})
            return
        point("send.forgotten")

    async def _records(self, boxes: Sequence[_Box]) -> list[ProducerRecord]:
        """The next event of each; of a compacted topic the document as it is now (an erased one is a tombstone)."""
        states = [box for box in boxes if _topic(box).cleanup == "compact"]
        present = await self._present(states)
        records = []
        for box in boxes:
            entry, document = box.entries[0], present.get(box.id)
            if document is not None:
                entry = state_of(self._definition, document, entry)
            box.flying = entry.sequence
            records.append(cloudevents.encode(self._definition.name, _topic(box).name, box.id, entry))
        return records

    async def _present(self, boxes: Sequence[_Box]) -> dict[UUID, Stored[Any]]:
        found = await self._store.get_each([(box.kind, box.id) for box in boxes])
        return {document.id: document for document in found if document is not None}

    async def republish(self, document: Stored[Any], like: Outgoing) -> None:
        """Publish the present state of a document of a compacted topic now; raises `Unavailable` if the log does not take it."""
        topic = EVENTS[like.type].topic
        record = cloudevents.encode(
            self._definition.name, topic.name, document.id, state_of(self._definition, document, like)
        )
        [outcome] = await self._log.append([record])
        if isinstance(outcome, NotAppended):
            raise Unavailable(outcome.reason)

    async def sweep(self, *, abandoned: bool = False) -> int:
        """Offer what lay in an outbox in two passes; returns how many documents still have one.

        `abandoned`: whoever was to send them is gone, so one pass will do.
        """
        found = await self._store.pending()
        oldest = {document.id: document.outbox[0].sequence for document in found}
        for document in found:
            if abandoned or self._suspects.get(document.id) == oldest[document.id]:
                self.offer(document)
        self._suspects = oldest
        return len(found)

    async def settled(self) -> bool:
        """Wait until what was offered is sent and forgotten, or given back to the sweep; then False."""
        self._refused = False
        while not self.idle:
            self._rested.clear()
            await self._rested.wait()
        return not self._refused

    async def finish(self) -> None:
        """Send and forget what was offered, after `forever` ended."""
        while self._ready:
            await self.wave()
        while self._closing:
            await self._forget_closed()


def _topic(box: _Box) -> Topic:
    return EVENTS[box.entries[0].type].topic


def state_of(definition: Definition, document: Stored[Any], entry: Outgoing) -> Outgoing:
    """The outbox entry of a compacted topic, filled with the present state; the same state always has the same id."""
    event = definition.states[type(document.entity)](document.entity)
    return replace(
        entry,
        sequence=document.sequence,
        id=uuid5(document.id, f"state/{document.sequence}"),
        type=event.type if event else "",
        data=event.model_dump(mode="json") if event else None,
    )
