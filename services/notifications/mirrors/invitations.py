"""Who is invited, and who answers for those that are organizations."""

from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from services.notifications.mirrors.standing import Standing
from shared.contracts import Event


@dataclass(slots=True)
class Invitation(Standing):
    """How it stands, and of an organization its `focal_points`, as the last event says."""

    kind: ClassVar[str] = "invitations"

    focal_points: list[UUID] = field(default_factory=list)

    def hear(self, event: Event | None) -> None:
        """Each event of an invitation says who it is for."""
        Standing.hear(self, event)
        self.focal_points = list(getattr(event, "focal_points", self.focal_points))
