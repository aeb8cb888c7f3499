"""Time passing is an input: what is due is told to its handler, each document for itself; in the end it is a dead letter."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID, uuid5

from shared.errors import Conflict
from shared.flow.definition import Decide, Definition, Due
from shared.flow.plan import GIVEN_UP, Note, reached
from shared.flow.point import point
from shared.loop import is_away, told
from shared.store import Behind, Heard, Range, Store, Stored
from shared.store.every import every

TRIES = 10
"""So often is a timer that is refused tried, over some ten minutes, before it is noted as a dead letter."""

REST, LONGEST_REST = timedelta(seconds=1), timedelta(minutes=5)
"""How long a document rests whose timer's command failed, at first and in the end."""

Run: TypeAlias = Callable[[Decide[Due], Due], Awaitable[Stored[Any]]]

Version: TypeAlias = tuple[type[Any], UUID, int]
"""A document as it was when it was due: once it is changed it is another matter, and is tried at once."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What failed at `since` is tried again after `span`; `refused` is how often it was at fault itself."""

    since: datetime
    span: timedelta = timedelta(0)
    refused: int = 0


class Timers:
    """Fires for one service. Of several processes each fires what it finds due: the command's token lets it happen once."""

    def __init__(self, definition: Definition, store: Store, run: Run) -> None:
        self._handlers = definition.timers
        self._kinds = {Note.of_timer(kind, GIVEN_UP).topic: kind for kind in definition.timers}
        self._store = store
        self._run = run
        self._resting: dict[Version, Rest] = {}

    async def fire(self, at: datetime) -> int:
        """Give a `Due` command to every document whose time has come at `at`; returns how many changed.

        What fails rests, twice as long each time, and stops no other. Raises `Unavailable` where the store is away.
        """
        fired, due = 0, set[Version]()
        for kind in self._handlers:
            async for stored in every(self._store, kind, {"due": Range(lte=at)}, sort="due", passing_by=True):
                version = kind, stored.id, stored.version
                due.add(version)
                rest = self._resting.get(version, Rest(at))
                if not rest.since <= at < rest.since + rest.span and not await self._is_given_up(version):
                    fired += await self._fire(version, at, rest)
        self._resting = {version: rest for version, rest in self._resting.items() if version in due}
        return fired

    async def _fire(self, version: Version, at: datetime, rest: Rest) -> bool:
        """Whether it went well; else it rests, or is noted once it was refused too often."""
        try:
            await self._tell(*version, at)
        except Exception as error:  # the edge: no document stops another
            reason, away = told("a timer's command fails", error, document=str(version[1])), is_away(error)
            rest = Rest(at, min(max(2 * rest.span, REST), LONGEST_REST), rest.refused + (not away))
            self._resting[version] = rest
            if away:
                raise
            if rest.refused >= TRIES:
                await self._note(*version, at, reason)
            return False
        self._resting.pop(version, None)
        point("timers.fired")
        return True

    async def _tell(self, kind: type[Any], id: UUID, version: int, at: datetime) -> None:
        """Raises what the handler raises, and `Conflict` if it left the document due as it was."""
        answer = await self._run(self._handlers[kind], Due(id=uuid5(id, f"due/{version}"), at=at, document=id))
        if (type(answer.entity), answer.id) != (kind, id) or answer.version <= version:
            raise Conflict("The timer changed nothing, and its document is due still.", code="still-due")

    # what is refused in the end

    async def _is_given_up(self, due: Version) -> bool:
        """Whether it waits for an operator, or one gave it up."""
        kind, id, version = due
        note = await self._store.get(Note, Note.of_timer(kind, id).id)
        return note is not None and version in {note.behind.refused if note.behind else 0, reached(note, note.id)}

    async def _note(self, kind: type[Any], id: UUID, version: int, at: datetime, reason: str) -> None:
        """A dead letter, with the version in the place of the offset. Where another wrote at this moment, that will do."""
        note = Note.of_timer(kind, id)
        before = await self._store.get(Note, note.id) or Stored(note)
        behind = Behind(note.topic, 0, version, version, at, reason, refused=version)
        await self._store.commit([replace(before, behind=behind)])
        del self._resting[kind, id, version]  # should it be replayed, it is tried at the next look

    def has(self, note: Stored[Any]) -> bool:
        """Whether a note is about a timer, and not about records of the log."""
        return isinstance(note.entity, Note) and note.entity.topic in self._kinds

    async def clear(self, note: Stored[Note], behind: Behind) -> bool:
        """Whether nothing waits any more: an operator decided (it is tried at the next look, or never), or it moved on."""
        document = note.entity.key and await self._store.get(self._kinds[note.entity.topic], note.entity.key)
        if document and document.version == behind.refused:
            return False
        heard = {note.id: Heard(behind.to, GIVEN_UP)} if behind.skipped else {}
        await self._store.commit([replace(note, behind=None, heard=note.heard | heard)])
        return True
