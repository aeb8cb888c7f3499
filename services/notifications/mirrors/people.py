"""How to reach and address people."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from shared.contracts import Event
from shared.contracts.people import Calendar, Digits, PersonRecorded


@dataclass(slots=True)
class Person:
    """How to reach and address a person: the only place where this service keeps personal data. Newest state wins.

    `name`: with the title, as they are addressed.
    `same_as`: an alias of this person, who is written to.
    """

    kind: ClassVar[str] = "people"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("erased",), ("same_as",))
    rare: ClassVar[tuple[str, ...]] = ("same_as",)

    id: UUID
    name: str = ""
    email: str = ""
    language: str = ""
    calendar: Calendar = "gregorian"
    digits: Digits = "latin"
    time_zone: str = "UTC"
    erased: bool = False
    same_as: UUID | None = None

    def hear(self, event: Event | None) -> None:
        """The newest state; None is the erasure, after which only the id is left."""
        if event is None:
            self.name = self.email = self.language = ""
            self.calendar, self.digits, self.time_zone = "gregorian", "latin", "UTC"
            self.erased, self.same_as = True, None
        elif isinstance(event, PersonRecorded):
            self.name, self.email = " ".join(filter(None, (event.title, event.name))), event.email
            self.language, self.calendar = event.language, event.calendar
            self.digits, self.time_zone = event.digits, event.time_zone
            self.erased, self.same_as = False, event.same_as

    @property
    def known(self) -> bool:
        """Somebody to write to: heard of, and not erased."""
        return bool(self.email)
