"""One record's effects: consequences first, then the mirror. Redelivery, replay and two consumers at once are harmless."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from shared.contracts import Record, Topic
from shared.contracts.registry import EVENTS, TOPIC
from shared.errors import PlenaryError, Unavailable
from shared.flow.definition import Definition, Hear
from shared.flow.envelope import sealed
from shared.flow.lanes import Item
from shared.flow.letters import Letter, letter_id, unkeyed_id
from shared.flow.plan import Key, Plan
from shared.flow.point import point
from shared.flow.read import Read
from shared.store import Behind, Committed, Outcome, Store, Stored, Unfit

log = logging.getLogger(__name__)

TRIES = 5
"""So often is a record that a handler refuses tried before it is noted as refused."""

PAUSE = 0.02
"""Seconds before the next round where nothing but refused records is left."""


class Applier:
    """Applies records to the documents of one service. `committed` is told of every document that was written."""

    def __init__(
        self,
        definition: Definition,
        store: Store,
        committed: Callable[[Stored[Any]], None],
        own_state: Callable[[Record], Any],
    ) -> None:
        self._definition = definition
        self._store = store
        self._committed = committed
        self._own_state = own_state
        self._causeless = frozenset(EVENTS) - {event.type for event in definition.on}

    async def apply(self, items: Sequence[Item]) -> None:
        """Bring each item to its end: applied, found done, or noted as behind. Raises `Unavailable`; call again then."""
        queues: dict[Key, deque[Item]] = {}
        for item in items:
            if item.is_beat or self._is_own_news(item):
                item.finish()
            elif item.key is None:
                await self._note_unkeyed(item)
            else:
                queues.setdefault((item.record.topic, item.key), deque()).append(item)
        while queues:
            moved = await self._round(queues)
            queues = {key: queue for key, queue in queues.items() if queue}
            if queues and not moved:
                await asyncio.sleep(PAUSE)

    def _is_own_news(self, item: Item) -> bool:
        """Of an own topic, and of a type that causes nothing here: most of what a busy service hears. Not even decoded."""
        topic = TOPIC[item.record.topic]
        return topic.publisher == self._definition.name and topic.cleanup == "kept" and item.type in self._causeless

    async def _round(self, queues: dict[Key, deque[Item]]) -> bool:
        """For each key, as far as one event with consequences; True if anything was finished."""
        notes = await self._notes(list(queues))
        plans = [self._plan(key, queue, notes.get(key)) for key, queue in queues.items()]
        await asyncio.gather(*(self._decide(plan) for plan in plans))
        point("consume.decided")
        await self._commit_consequences(plans)
        point("consume.consequences")
        await self._commit_notes(plans)
        point("consume.mirrors")
        for plan in plans:
            if plan.again:
                continue
            for item in plan.taken:
                plan.items.remove(item)
                item.finish()
        return any(plan.taken and not plan.again for plan in plans)

    # what is known of each key

    def _kind(self, topic: str) -> type[Any] | None:
        """The mirror of a foreign topic; None for an own topic."""
        return self._definition.mirrors.get(TOPIC[topic])

    async def _notes(self, keys: list[Key]) -> dict[Key, Stored[Any]]:
        found = await self._store.get_each([self._note(topic, id) for topic, id in keys])
        return {key: stored for key, stored in zip(keys, found, strict=True) if stored is not None}

    def _note(self, topic: str, id: UUID) -> tuple[type[Any], UUID]:
        """Where it stands how far a key is: in the mirror, of an own topic in a letter if in any."""
        kind = self._kind(topic)
        return (kind, id) if kind else (Letter, letter_id(topic, id))

    def _plan(self, key: Key, items: deque[Item], note: Stored[Any] | None) -> Plan:
        kind = self._kind(key[0])
        if note is None:
            note = Stored(kind(key[1]) if kind else Letter(letter_id(*key), *key))
        return Plan(key, items, note, own=kind is None)

    # deciding

    async def _decide(self, plan: Plan) -> None:
        for item in plan.items:
            if self._is_done(plan, item):
                plan.taken.append(item)
            elif item.refusal or item.heard is None:
                plan.wait(item, item.refusal)
            elif self._is_early(plan, item):
                plan.wait(item, "")
            elif not await self._take(plan, item, item.heard):
                return

    def _is_done(self, plan: Plan, item: Item) -> bool:
        behind = plan.note.behind
        if behind and (item.record.offset == behind.refused or item.record.offset in behind.skipped):
            return True
        record = item.heard
        if record is None or plan.own:
            return (
                record is not None and type(record.event) not in self._definition.on and not self._republishes(record)
            )
        last = plan.note.heard.get(plan.key[1])
        if last and last.sequence == record.sequence and last.event != record.id:
            log.error(
                "a fork: the same sequence with another event; a store has lost what it acknowledged",
                extra={"topic": record.topic, "key": str(record.key), "sequence": record.sequence},
            )
        return record.sequence <= plan.reached

    def _republishes(self, record: Record) -> bool:
        return TOPIC[record.topic].cleanup == "compact"

    def _is_early(self, plan: Plan, item: Item) -> bool:
        """Before its predecessor; where each record is whole state the newest wins and nothing is early."""
        return not plan.own and _topic(plan).cleanup == "kept" and item.sequence > plan.reached + 1

    async def _take(self, plan: Plan, item: Item, record: Record) -> bool:
        """Decide one record; False where the round must end before it."""
        handler = self._definition.on.get(type(record.event)) if record.event else None
        if handler and plan.deciding:
            return False
        try:
            if plan.own and self._republishes(record):
                await self._own_state(record)
            changes = await self._consequences(handler, record) if handler else []
            if not plan.own and (record.event or not record.type):  # of an unknown type only the sequence counts
                plan.note.entity.hear(record.event)
        except Unavailable:
            raise
        except Exception as refused:  # noqa: BLE001  the edge: what a handler cannot do becomes a dead letter, never a loss
            return self._refuse(plan, item, refused)
        if handler:
            plan.deciding, plan.changes = item, changes
        if not plan.own:
            plan.mark(record)
        plan.taken.append(item)
        return True

    async def _consequences(self, handler: Hear, record: Record) -> list[Stored[Any]]:
        read = Read(self._store)
        documents = []
        for change in await handler(record, read):
            before = read.seen(type(change.entity), change.entity.id)
            if not _has_heard(before, record):
                documents.append(sealed(change, before, record))
        return documents

    def _refuse(self, plan: Plan, item: Item, error: Exception) -> bool:
        """The same decision may go well on the next reading; after the last try the record is a dead letter."""
        item.tries += 1
        if item.tries >= TRIES:
            item.refusal = error.detail if isinstance(error, PlenaryError) else type(error).__name__
            log.error(
                "a record is refused",
                extra={"topic": item.record.topic, "offset": item.record.offset, "reason": item.refusal},
                exc_info=error,
            )
        plan.again = True  # whatever the failed attempt did to the mirror in memory is thrown away
        return False

    # being behind

    async def _note_unkeyed(self, item: Item) -> None:
        at = item.record
        id = unkeyed_id(at.topic, at.partition, at.offset)
        reason = "The key is not the id of an aggregate."
        behind = Behind(at.topic, at.partition, at.offset, at.offset, at.at, reason, refused=at.offset)
        await self._store.commit([Stored(Letter(id, at.topic, None), behind=behind)])  # stale: noted already
        point("behind.noted")
        item.finish()

    # committing

    async def _commit_consequences(self, plans: list[Plan]) -> None:
        flight = [(plan, document) for plan in plans if not plan.again for document in plan.changes]
        if not flight:
            return
        outcomes = await self._store.commit([document for _, document in flight])
        for (plan, document), outcome in zip(flight, outcomes, strict=True):
            await self._settle(plan, document, outcome)

    async def _settle(self, plan: Plan, document: Stored[Any], outcome: Outcome) -> None:
        if isinstance(outcome, Committed):
            self._committed(replace(document, version=outcome.version))
        elif isinstance(outcome, Unfit):
            plan.refuse(outcome.reason)
        elif not (document.version == 0 and await self._stands(document)):
            plan.again = True

    async def _stands(self, document: Stored[Any]) -> bool:
        """An insert collided: is it this very consequence, committed before?"""
        present = await self._store.get(type(document.entity), document.id)
        token = document.recent[-1].token
        return present is not None and (
            any(done.token == token for done in present.recent)
            or any(
                key in present.heard and present.heard[key].sequence >= h.sequence for key, h in document.heard.items()
            )
        )

    async def _commit_notes(self, plans: list[Plan]) -> None:
        flight = [plan for plan in plans if plan.touched and not plan.again]
        if not flight:
            return
        outcomes = await self._store.commit([plan.note for plan in flight])
        for plan, outcome in zip(flight, outcomes, strict=True):
            if isinstance(outcome, Unfit) and plan.taken:
                plan.taken[-1].refusal = outcome.reason
            plan.again = not isinstance(outcome, Committed)
            if plan.note.behind and not plan.again:
                point("behind.noted")


def _topic(plan: Plan) -> Topic:
    return TOPIC[plan.key[0]]


def _has_heard(document: Stored[Any] | None, record: Record) -> bool:
    heard = document.heard.get(record.key) if document else None
    return heard is not None and heard.sequence >= record.sequence
