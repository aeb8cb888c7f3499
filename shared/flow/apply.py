"""One record's hearings: consequences first, then the mirror. Redelivery, replay and two consumers at once are harmless."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import Any, TypeAlias
from uuid import UUID

from shared.contracts import Record
from shared.contracts.registry import EVENTS, TOPIC
from shared.errors import Invalid
from shared.flow.definition import Definition, Listener, Tell, Together, must_own
from shared.flow.envelope import sealed
from shared.flow.lanes import Item
from shared.flow.plan import Hearing, Note, Plan, address, hearings_of, reached
from shared.flow.point import point
from shared.flow.read import Decided, Read
from shared.loop import is_away, told
from shared.store import Committed, Entity, Outcome, Store, Stored, Unfit
from shared.store.unreadable import Unreadable, readable

log = logging.getLogger(__name__)

TRIES = 5
"""So often is a record that a handler refuses tried before it is noted as refused."""

PAUSE = 0.02
"""Seconds before the next round where nothing but refused records is left."""

OwnState: TypeAlias = Callable[[Record], Awaitable[None]]

Queues = dict[tuple[type[Entity], UUID], deque[Item]]
"""What is left to apply of each key, by the document that notes how far the key is."""


class Applier:
    """Applies records to the documents of one service. `committed` is told of every document that was written.

    `own_state` is told of each record of an own compacted topic.
    """

    def __init__(self, definition: Definition, store: Store, committed: Tell, own_state: OwnState) -> None:
        self._definition = definition
        self._store = store
        self._committed = committed
        self._own_state = own_state
        self._causeless = frozenset(EVENTS) - {event.type for event in definition.on}
        self._own = {name for name, of in TOPIC.items() if of.publisher == definition.name and of.cleanup == "kept"}
        listeners = [(event.type, handler) for event, heard in definition.on.items() for _, handler in heard]
        self._wanted = {type for type, handler in listeners if isinstance(handler, Together)}
        self._turn = asyncio.Lock()

    async def apply(self, items: Sequence[Item]) -> None:
        """Bring each item to its end: applied, found done, or noted as behind. Raises `Unavailable`; call again then."""
        queues: Queues = {}
        for item in items:
            if self.passes_by(item):
                item.finish()
            else:
                note = self._blank_note(item)
                queues.setdefault((type(note), note.id), deque()).append(item)
        in_turn = any(item.type in self._wanted for item in items)
        while queues:
            async with self._turn if in_turn else nullcontext():  # no race for what another lane wants too
                plans = await self._round(queues)
            moved = sum(plan.finish() for plan in plans if not plan.again)
            in_turn = in_turn or any(plan.again for plan in plans)
            queues = {key: queue for key, queue in queues.items() if queue}
            if queues and not moved:
                await asyncio.sleep(PAUSE)

    def passes_by(self, item: Item) -> bool:
        """A beat; or of an own topic, and of a type that causes nothing here: most of what a busy service hears. Not decoded."""
        return item.is_beat or (item.record.topic in self._own and item.type in self._causeless)

    def _is_own_state(self, plan: Plan, item: Item) -> bool:
        """Of an own compacted topic: also what was heard before may be newer on the log than what we know to be so."""
        return not plan.mirrored and TOPIC[item.record.topic].cleanup == "compact"

    def _blank_note(self, item: Item) -> Entity:
        """The document that notes how far a key is, before anything was heard: its mirror, where it has none a note."""
        mirror = self._definition.mirrors.get(TOPIC[item.record.topic])
        blank: Entity = mirror(item.key) if mirror and item.key else Note.of(item)
        return blank

    async def _round(self, queues: Queues) -> list[Plan]:
        """For each key, as far as one event with consequences; what was done for it, and whether it must be done again."""
        plans = await self._plans(queues)
        await asyncio.gather(*(self._decide(plan) for plan in plans))
        hearings = hearings_of(plans)
        await self._decide_in_turn(hearings)
        point("consume.decided")
        await self._commit_consequences(hearings)
        point("consume.consequences")
        for hearing in hearings:
            if hearing.together and hearing.changes:  # there may be more to do now
                hearing.must_be_done_again()
        await self._commit_notes(plans)
        point("consume.mirrors")
        return plans

    async def _plans(self, queues: Queues) -> list[Plan]:
        """One for each key, on its mirror or note; where that cannot be read, on a note in which the key waits for it."""
        faults: Mapping[int, str] = {}
        try:
            notes = await self._store.get_each(list(queues))
        except Unreadable as bad:
            notes, faults = bad.rest, bad.faults
        plans = [
            Plan(items, note or Stored(self._blank_note(items[0])))
            for items, note in zip(queues.values(), notes, strict=True)
        ]
        for place, fault in faults.items():
            instead = Note.of(plans[place].items[0])
            plans[place].note = await self._store.get(Note, instead.id) or Stored(instead)
            plans[place].unreadable = fault
        return plans

    # deciding

    async def _decide(self, plan: Plan) -> None:
        for item in plan.items:
            record = item.heard
            if plan.is_done(item) and not self._is_own_state(plan, item):
                _tell_of_a_fork(plan, record)
                plan.take(item)
            elif refusal := plan.refusal(item):
                plan.wait(item, refusal)
            elif plan.is_early(item):
                plan.wait(item)
            elif record is None or plan.is_skipped(item):
                plan.hear(item)
            elif not await self._take(plan, item, record):
                return

    async def _take(self, plan: Plan, item: Item, record: Record) -> bool:
        """Hear one record; False where the round must end before it."""
        listeners = self._definition.on.get(type(record.event), ()) if record.event and not plan.is_done(item) else ()
        if listeners and plan.deciding:
            return False
        try:
            if self._is_own_state(plan, item):
                await self._own_state(record)
            asked = dict(_asked(listener, item, record) for listener in listeners)
            if plan.mirrored and (record.event or not record.type):  # of an unknown type only the sequence counts
                plan.note.entity.hear(record.event)
        except Exception as refused:  # the edge: what a handler cannot do becomes a dead letter, never a loss
            if is_away(refused):
                raise
            self._refuse(plan, item, refused)
            return False
        if listeners:
            plan.deciding, plan.listeners = item, asked
        if listeners or plan.mirrored:
            plan.hear(item)
        else:
            plan.take(item)
        return True

    async def _decide_in_turn(self, hearings: Sequence[Hearing]) -> None:
        """All at once; then, upon what was decided, those of several and who changes what another changes too."""
        await asyncio.gather(*(self._consequences(hearing) for hearing in hearings if not hearing.together))
        decided: dict[tuple[str, UUID], Stored[Any]] = {}
        for hearing in hearings:
            shared = any(address(document) in decided for document in hearing.changes)
            if shared and any(plan.deciding and plan.deciding.tries for plan in hearing.plans):
                hearing.must_be_done_again()  # it may be unfit: it shares no write with others
                hearing.changes = []
            elif shared or hearing.together:
                await self._consequences(hearing, decided)
            decided |= {address(document): document for document in hearing.changes}

    async def _consequences(self, hearing: Hearing, upon: Decided | None = None) -> None:
        """What the hearing is to change, for all its records."""
        items = {plan: plan.deciding for plan in hearing.plans if plan.deciding and not plan.again}
        records = [item.heard for item in items.values() if item.heard]
        handler, read, hearing.changes = hearing.handler, Read(self._store, upon=upon), []
        if not records:
            return
        try:
            for change in await (
                handler.decide(records, read) if isinstance(handler, Together) else handler(records[0], read)
            ):
                must_own(hearing.subject.kinds, change.entity)
                cause = change.cause or records[0]
                before = read.seen(type(change.entity), change.entity.id)
                if hearing.together or reached(before, cause.key) < cause.sequence:
                    hearing.changes.append(sealed(change, before, cause))
        except Exception as refused:  # as above
            if is_away(refused):
                raise
            for plan, item in items.items():
                self._refuse(plan, item, refused)
            hearing.changes = []

    def _refuse(self, plan: Plan, item: Item, error: Exception) -> None:
        """The same decision may go well on the next reading; after the last try the record is a dead letter."""
        item.tries += 1
        if item.tries >= TRIES:
            at = item.record
            item.refusal = told("a record is refused", error, topic=at.topic, offset=at.offset)
        plan.again = True  # whatever the failed attempt did to the mirror in memory is thrown away

    # committing

    async def _commit_consequences(self, hearings: Sequence[Hearing]) -> None:
        """Each document once, as the last hearing that changes it says: it was decided upon what the others say."""
        flight: dict[tuple[str, UUID], list[tuple[Hearing, Stored[Any]]]] = {}
        for hearing in hearings:
            for document in hearing.changes:
                flight.setdefault(address(document), []).append((hearing, document))
        outcomes = await self._store.commit([changes[-1][1] for changes in flight.values()])
        for changes, outcome in zip(flight.values(), outcomes, strict=True):
            await self._settle([hearing for hearing, _ in changes], changes[-1][1], outcome)

    async def _settle(self, hearings: Sequence[Hearing], document: Stored[Any], outcome: Outcome) -> None:
        if isinstance(outcome, Committed):
            self._committed(replace(document, version=outcome.version))
        elif isinstance(outcome, Unfit):
            for plan in {plan for hearing in hearings for plan in hearing.plans}:
                if plan.deciding:
                    self._refuse(plan, plan.deciding, Invalid(outcome.reason))
        elif not (document.version == 0 and await self._stands(document)):
            for hearing in hearings:
                hearing.must_be_done_again()

    async def _stands(self, document: Stored[Any]) -> bool:
        """An insert collided: is it this very consequence, committed before?"""
        present = await readable(self._store.get(type(document.entity), document.id))
        tokens = {done.token for done in present.recent} if present else set()
        if len(document.heard) > 1:  # of several events
            return all(reached(present, key) >= heard.sequence for key, heard in document.heard.items())
        return document.recent[-1].token in tokens or any(
            reached(present, key) >= heard.sequence for key, heard in document.heard.items() if key != document.id
        )

    async def _commit_notes(self, plans: list[Plan]) -> None:
        flight = [plan for plan in plans if plan.touched and not plan.again]
        outcomes = await self._store.commit([plan.note for plan in flight])
        for plan, outcome in zip(flight, outcomes, strict=True):
            plan.again = not isinstance(outcome, Committed)
            if isinstance(outcome, Unfit) and plan.newest:
                self._refuse(plan, plan.newest, Invalid(outcome.reason))
            elif plan.mirrored and not plan.again:
                self._committed(plan.note)
            if plan.note.behind and not plan.again:
                point("behind.noted")


def _asked(listener: Listener, item: Item, record: Record) -> tuple[Hashable, Listener]:
    """What a listener is asked for: with others, unless it was refused before, or alone."""
    _, handler = listener
    want = handler.want(record) if isinstance(handler, Together) and not item.tries else record.id
    return (listener, want), listener


def _tell_of_a_fork(plan: Plan, record: Record | None) -> None:
    """The newest sequence came again as another event: never merged, always told."""
    heard = plan.note.heard.get(plan.note.id)
    if heard and record and heard.sequence == record.sequence and heard.event != record.id:
        log.error(
            "a fork: the same sequence with another event; a store has lost what it acknowledged",
            extra={"topic": record.topic, "key": str(record.key), "sequence": record.sequence},
        )
