"""Where a registration stands."""

from dataclasses import dataclass
from typing import ClassVar

from services.notifications.mirrors.standing import Standing


@dataclass(slots=True)
class Registration(Standing):
    """Entries and exits leave it where it was."""

    kind: ClassVar[str] = "registrations"
