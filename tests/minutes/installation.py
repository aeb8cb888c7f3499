"""The minutes service on a real store, without a log: records are applied as its consumer would."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from services.minutes import SERVICE
from shared.contracts import Event, Message
from shared.contracts.people import PEOPLE
from shared.flow import Decide, cloudevents
from shared.flow.apply import Applier
from shared.flow.lanes import Item
from shared.flow.run import Expected, run
from shared.flow.service import documents
from shared.log import ConsumerRecord
from shared.store import Outgoing, Store, Stored
from shared.store.sqlite.store import SqliteStore
from tests.minutes.facts import MORNING


@dataclass
class Told:
    """An event, or None for the tombstone of a person, at its place among those of its key."""

    key: UUID
    sequence: int
    event: Event | None


def tell(key: UUID, *events: Event | None) -> list[Told]:
    """What one aggregate publishes, in order."""
    return [Told(key, sequence, event) for sequence, event in enumerate(events, 1)]


@dataclass
class Installation:
    """One process of the service; `said` is what it would have sent."""

    store: Store
    name: str = SERVICE.name
    said: dict[UUID, Stored[Any]] = field(default_factory=dict)
    offsets: int = 0

    @classmethod
    async def open(cls, path: Path) -> "Installation":
        return cls(await SqliteStore.open(path, documents(SERVICE)))

    def _committed(self, document: Stored[Any]) -> None:
        self.said[document.id] = document

    async def hear(self, told: Sequence[Told]) -> None:
        """Apply these records, in this order within each key."""
        applier = Applier(SERVICE, self.store, self._committed, self._state)
        await applier.apply([Item(self._record(each)) for each in told])

    async def run(
        self, handler: Decide[Any], command: Message, *, keyed: bool = False, expected: Expected | None = None
    ) -> Stored[Any]:
        return await run(self.store, handler, command, keyed=keyed, expected=expected, committed=self._committed)

    def events(self, id: UUID) -> list[str]:
        """The types that a document published, in order."""
        return [entry.type for entry in self.said[id].outbox] if id in self.said else []

    async def _state(self, record: object) -> None:
        raise AssertionError("minutes owns no compacted topic")

    def _record(self, told: Told) -> ConsumerRecord:
        event = told.event
        topic = event.topic.name if event else PEOPLE.name
        entry = Outgoing(
            sequence=told.sequence,
            id=uuid5(told.key, str(told.sequence)),
            type=event.type if event else "",
            at=MORNING,
            data=event.model_dump(mode="json") if event else None,
        )
        sent = cloudevents.encode("/registration", topic, told.key, entry)
        self.offsets += 1
        return ConsumerRecord(topic, 0, self.offsets, sent.key, sent.value, sent.headers, MORNING)
