"""What somebody answered to the questions of their category."""

from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from services.registration.fields.model import Asking
from shared.contracts import Message

Said = dict[str, list[str]]
"""Key of a field -> what was answered; several values only where several may be chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Message):
    """What somebody says. What is not named stays; an empty answer takes it back."""

    registration: UUID
    said: Said
    by: Asking


@dataclass(frozen=True, slots=True, kw_only=True)
class Forget(Message):
    """Of somebody who was erased nothing is kept."""

    answers: UUID


@dataclass(slots=True)
class Answers:
    """What somebody answered, by the keys of fields. Personal: in no event, in no log, erased with the person.

    `before`: what they said to those that were decided by, since which the secretariat decides anew.
    """

    kind: ClassVar[str] = "answers"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("person",),)

    id: UUID
    person: UUID
    said: Said = field(default_factory=dict)
    before: Said = field(default_factory=dict)
    gone: bool = False

    @property
    def erased(self) -> bool:
        """Nothing of it may stay on the disk."""
        return self.gone

    def differ(self, said: Said) -> list[str]:
        """The keys of which something else is said now."""
        return sorted(key for key, value in said.items() if value != self.said.get(key, []))

    def say(self, said: Said) -> bool:
        """Take over what is said; False if it was so already."""
        changed = self.differ(said)
        self.said = {key: value for key, value in (self.said | said).items() if value}
        return bool(changed)

    def note(self, keys: list[str]) -> None:
        """What stands now under these keys was decided by, and is about to be another; with no keys all is decided."""
        self.before = {key: self.said[key] for key in keys} | self.before if keys else {}

    def forget(self) -> bool:
        """Keep nothing but whose it was; False if so already."""
        before, self.said, self.before, self.gone = self.gone, {}, {}, True
        return not before
