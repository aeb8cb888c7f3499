"""What this service keeps of what registration publishes. Each stands alone: none assumes that another came before."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from shared.contracts import Event
from shared.contracts.bodies import BodyFormed, Majority, Question, Quorum
from shared.contracts.decisions import QuorumCount
from shared.contracts.gatherings import GatheringCancelled, GatheringFacts
from shared.contracts.organizations import OrganizationListed, OrganizationMerged, Text
from shared.contracts.people import PersonRecorded, Post, held_at


@dataclass(slots=True)
class Gathering:
    """What it is called, where and when it was to be, and which body meets (None: no body, so no quorum).

    `edition`: of a series, if it is part of one. `prepares`: the gatherings that it is held to prepare. `cancelled`: it will not
    take place.
    """

    kind: ClassVar[str] = "gathering"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("body",), ("edition",))

    id: UUID
    title: Text = field(default_factory=dict)
    venue: Text = field(default_factory=dict)
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    time_zone: str = "UTC"
    body: UUID | None = None
    edition: UUID | None = None
    prepares: list[UUID] = field(default_factory=list)
    cancelled: bool = False

    def hear(self, event: Event | None) -> None:
        """Facts replace facts; what else becomes of the gathering is the minutes' own matter."""
        if isinstance(event, GatheringFacts):
            self.title, self.venue = event.title, event.venue
            self.starts_at, self.ends_at, self.time_zone = event.starts_at, event.ends_at, event.time_zone
            self.body, self.edition, self.prepares = event.body, event.edition, event.prepares
        self.cancelled |= isinstance(event, GatheringCancelled)


@dataclass(slots=True)
class Organization:
    """How an organization is called, and whether it is another by now."""

    kind: ClassVar[str] = "organization"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("merged_into",),)

    id: UUID
    name: Text = field(default_factory=dict)
    merged_into: UUID | None = None

    def hear(self, event: Event | None) -> None:
        """The newest facts count."""
        if isinstance(event, OrganizationListed):
            self.name = event.name
        elif isinstance(event, OrganizationMerged):
            self.merged_into = event.into


@dataclass(slots=True)
class Body:
    """A body of organizations and `people`, its quorum rule and what its votes need. Nothing is known of it before it was
    *formed*."""

    kind: ClassVar[str] = "body"

    id: UUID
    name: Text = field(default_factory=dict)
    formed: bool = False
    members: tuple[UUID, ...] = ()
    quorum: Quorum | None = None
    majorities: dict[Question, Majority] = field(default_factory=dict)
    people: tuple[UUID, ...] = ()

    def hear(self, event: Event | None) -> None:
        """The newest facts count."""
        if isinstance(event, BodyFormed):
            self.name, self.formed = event.name, True
            self.members, self.quorum = tuple(dict.fromkeys(event.members)), event.quorum
            self.majorities, self.people = event.majorities, tuple(dict.fromkeys(event.people))

    def count(self, inside: set[UUID]) -> QuorumCount | None:
        """The quorum with the delegations of the organizations `inside`; None where the body has no rule."""
        if self.quorum is None:
            return None
        members = len(self.members)
        present = len(inside.intersection(self.members))
        return QuorumCount(members=members, required=self.quorum.required(members), present=present)


@dataclass(slots=True)
class Person:
    """How a person is named in the record, the language that the name is in, and what they are and were. Nothing but the id
    once erased.

    `precedence`: their place within their organization. `merged_into`: who they are, if they were entered twice.
    """

    kind: ClassVar[str] = "person"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("merged_into",),)

    id: UUID
    name: str | None = None
    language: str | None = None
    title: str = ""
    position: str = ""
    organization: UUID | None = None
    precedence: int | None = None
    merged_into: UUID | None = None
    posts: list[Post] = field(default_factory=list)

    def hear(self, event: Event | None) -> None:
        """The newest state counts; the tombstone (None) erases. An address in a form that nobody confirmed is nobody."""
        if event is None or (isinstance(event, PersonRecorded) and not event.confirmed):
            self.name = self.language = self.organization = self.precedence = self.merged_into = None
            self.title, self.position, self.posts = "", "", []
        elif isinstance(event, PersonRecorded):
            self.name, self.language = event.name, event.language
            self.title, self.position, self.organization = event.title or "", event.position or "", event.organization
            self.precedence, self.posts, self.merged_into = event.precedence, event.posts, event.same_as

    def was(self, at: datetime | None) -> Post:
        """What they were at that time, which no later change of post touches; without one what they are now."""
        now = Post(title=self.title, position=self.position, organization=self.organization)
        return held_at(self.posts, now, at) if at else now

    @property
    def erased(self) -> bool:
        """Nothing of what was here before may stay on the disk."""
        return self.name is None
