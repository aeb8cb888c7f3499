"""What must not grow: the same work in a small and in a large house, in turn, in process, on the embedded default.

`python -m bench.growth` prints these rows alone. Seats that are freed are timed from the first cancellation until nobody
waits any more.
"""

import asyncio
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid4

from bench.rows import Row, show
from services.minutes import SERVICE as MINUTES
from services.minutes.attendance.model import Attendance, Presence
from services.minutes.mirrors.model import Gathering as Hall
from services.minutes.publication.queries import account_of
from services.minutes.publication.shown import shown
from services.minutes.record.model import Minutes
from services.registration.gatherings.handlers import change_capacity
from services.registration.people.handlers import record_person
from services.registration.registrations.handlers import cancel
from services.registration.registrations.model import Registration, RegistrationState
from services.registration.registrations.place import Rank, Seat
from shared.flow import Read
from shared.flow.service import Service, documents
from shared.store import Entity, Store, Stored
from shared.store.sqlite.store import SqliteStore
from tests.registration.facts import asks, gives_up, person, seats
from tests.registration.house import come, house, opened
from tests.waiting import until
from tests.world.service import hearing

ROUNDS = 3
NEWCOMERS = 200
BAR = 1.25

Measure = Callable[[int], Coroutine[Any, Any, float]]


@asynccontextmanager
async def hall(held: int, waiting: int = 0) -> AsyncIterator[Service]:
    """An open gathering with so many seats, all of them held, and so many who wait."""
    with TemporaryDirectory() as folder:
        async with house(Path(folder)) as service:
            await opened(service, [], delegate=held)
            await fill(service.store, [_registered(n, held) for n in range(held + waiting)])
            yield service


def _registered(n: int, held: int) -> Registration:
    registration = Registration.of(asks(n))
    registration.take(Seat(n + 1, n + 1) if n < held else Rank(n + 1), "open")
    return registration


async def fill(store: Store, entities: list[Entity]) -> None:
    """Store them as they are; nothing is published."""
    for start in range(0, len(entities), 1000):
        await store.commit([Stored(each) for each in entities[start : start + 1000]])


async def cancelled(n: int) -> float:
    """Seconds until n who wait have the seats of n who are cancelled at once."""
    async with hall(n, n) as service, hearing(service):
        began = time.perf_counter()
        await asyncio.gather(*(service.run(cancel, gives_up(k)) for k in range(n)))
        return await _nobody_waits(service, began)


async def raised(n: int) -> float:
    """Seconds until n who wait have a seat after the capacity was raised by n."""
    async with hall(100, n) as service, hearing(service):
        began = time.perf_counter()
        await service.run(change_capacity, seats(delegate=100 + n))
        return await _nobody_waits(service, began)


async def _nobody_waits(service: Service, began: float) -> float:
    waiting = {"gathering": asks(0).gathering, "state": RegistrationState.WAITLISTED}

    async def nobody() -> bool:
        return not await service.store.count(Registration, waiting)

    await until(nobody)
    return time.perf_counter() - began


async def newcomer(held: int) -> float:
    """Milliseconds that a newcomer waits, the median, where so many hold a seat and more seats were added."""
    async with hall(held) as service:
        await service.run(change_capacity, seats(delegate=held + NEWCOMERS))
        coming = range(held, held + NEWCOMERS)
        await asyncio.gather(*(service.run(record_person, person(n)) for n in coming))
        return statistics.median([await _timed(come(service, n)) for n in coming])


async def minutes_page(registered: int) -> float:
    """Milliseconds that the page is made in, the median, where so many registered and nobody is inside."""
    with TemporaryDirectory() as folder:
        store = await SqliteStore.open(Path(folder) / "minutes.db", documents(MINUTES))
        gathering = uuid4()
        await fill(store, [Hall(gathering), *(_expected(gathering) for _ in range(registered))])
        taken = [await _timed(_page(store, gathering)) for _ in range(50)]
        await store.close()
        return statistics.median(taken)


def _expected(gathering: UUID) -> Attendance:
    return Attendance(uuid4(), gathering, uuid4(), "delegate", uuid4(), Presence.EXPECTED)


async def _page(store: Store, gathering: UUID) -> None:
    shown(await account_of(Read(store), Minutes.drawn_up(gathering)[0]), "fa")


async def _timed(doing: Awaitable[object]) -> float:
    began = time.perf_counter()
    await doing
    return (time.perf_counter() - began) * 1000


def growth_row(name: str, measure: Measure, few: int, many: int, *, each: bool = False) -> Row:
    """The large house beside the small one; with `each` for each of those whom the work is for (linear is 1 x)."""
    pairs: list[tuple[float, float]] = [(asyncio.run(measure(many)), asyncio.run(measure(few))) for _ in range(ROUNDS)]
    per = few / many if each else 1.0
    ratio = statistics.median(large * per / small for large, small in pairs)
    large, small = (round(statistics.median(side), 3) for side in zip(*pairs, strict=True))
    unit, bound = ("s", f"<= {BAR} x each") if each else ("ms", f"<= {BAR} x")
    return Row(f"{name}, {many:,}", large, unit, f"{few:,}", small, round(ratio, 2), bound, ratio <= BAR)


def growth_rows() -> list[Row]:
    """All of them."""
    told = "cancelled, as many wait"
    return [
        growth_row(told, cancelled, 100, 400, each=True),
        growth_row(told, cancelled, 100, 1600, each=True),
        growth_row("seats added, as many wait", raised, 300, 10_000, each=True),
        growth_row("newcomer after a raise, of", newcomer, 100, 15_000),
        growth_row("minutes page, nobody inside, of", minutes_page, 100, 15_000),
    ]


if __name__ == "__main__":
    show(growth_rows())
