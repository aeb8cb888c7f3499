"""A page of those who hear an announcement."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from shared.store import Stored


@dataclass(frozen=True, slots=True)
class Hearer:
    """Somebody to tell: by which `notification`, and the thing by which it is their business (of `topic`), as it was heard of."""

    notification: UUID
    person: UUID
    topic: str
    thing: Stored[Any]

    @property
    def sequence(self) -> int:
        """What was heard of the thing."""
        heard = self.thing.heard.get(self.thing.id)
        return heard.sequence if heard else 1


@dataclass(frozen=True, slots=True)
class Part:
    """A page: whom to tell of it, the last that was looked at (None: there is nobody), and whether it is the last page."""

    hearers: list[Hearer]
    after: UUID | None
    last: bool
