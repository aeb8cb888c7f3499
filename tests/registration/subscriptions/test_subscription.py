"""The own gatherings in a calendar program: what its owner sees, what others do not, and how a link ends."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import vobject

from tests.registration.house import Site, erase, site
from tests.registration.registrations.test_approval import decided
from tests.registration.registrations.test_personal import DETAILS, keys
from tests.world.site import changed


@dataclass(frozen=True)
class Subscriber:
    """Somebody who is signed in and comes to one gathering, and a calendar program, which is not."""

    here: Site
    owner: httpx.AsyncClient
    program: httpx.AsyncClient
    secretary: httpx.AsyncClient
    gathering: str
    person: str

    async def subscribes(self) -> str:
        """Press the button; the address, without the origin."""
        form = keys(await self.page())
        for _ in range(2):  # a double press is one
            assert (await self.owner.post("/own/calendar", data=form)).status_code == 303
        return await self.address()

    async def page(self) -> str:
        answer = await self.owner.get("/own/calendar", params={"lang": "en"})
        assert answer.status_code == 200
        return answer.text

    async def address(self) -> str:
        page = await self.page()
        [shown] = re.findall(r"<code[^>]*>https?://[^/]+/registration(/own/calendar\.ics\?link=[^<]+)</code>", page)
        assert 'href="webcal://' in page
        return str(shown)

    async def reads(self, address: str, **headers: str) -> httpx.Response:
        return await self.program.get(address, headers=headers)

    async def entries(self, address: str) -> list[Any]:
        answer = await self.reads(address)
        assert answer.status_code == 200, answer.text
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert answer.headers["Cache-Control"] == "private, no-store"
        return list(vobject.readOne(answer.text).contents.get("vevent", []))


@asynccontextmanager
async def subscriber(folder: Path, **other: Any) -> AsyncIterator[Subscriber]:
    async with site(folder) as here, here.client("secretariat") as secretary, here.client() as program:
        path = await here.gathering("announce", "open")
        person = (await secretary.post("/v1/people", json=DETAILS | other)).json()["id"]
        await here.register(path, person, "guest")
        async with here.client("person", sub=UUID(person)) as owner:
            yield Subscriber(here, owner, program, secretary, path, person)


async def test_a_calendar_program_reads_where_its_owner_will_be_in_the_own_language(tmp_path: Path) -> None:
    async with subscriber(tmp_path, language="fa") as own:
        assert "/own/calendar" in (await own.owner.get("/own")).text
        address = await own.subscribes()
        [entry] = await own.entries(address)
        assert (entry.summary.value, entry.status.value) == ("حوضه‌های مشترک رودها", "CONFIRMED")
        assert entry.location.value == "تالار دلتا"
        there = {"venue_address": {"fa": "خیابان رود"}, "coordinates": "35.70,51.40"}
        again = await own.here.gathering("announce", "open", starts_at="2029-03-21T09:00:00+03:30", **there)
        await own.here.register(again, own.person, "guest")
        entries = await own.entries(address)
        assert [each.dtstart.value.year for each in entries] == [2029, 2030]
        assert (entries[0].location.value, entries[0].geo.value) == ("تالار دلتا، خیابان رود", "35.7;51.4")
        tag = (await own.secretary.get(own.gathering)).headers["ETag"]
        why = {"reason": {"en": "Flood."}}
        await own.secretary.post(f"{own.gathering}/cancel", json=why, headers={"If-Match": tag})
        assert [each.status.value for each in await own.entries(address)] == ["CONFIRMED", "CANCELLED"]


async def test_who_withdrew_has_nothing_left_there_and_what_did_not_move_is_not_read_again(tmp_path: Path) -> None:
    async with subscriber(tmp_path) as own:
        address = await own.subscribes()
        read = await own.reads(address)
        assert (await own.reads(address)).content == read.content
        known = {"If-None-Match": read.headers["ETag"]}
        assert (await own.reads(address, **known)).status_code == 304
        [there] = (await own.secretary.get(f"{own.gathering}/registrations")).json()
        await changed(own.secretary, f"/v1/registrations/{there['id']}", "cancel")
        assert (await own.reads(address, **known)).status_code == 200
        assert await own.entries(address) == []


async def test_another_link_ends_the_one_before_and_nobody_elses_opens_anything(tmp_path: Path) -> None:
    async with subscriber(tmp_path) as own:
        assert "calendar.ics" not in await own.page(), "looking makes no link"
        first = await own.subscribes()
        second = await own.subscribes()
        assert (await own.reads(first)).status_code == 404
        assert len(await own.entries(second)) == 1
        assert (await own.reads("/own/calendar.ics?link=made-up")).status_code == 403
        assert (await own.program.get("/own/calendar")).status_code == 401
        async with own.here.client("person", sub=UUID(int=7)) as other:
            assert "calendar.ics" not in (await other.get("/own/calendar")).text


async def test_once_somebody_is_erased_the_link_opens_nothing(tmp_path: Path) -> None:
    async with subscriber(tmp_path) as own:
        address = await own.subscribes()
        await erase(own.here.service, UUID(own.person))
        assert (await own.reads(address)).status_code == 404


async def test_what_is_online_is_nowhere_on_the_pages_and_in_the_feed(tmp_path: Path) -> None:
    async with subscriber(tmp_path, language="en") as own:
        there = {"mode": "online", "venue_address": {"en": "1 River Road"}, "coordinates": "35.70,51.40"}
        path = await own.here.gathering("announce", "open", starts_at="2029-03-21T09:00:00+03:30", **there)
        await own.here.register(path, own.person, "guest")
        entry, _ = await own.entries(await own.subscribes())
        assert (entry.location.value, "geo" in entry.contents) == ("Online", False)
        page = (await own.program.get(path.replace("/v1", ""), params={"lang": "en"})).text
        assert "<bdi>Online</bdi>" in page
        assert "River Road" not in page


async def test_who_is_on_hold_still_waits_for_an_answer_there(tmp_path: Path) -> None:
    async with subscriber(tmp_path) as own:
        address = await own.subscribes()
        path = await own.here.gathering("announce", "open", starts_at="2029-03-21T09:00:00+03:30")
        asked = {"category": "press", "person": own.person}
        made = await own.owner.post(f"{path}/registrations", json=asked)
        assert made.status_code == 201, made.text
        assert [each.status.value for each in await own.entries(address)] == ["TENTATIVE", "CONFIRMED"]
        why = {"reason": "incomplete"}
        held = await decided(own.secretary, f"/v1/registrations/{made.json()['id']}", "hold", why)
        assert held.status_code == 200, held.text
        assert [each.status.value for each in await own.entries(address)] == ["TENTATIVE", "CONFIRMED"]
