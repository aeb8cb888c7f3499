"""What this service keeps of people, gatherings and registrations; each hears its own topic and nothing else."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from services.notifications.model.told import Standing, told_of
from shared.contracts import Event
from shared.contracts.gatherings import GatheringFacts
from shared.contracts.people import Calendar, Digits, PersonRecorded
from shared.contracts.registrations import RegistrationFacts


@dataclass(slots=True)
class Person:
    """How to reach and address a person: the only place where this service keeps personal data. Newest state wins."""

    kind: ClassVar[str] = "people"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("erased",),)

    id: UUID
    name: str = ""
    email: str = ""
    language: str = ""
    calendar: Calendar = "gregorian"
    digits: Digits = "latin"
    time_zone: str = "UTC"
    erased: bool = False

    def hear(self, event: Event | None) -> None:
        """The newest state; None is the erasure, after which only the id is left."""
        if event is None:
            self.name = self.email = self.language = ""
            self.calendar, self.digits, self.time_zone = "gregorian", "latin", "UTC"
            self.erased = True
        elif isinstance(event, PersonRecorded):
            self.name, self.email = event.name, event.email
            self.language, self.calendar = event.language, event.calendar
            self.digits, self.time_zone = event.digits, event.time_zone
            self.erased = False

    @property
    def known(self) -> bool:
        """Somebody to write to: heard of, and not erased."""
        return bool(self.email)


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

    def hear(self, event: Event | None) -> None:
        """Keeps the facts that every announcement repeats."""
        if isinstance(event, GatheringFacts):
            self.title, self.venue, self.mode = dict(event.title), dict(event.venue), event.mode
            self.starts_at, self.ends_at, self.time_zone = event.starts_at, event.ends_at, event.time_zone

    @property
    def known(self) -> bool:
        """It was heard of, so that a mail can say where and when."""
        return self.starts_at is not None


@dataclass(slots=True)
class Registration:
    """Where a registration stands, so that a mail that was delayed does not tell what is no longer true."""

    kind: ClassVar[str] = "registrations"

    id: UUID
    person: UUID | None = None
    gathering: UUID | None = None
    standing: Standing | None = None

    def hear(self, event: Event | None) -> None:
        """The last event that changed the standing; entries and exits do not."""
        if isinstance(event, RegistrationFacts) and (told := told_of(event)):
            self.person, self.gathering, self.standing = event.person, event.gathering, told.standing
