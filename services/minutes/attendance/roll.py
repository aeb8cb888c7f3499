"""The roll: what is noted by hand of who is there, where there was no door; and of who is not, and who speaks for them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Literal
from uuid import UUID, uuid5

from services.minutes.attendance.model import DELEGATE, Attendance, Passage, Presence
from shared.contracts import Message
from shared.errors import Conflict, Invalid

Noting = Literal["present", "left", "absent", "excused", "represented"]
"""What can be noted of somebody."""
KEPT = 50
"""So many of the last changes a note remembers."""
THERE = ("present", "left")


def note_id(gathering: UUID, person: UUID) -> UUID:
    """Of what is noted of one person at one gathering."""
    return uuid5(gathering, f"roll/{person}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePresence(Message):
    """Somebody is there, or is not. Without `state`: nothing is noted of them any more.

    `organization`: whom they represent. `represented_by`: who speaks for them. `arrived_at` and `left_at`: of who was late, or
    left early. `by`: who says so.
    """

    gathering: UUID
    person: UUID
    state: Noting | None
    organization: UUID | None = None
    represented_by: UUID | None = None
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    by: UUID | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """It was noted so at this time, by whom; None: struck out."""

    at: datetime
    by: UUID | None
    state: Noting | None


@dataclass(slots=True, kw_only=True)
class Noted:
    """What is noted of one person. What the door saw of them counts before it. No state: nothing (any more).

    `registration`: theirs, if they have one; with its `category`, and whether it counts for a quorum. `since`: when they came,
    as far as is known.
    """

    kind: ClassVar[str] = "roll"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering", "state"),)

    id: UUID
    gathering: UUID
    person: UUID
    registration: UUID | None = None
    category: str = ""
    counts: bool = False
    state: Noting | None = None
    organization: UUID | None = None
    represented_by: UUID | None = None
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    since: datetime
    history: list[Entered] = field(default_factory=list)

    def note(self, asked: NotePresence, registered: Attendance | None, began: datetime | None) -> bool:
        """Take it over; whether anything is different. `began`: the meeting.

        Raises Conflict ("at-the-door") for whom the door saw, and Invalid for what cannot be.
        """
        if asked.state and registered and registered.passages:
            raise Conflict("The door saw them come in; what it says stands.", code="at-the-door")
        self._must_be(asked)
        before = self._said()
        self.registration = registered.id if registered else None
        self.state, self.represented_by = asked.state, asked.represented_by
        self.arrived_at, self.left_at = asked.arrived_at, asked.left_at
        self.organization = asked.organization or (registered.organization if registered else None)
        self.category = registered.category if registered else DELEGATE if self.organization else "guest"
        self.counts = bool(
            registered and registered.counts and registered.seated and self.organization == registered.organization
        )
        if self._said() == before:
            return False
        self.since = asked.arrived_at or began or asked.at
        self.history = [*self.history, Entered(asked.at, asked.by, asked.state)][-KEPT:]
        return True

    def seen(self) -> Attendance:
        """As the door would tell it of who was there."""
        came = Passage(self.since, "in", "by_hand")
        went = [Passage(self.left_at or came.at, "out", "by_hand")] if self.state == "left" else []
        return Attendance(
            self.id,
            gathering=self.gathering,
            person=self.person,
            category=self.category,
            organization=self.organization,
            state=Presence.LEFT if went else Presence.PRESENT,
            counts=self.counts,
            passages=[came, *went],
        )

    def _said(self) -> tuple[object, ...]:
        return self.state, self.organization, self.represented_by, self.arrived_at, self.left_at

    def _must_be(self, asked: NotePresence) -> None:
        if asked.represented_by == self.person:
            raise Invalid.at("Nobody represents themselves; note that they are present.", "represented_by")
        if asked.represented_by and asked.state != "represented":
            raise Invalid.at("Only who is represented is represented by somebody.", "represented_by")
        for name in ("arrived_at", "left_at"):
            if getattr(asked, name) and asked.state not in THERE:
                raise Invalid.at("Only who was there arrives and leaves.", name)
        if asked.left_at and asked.state != "left":
            raise Invalid.at("Who left is not present any more; note that they left.", "left_at")
        if asked.arrived_at and asked.left_at and asked.left_at < asked.arrived_at:
            raise Invalid.at("Nobody leaves before they arrive.", "left_at")
