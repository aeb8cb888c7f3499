"""What somebody answered to the questions of their category."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from services.registration.fields.checks import Field
from services.registration.fields.model import Asking
from services.registration.files.model import File
from shared.contracts import Message

Said = dict[str, list[str]]
"""Key of a field -> what was answered; several values only where several may be chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Message):
    """What somebody says. What is not named stays; an empty answer takes it back. `files`: those that are durable by now."""

    registration: UUID
    said: Said
    by: Asking
    files: dict[str, File] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forget(Message):
    """Of somebody who was erased nothing is kept."""

    answers: UUID


@dataclass(slots=True)
class Answers:
    """What somebody answered, by the keys of fields. Personal: in no event, in no log, erased with the person.

    `before`: what they said to those that were decided by, since which the secretariat decides anew. `files`: by the key of the
    field; they lie in the directory (`services.registration.files`), under the id of these answers and their own.
    """

    kind: ClassVar[str] = "answers"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("person",),)

    id: UUID
    person: UUID
    said: Said = field(default_factory=dict)
    before: Said = field(default_factory=dict)
    gone: bool = False
    files: dict[str, File] = field(default_factory=dict)

    def marks(self, fields: Sequence[Field]) -> Said:
        """What tells these answers from others."""
        brought = marks(self.files)
        return {
            each.key: brought.get(each.key, []) if each.is_file else each.still(self.said.get(each.key, []))
            for each in fields
        }

    @property
    def named(self) -> set[UUID]:
        """The files that are kept."""
        return {each.id for each in self.files.values()}

    def given(self, fields: Sequence[Field]) -> Said:
        """What was answered to these fields, as they ask now; of a file its name."""
        names = {key: [each.name] for key, each in self.files.items()}
        return {
            each.key: names.get(each.key, []) if each.is_file else each.still(self.said.get(each.key, []))
            for each in fields
        }

    @property
    def erased(self) -> bool:
        """Nothing of it may stay on the disk."""
        return self.gone

    def say(self, said: Said, files: dict[str, File]) -> bool:
        """Take over what is said, and which files are there now; False if it was so already."""
        before = (self.said, self.files)
        self.said = {key: value for key, value in (self.said | said).items() if value}
        kept = {key: each for key, each in self.files.items() if said.get(key) != []}
        self.files = kept | files
        return before != (self.said, self.files)

    def note(self, keys: Sequence[str], fields: Sequence[Field]) -> None:
        """What stands now under these keys was decided by, and is about to be another; with no keys all is decided."""
        given = self.given(fields)
        self.before = {key: given[key] for key in keys} | self.before if keys else {}

    def forget(self) -> bool:
        """Keep nothing but whose it was; False if so already. The files follow."""
        before, self.said, self.before, self.files, self.gone = self.gone, {}, {}, {}, True
        return not before


def marks(files: dict[str, File]) -> Said:
    """Files as answers that are compared."""
    return {key: [each.sha256] for key, each in files.items()}
