"""One partition of one topic, as the log tells it: histories, folds and causes of its keys."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from uuid import UUID

from services.verify.history import History
from services.verify.mails import Cause, cause_of
from services.verify.projections import Fold
from shared.contracts import Record, Topic
from shared.flow.lanes import Item
from shared.log import ConsumerRecord

TOGETHER = 500
"""Documents that are read together."""


@dataclass(slots=True)
class Part:
    """Fed record by record. `mirrors`: by service, the class that it folds this topic into."""

    topic: Topic
    mirrors: dict[str, type[Any]]
    histories: dict[UUID, History] = field(default_factory=dict)
    folds: dict[str, dict[UUID, Fold]] = field(default_factory=dict)
    causes: list[Cause] = field(default_factory=list)
    records: int = 0

    def hear(self, raw: ConsumerRecord) -> Record | None:
        """The event, if it is its first occurrence; None for repeats, and for what nobody can read."""
        self.records += 1
        item = Item(raw)
        if item.is_beat or item.key is None:
            return None
        history = self.histories.setdefault(item.key, History(self.topic.cleanup))
        record = item.heard
        if record is None:
            if item.sequence:
                history.hear(item.sequence)
            return None
        if not history.hear(record.sequence, record.id):
            return None
        for service, kind in self.mirrors.items():
            folds = self.folds.setdefault(service, {})
            folds.setdefault(record.key, Fold.of(kind, record.key)).hear(record)
        if cause := cause_of(record):
            self.causes.append(cause)
        return record


def groups(items: Sequence[Any]) -> Iterator[list[Any]]:
    """The items, `TOGETHER` at a time."""
    rest = iter(items)
    while group := list(islice(rest, TOGETHER)):
        yield group
