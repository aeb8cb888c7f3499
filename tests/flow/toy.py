"""Two small services that make every mistake of the path visible: a double, a skip and a wrong order all change a total.

`registration` counts: each `Add` publishes the thing's number on `plenary.gatherings`. `minutes` keeps a mirror (`Tally`: the
numbers in the order heard), makes a `Slip` for each event (a new document) and adds to the one `Ledger` (a command on an own
document that events of all things change, also at once).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, ClassVar
from uuid import NAMESPACE_URL, UUID, uuid5

from shared.contracts import Event, Message, Record
from shared.contracts.gatherings import GATHERINGS, CapacityChanged
from shared.contracts.minutes import MinutesDrawnUp
from shared.flow import Change, Read
from tests.definitions import one

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)


@dataclass(slots=True)
class Thing:
    kind: ClassVar[str] = "things"
    id: UUID
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Add(Message):
    thing: UUID
    note: str = ""


async def add(command: Add, read: Read) -> Change[Thing]:
    thing = await read.maybe(Thing, command.thing) or Thing(command.thing)
    thing.count += 1
    return Change(thing, CapacityChanged(gathering=thing.id, capacity={"n": thing.count}))


@dataclass(slots=True)
class Tally:
    kind: ClassVar[str] = "tallies"
    id: UUID
    numbers: list[int] = field(default_factory=list)

    def hear(self, event: Event | None) -> None:
        if isinstance(event, CapacityChanged):
            self.numbers.append(event.capacity["n"])


@dataclass(slots=True)
class Slip:
    kind: ClassVar[str] = "slips"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("thing",),)
    id: UUID
    thing: UUID
    number: int


@dataclass(slots=True)
class Ledger:
    kind: ClassVar[str] = "ledgers"
    id: UUID
    total: int = 0
    entries: int = 0


LEDGER = uuid5(NAMESPACE_URL, "the ledger")


async def note_down(record: Record, read: Read) -> Iterable[Change[Any]]:
    event = record.event
    assert isinstance(event, CapacityChanged)
    number = event.capacity["n"]
    ledger = await read.maybe(Ledger, LEDGER) or Ledger(LEDGER)
    ledger.total += number
    ledger.entries += 1
    slip = Slip(uuid5(record.id, "slip"), record.key, number)
    return [Change(slip, MinutesDrawnUp(gathering=record.key)), Change(ledger)]


COUNTING = one("registration", kinds=(Thing,))
NOTING = one(
    "minutes",
    kinds=(Slip, Ledger),
    mirrors={GATHERINGS: Tally},
    on={CapacityChanged: note_down},
)
