"""Keys that are behind: read again from the log what they have to hear; dead letters that an operator decides on."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from shared.errors import Conflict, NotFound, Stale
from shared.flow.apply import Applier
from shared.flow.definition import Definition
from shared.flow.lanes import Item
from shared.flow.plan import Note, reached
from shared.flow.point import point
from shared.flow.timers import Timers
from shared.log import EventLog
from shared.loop import passing_by
from shared.store import Behind, Committed, Range, Store, Stored, Where
from shared.store.every import every

BEHIND: Where = {"behind": Range()}
"""Any note at all."""


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A key that waits. `id` is that of `note`, the document that notes it; `key` is None where the record had no usable one."""

    id: UUID
    key: UUID | None
    heard: int
    behind: Behind
    note: Stored[Any] = field(compare=False, repr=False)

    @classmethod
    def of(cls, note: Stored[Any]) -> "DeadLetter | None":
        """What a document notes, if anything."""
        key = note.entity.key if isinstance(note.entity, Note) else note.id
        return cls(note.id, key, reached(note, note.id), note.behind, note) if note.behind else None


class CatchUp:
    """For one service. Everything it writes is one guarded write on the document that carries the note."""

    def __init__(
        self, definition: Definition, store: Store, event_log: EventLog, applier: Applier, timers: Timers
    ) -> None:
        self._store = store
        self._log = event_log
        self._applier = applier
        self._timers = timers
        self._noting = notes_of(definition)

    async def dead_letters(self) -> list[DeadLetter]:
        """All keys that are behind, refused ones and mere gaps."""
        found = [each for kind in self._noting async for each in every(self._store, kind, BEHIND, passing_by=True)]
        return [letter for stored in found if (letter := DeadLetter.of(stored))]

    async def count(self) -> int:
        """How many keys are behind."""
        return sum([await self._store.count(kind, BEHIND) for kind in self._noting])

    async def find(self, letter: UUID) -> DeadLetter:
        """One of them, by the id of the document that notes it; raises `NotFound`."""
        for stored in await self._store.get_each([(kind, letter) for kind in self._noting]):
            if stored is not None and (found := DeadLetter.of(stored)):
                return found
        raise NotFound(f"Nothing is behind under {letter}.")

    async def sweep(self) -> None:
        """Go on with every key whose gap may have closed."""
        for letter in await self.dead_letters():
            with passing_by("a key cannot catch up", letter=str(letter.id)):
                if letter.key is not None:
                    await self.catch_up(letter.id)

    async def catch_up(self, letter: UUID) -> DeadLetter | None:
        """Apply what the log keeps for a key between the noted offsets; None if nothing waits there any more."""
        with suppress(NotFound):  # an operator, or another process, was quicker
            before = await self.find(letter)
            if self._timers.has(before.note):
                return None if await self._timers.clear(before.note, before.behind) else before
            items = await self._records(before)
            await self._applier.apply(items)
            after = await self.find(letter)
            more = (after.behind.first, after.behind.to) != (before.behind.first, before.behind.to)
            if more or any(item.waits for item in items):
                return after
            await self._store.commit([replace(after.note, behind=None)])  # stale: the next sweep
            point("behind.cleared")
        return None

    async def _records(self, letter: DeadLetter) -> list[Item]:
        behind = letter.behind
        records = self._log.read(behind.topic, behind.partition, behind.first, behind.to + 1)
        return [item async for record in records if (item := Item(record)).key == letter.key]

    # what an operator decides

    async def replay(self, letter: UUID) -> DeadLetter | None:
        """Try the refused record again, and what waits behind it; None if nothing waits any more."""
        found = await self.find(letter)
        if found.key is None:
            raise Conflict("This record has no usable key; nothing can hear it. Discard it.", code="no-key")
        return await self._go_on(found)

    async def discard(self, letter: UUID, *, seen: set[int] | None = None) -> DeadLetter | None:
        """Give the refused record up for good: its sequence counts as heard. What waits behind it goes on.

        `seen`: offsets, one of which the caller means; raises `Stale` if another one is refused by now.
        """
        found = await self.find(letter)
        at = found.behind.refused
        if at is None:
            raise Conflict("Nothing of it was refused; its predecessor is still to come.", code="not-refused")
        if seen is not None and at not in seen:
            raise Stale("It is not this record that is refused now; look at it again.")
        return await self._go_on(found, at)

    async def _go_on(self, found: DeadLetter, *skipped: int) -> DeadLetter | None:
        """From what was decided."""
        behind = replace(found.behind, refused=None, skipped=(*found.behind.skipped, *skipped))
        [outcome] = await self._store.commit([replace(found.note, behind=behind)])
        if not isinstance(outcome, Committed):
            raise Conflict("It moved on at this moment; look at it again.", code="moved")
        return await self.catch_up(found.id)


def notes_of(definition: Definition) -> tuple[type[Any], ...]:
    """The kinds of documents in which it can stand that a key is behind."""
    return (*dict.fromkeys(definition.mirrors.values()), Note)
