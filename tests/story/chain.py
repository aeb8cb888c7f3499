"""The chain as a secretariat leads it over HTTP: 12 people of 4 organizations, 8 seats. The conference is fictional."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx

from tests.story.house import House, house
from tests.world.facts import TITLE, VENUE
from tests.world.site import changed

PEOPLE, SEATS, MEMBERS = 12, 8, 4
LANGUAGES = ("fa", "ar", "en")
NAMES = {"fa": "رودبان نمونه", "ar": "مثال النهري", "en": "Robin Example"}
DECISION = {"en": "The council meets again.", "fa": "شورا دوباره تشکیل جلسه می‌دهد.", "ar": "يجتمع المجلس مرة أخرى."}

ORGANIZATIONS = "code,name_en,name_fa,kind\n" + "".join(
    f"O{n},Authority {n},سازمان {n},authority\n" for n in range(MEMBERS)
)
GUESTS = "email,name,language,organization\n" + "".join(
    f"p{n}@example.org,{NAMES[LANGUAGES[n % 3]]} {n},{LANGUAGES[n % 3]},O{n % MEMBERS}\n" for n in range(PEOPLE)
)


def gathering_form(**other: Any) -> dict[str, Any]:
    """In session from today on, so that the door is open."""
    now = datetime.now(UTC)
    return {
        "title": TITLE,
        "venue": VENUE,
        "starts_at": now.isoformat(),
        "ends_at": (now + timedelta(days=1)).isoformat(),
        "time_zone": "Asia/Tehran",
        "capacity": {"delegate": SEATS},
        **other,
    }


@dataclass
class Chain:
    """Leads one gathering. `people` are ids by number, `registrations` theirs (both as they were given)."""

    house: House
    secretary: httpx.AsyncClient
    people: list[str] = field(default_factory=list)
    registrations: dict[int, str] = field(default_factory=dict)
    gathering: str = ""

    @property
    def path(self) -> str:
        return f"/registration/v1/gatherings/{self.gathering}"

    @property
    def minutes(self) -> str:
        return f"/minutes/v1/minutes/{self.gathering}"

    async def post(self, path: str, form: Any = None, **headers: str) -> httpx.Response:
        """Must be accepted."""
        answer = await self.secretary.post(path, json=form, headers=headers)
        assert answer.is_success, answer.text
        return answer

    async def move(self, path: str, *steps: str, **headers: str) -> None:
        """State-changing POSTs, each with the ETag that was just read."""
        for step in steps:
            await changed(self.secretary, path, step, **headers)

    async def bring_in(self) -> None:
        """Organizations and people from CSV."""
        for what, table in (("organizations", ORGANIZATIONS), ("people", GUESTS)):
            answer = await self.secretary.post(
                f"/registration/v1/imports/{what}", content=table.encode(), headers={"Content-Type": "text/csv"}
            )
            report = answer.json()
            assert answer.status_code == 200, report
            assert (report["created"], report["problems"]) == (len(table.splitlines()) - 1, [])
        everybody = (await self.secretary.get("/registration/v1/people?limit=100")).json()
        by_address = {each["email"]: each["id"] for each in everybody}
        self.people = [by_address[f"p{n}@example.org"] for n in range(PEOPLE)]

    async def announce(self, **other: Any) -> None:
        """A body of all that were brought in, more than half of which make a quorum; its gathering is announced and opened."""
        organizations = (await self.secretary.get("/registration/v1/organizations")).json()
        members = [each["id"] for each in organizations if f"\n{each['code']}," in ORGANIZATIONS]
        quorum = {"rule": "more_than", "numerator": 1, "denominator": 2}
        form = {"code": "COUNCIL", "name": {"en": "Council"}, "members": members, "quorum": quorum}
        body = (await self.post("/registration/v1/bodies", form)).json()["id"]
        drafted = await self.post("/registration/v1/gatherings", gathering_form(body=body, **other))
        self.gathering = drafted.json()["id"]
        await self.move(self.path, "announce", "open")

    async def register(self, n: int, **headers: str) -> dict[str, Any]:
        form = {"category": "delegate", "person": self.people[n], "organization": await self.organization(n)}
        answer = (await self.post(f"{self.path}/registrations", form, **headers)).json()
        self.registrations[n] = answer["id"]
        return dict(answer)

    async def organization(self, n: int) -> str:
        return str((await self.secretary.get(f"/registration/v1/people/{self.people[n]}")).json()["organization"])

    async def cancel(self, n: int, **headers: str) -> None:
        await self.move(f"/registration/v1/registrations/{self.registrations[n]}", "cancel", **headers)

    async def standing(self) -> dict[int, dict[str, Any]]:
        """Every registration as it is, by the person's number."""
        found = (await self.secretary.get(f"{self.path}/registrations?limit=100")).json()
        return {self.people.index(each["person"]): each for each in found}

    async def passes(self, n: int, way: str) -> None:
        path = f"/registration/v1/registrations/{self.registrations[n]}/{way}"
        await self.post(path, {"scan": str(uuid4())})

    async def quorum(self) -> dict[str, Any]:
        """As the minutes know it now."""
        return dict((await self.secretary.get(f"{self.minutes}/quorum")).json())

    async def vote(self) -> httpx.Response:
        votes = {"in_favour": 2, "against": 1}
        form = {"text": DECISION, "adoption": "show_of_hands", "votes": votes}
        return await self.secretary.post(f"{self.minutes}/decisions", json=form)

    async def events(self, service: str, topic: str) -> list[dict[str, Any]]:
        """All events of a topic over the feed."""
        found = await self.secretary.get(f"/{service}/v1/events?topic={topic}&limit=1000")
        assert found.status_code == 200, found.text
        return list(found.json())


async def registered(house: House, secretary: httpx.AsyncClient) -> Chain:
    """Everybody has asked for a place, one after the other, and all was heard and told."""
    chain = Chain(house, secretary)
    await chain.bring_in()
    await chain.announce()
    for n in range(PEOPLE):
        await chain.register(n)
    await house.settle()
    return chain


_REGISTERED: list[tuple[dict[Path, bytes], Chain]] = []
"""The files of such an installation, made once in each process of the tests and then copied, and who led it there."""


@asynccontextmanager
async def everybody_registered(folder: Path) -> AsyncIterator[Chain]:
    """The same, at work in this folder: to lead it there takes longer than most that is asked of it then."""
    if not _REGISTERED:
        async with house(folder) as here, here.client("secretariat") as secretary:
            led = await registered(here, secretary)
        kept = {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
        _REGISTERED.append((kept, led))
    [(kept, led)] = _REGISTERED
    for name, content in kept.items():
        (folder / name).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / name).touch(mode=0o600)
        (folder / name).write_bytes(content)
    async with house(folder) as here, here.client("secretariat") as secretary:
        people, registrations = [*led.people], {**led.registrations}
        yield replace(led, house=here, secretary=secretary, people=people, registrations=registrations)


def known(chain: Chain, n: int) -> UUID:
    """The id of a person."""
    return UUID(chain.people[n])
