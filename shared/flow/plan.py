"""What one round of applying does for one key: decided first, written later."""

from collections import deque
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from shared.contracts import Record
from shared.flow.lanes import Item
from shared.store import Behind, Done, Heard, Stored

Key = tuple[str, UUID]


@dataclass(slots=True)
class Plan:
    """What one round does for one key."""

    key: Key
    items: deque[Item]
    note: Stored[Any]
    """The mirror (or the letter of an own topic) as it will be written."""
    own: bool
    taken: list[Item] = field(default_factory=list)
    changes: list[Stored[Any]] = field(default_factory=list)
    deciding: Item | None = None
    touched: bool = False
    again: bool = False

    def refuse(self, reason: str) -> None:
        """What its event causes can never be stored."""
        if self.deciding is not None:
            self.deciding.refusal = reason
        self.again = True

    @property
    def reached(self) -> int:
        heard = self.note.heard.get(self.key[1])
        return heard.sequence if heard else 0

    def mark(self, record: Record) -> None:
        """The mirror has heard this record."""
        self.note = replace(
            self.note,
            heard={record.key: Heard(record.sequence, record.id)},
            recent=(Done(record.id, "", self.note.version + 1),),
        )
        self.touched = True

    def wait(self, item: Item, refusal: str) -> None:
        """The key waits: from this offset on, the log keeps what it has to hear. `refusal` is empty for a mere gap."""
        at = item.record.offset
        before = self.note.behind
        behind = before or Behind(
            item.record.topic, item.record.partition, at, at, item.record.at, refusal or "a predecessor is missing"
        )
        behind = replace(
            behind, first=min(behind.first, at), to=max(behind.to, at), last=max(behind.last, item.sequence)
        )
        if refusal and behind.refused is None:
            behind = replace(behind, refused=at, reason=refusal)
        if behind != before:
            self.note = replace(self.note, behind=behind)
            self.touched = True
        self.taken.append(item)
