"""Who is expected, is inside and has left, as the door told."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Literal
from uuid import UUID

from shared.contracts import Event
from shared.contracts.registrations import (
    TAKES_PART,
    PersonEntered,
    PersonLeft,
    RegistrationApplied,
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationFacts,
    RegistrationPromoted,
    RegistrationWithdrawn,
    Source,
)

DELEGATE = "delegate"
"""The category whose presence makes a member present."""


class Presence(StrEnum):
    """A registration as the door tells it. *absent*, *excused* and *represented* are noted by hand alone (`roll.py`)."""

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
    `counts`: a delegate who was invited or approved, and so makes the own organization present. `ended`: they withdrew or were
    cancelled, also after they came: of them nothing is asked any more. `lost`: they held a place or came, and what they changed
    since is still to be let in.
    """

    kind: ClassVar[str] = "attendance"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("gathering",),
        ("person",),
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
    ended: bool = False
    lost: bool = False

    @property
    def inside(self) -> bool:
        """Between an entry and an exit."""
        return self.state is Presence.PRESENT

    @property
    def takes_part(self) -> bool:
        """They hold a place or came, and did not give it up: as somebody whose meeting it is."""
        return self.state is not None and not (self.ended or self.lost) and self.category in TAKES_PART

    @property
    def seated(self) -> bool:
        """A delegate who is expected, or came: such a one can make a member present."""
        return self.category == DELEGATE and self.state is not None

    def hear(self, event: Event | None) -> None:
        """Entries and exits count in the order in which registration told them."""
        if isinstance(event, RegistrationFacts):
            self.gathering, self.person = event.gathering, event.person
            self.category, self.organization = event.category, event.organization
        match event:
            case RegistrationConfirmed() | RegistrationPromoted():
                self.state, self.ended, self.lost = self.state or Presence.EXPECTED, False, False
                self.counts = event.admitted in {"approved", "invited"}
            case RegistrationApplied():
                self.lost = self.state is not None
                self._gone(counted=False)
            case RegistrationWithdrawn() | RegistrationCancelled():
                self._gone(counted=bool(self.passages))
                self.ended = True
            case PersonEntered():
                self._passed(Passage(event.entered_at, "in", event.source), Presence.PRESENT)
                self.lost = False
            case PersonLeft():
                self._passed(Passage(event.left_at, "out", event.source), Presence.LEFT)
            case _:
                pass

    def _gone(self, *, counted: bool) -> None:
        """They do not come (any more); whoever came and counted did so, unless they ask anew."""
        self.state = Presence.LEFT if self.passages else None
        self.counts = self.counts and counted

    def _passed(self, passage: Passage, state: Presence) -> None:
        self.passages.append(passage)
        self.state = state
