"""What is asked of registrations, and which of them a caller may see. Every look is bounded and has an index."""

import asyncio
from collections.abc import Iterable, Iterator
from uuid import UUID

from services.registration.entries.merging import kept
from services.registration.gatherings.pool import Pool
from services.registration.people.model import Person
from services.registration.people.queries import visible
from services.registration.registrations.model import Registration, RegistrationState
from shared.auth import Caller
from shared.contracts.registrations import registration_id
from shared.errors import NotFound
from shared.flow import Read
from shared.store import Counter, In, Range, Store, Stored, Where

SCATTER = 2_654_435_761
"""Multiplied by this, numbers that follow each other lie far apart (Knuth)."""


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


async def line(read: Read, pool: Pool, most: int) -> list[Registration]:
    """Those who wait, the lowest rank first."""
    where = {"pool": pool.name, "state": RegistrationState.WAITLISTED}
    page = await read.find(Registration, where, sort="ticket", limit=most)
    return [stored.entity for stored in page.items]


async def free_seat(read: Read, pool: Pool, capacity: int, near: int) -> int | None:
    """A number from 1 to `capacity` that nobody holds; None if there is none. The ticket's own number (`near`) comes first.

    From there on it looks round the pool, each time four times as far, so that a look passes the fewer entries of the index
    the more seats are free. A ticket above the capacity begins somewhere: newcomers who look at once are sent to different
    seats. Others write meanwhile, so the answer is a hint; the claim decides.
    """
    start = near if near <= capacity else near * SCATTER % max(capacity, 1) + 1
    for low, high in _windows(start, capacity):
        held = await _held(read, pool, low, high)
        if held <= high - low:
            return (await _free(read, pool, (low, high, held), 1))[0]
    return None


async def free_seats(read: Read, pool: Pool, capacity: int, most: int) -> list[int]:
    """The lowest numbers from 1 to `capacity` that nobody holds. Counts the whole pool."""
    return await _free(read, pool, (1, capacity, await _held(read, pool, 1, capacity)), most)


async def unheld(read: Read, pool: Pool, seats: Iterable[int]) -> list[int]:
    """Those of these seats that nobody holds: a look for each, however large the pool is."""
    wanted = list(seats)
    held = await asyncio.gather(*(_held(read, pool, seat, seat) for seat in wanted))
    return [seat for seat, holders in zip(wanted, held, strict=True) if not holders]


def _windows(start: int, capacity: int) -> Iterator[tuple[int, int]]:
    """First and last number of parts that are the whole pool, from `start` round to before it."""
    wide = 1
    for first, last in ((start, capacity), (1, min(start - 1, capacity))):
        low = first
        while low <= last:
            yield low, min(low + wide - 1, last)
            low, wide = low + wide, wide * 4


async def _free(read: Read, pool: Pool, part: tuple[int, int, int], most: int) -> list[int]:
    """The lowest free seats of a part: (first, last, how many are held). Parts are halved; no seat is read, only counted."""
    found: list[int] = []
    parts = [part]
    while parts and len(found) < most:
        low, high, held = parts.pop()
        if held <= 0:
            found += range(low, high + 1)
        elif held <= high - low:
            middle = (low + high) // 2
            below = await _held(read, pool, low, middle)
            parts += [(middle + 1, high, held - below), (low, middle, below)]
    return found[:most]


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


async def unconfirmed(read: Read, person: UUID) -> list[Registration]:
    """What waits for the person to confirm the address."""
    page = await read.find(Registration, {"person": person, "state": RegistrationState.PENDING}, limit=20)
    return [stored.entity for stored in page.items if stored.entity.unconfirmed]


async def of_person(read: Read, gathering: UUID, person: Person) -> Registration | None:
    """The registration of a person for a gathering: of those under each of their ids the one that is the least over."""
    return (await of_people(read, gathering, [person])).get(person.id)


async def of_people(read: Read, gathering: UUID, people: Iterable[Person]) -> dict[UUID, Registration]:
    """The same of several, in one look: the id of each who has one, and the registration."""
    ids = {each.id: [registration_id(gathering, id) for id in (each.id, *each.aliases)] for each in people}
    there = await read.many(Registration, [id for some in ids.values() for id in some])
    return {
        person: max(found, key=lambda each: (_counts(each), each.id == some[0]))
        for person, some in ids.items()
        if (found := [there[id] for id in some if id in there])
    }


def _counts(registration: Registration) -> int:
    """What stands or waits counts more than what was refused, and that more than what came to nothing."""
    if registration.may_apply:
        return 0
    return 1 if registration.state is RegistrationState.REJECTED else 2


async def own(store: Store, caller: Caller) -> Where:
    """The secretariat sees every registration, others their own: under each of their ids."""
    return {} if caller.is_("secretariat") else await all_of(store, caller.id)


async def all_of(store: Store, id: UUID | None) -> Where:
    """All registrations of a person, under each id that is theirs."""
    person = await kept(Read(store), Person, id)
    return {"person": In(ids) if person and len(ids := _ids(person)) > 1 else id}


def _ids(person: Person) -> list[UUID]:
    return [person.id, *person.aliases]


def at_the_door(caller: Caller) -> Where:
    """The secretariat sees every registration, the door those of its gatherings."""
    return {} if caller.is_("secretariat") else {"gathering": In(caller.of("checkin"))}


async def seen(store: Store, caller: Caller, id: UUID) -> Stored[Registration]:
    """One's own registration, one of the gathering whose door the caller keeps, or any to the secretariat; raises NotFound."""
    return await visible(store, Registration, id, await own(store, caller), at_the_door(caller))


def must_keep_door(caller: Caller, gathering: UUID) -> None:
    """Raises NotFound unless the caller keeps this gathering's door."""
    if not (caller.is_("secretariat") or caller.holds("checkin", gathering)):
        raise NotFound("There is no such thing here.")
