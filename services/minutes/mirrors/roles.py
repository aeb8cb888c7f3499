"""Who holds which role, and which sessions have ended: what the gate goes by (`services/rights.py`)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from shared.contracts import Event
from shared.contracts.grants import RoleGranted, RoleRevoked
from shared.contracts.sessions import SessionEnded, SessionStarted
from shared.flow import Read


@dataclass(slots=True)
class Role:
    """A role, as `chair:<body>`, and who holds it."""

    kind: ClassVar[str] = "grants"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("role",),)

    id: UUID
    role: str = ""
    holders: list[UUID] = field(default_factory=list)

    def hear(self, event: Event | None) -> None:
        """Granted, or revoked."""
        if isinstance(event, RoleGranted | RoleRevoked):
            granted = [event.person] if isinstance(event, RoleGranted) else []
            self.role = event.held
            self.holders = [*(each for each in self.holders if each != event.person), *granted]


async def holders(read: Read, *roles: str) -> list[UUID]:
    """The people who hold one of these roles now, in the order of the roles, each once."""
    found = [await read.find(Role, {"role": role}, limit=1) for role in roles]
    return list(dict.fromkeys(id for page in found for stored in page.items for id in stored.entity.holders))


@dataclass(slots=True)
class Session:
    """Whether a session has ended, and how long it would have lasted."""

    kind: ClassVar[str] = "sessions"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("state", "until"),)

    id: UUID
    state: str = ""
    until: datetime | None = None

    def hear(self, event: Event | None) -> None:
        """Whole state each time; what has ended stays so."""
        if isinstance(event, SessionEnded):
            self.state, self.until = "ended", event.until
        elif isinstance(event, SessionStarted) and self.state != "ended":
            self.state, self.until = "open", event.until
