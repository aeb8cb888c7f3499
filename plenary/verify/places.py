"""Seats and tickets: no number twice, none above the largest capacity that the pool ever had, none free while somebody waits."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from services.registration.gatherings.model import Gathering
from services.registration.registrations.model import Registration, RegistrationState
from shared.contracts import Event
from shared.contracts.gatherings import CapacityChanged, GatheringFacts
from shared.contracts.registrations import RegistrationConfirmed, RegistrationPromoted

PoolKey = tuple[UUID, str]
"""A gathering and a category."""


@dataclass(slots=True)
class Pool:
    """What was seen of one pool. `largest`: of the capacities that were published; `highest`: of the seats ever told."""

    largest: int = 0
    highest: int = 0
    waiting: int = 0
    seats: dict[int, UUID] = field(default_factory=dict)
    tickets: dict[int, UUID] = field(default_factory=dict)


@dataclass(slots=True)
class Places:
    """Fed with every event of gatherings and registrations and every registration as it stands."""

    pools: dict[PoolKey, Pool] = field(default_factory=dict)

    def hear(self, event: Event) -> None:
        """The capacities that there were, and the seats that were told."""
        if isinstance(event, GatheringFacts | CapacityChanged):
            for category, seats in event.capacity.items():
                pool = self._pool((event.gathering, category))
                pool.largest = max(pool.largest, seats)
        elif isinstance(event, RegistrationConfirmed | RegistrationPromoted):
            pool = self._pool((event.gathering, event.category))
            pool.highest = max(pool.highest, event.seat)

    def see(self, registration: Registration) -> Iterator[str]:
        """A registration as it stands; yields what is wrong with its numbers."""
        pool = self._pool((registration.gathering, registration.category))
        state, seat, ticket = registration.state, registration.seat, registration.ticket
        holds = (seat is not None, ticket is not None)
        if holds != (state is RegistrationState.CONFIRMED, registration.stands):
            yield f"registration {registration.id} is {state}, with seat {seat} and ticket {ticket}"
        pool.waiting += state is RegistrationState.WAITLISTED
        for name, number, held in (("seat", seat, pool.seats), ("ticket", ticket, pool.tickets)):
            if number is not None and held.setdefault(number, registration.id) != registration.id:
                yield f"{name} {number} is held by {held[number]} and by {registration.id}"
        pool.highest = max(pool.highest, seat or 0)

    def above(self) -> Iterator[str]:
        """Seats above the largest capacity that the pool ever had."""
        for (gathering, category), pool in self.pools.items():
            if pool.highest > pool.largest:
                yield f"{gathering}/{category}: seat {pool.highest} was given, there were never more than {pool.largest}"

    def unfilled(self, gathering: Gathering) -> Iterator[str]:
        """Pools of a gathering where somebody waits while a seat is free."""
        for category, capacity in gathering.capacity.items():
            pool = self._pool((gathering.id, category))
            held = sum(seat <= capacity for seat in pool.seats)
            if gathering.seats_people and pool.waiting and held < capacity:
                yield f"{gathering.id}/{category}: {pool.waiting} wait while {capacity - held} seats are free"

    def _pool(self, key: PoolKey) -> Pool:
        return self.pools.setdefault(key, Pool())
