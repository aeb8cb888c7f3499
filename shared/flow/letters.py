"""Documents of the path itself: what could not be applied and has no mirror to say so."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import NAMESPACE_URL, UUID, uuid5

from shared.flow.lanes import Item


@dataclass(slots=True)
class Letter:
    """Where a dead letter without a mirror is noted: of an own topic (its key), or of a record without a usable key.

    What is behind stands in the envelope; the record itself stays in the log.
    """

    kind: ClassVar[str] = "letters"

    id: UUID
    topic: str
    key: UUID | None

    @classmethod
    def of(cls, item: Item) -> "Letter":
        """One for all records of a key; a record without a usable key is known by its coordinates."""
        at = item.record
        name = f"letter/{at.topic}/{item.key}" if item.key else f"unkeyed/{at.topic}/{at.partition}/{at.offset}"
        return cls(uuid5(NAMESPACE_URL, f"plenary:{name}"), at.topic, item.key)
