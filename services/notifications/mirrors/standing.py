"""Where a thing stands that people are told of."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from services.notifications.rules import standing_after
from shared.contracts import Event


@dataclass(slots=True)
class Standing:
    """So that a mail that was delayed does not tell what is no longer true. What is told of has a mirror of this kind."""

    kind: ClassVar[str]

    id: UUID
    standing: str = ""

    def hear(self, event: Event | None) -> None:
        """The last event that changed the standing; others do not."""
        self.standing = standing_after(event) or self.standing
