"""What is kept of groups of people who come without their names."""

from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from shared.contracts import Event
from shared.contracts.groups import GroupListed
from shared.contracts.organizations import Text


@dataclass(slots=True)
class Group:
    """What they are called, of which organization, and how many of them came without a name (None: nobody said)."""

    kind: ClassVar[str] = "group"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering",),)

    id: UUID
    gathering: UUID | None = None
    called: Text = field(default_factory=dict)
    organization: UUID | None = None
    came: int | None = None

    def hear(self, event: Event | None) -> None:
        """The newest facts count."""
        if isinstance(event, GroupListed):
            self.gathering, self.called, self.organization = event.gathering, event.called, event.organization
            self.came = None if event.withdrawn else event.came
