"""What the door can be asked to note. Who is inside, and which scans were seen, stands in the registration."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.registration.registrations.commands import Ask
from shared.contracts import Message
from shared.contracts.registrations import Source, WalkIn


@dataclass(frozen=True, slots=True, kw_only=True)
class GoThrough(Message):
    """Somebody went through the door, in or out. `scan` is the device's number of this scan, used once.

    `passed_at` (aware) is when the device saw it; None: when the command came. So a repeat asks for the same.
    """

    registration: UUID
    scan: UUID
    passed_at: datetime | None = None
    source: Source = "door"

    @property
    def moment(self) -> datetime:
        """When it was."""
        return self.passed_at or self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class Admit(Ask):
    """Somebody who holds no place stands at the door, and is let in for a reason; `note` says more, for the staff alone."""

    scan: UUID
    walk_in: WalkIn
    note: str = ""
    by_secretariat: bool
