"""The entities that the conformance suite of the store keeps: a seat at a conference on river basins, and worse things."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID, uuid4

import orjson

from shared.store import Committed, Done, Outgoing, Store, Stored

NOON = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)


class State(StrEnum):
    PENDING = "pending"
    CONFIRMED = "confirmed"


@dataclass(slots=True)
class Note:
    id: UUID
    text: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Span:
    opens: date
    lasts: timedelta


@dataclass(slots=True)
class Place:
    """A seat of a basin: claims its number, has a timer."""

    kind: ClassVar[str] = "places"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("basin", "number"), ("basin", "rank"), ("tags",))

    id: UUID
    basin: str = "upper"
    number: int | None = None
    rank: int | None = None
    state: State = State.PENDING
    names: dict[str, str] = field(default_factory=dict)
    fee: Decimal | None = None
    at: datetime | None = None
    span: Span | None = None
    notes: list[Note] = field(default_factory=list)
    tags: frozenset[str] = frozenset()
    wakes: datetime | None = None
    holds: tuple[str, ...] = ()

    @property
    def claims(self) -> Iterable[str]:
        if self.number is not None:
            yield f"{self.basin}/seat/{self.number}"
        yield from self.holds

    @property
    def due(self) -> datetime | None:
        return self.wakes


@dataclass(slots=True)
class Report:
    """Another kind: holds anything, claims nothing, has no timer."""

    kind: ClassVar[str] = "reports"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("left", "right"),)

    id: UUID
    text: str = ""
    anything: Any = None
    left: Any = None
    right: Any = None
    level: float = 0.0


KINDS = (Place, Report)


def outgoing(sequence: int, **data: Any) -> Outgoing:
    """An event that waits in an outbox."""
    return Outgoing(sequence, uuid4(), "place.taken.v1", NOON, orjson.dumps(data or {"sequence": sequence}))


def new(entity: Any, *, token: UUID | None = None, events: int = 0) -> Stored[Any]:
    """A change that makes a document."""
    outbox = tuple(outgoing(number) for number in range(1, events + 1))
    return Stored(entity, sequence=events, outbox=outbox, recent=(Done(token or uuid4(), "body", 1),))


async def read(store: Store, id: UUID) -> Stored[Place]:
    """The place, which must be there."""
    stored = await store.get(Place, id)
    assert stored is not None
    return stored


async def kept(store: Store, entity: Any, events: int = 0) -> None:
    """Commit a new document; it must be taken."""
    assert await store.commit([new(entity, events=events)]) == [Committed(1)]
