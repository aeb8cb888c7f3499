"""One topic as a whole: what must be known of it beyond one partition."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from plenary.verify.forgotten import owed
from plenary.verify.opened import DEFINITIONS
from plenary.verify.part import Part
from shared.contracts import Event, Topic
from shared.log import partition_of
from shared.store import Stored

AGGREGATES: Mapping[str, tuple[type[Any], ...]] = {
    topic.name: subject.kinds for each in DEFINITIONS for subject in each.subjects for topic in subject.publishes
}
"""Whose events each topic holds."""

STATES: Mapping[type[Any], Callable[[Any], Event | None]] = {
    kind: state for each in DEFINITIONS for kind, state in each.states.items()
}
"""What must lie on a compacted topic of a document, None for what is erased."""


@dataclass(slots=True)
class Whole:
    """Which keys the log has, how many of their documents and mirrors there are, and how far back each partition goes."""

    topic: Topic
    keys: set[UUID] = field(default_factory=set)
    documents: int = 0
    mirrors: Counter[str] = field(default_factory=Counter)
    forgot: list[datetime | None] = field(default_factory=list)

    def add(self, part: Part) -> None:
        """The next partition; after its documents and mirrors were counted."""
        self.keys |= part.histories.keys()
        self.forgot.append(part.memory.forgot)

    def excuse(self, stored: Stored[Any]) -> str:
        """Why nothing of a document is on the log, as a figure's name; empty where something must be."""
        if not stored.sequence:
            return "that never published"
        state = STATES.get(type(stored.entity))
        if state is not None and state(stored.entity) is None:
            return "erased"
        forgot = self.forgot[partition_of(str(stored.id).encode(), len(self.forgot))] if self.forgot else None
        return "" if owed(stored, forgot) else "older than the log"
