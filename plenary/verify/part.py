"""One partition of one topic, as the log tells it: histories, folds, facts and causes of its keys."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from plenary.verify.facts import Told
from plenary.verify.forgotten import Memory
from plenary.verify.history import History
from plenary.verify.mails import Cause, causes_of
from plenary.verify.projections import Fold
from shared.contracts import Record, Topic
from shared.flow.lanes import Item
from shared.log import ConsumerRecord


@dataclass(slots=True)
class Part:
    """Fed record by record. `mirrors`: by service, the class that it folds this topic into, without the events `given_up`."""

    topic: Topic
    number: int
    memory: Memory
    mirrors: dict[str, type[Any]]
    given_up: frozenset[UUID] = frozenset()
    histories: dict[UUID, History] = field(default_factory=dict)
    folds: dict[str, dict[UUID, Fold]] = field(default_factory=dict)
    told: dict[UUID, Told] = field(default_factory=dict)
    causes: list[Cause] = field(default_factory=list)
    records: int = 0

    def __post_init__(self) -> None:
        self.folds = {service: {} for service in self.mirrors}

    def hear(self, raw: ConsumerRecord) -> Record | None:
        """The event, if it is its first occurrence; None for repeats, and for what nobody can read."""
        self.records += 1
        self.memory.hear(raw.offset, raw.at)
        item = Item(raw)
        if item.is_beat or item.key is None:
            return None
        history = self.histories.setdefault(item.key, History(self.topic.cleanup))
        record = item.heard
        if not (item.sequence and (history.hear(item.sequence, record.id) if record else history.hear(item.sequence))):
            return None
        folded = None if record and record.id in self.given_up else record
        for service, kind in self.mirrors.items():
            self.folds[service].setdefault(item.key, Fold.of(kind, item.key)).hear(item.sequence, folded)
        self.told.setdefault(item.key, Told()).hear(record)
        self.causes += causes_of(record) if record else []
        return record

    def holes(self) -> Iterator[str]:
        """Where nothing lies though nothing is taken away there."""
        for hole in self.memory.holes:
            where = f"{self.topic.name}/{self.number}"
            yield f"{where}: nothing lies at offset {hole.start}" + (f" to {hole[-1]}" if len(hole) > 1 else "")
