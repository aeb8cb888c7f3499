"""The promoter: seats that become free go to the first who wait. It hears what frees a seat and what begins a wait."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from services.registration.gatherings.model import Gathering
from services.registration.registrations import places, queries
from services.registration.registrations.model import Registration
from shared.contracts import Record
from shared.contracts.registrations import (
    RegistrationApplied,
    RegistrationCancelled,
    RegistrationFacts,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
)
from shared.flow import Change, Read, Together


@dataclass(slots=True)
class Told:
    """What is told of one category: by number the seats that became free, and the ranks at which a wait began or ended."""

    seats: dict[int, Record] = field(default_factory=dict)
    ranks: dict[int, Record] = field(default_factory=dict)

    def hear(self, record: Record) -> None:
        """What it says of places."""
        match record.event:
            case (
                RegistrationCancelled(freed_seat=seat, freed_rank=rank)
                | RegistrationWithdrawn(freed_seat=seat, freed_rank=rank)
                | RegistrationApplied(freed_seat=seat, freed_rank=rank)
            ):
                self.seats |= {} if seat is None else {seat: record}
                self.ranks |= {} if rank is None else {rank: record}
            case RegistrationWaitlisted(rank=rank):
                self.ranks[rank] = record
            case _:  # the capacity
                self.ranks[0] = record


def gathering_of(record: Record) -> UUID:
    """Whose seats a record is about."""
    return record.event.gathering if isinstance(record.event, RegistrationFacts) else record.key


async def move_up(records: Sequence[Record], read: Read) -> list[Change[Registration]]:
    """The seats that became free go to the first who wait."""
    gathering = await read.one(Gathering, gathering_of(records[0]))
    told: dict[str, Told] = defaultdict(Told)
    for record in records:
        event = record.event
        for category in [event.category] if isinstance(event, RegistrationFacts) else gathering.capacity:
            told[category].hear(record)
    return [change for category in told for change in await _promoted(read, gathering, category, told[category])]


async def _promoted(read: Read, gathering: Gathering, category: str, told: Told) -> list[Change[Registration]]:
    """Of each freed seat its own event tells, and that one is tried.

    All are counted only where the capacity changed, or who stands first in line began to wait, or moved there as another
    gave up: a seat may have become free before. Who stands behind another need not look: of a seat that is freed later its
    own event tells, and of one freed earlier what is told of who stands before.
    """
    if not told.seats and not told.ranks:
        return []
    first = await queries.first_waiting(read, gathering.pool(category))
    if first is None:
        return []
    anywhere = next((record for rank, record in told.ranks.items() if rank <= (first.ticket or 0)), None)
    found = await places.promotions(read, gathering, category, None if anywhere else told.seats)
    return [Change(each, event, cause=told.seats.get(event.seat, anywhere)) for each, event in found]


PROMOTER = Together(gathering_of, move_up)
