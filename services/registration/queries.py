"""What registration asks its store. Every look is bounded and has an index."""

from services.registration.model import Pool, Registration, RegistrationState
from shared.flow import Read
from shared.store import Counter, Range


def tickets(pool: Pool) -> Counter:
    """The numbers that newcomers to a pool draw."""
    return Counter(Registration, (("pool", pool.name),), "ticket")


async def somebody_waits_before(read: Read, pool: Pool, ticket: int) -> bool:
    """Whether a lower rank than this ticket waits."""
    first = await first_waiting(read, pool)
    return first is not None and (first.ticket or 0) < ticket


async def first_waiting(read: Read, pool: Pool) -> Registration | None:
    """Who has the lowest rank, None if nobody waits. One look at one document."""
    where = {"pool": pool.name, "state": RegistrationState.WAITLISTED}
    page = await read.find(Registration, where, sort="ticket", limit=1)
    return page.items[0].entity if page.items else None


async def lowest_free_seat(read: Read, pool: Pool, capacity: int) -> int | None:
    """The lowest number from 1 to `capacity` that nobody holds; None if there is none.

    Only counts, along the index of (pool, seat): a full pool is known by one count, and in one that is not the gap is
    halved. No seat is read; all counts together pass at most twice `capacity` entries of the index. Others write
    meanwhile, so the answer is a hint; the claim decides.
    """
    if await _held(read, pool, 1, capacity) >= capacity:
        return None
    low, high = 1, capacity
    while low < high:
        middle = (low + high) // 2
        if await _held(read, pool, low, middle) <= middle - low:
            high = middle
        else:
            low = middle + 1
    return low


async def _held(read: Read, pool: Pool, low: int, high: int) -> int:
    return await read.count(Registration, {"pool": pool.name, "seat": Range(gte=low, lte=high)})
