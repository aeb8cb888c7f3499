"""Where a registration stands."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from services.notifications.rules.registrations import Standing, told_of
from shared.contracts import Event
from shared.contracts.registrations import RegistrationFacts


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
