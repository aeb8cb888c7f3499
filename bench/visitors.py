"""A light load that keeps its own books: people who ask for a place until they are answered, and readers beside them.

Whoever is refused for the moment (503, no connection) asks again under the same Idempotency-Key. What was acknowledged is
remembered, and compared with what stands at the end.
"""

import asyncio
import random
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx

PATIENCE = 2.0
"""Seconds after which a refused visitor asks again at the latest, whatever `Retry-After` says: an outage here is short."""

LANGUAGES = ("en", "fa", "ar")


@dataclass(slots=True)
class Books:
    """What was asked, what was answered, and what was not as it should be."""

    answered: Counter[str] = field(default_factory=Counter)
    """Service -> answers that were not refusals."""
    refused: Counter[str] = field(default_factory=Counter)
    """Service -> refusals with a problem document and `Retry-After`."""
    odd: list[str] = field(default_factory=list)
    """Answers that are neither, e.g. a 500, or a 503 without `Retry-After`."""
    acknowledged: dict[str, str] = field(default_factory=dict)
    """Registration -> the state that the last acknowledged command left it in."""
    slowest: float = 0.0


class Refused(Exception):
    """Not now. `after` is how many seconds the answer asked to wait."""

    def __init__(self, after: float) -> None:
        self.after = after


class Visitors:
    """Speaks to an installation. `urls` names for each service where it answers, one or many."""

    def __init__(self, urls: Mapping[str, Sequence[str]], token: str, *, seed: int = 1) -> None:
        self.books = Books()
        self._urls = urls
        self._client = httpx.AsyncClient(headers={"Authorization": f"Bearer {token}"}, timeout=15)
        self._random = random.Random(seed)
        self._asked = 0
        self.gathering = ""

    async def __aenter__(self) -> "Visitors":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def announce(self, seats: int) -> str:
        """Draft a gathering with so many seats, announce it and open its registration; returns its id."""
        starts = datetime.now(UTC) + timedelta(days=60)
        form = {
            "title": {"en": "Drill on river basins", "fa": "تمرین حوضه‌های آبریز", "ar": "تمرين أحواض الأنهار"},
            "venue": {"en": "Hall of the delta"},
            "starts_at": starts.isoformat(),
            "ends_at": (starts + timedelta(hours=8)).isoformat(),
            "time_zone": "Asia/Muscat",
            "capacity": {"delegate": seats},
        }
        drafted = await self.post("registration", "/v1/gatherings", form)
        self.gathering, version = drafted.json()["id"], drafted.headers["ETag"]
        for step in ("announce", "open"):
            moved = await self.post("registration", f"/v1/gatherings/{self.gathering}/{step}", None, match=version)
            version = moved.headers["ETag"]
        return self.gathering

    async def come(self, per_second: float, stop: asyncio.Event) -> None:
        """So many visitors and readers a second, until `stop`; returns when everybody who came was answered."""
        async with asyncio.TaskGroup() as tasks:
            while not stop.is_set():
                tasks.create_task(self.visit())
                tasks.create_task(self.look())
                try:
                    await asyncio.wait_for(stop.wait(), 1 / per_second)
                except TimeoutError:
                    continue

    async def visit(self) -> None:
        """One person is entered, registers, and may then think better of it."""
        number, language = uuid4().hex[:12], self._random.choice(LANGUAGES)
        form = {"name": f"Visitor {number}", "email": f"visitor-{number}@example.org", "language": language}
        person = (await self.post("registration", "/v1/people", form)).json()["id"]
        asked = {"category": "delegate", "person": person}
        taken = await self.post("registration", f"/v1/gatherings/{self.gathering}/registrations", asked)
        registration = taken.json()["id"]
        self.books.acknowledged[registration] = taken.json()["state"]
        if self._random.random() < 0.2:
            await self._give_up(registration, taken.headers["ETag"])

    async def _give_up(self, registration: str, version: str) -> None:
        path = f"/v1/registrations/{registration}"
        while True:
            gone = await self.post("registration", f"{path}/cancel", None, match=version)
            if gone.status_code != 412:  # else promoted meanwhile: look, and decide again
                break
            version = (await self.get("registration", path)).headers["ETag"]
        self.books.acknowledged[registration] = gone.json()["state"]

    async def look(self) -> None:
        """One reader of each service; a refusal is only noted."""
        paths = {
            "registration": f"/v1/gatherings/{self.gathering}",
            "notifications": "/v1/notifications?limit=10",
            "minutes": f"/v1/minutes/{self.gathering}",
        }
        for service, path in paths.items():
            try:
                await self._ask(service, "GET", path, {}, None)
            except Refused:
                continue

    async def get(self, service: str, path: str) -> httpx.Response:
        """Ask until answered."""
        return await self._insist(service, "GET", path, {}, None)

    async def post(self, service: str, path: str, form: Any, *, match: str = "") -> httpx.Response:
        """Ask until answered, always under the same key."""
        headers = {"Idempotency-Key": uuid4().hex} | ({"If-Match": match} if match else {})
        return await self._insist(service, "POST", path, headers, form)

    async def _insist(
        self, service: str, method: str, path: str, headers: Mapping[str, str], form: Any
    ) -> httpx.Response:
        while True:
            try:
                return await self._ask(service, method, path, headers, form)
            except Refused as refused:
                await asyncio.sleep(self._random.uniform(0.5, 1) * min(refused.after, PATIENCE))

    async def _ask(self, service: str, method: str, path: str, headers: Mapping[str, str], form: Any) -> httpx.Response:
        url = self._urls[service][self._asked % len(self._urls[service])]
        self._asked += 1
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            response = await self._client.request(method, url + path, headers=dict(headers), json=form)
        except httpx.HTTPError as error:  # a process that was killed, asked without a gateway
            self.books.refused[f"{service} (no connection)"] += 1
            raise Refused(1.0) from error
        finally:
            self.books.slowest = max(self.books.slowest, loop.time() - began)
        return self._noted(service, method, response)

    def _noted(self, service: str, method: str, response: httpx.Response) -> httpx.Response:
        problem = response.headers.get("content-type", "").startswith("application/problem+json")
        if response.status_code == 503 and problem and response.headers.get("Retry-After", "").isdigit():
            self.books.refused[service] += 1
            raise Refused(float(response.headers["Retry-After"]))
        # 404 of minutes that are not drawn up yet, 412 of a version that moved: answers
        fine = response.status_code < 400 or (method == "GET" and response.status_code == 404)
        if not fine and response.status_code != 412:
            self.books.odd.append(f"{method} at {service}: {response.status_code} {response.text[:200]}")
            raise Refused(PATIENCE)
        self.books.answered[service] += 1
        return response

    async def unheard(self) -> int:
        """How many acknowledged registrations the minutes do not show yet as they stand, or nobody was told of by mail."""
        attendance = {each["registration"]: each["state"] async for each in self._every("minutes", "/attendance")}
        mails = defaultdict[str, list[str]](list)
        async for each in self._every("notifications", ""):
            mails[each["about"]].append(each["state"])
        missing = 0
        async for each in self._every("registration", "/registrations"):
            state, said = each["state"], self.books.acknowledged.get(each["id"], "")
            shown = "expected" if state == "confirmed" else None
            changed = state in {"cancelled", "withdrawn"} or (said, state) == ("waitlisted", "confirmed")
            heard = each["id"] in attendance and attendance[each["id"]] == shown
            missing += not (heard and _told(mails[each["id"]]) >= 1 + changed)
        return missing

    async def _every(self, service: str, of: str) -> AsyncIterator[dict[str, Any]]:
        """All items of a list about this gathering, page by page."""
        path = {
            "registration": f"/v1/gatherings/{self.gathering}{of}?limit=100",
            "notifications": f"/v1/notifications?limit=100&gathering={self.gathering}",
            "minutes": f"/v1/minutes/{self.gathering}{of}?limit=100",
        }[service]
        while path:
            page = await self.get(service, path)
            for item in page.json():
                yield item
            path = page.links.get("next", {}).get("url", "").removeprefix(f"/{service}")

    async def lost(self) -> list[str]:
        """Compare what was acknowledged with what stands: a sentence for each registration that is gone or went back."""
        found, seats = [], Counter[int]()
        for registration, state in self.books.acknowledged.items():
            there = await self.get("registration", f"/v1/registrations/{registration}")
            if there.status_code == 404:
                found.append(f"registration {registration} was acknowledged and is not there")
                continue
            stands = there.json()
            if stands["seat"] is not None:
                seats[stands["seat"]] += 1
            if stands["state"] != state and (state, stands["state"]) != ("waitlisted", "confirmed"):
                found.append(f"registration {registration} was acknowledged {state} and is {stands['state']}")
        return found + [f"seat {seat} is held {held} times" for seat, held in seats.items() if held > 1]


def _told(states: Sequence[str]) -> int:
    """How many mails of one registration have come to their end here.

    One that a killed process had begun is left alone for ten minutes, and what is told afterwards waits for it: that is the end.
    """
    return len(states) if "sending" in states else sum(state == "sent" for state in states)
