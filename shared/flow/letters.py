"""Documents of the path itself: what could not be applied and has no mirror to say so."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import NAMESPACE_URL, UUID, uuid5


@dataclass(slots=True)
class Letter:
    """Where a dead letter without a mirror is noted: of an own topic (its key), or of a record without a usable key.

    What is behind stands in the envelope; the record itself stays in the log.
    """

    kind: ClassVar[str] = "letters"

    id: UUID
    topic: str
    key: UUID | None


def letter_id(topic: str, key: UUID) -> UUID:
    """Of the records of one key of an own topic."""
    return uuid5(NAMESPACE_URL, f"plenary:letter/{topic}/{key}")


def unkeyed_id(topic: str, partition: int, offset: int) -> UUID:
    """Of one record whose key is not the id of an aggregate: its coordinates are its identity."""
    return uuid5(NAMESPACE_URL, f"plenary:unkeyed/{topic}/{partition}/{offset}")
