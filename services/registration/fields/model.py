"""What a category asks of those who register, as data: its fields, and until when an answer may be changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Literal
from uuid import UUID, uuid5

from services.registration.fields.checks import Field, must_make_sense
from shared.contracts import Message
from shared.errors import Conflict

Asking = Literal["person", "secretariat"]
"""Who answers now, or reads."""


def questions_id(gathering: UUID, category: str) -> UUID:
    """Of one category of a gathering."""
    return uuid5(gathering, f"questions/{category}")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFor(Message):
    """A category asks for these, in this order. `until`: so long a person may change what they answered; None: always."""

    gathering: UUID
    category: str
    fields: list[Field]
    until: datetime | None = None


@dataclass(slots=True)
class Questions:
    """What a category of a gathering asks for. No personal data."""

    kind: ClassVar[str] = "questions"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering",),)

    id: UUID
    gathering: UUID
    category: str
    fields: list[Field] = field(default_factory=list)
    until: datetime | None = None

    @classmethod
    def none(cls, gathering: UUID, category: str) -> "Questions":
        """As a category is that asks for nothing."""
        return cls(questions_id(gathering, category), gathering, category)

    def ask(self, asked: AskFor) -> bool:
        """Ask for these from now on; False if so already. Raises Invalid for fields that make no sense."""
        must_make_sense(asked.fields)
        before = (self.fields, self.until)
        self.fields, self.until = [*asked.fields], asked.until
        return before != (self.fields, self.until)

    def must_be_open(self, at: datetime) -> None:
        """Raises Conflict (edit-over) once a person may no longer change what they answered."""
        if self.is_over(at):
            raise Conflict("What you registered can no longer be changed; write to the secretariat.", code="edit-over")

    def is_over(self, at: datetime) -> bool:
        """Whether a person may no longer change what they answered."""
        return self.until is not None and at > self.until

    def of(self, asking: Asking) -> list[Field]:
        """Those that whoever asks may answer: the secretariat all, in place of somebody who wrote or called."""
        return [each for each in self.fields if asking == "secretariat" or each.said_by == "person"]

    def shown_to(self, asking: Asking) -> list[Field]:
        """Those that whoever asks may read."""
        return [each for each in self.fields if asking == "secretariat" or each.said_by != "secretariat"]

    def deciding(self, before: Mapping[str, list[str]], said: Mapping[str, list[str]]) -> list[str]:
        """The keys of what was decided by, of which another answer is given now. The first answer changes nothing."""
        deciding = [each.key for each in self.fields if each.decides and each.said_by == "person"]
        return [key for key in deciding if before.get(key) and said.get(key, before[key]) != before[key]]

    def missing(self, said: Mapping[str, list[str]]) -> list[str]:
        """The keys of what the person is asked for and did not answer."""
        return [each.key for each in self.of("person") if each.required and not said.get(each.key)]
