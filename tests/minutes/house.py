"""The minutes service on a real store, without a log: records are applied as its consumer would. And behind its doors."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import httpx
from starlette.types import ASGIApp

from services.minutes import SERVICE
from services.minutes.attendance import queries
from shared.contracts import Event, Message
from shared.contracts.decisions import QuorumCount
from shared.flow import Decide, Read
from shared.flow.apply import Applier
from shared.flow.lanes import Item
from shared.flow.run import Expected, run
from shared.flow.service import Service, documents
from shared.http.app import Installation, create_app, create_site
from shared.log import ConsumerRecord
from shared.settings import Settings
from shared.store import Store, Stored
from tests.clocks import Ahead
from tests.minutes import facts
from tests.minutes.facts import BODY
from tests.world.blank import opened
from tests.world.facts import GATHERING, MORNING, known
from tests.world.records import published
from tests.world.site import changed, client

API = f"/minutes/v1/minutes/{GATHERING}"
PAGE = "/minutes/shared-river-basins"


@dataclass
class Told:
    """An event, or None for the tombstone of a person, at its place among those of its key."""

    key: UUID
    sequence: int
    event: Event | None


def tell(key: UUID, *events: Event | None) -> list[Told]:
    """What one aggregate publishes, in order."""
    return [Told(key, sequence, event) for sequence, event in enumerate(events, 1)]


@dataclass
class House:
    """One process of the service; `said` is what it would have sent."""

    store: Store
    name: str = SERVICE.name
    said: dict[UUID, Stored[Any]] = field(default_factory=dict)
    offsets: int = 0
    clock: Ahead = field(default_factory=Ahead)

    @classmethod
    async def open(cls, path: Path) -> "House":
        return cls(await opened(path, documents(SERVICE)))

    async def hear(self, told: Sequence[Told]) -> None:
        """Apply these records, in this order within each key."""
        applier = Applier(SERVICE, self.store, self._committed, self._state)
        await applier.apply([Item(self._record(each)) for each in told])

    async def run(
        self, handler: Decide[Any], command: Message, *, keyed: bool = False, expected: Expected | None = None
    ) -> Stored[Any]:
        return await run(self.store, handler, command, keyed=keyed, expected=expected, committed=self._committed)

    def events(self, id: UUID) -> list[str]:
        """The types that a document published, in order."""
        return [entry.type for entry in self.said[id].outbox] if id in self.said else []

    async def quorum(self) -> QuorumCount | None:
        return await queries.quorum(Read(self.store), GATHERING)

    # what a gathering goes through

    async def convene(self, members: int = 3) -> None:
        """A body of so many members is in session, with a delegate and a guest of each inside."""
        told = tell(BODY, facts.formed(members)) + tell(GATHERING, facts.announced(), facts.convened())
        for n in range(members):
            language = ("en", "fa", "ar")[n % 3]
            guest = members + n
            told += (
                tell(facts.organization(n), facts.listed(n))
                + tell(known(f"person {n}"), facts.recorded(n, language))
                + tell(facts.registration(n), facts.confirmed(n, n), facts.entered(n, n))
                + tell(facts.registration(guest), facts.entered(guest, n, "guest"))
            )
        await self.hear(told)

    async def adjourn(self) -> None:
        await self.hear([Told(GATHERING, 3, facts.adjourned())])

    async def leave(self, n: int) -> None:
        """The delegate of this organization goes out."""
        await self.hear([Told(facts.registration(n), 3, facts.left(n, n))])

    async def erase(self, n: int) -> None:
        """The delegate of this organization is forgotten."""
        await self.hear([Told(known(f"person {n}"), 2, None)])

    def _committed(self, document: Stored[Any]) -> None:
        if document.outbox:
            self.said[document.id] = document

    async def _state(self, record: object) -> None:
        raise AssertionError("minutes owns no compacted topic")

    def _record(self, told: Told) -> ConsumerRecord:
        sent = published(told.key, told.sequence, told.event)
        self.offsets += 1
        return ConsumerRecord(sent.topic, 0, self.offsets, sent.key, sent.value, sent.headers, MORNING)


@dataclass
class Site(House):
    """The same behind its doors; `client` speaks HTTP as somebody with these roles (none: nobody)."""

    doors: Installation = field(kw_only=True)
    app: ASGIApp = field(init=False)

    def __post_init__(self) -> None:
        app = create_app(cast(Service, self), SERVICE.routers, self.doors)
        self.app = create_site({"minutes": app}, [], [], self.doors)

    def client(self, *roles: str, **headers: str) -> httpx.AsyncClient:
        return client(self.app, self.doors, *roles, headers=headers)

    async def publish(self) -> None:
        """Approve and publish, as the secretariat."""
        async with self.client("secretariat") as secretary:
            for step in ("approve", "publish"):
                await changed(secretary, API, step)


@asynccontextmanager
async def site(path: Path) -> AsyncIterator[Site]:
    """The service in a folder, mounted as in an installation; closed at the end."""
    store = await opened(path / "minutes.db", documents(SERVICE))
    try:
        yield Site(store, doors=Installation.open(Settings(data=path)))
    finally:
        await store.close()


_CONVENED: list[tuple[bytes, Site]] = []
"""A store whose gathering is in session, made once in each process of the tests, and what made it."""


@asynccontextmanager
async def convened(path: Path) -> AsyncIterator[Site]:
    """The same with a gathering in session: to hear all of that takes longer than most that is asked of it."""
    file = path / "minutes.db"
    if not _CONVENED:
        async with site(path) as made:
            await made.convene()
        _CONVENED.append((file.read_bytes(), made))
    [(kept, made)] = _CONVENED
    file.touch(mode=0o600)
    file.write_bytes(kept)
    async with site(path) as found:
        found.said, found.offsets = {**made.said}, made.offsets
        yield found
