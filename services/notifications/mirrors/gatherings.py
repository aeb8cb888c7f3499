"""What is told of a gathering: what it is called, where and when."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from shared.contracts import Event
from shared.contracts.gatherings import GatheringFacts


@dataclass(slots=True)
class Gathering:
    """What a mail says of a gathering. Times are UTC; `time_zone` is the venue's."""

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

    def hear(self, event: Event | None) -> None:
        """Keeps the facts that every announcement repeats."""
        if isinstance(event, GatheringFacts):
            self.title, self.venue, self.mode = dict(event.title), dict(event.venue), event.mode
            self.starts_at, self.ends_at, self.time_zone = event.starts_at, event.ends_at, event.time_zone
            self.venue_address, self.coordinates = dict(event.venue_address), event.coordinates

    @property
    def known(self) -> bool:
        """It was heard of, so that a mail can say where and when."""
        return self.starts_at is not None
