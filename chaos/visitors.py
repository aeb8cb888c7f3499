"""What the visitors do: come, press twice, give up, come again, go through the door, hang up before the answer."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx

from chaos.book import Ask, Book, Visitor, What
from chaos.client import Client

AT_ONCE = 32
"""Visitors who are busy at the same time."""

IMPATIENT = 0.004
"""Seconds after which a visitor who hangs up does not wait for the answer any more."""


@dataclass(slots=True)
class Crowd:
    """So many visitors for one gathering; the same seed makes the same choices."""

    client: Client
    book: Book
    many: int
    seed: int
    gathering: str = ""
    left: int = 0
    """Visitors who are through."""
    _chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)

    async def announce(self) -> None:
        """A gathering of these days, whose seats will not do for all, is drafted, announced and opened."""
        now = datetime.now(UTC)
        self.book.capacity = max(1, self.many * 6 // 10)
        form = {
            "title": {"en": "Attack on the river basins", "fa": "آزمون حوضه‌های رودخانه", "ar": "اختبار أحواض الأنهار"},
            "venue": {"en": "Hall of the weir"},
            "starts_at": (now - timedelta(days=1)).isoformat(),
            "ends_at": (now + timedelta(days=2)).isoformat(),
            "time_zone": "UTC",
            "capacity": {"delegate": self.book.capacity},
        }
        drafted = await self._post("/registration/v1/gatherings", form)
        self.gathering, version = drafted.json()["id"], drafted.headers["ETag"]
        for step in ("announce", "open"):
            path = f"/registration/v1/gatherings/{self.gathering}/{step}"
            version = (await self._post(path, None, match=version)).headers["ETag"]

    async def come(self) -> None:
        """Everybody, `AT_ONCE` at a time; at half-way the hall grows a little."""
        turns = iter(range(self.many))
        async with asyncio.TaskGroup() as tasks:
            for _ in range(AT_ONCE):
                tasks.create_task(self._come_in_turn(turns))

    async def _come_in_turn(self, turns: Any) -> None:
        for number in turns:
            await self._visit(number)
            self.left += 1
            if self.left == self.many // 2:
                await self._grow()

    async def _grow(self) -> None:
        path = f"/registration/v1/gatherings/{self.gathering}"
        wanted = self.book.capacity + self.many // 20
        while True:
            version = (await self.client.ask("GET", path)).headers["ETag"]
            answer = await self._post(
                f"{path}/capacity", {"capacity": {"delegate": wanted}}, match=version, method="PUT"
            )
            if answer.status_code == 200:
                self.book.capacity = wanted
                return

    async def _visit(self, number: int) -> None:
        visitor = Visitor(f"Visitor {number}")
        self.book.visitors.append(visitor)
        language = self._chance.choice(("fa", "ar", "en"))
        form = {"name": f"{visitor.name} of the delta", "email": f"v{number}@example.org", "language": language}
        visitor.person = (await self._post("/registration/v1/people", form)).json()["id"]
        if self._chance.random() < 0.03:
            await self._hang_up(visitor)
            return
        first = await self._register(visitor)
        for way, share in WAYS:
            if self._chance.random() < share:
                await way(self, visitor, first)

    # what a visitor asks for

    async def _register(self, visitor: Visitor, key: str = "") -> Ask:
        ask = self._note(visitor, "register", key)
        answer = await self._post(self._place, self._wish(visitor), key=ask.key)
        self._answered(visitor, ask, answer)
        visitor.registration = answer.json().get("id", visitor.registration)
        return ask

    async def _hang_up(self, visitor: Visitor) -> None:
        """Asks, and does not wait for the answer: it may have been done or not."""
        ask = self._note(visitor, "register")
        headers = {"Idempotency-Key": ask.key}
        sent = asyncio.ensure_future(
            self.client.http.post(self._place, json=self._wish(visitor), headers=headers, timeout=5)
        )
        await asyncio.wait([sent], timeout=IMPATIENT)
        sent.cancel()
        await asyncio.gather(sent, return_exceptions=True)

    async def press_twice(self, visitor: Visitor, first: Ask) -> None:
        """The same key again: the same registration, and nothing more is done."""
        again = await self._register(visitor, first.key)
        if again.answer.get("id") != first.answer.get("id"):
            self.book.odd.append(f"the key {first.key} made {first.answer.get('id')} and {again.answer.get('id')}")

    async def give_up(self, visitor: Visitor, first: Ask) -> None:
        """Cancelled by the secretariat or withdrawn; then perhaps the old request arrives late, or they come again."""
        what: What = "cancel" if self._chance.random() < 0.5 else "withdraw"
        await self._move(visitor, what)
        if self._chance.random() < 0.3:
            await self._register(visitor, first.key)
        if self._chance.random() < 0.3:
            await self._register(visitor)

    async def go_through_the_door(self, visitor: Visitor, _: Ask) -> None:
        """In, the same scan once more, perhaps out again."""
        if not visitor.asks[-1].done or visitor.asks[-1].answer.get("state") != "confirmed":
            return
        scan = self._number()
        await self._pass(visitor, "enter", scan)
        await self._pass(visitor, "enter", scan)
        if self._chance.random() < 0.5:
            await self._pass(visitor, "leave", self._number())

    async def _pass(self, visitor: Visitor, what: What, scan: str) -> None:
        ask = self._note(visitor, what, scan)
        way = {"enter": "entries", "leave": "exits"}[what]
        path = f"/registration/v1/registrations/{visitor.registration}/{way}"
        self._answered(visitor, ask, await self._post(path, {"scan": scan}, key=f"{what}-{scan}"))

    async def _move(self, visitor: Visitor, what: What) -> None:
        """With the version that was read, until it is the present one (a promotion may come between)."""
        path = f"/registration/v1/registrations/{visitor.registration}"
        while True:
            version = (await self.client.ask("GET", path)).headers["ETag"]
            ask = self._note(visitor, what)
            answer = await self._post(f"{path}/{what}", None, key=ask.key, match=version)
            self._answered(visitor, ask, answer)
            if answer.status_code != 412:
                return

    # how it is asked

    @property
    def _place(self) -> str:
        return f"/registration/v1/gatherings/{self.gathering}/registrations"

    def _wish(self, visitor: Visitor) -> dict[str, str]:
        return {"category": "delegate", "person": visitor.person}

    def _number(self) -> str:
        return str(UUID(int=self._chance.getrandbits(128), version=4))

    def _note(self, visitor: Visitor, what: What, key: str = "") -> Ask:
        ask = Ask(what, key or self._number(), began=time.monotonic())
        visitor.asks.append(ask)
        return ask

    def _answered(self, visitor: Visitor, ask: Ask, answer: httpx.Response) -> None:
        ask.ended, ask.status, ask.answer = time.monotonic(), answer.status_code, answer.json()
        if answer.status_code not in {200, 201, 409, 412}:
            self.book.odd.append(f"{ask.what} of {visitor.name}: {answer.status_code} {answer.text[:200]}")

    async def _post(
        self, path: str, form: Any, *, key: str = "", match: str = "", method: str = "POST"
    ) -> httpx.Response:
        headers = {"Idempotency-Key": key or self._number()} | ({"If-Match": match} if match else {})
        body: dict[str, Any] = {} if form is None else {"json": form}
        return await self.client.ask(method, path, headers=headers, **body)


WAYS: tuple[tuple[Callable[[Crowd, Visitor, Ask], Awaitable[None]], float], ...] = (
    (Crowd.press_twice, 0.1),
    (Crowd.give_up, 0.25),
    (Crowd.go_through_the_door, 0.1),
)
"""What somebody may do who has registered, and how many do."""
