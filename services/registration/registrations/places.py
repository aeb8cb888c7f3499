"""A seat is a number: how a newcomer gets one, or a rank, and how a free one goes to the first who waits.

Capacity is no counter. A registration claims its seat's number, and the unique index is the only arbiter; all that is
looked up here are hints that may be wrong, and the runner decides again where a claim is taken.
"""

from collections.abc import Collection

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.pool import Pool
from services.registration.registrations import queries
from services.registration.registrations.model import Registration
from services.registration.registrations.place import Rank, Seat
from shared.contracts.registrations import RegistrationPromoted
from shared.flow import Read

MOST = 250
"""So many promotions in one decision at most; the runner decides again until nothing is left to do."""


async def draw(read: Read, gathering: Gathering, pool: Pool) -> Seat | Rank:
    """A place for a newcomer; every attempt draws a ticket afresh, and a lost number costs nothing.

    A ticket up to the smallest capacity that the pool ever had is a seat's own: nobody who waits can have a lower one.
    Above it one look decides: behind a lower rank that waits, else in a free seat, else at the own rank.
    """
    ticket = await read.draw(queries.tickets(pool))
    if ticket <= gathering.smallest[pool.category]:
        return Seat(ticket, ticket)
    if await queries.somebody_waits_before(read, pool, ticket):
        return Rank(ticket)
    free = await queries.free_seat(read, pool, gathering.capacity[pool.category], near=ticket)
    return Rank(ticket) if free is None else Seat(free, ticket)


async def promotions(
    read: Read, gathering: Gathering, category: str, freed: Collection[int] | None = None, *, most: int = MOST
) -> list[tuple[Registration, RegistrationPromoted]]:
    """The first who wait, in order, in free seats: in those of `freed`, None: wherever one is free.

    Each is promoted after who stands before: where that one misses the seat (somebody else had a claim to it), all who
    stand behind wait on, and it is decided again.
    """
    pool, capacity = gathering.pool(category), gathering.capacity[category]
    if freed is not None:
        freed = sorted(seat for seat in freed if seat <= capacity)[:most]
    line = await queries.line(read, pool, most if freed is None else len(freed)) if freed != [] else []
    if not line or not gathering.seats_people:
        return []
    if freed is None:
        free = await queries.free_seats(read, pool, capacity, len(line))
    else:
        free = await queries.unheld(read, pool, freed)
    before = [None, *(each.rank for each in line)]
    return [(each, each.promote(seat, after)) for each, seat, after in zip(line, free, before, strict=False)]
