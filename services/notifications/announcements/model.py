"""An announcement: one thing that everybody of an audience is told, and how far that has come."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import UUID

from shared.contracts import Message

AGAIN = timedelta(minutes=1)
"""So long after its last page it is gone through once more: topics have no order, and somebody may have been heard of late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnPage(Message):
    """Everybody up to `after` was told; `told` of them only now, and `last`: that was the last page."""

    announcement: UUID
    before: UUID | None
    after: UUID | None
    told: int
    last: bool


@dataclass(slots=True)
class Announcement:
    """Made of an event: `cause` (None: that is its id), that numbered `place` of a `gathering`, or of another `thing`.

    `but`: who did it, and is not told; `named`: whom the event itself names, who are told by that. `after`: the last that was
    looked at, in the order of their ids.

    `due`: when the next page is looked at; None: everybody was told, twice looked at (`passes`).
    """

    kind: ClassVar[str] = "announcements"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering", "at"),)

    id: UUID
    gathering: UUID | None
    template: str
    facts: dict[str, str | int | dict[str, str]]
    at: datetime
    correlation: str = ""
    due: datetime | None = None
    after: UUID | None = None
    told: int = 0
    passes: int = 0
    cause: UUID | None = None
    thing: UUID | None = None
    place: int = 0
    but: UUID | None = None
    named: list[UUID] = field(default_factory=list)

    @property
    def event(self) -> UUID:
        """The event that it tells of."""
        return self.cause or self.id

    @property
    def key(self) -> UUID:
        """What it tells of."""
        return self.gathering or self.thing or self.id

    def turn(self, page: TurnPage) -> bool:
        """Go on behind this page; False if somebody else did."""
        if self.due is None or self.after != page.before:
            return False
        self.told += page.told
        self.after = None if page.last else page.after
        if page.last:
            self.passes += 1
            self.due = page.at + AGAIN if self.passes == 1 else None
        return True
