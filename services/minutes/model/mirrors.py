"""What this service keeps of what registration publishes. Each stands alone: none assumes that another came before."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Literal
from uuid import UUID

from shared.contracts import Event
from shared.contracts.bodies import BodyFormed, Quorum
from shared.contracts.gatherings import GatheringFacts
from shared.contracts.organizations import OrganizationListed, Text
from shared.contracts.people import PersonRecorded
from shared.contracts.registrations import (
    PersonEntered,
    PersonLeft,
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationFacts,
    RegistrationPromoted,
    RegistrationWithdrawn,
    Source,
)

DELEGATE = "delegate"
"""The category whose presence makes a member present."""


@dataclass(slots=True)
class Gathering:
    """What it is called, where and when it was to be, and which body meets (None: no body, so no quorum)."""

    kind: ClassVar[str] = "gathering"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("body",),)

    id: UUID
    title: Text = field(default_factory=dict)
    venue: Text = field(default_factory=dict)
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    time_zone: str = "UTC"
    body: UUID | None = None

    def hear(self, event: Event | None) -> None:
        """Facts replace facts; what becomes of the gathering is the minutes' own matter."""
        if isinstance(event, GatheringFacts):
            self.title, self.venue = event.title, event.venue
            self.starts_at, self.ends_at, self.time_zone = event.starts_at, event.ends_at, event.time_zone
            self.body = event.body


@dataclass(slots=True)
class Organization:
    """How an organization is called."""

    kind: ClassVar[str] = "organization"

    id: UUID
    name: Text = field(default_factory=dict)

    def hear(self, event: Event | None) -> None:
        """The newest facts count."""
        if isinstance(event, OrganizationListed):
            self.name = event.name


@dataclass(slots=True)
class Body:
    """A body of organizations and its quorum rule. Nothing is known of it before it was *formed*."""

    kind: ClassVar[str] = "body"

    id: UUID
    name: Text = field(default_factory=dict)
    formed: bool = False
    members: tuple[UUID, ...] = ()
    quorum: Quorum | None = None

    def hear(self, event: Event | None) -> None:
        """The newest facts count."""
        if isinstance(event, BodyFormed):
            self.name, self.formed = event.name, True
            self.members, self.quorum = tuple(dict.fromkeys(event.members)), event.quorum


class Presence(StrEnum):
    """A registration as the record shows it. *absent*, *excused* and *represented* come with the roll."""

    EXPECTED = "expected"
    PRESENT = "present"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Passage:
    """One way through the door (UTC), and who says so."""

    at: datetime
    way: Literal["in", "out"]
    source: Source


@dataclass(slots=True)
class Attendance:
    """One registration as the record shows it; the attendance of a gathering is summed from these on reading.

    `state` is None for whoever is not expected: waits, or will not come. Whoever was once inside stays on the record.
    `counts`: a delegate who was invited or approved, and so makes the own organization present.
    """

    kind: ClassVar[str] = "attendance"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("gathering",),
        ("gathering", "state"),
        ("gathering", "category", "state"),
        ("gathering", "category", "state", "organization", "counts"),
    )

    id: UUID
    gathering: UUID | None = None
    person: UUID | None = None
    category: str = ""
    organization: UUID | None = None
    state: Presence | None = None
    counts: bool = False
    passages: list[Passage] = field(default_factory=list)

    @property
    def inside(self) -> bool:
        """Between an entry and an exit."""
        return self.state is Presence.PRESENT

    def hear(self, event: Event | None) -> None:
        """Entries and exits count in the order in which registration told them."""
        if isinstance(event, RegistrationFacts):
            self.gathering, self.person = event.gathering, event.person
            self.category, self.organization = event.category, event.organization
        match event:
            case RegistrationConfirmed() | RegistrationPromoted():
                self.state = self.state or Presence.EXPECTED
                self.counts = event.admitted in {"approved", "invited"}
            case RegistrationWithdrawn() | RegistrationCancelled():
                self.state = Presence.LEFT if self.passages else None
            case PersonEntered():
                self._passed(Passage(event.entered_at, "in", event.source), Presence.PRESENT)
            case PersonLeft():
                self._passed(Passage(event.left_at, "out", event.source), Presence.LEFT)
            case _:
                pass

    def _passed(self, passage: Passage, state: Presence) -> None:
        self.passages.append(passage)
        self.state = state


@dataclass(slots=True)
class Person:
    """How a person is named in the record, and the language that the name is in. Nothing but the id once erased."""

    kind: ClassVar[str] = "person"

    id: UUID
    name: str | None = None
    language: str | None = None

    def hear(self, event: Event | None) -> None:
        """The newest state counts; the tombstone (None) erases. An address in a form that nobody confirmed is nobody."""
        if event is None or (isinstance(event, PersonRecorded) and not event.confirmed):
            self.name = self.language = None
        elif isinstance(event, PersonRecorded):
            self.name, self.language = event.name, event.language

    @property
    def erased(self) -> bool:
        """Nothing of what was here before may stay on the disk."""
        return self.name is None
