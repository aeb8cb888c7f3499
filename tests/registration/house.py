"""Registration on a real store and a real log, what must always hold of its seats, and the same behind its doors."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
from starlette.types import ASGIApp

from services.registration import SERVICE
from services.registration.gatherings.handlers import announce_gathering, draft_gathering, open_registration
from services.registration.gatherings.model import Gathering
from services.registration.people.handlers import ask_address, confirm_person, record_person
from services.registration.people.model import Person
from services.registration.registrations.admission import apply, confirm_address
from services.registration.registrations.handlers import cancel, register
from services.registration.registrations.model import Registration, RegistrationState
from shared.contracts import Message
from shared.contracts.gatherings import Admission
from shared.contracts.registry import TOPICS
from shared.flow import Change, Read
from shared.flow.service import Service, documents
from shared.http.app import Installation, create_app, create_site
from shared.log.embedded.log import EmbeddedLog
from shared.settings import Rate, Settings
from shared.store import Store
from shared.store.mongo.store import MongoStore
from shared.store.sqlite.store import SqliteStore
from tests.registration.facts import (
    GATHERING,
    applies,
    asked,
    asks,
    comes_forward,
    confirms,
    draft,
    gives_up,
    known,
    message,
    move,
    person,
)
from tests.waiting import PATIENCE

MANY = Rate(1e6, 1_000_000)
FORM: dict[str, Any] = {
    "title": {"en": "Shared river basins", "fa": "حوضه‌های مشترک رودها", "ar": "الأحواض المشتركة"},
    "venue": {"en": "Hall of the Delta", "fa": "تالار دلتا", "ar": "قاعة الدلتا"},
    "starts_at": "2030-03-21T09:00:00+03:30",
    "ends_at": "2030-03-21T18:00:00+03:30",
    "time_zone": "Asia/Tehran",
    "capacity": {"delegate": 2, "press": 1, "guest": 2},
}


@asynccontextmanager
async def house(folder: Path, mongo: str = "") -> AsyncIterator[Service]:
    """The service, not yet hearing: `hearing(service)` starts its loops. With a URL its store is there, else in the folder."""
    log = await EmbeddedLog.open(folder / "log.db")
    await log.ensure(TOPICS)
    kinds = documents(SERVICE)
    store: Store = await (
        MongoStore.open(mongo, kinds) if mongo else SqliteStore.open(folder / "registration.db", kinds)
    )
    try:
        yield Service(SERVICE, store, log)
    finally:
        await store.close()
        await log.close()


@asynccontextmanager
async def hearing(service: Service) -> AsyncIterator[None]:
    """While inside, the service hears its own events; on leaving, everything was heard."""
    loops = asyncio.create_task(service.forever())
    try:
        yield
        await settled(service)
    finally:
        loops.cancel()
        await asyncio.gather(loops, return_exceptions=True)


async def settled(service: Service) -> None:
    """Until nothing moves: outboxes empty and everything heard, twice in a row."""
    quiet = 0
    async with asyncio.timeout(PATIENCE):
        while quiet < 3:
            still = service.sender.idle and not await service.store.pending() and await service.consumer.lag() == 0
            quiet = quiet + 1 if still else 0
            await asyncio.sleep(0.01)


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


@dataclass
class Site:
    """`client` speaks HTTP as this person with these roles (none: nobody), below `/registration`."""

    service: Service
    installation: Installation
    app: ASGIApp

    def client(self, *roles: str, sub: UUID | None = None, **headers: str) -> httpx.AsyncClient:
        if roles or sub:
            token = self.installation.keys.issue(sub or known("caller"), roles, timedelta(minutes=5))
            headers = {"Authorization": f"Bearer {token}", **headers}
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app), base_url="http://plenary.test/registration", headers=headers
        )

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


async def changed(client: httpx.AsyncClient, path: str, step: str) -> httpx.Response:
    """Read, then POST the step with the ETag that was read."""
    seen = (await client.get(path)).headers["ETag"]
    done = await client.post(f"{path}/{step}", headers={"If-Match": seen})
    assert done.status_code == 200, done.text
    return done


@asynccontextmanager
async def site(folder: Path) -> AsyncIterator[Site]:
    async with house(folder) as service:
        settings = Settings(data=folder, limit_anonymous=MANY, limit_anonymous_post=MANY)
        installation = Installation.open(settings)
        app = create_site({"registration": create_app(service, SERVICE.routers, installation)}, [], [], installation)
        yield Site(service, installation, app)
