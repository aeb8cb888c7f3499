"""What is told of a gathering: what it is called, where and when."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from shared.contracts import Event
from shared.contracts.gatherings import (
    GatheringAnnounced,
    GatheringCancelled,
    GatheringDrafted,
    GatheringFacts,
    GatheringPostponed,
)

OFF: dict[type[Event], str] = {GatheringPostponed: "postponed", GatheringCancelled: "cancelled"}


@dataclass(slots=True)
class Gathering:
    """What a mail says of a gathering. Times are UTC; `time_zone` is the venue's.

    `off`: why it does not take place (`postponed`, `cancelled`), empty if it does. `changes`: how often it became another one to
    who comes; that number never goes back.
    """

    kind: ClassVar[str] = "gatherings"

    id: UUID
    title: dict[str, str] = field(default_factory=dict)
    venue: dict[str, str] = field(default_factory=dict)
    mode: str = "in_person"
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    time_zone: str = "UTC"
    venue_address: dict[str, str] = field(default_factory=dict)
    coordinates: str = ""
    drafted: bool = False
    off: str = ""
    changes: int = 0

    def hear(self, event: Event | None) -> None:
        """Keeps the facts that every announcement repeats, and whether it takes place."""
        before = self._what_matters
        if isinstance(event, GatheringFacts):
            self.title, self.venue, self.mode = dict(event.title), dict(event.venue), event.mode
            self.starts_at, self.ends_at, self.time_zone = event.starts_at, event.ends_at, event.time_zone
            self.venue_address, self.coordinates = dict(event.venue_address), event.coordinates
        if isinstance(event, GatheringDrafted | GatheringAnnounced):
            self.drafted = isinstance(event, GatheringDrafted)
        if isinstance(event, GatheringAnnounced | GatheringPostponed | GatheringCancelled):
            self.off = OFF.get(type(event), "")
        self.changes += self._what_matters != before

    @property
    def known(self) -> bool:
        """It was heard of, so that a mail can say where and when."""
        return self.starts_at is not None

    @property
    def times(self) -> tuple[datetime, datetime] | None:
        """From when until when; None while nothing was heard of it."""
        return (self.starts_at, self.ends_at) if self.starts_at and self.ends_at else None

    @property
    def _what_matters(self) -> tuple[Any, ...]:
        return self.starts_at, self.ends_at, self.venue, self.venue_address, self.mode, self.time_zone, self.off
