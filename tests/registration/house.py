"""Registration on a real store and a real log, what must always hold of its seats, and the same behind its doors."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx

from services.registration import SERVICE
from services.registration.erasure.work import erase_all
from services.registration.gatherings.handlers import announce_gathering, draft_gathering, open_registration
from services.registration.gatherings.model import Gathering
from services.registration.people.handlers import ask_address, confirm_person, record_person
from services.registration.people.model import Person
from services.registration.registrations.admission import apply, confirm_address
from services.registration.registrations.handlers import cancel, register
from services.registration.registrations.model import Registration, RegistrationState
from shared.clock import SystemClock
from shared.contracts import Message
from shared.contracts.gatherings import Admission
from shared.flow import Change, Read
from shared.flow.service import Service
from shared.settings import Settings
from tests.registration.facts import (
    applies,
    asked,
    asks,
    comes_forward,
    confirms,
    draft,
    gives_up,
    message,
    move,
    person,
)
from tests.world import site as world
from tests.world.facts import GATHERING, TITLE, VENUE
from tests.world.service import open_service
from tests.world.site import changed

FORM: dict[str, Any] = {
    "title": TITLE,
    "venue": VENUE,
    "starts_at": "2030-03-21T09:00:00+03:30",
    "ends_at": "2030-03-21T18:00:00+03:30",
    "time_zone": "Asia/Tehran",
    "capacity": {"delegate": 2, "press": 1, "guest": 2},
}


def house(folder: Path, mongo: str = "") -> AbstractAsyncContextManager[Service]:
    """The service, not yet hearing."""
    return open_service(SERVICE, folder, mongo)


async def opened(
    service: Service, people: Iterable[int], rules: dict[str, Admission] | None = None, **capacity: int
) -> None:
    """An open gathering with this capacity (and rules of admission), and these people on record."""
    await service.run(draft_gathering, draft(capacity, admission=rules or {}))
    await service.run(announce_gathering, move())
    await service.run(open_registration, move())
    await asyncio.gather(*(service.run(record_person, person(n)) for n in people))


async def come(service: Service, n: int, category: str = "delegate") -> Registration:
    entity: Registration = (await service.run(register, asks(n, category))).entity
    return entity


async def form(service: Service, n: int, category: str = "guest", **other: Any) -> Registration:
    """The public form, as its page carries it out."""
    await service.run(ask_address, asked(n, **other))
    entity: Registration = (await service.run(apply, applies(n, category, **other))).entity
    return entity


async def confirm(service: Service, n: int) -> Registration:
    """The button behind the link in the mail."""
    await service.run(confirm_person, comes_forward(n))
    entity: Registration = (await service.run(confirm_address, confirms(n))).entity
    return entity


async def leave(service: Service, n: int) -> None:
    await service.run(cancel, gives_up(n))


async def erase(service: Service, person: UUID) -> None:
    """As the command will that does not exist yet."""

    async def forget(command: Message, read: Read) -> Change[Person]:
        found = await read.one(Person, person)
        event = found.erase()
        return Change(found, event) if event else Change(found)

    await service.run(forget, Message(**message()))


async def erase_whole(service: Service, folder: Path) -> None:
    """Until nothing is left: an alias that was passed by before it was erased is met at the next look."""
    while await erase_all(service, Settings(data=folder)):
        pass


class Ahead(SystemClock):
    """A clock that is ahead of the system's."""

    def __init__(self, by: timedelta) -> None:
        self._by = by

    def __call__(self) -> datetime:
        return super().__call__() + self._by


async def registrations(service: Service) -> list[Registration]:
    found: list[Registration] = []
    after = None
    for _ in count():
        page = await service.store.find(Registration, {"gathering": GATHERING}, limit=1000, after=after)
        found += [stored.entity for stored in page.items]
        after = page.next
        if after is None:
            break
    return found


def seated(all_: Iterable[Registration]) -> dict[int, Registration]:
    """By seat; fails if a seat is held twice."""
    held = [each for each in all_ if each.state is RegistrationState.CONFIRMED]
    by_seat = {each.seat or 0: each for each in held}
    assert len(by_seat) == len(held), "a seat is held twice"
    return by_seat


def waiting(all_: Iterable[Registration]) -> list[Registration]:
    """In order of their ranks; fails if a rank was given twice."""
    found = sorted((each for each in all_ if each.rank is not None), key=lambda each: each.rank or 0)
    assert len({each.rank for each in found}) == len(found), "a rank was given twice"
    return found


async def gathering(service: Service) -> Gathering:
    stored = await service.store.get(Gathering, GATHERING)
    assert stored
    return stored.entity


async def count_of(service: Service, kind: type[Any] = Person) -> int:
    return await service.store.count(kind, {})


class Site(world.Site):
    """The service behind its doors, and what a secretariat does there."""

    async def gathering(self, *steps: str, **other: Any) -> str:
        """A gathering that was taken through these steps; its path."""
        async with self.client("secretariat") as secretary:
            made = await secretary.post("/v1/gatherings", json=FORM | other)
            assert made.status_code == 201, made.text
            path = f"/v1/gatherings/{made.json()['id']}"
            for step in steps:
                await changed(secretary, path, step)
        return path

    async def person(self, n: object) -> str:
        """Somebody on record; their id."""
        async with self.client("secretariat") as secretary:
            made = await secretary.post("/v1/people", json={"name": f"Person {n}", "email": f"p{n}@example.org"})
            assert made.status_code == 201, made.text
        return str(made.json()["id"])

    async def register(self, path: str, person: str, category: str = "delegate") -> httpx.Response:
        async with self.client("secretariat") as secretary:
            return await secretary.post(f"{path}/registrations", json={"category": category, "person": person})


@asynccontextmanager
async def site(folder: Path) -> AsyncIterator[Site]:
    async with house(folder) as service:
        yield Site(service, folder)
