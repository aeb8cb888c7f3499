"""Keys that are behind: read again from the log what they have to hear; dead letters that an operator decides on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from shared.errors import Conflict, NotFound, Stale
from shared.flow.apply import Applier
from shared.flow.definition import Definition
from shared.flow.lanes import Item
from shared.flow.letters import Letter
from shared.flow.point import point
from shared.log import EventLog
from shared.store import Behind, Committed, Heard, Range, Store, Stored, Where
from shared.store.every import every

BEHIND: Where = {"behind": Range()}
"""Any note at all."""


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A key that waits. `letter` is the id of the document that notes it; `key` is None where the record had no usable one."""

    letter: UUID
    key: UUID | None
    heard: int
    behind: Behind


class CatchUp:
    """For one service. Everything it writes is one guarded write on the document that carries the note."""

    def __init__(self, definition: Definition, store: Store, event_log: EventLog, applier: Applier) -> None:
        self._store = store
        self._log = event_log
        self._applier = applier
        self._noting = notes_of(definition)

    async def letters(self) -> list[DeadLetter]:
        """All keys that are behind, refused ones and mere gaps."""
        return [_letter(stored) for kind in self._noting async for stored in every(self._store, kind, BEHIND)]

    async def count(self) -> int:
        """How many keys are behind."""
        return sum([await self._store.count(kind, BEHIND) for kind in self._noting])

    async def find(self, letter: UUID) -> DeadLetter:
        """One of them, by the id of the document that notes it; raises `NotFound`."""
        return _letter(await self._noted(letter))

    async def sweep(self) -> int:
        """Go on with every key whose gap may have closed; returns how many stay behind."""
        waiting = [letter for letter in await self.letters() if letter.key is not None]
        for letter in waiting:
            await self.catch_up(letter.letter)
        return await self.count()

    async def catch_up(self, letter: UUID) -> None:
        """Apply what the log keeps for a key between the noted offsets; if it has heard all of it, it is behind no more."""
        note = await self._present(letter)
        if note is None:
            return  # an operator, or another process, was quicker
        items = await self._records(note)
        await self._applier.apply(items)
        for _ in range(3):  # a consumer may write the mirror at the same time
            present = await self._present(letter)
            if present is None or await self._cleared(present, items):
                return

    async def _cleared(self, note: Stored[Any], items: Sequence[Item]) -> bool:
        """Clear the note if nothing waits; False where the write must be tried again."""
        behind = note.behind
        if behind is None or behind.to > max((item.record.offset for item in items), default=behind.to):
            return True
        waits = [item for item in items if self._waits(note, behind, item)]
        first_refused = next((item for item in waits if item.refusal), None)
        fresh: Behind | None = replace(
            behind,
            refused=first_refused.record.offset if first_refused else None,
            reason=first_refused.refusal if first_refused else behind.reason,
        )
        if not waits:
            fresh = None
        if fresh == behind:
            return True
        [outcome] = await self._store.commit([replace(note, behind=fresh)])
        point("behind.cleared")
        return isinstance(outcome, Committed)

    @staticmethod
    def _waits(note: Stored[Any], behind: Behind, item: Item) -> bool:
        if isinstance(note.entity, Letter):
            return bool(item.refusal)
        heard = note.heard.get(note.id)
        passed = item.sequence and heard is not None and item.sequence <= heard.sequence
        return not passed and item.record.offset not in behind.skipped

    async def _records(self, note: Stored[Any]) -> list[Item]:
        key, behind = _key(note), note.behind
        if behind is None or key is None:
            return []
        text = str(key).encode()
        records = self._log.read(behind.topic, behind.partition, behind.first, behind.to + 1)
        items = [Item(record) async for record in records if record.key == text and record.offset not in behind.skipped]
        for item in items:
            if item.record.offset == behind.refused:
                item.refusal = behind.reason
        return items

    # what an operator decides

    async def replay(self, letter: UUID) -> DeadLetter | None:
        """Try the refused record again, and what waits behind it; None if nothing waits any more."""
        note = await self._noted(letter)
        if note.behind is None or _key(note) is None:
            raise Conflict("This record has no usable key; nothing can hear it. Discard it.", code="no-key")
        await self._write(replace(note, behind=replace(note.behind, refused=None)))
        await self.catch_up(letter)
        return await self._maybe(letter)

    async def discard(self, letter: UUID, *, seen: int | None = None) -> DeadLetter | None:
        """Give the refused record up for good: its sequence counts as heard. What waits behind it goes on.

        `seen`: the offset of the record that the caller means; raises `Stale` if another one is refused by now.
        """
        note = await self._noted(letter)
        behind = note.behind
        if behind is None or behind.refused is None:
            raise Conflict("Nothing of it was refused; its predecessor is still to come.", code="not-refused")
        if seen not in {None, behind.refused}:
            raise Stale("It is not this record that is refused now; look at it again.")
        at = behind.refused
        if _key(note) is None:
            await self._write(replace(note, behind=None))
            return None
        refused = [Item(record) async for record in self._log.read(behind.topic, behind.partition, at, at + 1)]
        skipped = replace(behind, refused=None, skipped=(*behind.skipped, at))
        await self._write(replace(note, behind=skipped, heard=_with(note, refused)))
        await self.catch_up(letter)
        return await self._maybe(letter)

    async def _write(self, note: Stored[Any]) -> None:
        [outcome] = await self._store.commit([note])
        if not isinstance(outcome, Committed):
            raise Conflict("It moved on at this moment; look at it again.", code="moved")

    async def _present(self, letter: UUID) -> Stored[Any] | None:
        for kind in self._noting:
            stored = await self._store.get(kind, letter)
            if stored is not None and stored.behind is not None:
                return stored
        return None

    async def _noted(self, letter: UUID) -> Stored[Any]:
        stored = await self._present(letter)
        if stored is None:
            raise NotFound(f"Nothing is behind under {letter}.")
        return stored

    async def _maybe(self, letter: UUID) -> DeadLetter | None:
        stored = await self._present(letter)
        return _letter(stored) if stored else None


def notes_of(definition: Definition) -> tuple[type[Any], ...]:
    """The kinds of documents in which it can stand that a key is behind."""
    return (*dict.fromkeys(definition.mirrors.values()), Letter)


def _key(note: Stored[Any]) -> UUID | None:
    return note.entity.key if isinstance(note.entity, Letter) else note.id


def _letter(note: Stored[Any]) -> DeadLetter:
    heard = note.heard.get(note.id)
    if note.behind is None:
        raise NotFound(f"Nothing is behind under {note.id}.")
    return DeadLetter(note.id, _key(note), heard.sequence if heard else 0, note.behind)


def _with(note: Stored[Any], refused: Sequence[Item]) -> dict[UUID, Heard]:
    """What a mirror has heard once the refused record counts as heard."""
    heard = dict(note.heard)
    if isinstance(note.entity, Letter):
        return heard
    reached = heard[note.id].sequence if note.id in heard else 0
    for item in refused:
        if item.sequence == reached + 1:
            heard[note.id] = Heard(item.sequence, item.heard.id if item.heard else UUID(int=0))
    return heard
