"""A seat is a number: how a newcomer gets one, or a rank, and how a free one goes to the first who waits.

Capacity is no counter. A registration claims its seat's number, and the unique index is the only arbiter; all that is
looked up here are hints that may be wrong, and the runner decides again where a claim is taken.
"""

from services.registration import queries
from services.registration.model import Gathering, Pool, Rank, Registration, Seat
from shared.contracts.registrations import RegistrationPromoted
from shared.flow import Read


async def draw(read: Read, gathering: Gathering, pool: Pool) -> Seat | Rank:
    """A place for a newcomer; every attempt draws a ticket afresh, and a lost number costs nothing.

    A ticket up to the smallest capacity that the pool ever had is a seat's own: nobody who waits can have a lower one.
    Above it one look decides: behind a lower rank that waits, else in one of the lowest free seats, else at the own rank.
    """
    ticket = await read.draw(queries.tickets(pool))
    if ticket <= gathering.smallest[pool.category]:
        return Seat(ticket, ticket)
    if await queries.somebody_waits_before(read, pool, ticket):
        return Rank(ticket)
    free = await queries.free_seat(read, pool, gathering.capacity[pool.category], turn=ticket)
    return Rank(ticket) if free is None else Seat(free, ticket)


async def promotion(
    read: Read, gathering: Gathering, category: str
) -> tuple[Registration, RegistrationPromoted] | None:
    """The first who waits, in the lowest free seat; None if nothing is free, nobody waits, or it is too late."""
    if not gathering.seats_people:
        return None
    pool = gathering.pool(category)
    first = await queries.first_waiting(read, pool)
    if first is None:
        return None
    free = await queries.free_seat(read, pool, gathering.capacity[category])
    return None if free is None else (first, first.promote(free))
