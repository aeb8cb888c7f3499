"""A projection is the fold of its topic: hearing all events again from the beginning gives the same."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from shared.contracts import Record
from shared.store import Stored


@dataclass(slots=True)
class Fold:
    """What a mirror must be after the events so far. `kind` is its class."""

    kind: type[Any]
    entity: Any
    sequence: int = 0

    @classmethod
    def of(cls, kind: type[Any], key: UUID) -> "Fold":
        """Nothing heard yet."""
        return cls(kind, kind(key))

    def hear(self, record: Record) -> None:
        """The next event; of a type that nobody knows only the sequence counts."""
        if record.event or not record.type:
            self.entity.hear(record.event)
        self.sequence = record.sequence


def differences(service: str, fold: Fold, stored: Stored[Any] | None) -> Iterator[str]:
    """Where the mirror that is stored is not the fold."""
    name = f"{service}: {fold.kind.kind} {fold.entity.id}"
    if stored is None:
        yield f"{name} is missing"
        return
    heard = stored.heard.get(fold.entity.id)
    if heard is None or heard.sequence != fold.sequence:
        yield f"{name} has heard {heard.sequence if heard else 0} of {fold.sequence} events"
    elif stored.entity != fold.entity:
        other = [
            each.name
            for each in fields(fold.kind)
            if getattr(stored.entity, each.name) != getattr(fold.entity, each.name)
        ]
        yield f"{name} is not what its events say: {', '.join(other)}"  # names of fields, no values
