"""What registration asks its store. Every look is bounded and has an index."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from services.registration.model import Organization, Person, Pool, Registration, RegistrationState
from services.registration.model.organization import DEEPEST
from services.registration.model.person import mailbox
from shared.flow import Read
from shared.store import Counter, Range

SPREAD = 100
"""Among so many of the lowest free seats newcomers are spread, so that those who come at once do not fight for one."""


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


async def free_seat(read: Read, pool: Pool, capacity: int, turn: int = 0) -> int | None:
    """A number from 1 to `capacity` that nobody holds; None if there is none. `turn` 0 asks for the lowest.

    Newcomers who look at the same time come with different turns, and are sent to different ones of the lowest free seats.
    Only counts, along the index of (pool, seat): a full pool is known by one count, in another the gap is halved. No seat
    is read; all counts together pass at most twice `capacity` entries of the index. Others write meanwhile, so the answer
    is a hint; the claim decides.
    """
    free = capacity - await _held(read, pool, 1, capacity)
    if free <= 0:
        return None
    before = turn % min(free, SPREAD)  # so many free seats lie below the one that is looked for
    low, high = 1, capacity
    while low < high:
        middle = (low + high) // 2
        free_below = middle - low + 1 - await _held(read, pool, low, middle)
        if free_below > before:
            high = middle
        else:
            low, before = middle + 1, before - free_below
    return low


async def _held(read: Read, pool: Pool, low: int, high: int) -> int:
    return await read.count(Registration, {"pool": pool.name, "seat": Range(gte=low, lte=high)})


async def before_in_line(read: Read, registration: Registration) -> int:
    """How many wait with a lower rank."""
    where = {
        "pool": registration.pool,
        "state": RegistrationState.WAITLISTED,
        "ticket": Range(lt=registration.ticket or 0),
    }
    return await read.count(Registration, where)


async def person_at(read: Read, address: str) -> Person | None:
    """The person who has this address."""
    page = await read.find(Person, {"email": mailbox(address)}, limit=1)
    return page.items[0].entity if page.items else None


async def unconfirmed(read: Read, person: UUID) -> list[Registration]:
    """What waits for the person to confirm the address."""
    page = await read.find(Registration, {"person": person, "state": RegistrationState.PENDING}, limit=20)
    return [stored.entity for stored in page.items if stored.entity.unconfirmed]


async def unlisted(read: Read, organizations: Iterable[UUID]) -> set[UUID]:
    """Those that are no organization on record. Read them ahead: each that was not is a round trip."""
    return {each for each in organizations if await read.maybe(Organization, each) is None}


async def parents(read: Read, changed: Mapping[UUID, UUID | None]) -> dict[UUID, UUID | None]:
    """Organization -> its parent, of these (as they will be) and of all that stand above them, as far as may be.

    A round trip for each level.
    """
    known = dict(changed)
    for _ in range(DEEPEST):
        missing = {above for above in known.values() if above is not None and above not in known}
        if not missing:
            break
        there = await read.many(Organization, sorted(missing))
        known |= {each: there[each].parent if each in there else None for each in missing}
    return known


async def organizations(read: Read, limit: int) -> list[Organization]:
    """The first organizations by code, for a list to choose from."""
    page = await read.find(Organization, {}, sort="code", limit=limit)
    return [stored.entity for stored in page.items]
