"""A projection is the fold of its topic: hearing all events again from the beginning gives the same."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from plenary.verify.history import UNREADABLE
from shared.contracts import Record
from shared.contracts.event import Cleanup
from shared.flow.plan import GIVEN_UP
from shared.store import Heard, Stored

NOTHING = Heard(0, UNREADABLE)


@dataclass(slots=True)
class Fold:
    """What a mirror must be after the events so far, of which `heard` is the last. `kind` is its class."""

    kind: type[Any]
    entity: Any
    heard: Heard = NOTHING

    @classmethod
    def of(cls, kind: type[Any], key: UUID) -> "Fold":
        """Nothing heard yet."""
        return cls(kind, kind(key))

    def hear(self, sequence: int, record: Record | None) -> None:
        """The next event; of one that nobody can read, or of a type that nobody knows, only the sequence counts."""
        if record and (record.event or not record.type):
            self.entity.hear(record.event)
        self.heard = Heard(sequence, record.id if record else UNREADABLE)


def given_up(stored: Stored[Any] | None) -> frozenset[UUID]:
    """The events that an operator discarded: a mirror is what its events say without these."""
    heard = stored.heard if stored else {}
    return frozenset(id for id, last in heard.items() if last.event == GIVEN_UP)


def differences(service: str, fold: Fold, stored: Stored[Any] | None) -> Iterator[str]:
    """Where the mirror that is stored is not the fold."""
    name = f"{service}: {fold.kind.kind} {fold.entity.id}"
    if stored is None:
        yield f"{name} is missing"
        return
    heard = stored.heard.get(fold.entity.id, NOTHING)
    if heard.sequence != fold.heard.sequence:
        yield f"{name} has heard {heard.sequence} of {fold.heard.sequence} events"
        return
    if UNREADABLE not in {heard.event, fold.heard.event} and heard.event != fold.heard.event:
        yield f"{name} has heard another event {heard.sequence} than the log tells: a fork"
    if stored.entity != fold.entity:
        other = [
            each.name
            for each in fields(fold.kind)
            if getattr(stored.entity, each.name) != getattr(fold.entity, each.name)
        ]
        yield f"{name} is not what its events say: {', '.join(other)}"  # names of fields, no values


def unfounded(service: str, stored: Stored[Any], cleanup: Cleanup) -> Iterator[str]:
    """What is wrong with a mirror of which nothing is on the log: of an erased one a compacted log may have cleaned away all."""
    blank = type(stored.entity)(stored.id)
    blank.hear(None)
    if cleanup != "compact" or stored.entity != blank:
        yield f"{service}: {blank.kind} {stored.id} is not on the log"
