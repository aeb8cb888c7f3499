"""The personal page: two clocks, coming again, the own details, the minutes, an entry for the calendar."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import httpx
import pytest
from icalendar import Calendar

from services.registration.people.model import Person
from shared.contracts.calendar import ENTRY
from shared.contracts.registrations import registration_id
from tests.registration.house import Site, site
from tests.world.site import changed

DETAILS = {"name": "Ana", "email": "ana@example.org", "language": "en", "time_zone": "Europe/Paris"}


@dataclass(frozen=True)
class Own:
    """Somebody who is registered, with the link in the mail."""

    here: Site
    owner: httpx.AsyncClient
    gathering: str
    person: str
    link: dict[str, str]

    async def page(self, below: str = "", **params: str) -> str:
        answer = await self.owner.get(f"/status{below}", params=self.link | params)
        assert answer.status_code == 200, answer.text
        return answer.text

    async def post(self, below: str, typed: dict[str, str], **params: str) -> httpx.Response:
        return await self.owner.post(f"/status{below}", params=self.link | params, data=typed)

    async def state(self) -> str:
        async with self.here.client("secretariat") as secretary:
            [there] = (await secretary.get(f"{self.gathering}/registrations")).json()
        return str(there["state"])

    async def entry(self) -> Any:
        """What a calendar reads."""
        answer = await self.owner.get("/status/calendar.ics", params=self.link)
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        [event] = Calendar.from_ical(answer.content).walk("VEVENT")
        return event


@asynccontextmanager
async def registered(folder: Path, category: str = "guest", **other: Any) -> AsyncIterator[Own]:
    async with site(folder) as here, here.client("secretariat") as secretary, here.client() as owner:
        path = await here.gathering("announce", "open", **other)
        person = (await secretary.post("/v1/people", json=DETAILS)).json()["id"]
        made = (await here.register(path, person, category)).json()
        link = {"link": here.installation.keys.link("registration", UUID(made["id"]), timedelta(days=1))}
        yield Own(here, owner, path, person, link)


def keys(page: str) -> dict[str, str]:
    """The hidden fields of the first form that carries a key."""
    found = dict(re.findall(r'type="hidden" name="(key|version)" value="([^"]+)"', page))
    assert "key" in found
    return found


async def test_the_clock_of_the_venue_comes_first_then_the_own_where_it_differs(tmp_path: Path) -> None:
    async with registered(tmp_path) as own:
        text = re.sub(r"<[^>]+>|\s+", " ", await own.page())
        venue, here = text.index("21 March 2030, 09:00"), text.index("21 March 2030, 06:30")
        assert venue < here
        assert "(UTC+03:30)" in text[venue:here]
        assert "By your clock" in text[venue:here]
        in_persian = await own.page(lang="fa")
        assert "۰۶:۳۰" in in_persian, "the own clock stays the own in another language"


async def test_nobody_is_told_the_same_time_twice(tmp_path: Path) -> None:
    async with registered(tmp_path, time_zone="Europe/Paris") as own:
        assert "By your clock" not in await own.page()


async def test_who_withdrew_comes_again_once_for_each_form(tmp_path: Path) -> None:
    async with registered(tmp_path) as own:
        assert "I can come after all" not in await own.page()
        await own.post("/withdraw", {"form": "first"})
        again = keys(await own.page())
        for _ in range(2):
            assert (await own.post("/again", again)).status_code == 303
            assert await own.state() == "confirmed"
        await own.post("/withdraw", {"form": "second"})
        await own.post("/again", again)
        assert await own.state() == "withdrawn", "the old form is sent again, and does nothing"
        await own.post("/again", keys(await own.page()))
        assert await own.state() == "confirmed"


async def test_who_was_invited_or_cancelled_asks_the_secretariat(tmp_path: Path) -> None:
    async with registered(tmp_path, "delegate") as own, own.here.client("secretariat") as secretary:
        await own.post("/withdraw", {})
        assert "This is by invitation only" in await own.page()
        await own.post("/again", {"key": "pressed"})
        assert await own.state() == "withdrawn"
        await own.here.register(own.gathering, own.person)
        [there] = (await secretary.get(f"{own.gathering}/registrations")).json()
        await changed(secretary, f"/v1/registrations/{there['id']}", "cancel")
        assert "I can come after all" not in await own.page()
        await own.post("/again", {"key": "once more"})
        assert await own.state() == "cancelled"


async def test_somebody_corrects_the_own_details_and_the_page_speaks_as_they_do(tmp_path: Path) -> None:
    async with registered(tmp_path) as own:
        form = await own.page("/details")
        assert 'value="Europe/Paris" selected' in form
        typed = {"name": "آنا", "name_also": "Ana", "position": "", "language": "fa"}
        typed |= {"calendar": "solar_hijri", "digits": "persian", "time_zone": "Asia/Tehran"} | keys(form)
        done = await own.post("/details", typed)
        assert (done.status_code, "آنا" in done.headers["Location"]) == (303, False)
        shown = await own.owner.get(done.headers["Location"].removeprefix("/registration"))
        assert '<html lang="fa" dir="rtl">' in shown.text
        assert "اطلاعات شما اصلاح شد" in shown.text
        stored = await own.here.service.store.get(Person, UUID(own.person))
        assert stored
        assert (stored.entity.name, stored.entity.email, stored.entity.time_zone) == (
            "آنا",
            "ana@example.org",
            "Asia/Tehran",
        )


async def test_what_is_wrong_with_details_or_said_in_another_language_loses_nothing(tmp_path: Path) -> None:
    async with registered(tmp_path) as own:
        typed = {"name": "", "position": "River keeper", "time_zone": "Nowhere/City", "language": "en"}
        typed |= {"calendar": "islamic", "digits": "latin"} | keys(await own.page("/details"))
        wrong = await own.post("/details", typed)
        assert wrong.status_code == 422
        assert all(f'id="{field}-error"' in wrong.text for field in ("name", "time_zone"))
        switched = await own.post("/details", typed | {"speaks": "en"}, lang="ar")
        assert (switched.status_code, 'dir="rtl"' in switched.text) == (200, True)
        for answer in (wrong, switched):
            assert 'value="River keeper"' in answer.text
            assert 'value="islamic" selected' in answer.text


async def test_who_corrects_what_the_secretariat_changed_meanwhile_sees_both(tmp_path: Path) -> None:
    async with registered(tmp_path) as own, own.here.client("secretariat") as secretary:
        typed = {"name": "Anna", "language": "en", "calendar": "gregorian", "digits": "latin", "time_zone": "UTC"}
        typed |= keys(await own.page("/details"))
        read = await secretary.get(f"/v1/people/{own.person}")
        headers = {"If-Match": read.headers["ETag"]}
        await secretary.put(f"/v1/people/{own.person}", json=DETAILS | {"name": "Ana Maria"}, headers=headers)
        moved = await own.post("/details", typed)
        assert moved.status_code == 412
        assert "<del>Ana Maria</del>" in moved.text
        assert "<ins>Anna</ins>" in moved.text
        assert (await own.post("/details", typed | keys(moved.text))).status_code == 303


async def test_the_entry_for_a_calendar_is_one_for_ever_and_says_what_became_of_it(tmp_path: Path) -> None:
    async with registered(tmp_path) as own, own.here.client("secretariat") as secretary:
        first = await own.entry()
        assert first["DTSTART"].dt == datetime(2030, 3, 21, 5, 30, tzinfo=UTC)
        assert (str(first["SUMMARY"]), first["STATUS"]) == ("Shared river basins", "CONFIRMED")
        assert (
            str((await own.owner.get("/status/calendar.ics", params=own.link | {"lang": "fa"})).text).isascii() is False
        )
        await changed(secretary, own.gathering, "close")
        later = await own.entry()
        assert later["UID"] == first["UID"]
        id = registration_id(UUID(own.gathering.rpartition("/")[2]), UUID(own.person))
        assert own.here.installation.keys.unsealed(ENTRY, str(first["UID"])) == str(id)
        assert later["DTSTAMP"].dt >= first["DTSTAMP"].dt
        assert "SEQUENCE" not in later, "an entry that a mail brought has one, and stays"
        tag = (await secretary.get(own.gathering)).headers["ETag"]
        await secretary.post(f"{own.gathering}/cancel", json={"reason": {"en": "Flood."}}, headers={"If-Match": tag})
        assert (await own.entry())["STATUS"] == "CANCELLED"
        assert "The gathering is cancelled." in await own.page()


async def test_after_the_gathering_the_page_leads_to_the_minutes(tmp_path: Path) -> None:
    async with registered(tmp_path) as own, own.here.client("secretariat") as secretary:
        minutes = f'href="/minutes/{own.gathering.rpartition("/")[2]}"'
        assert minutes not in await own.page()
        for step in ("close", "convene", "adjourn"):
            await changed(secretary, own.gathering, step)
        assert minutes in await own.page()


async def test_a_long_entry_is_folded_at_75_octets_and_unfolds_to_what_was_written(tmp_path: Path) -> None:
    title = "نخستین همایش بین‌المللی حوضه‌های آبریز و تالاب‌ها؛ " * 3 + "پایان"
    async with registered(tmp_path, title={"fa": title}, venue={"fa": "تالار، " * 20 + "شهر"}) as own:
        content = (await own.owner.get("/status/calendar.ics", params=own.link | {"lang": "fa"})).content
        assert max(map(len, content.split(b"\r\n"))) <= 75, "RFC 5545, 3.1"
        assert b"\n" not in content.replace(b"\r\n", b"")
        [event] = Calendar.from_ical(content).walk("VEVENT")
        assert event["SUMMARY"] == title


async def test_only_the_link_opens_the_details_and_the_calendar(tmp_path: Path) -> None:
    async with registered(tmp_path) as own:
        for below in ("/details", "/calendar.ics"):
            assert (await own.owner.get(f"/status{below}", params={"link": "made-up"})).status_code == 403
        for below in ("/details", "/again"):
            posted = await own.owner.post(f"/status{below}", params={"link": "made-up"}, data={"name": "x"})
            assert posted.status_code == 403


async def test_who_is_signed_in_finds_what_they_registered_for_and_nothing_of_others(tmp_path: Path) -> None:
    async with registered(tmp_path) as own, own.here.client("person", sub=UUID(own.person)) as signed_in:
        for path in ("/own", "/own/card"):
            page = (await signed_in.get(path, params={"lang": "en"})).text
            [link] = re.findall(r'href="[^"]*/status\?link=([^"]+)"', page)
            assert "has a place" in page
            assert (await own.owner.get(f"/status?link={link}")).status_code == 200
        async with own.here.client("person", sub=UUID(int=7)) as other:
            assert "/status?link=" not in (await other.get("/own")).text
        assert (await own.owner.get("/own")).status_code == 401


@pytest.mark.parametrize(
    ("category", "leads"), [("delegate", True), ("observer", True), ("press", False), ("guest", False)]
)
async def test_who_takes_part_is_led_to_the_documents_by_a_link_that_opens_nothing_else(
    tmp_path: Path, category: str, leads: bool
) -> None:
    async with registered(tmp_path, category, capacity={category: 3}) as own:
        found = re.findall(r'href="/minutes/documents\?link=([^"]+)"', await own.page(lang="en"))
        assert (len(found), "for those who take part in it" in await own.page(lang="en")) == (int(leads), leads)
        if leads:
            assert (await own.owner.get("/status", params={"link": unquote(found[0])})).status_code == 403
        page = await own.page()
        form = re.search(r'name="form" value="([^"]+)"', page)
        await own.post("/withdraw", {"form": form[1] if form else ""})
        assert (await own.state(), "/minutes/documents" in await own.page()) == ("withdrawn", False)
