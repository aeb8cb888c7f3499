"""How far a mailbox was read, and what came of its mails: numbers alone, nothing of who wrote."""

from dataclasses import dataclass, field
from typing import ClassVar, Literal
from uuid import UUID

from shared.contracts import Message

Outcome = Literal["counted", "refused", "unclear", "other"]
"""An answer that counts; one that a rule refuses; one that cannot be understood; and any other mail."""

OUTCOMES: tuple[Outcome, ...] = ("counted", "refused", "unclear", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Message):
    """This mail was looked at."""

    mailbox: UUID
    validity: int
    uid: int
    outcome: Outcome


@dataclass(slots=True)
class Mailbox:
    """Mails have numbers that rise; after another `validity` they begin anew. `last`: the highest that was looked at."""

    kind: ClassVar[str] = "mailboxes"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = ()

    id: UUID
    validity: int = 0
    last: int = 0
    came: dict[str, int] = field(default_factory=dict)

    def begins_at(self, validity: int) -> int:
        """The number of the last mail that need not be looked at."""
        return self.last if self.validity == validity else 0

    def note(self, asked: Note) -> None:
        """Each mail is counted once, however often and by however many processes it is looked at."""
        if asked.uid > self.begins_at(asked.validity):
            self.validity, self.last = asked.validity, asked.uid
            self.came = {**self.came, asked.outcome: self.came.get(asked.outcome, 0) + 1}
