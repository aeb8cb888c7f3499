"""The list of registrations: found, narrowed, decided of, taken away as a table."""

import io
import re
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from services.registration.registrations.model import Registration, RegistrationState
from services.registration.roster.export import harmless
from services.registration.roster.work import work
from tests.registration.house import Site, site
from tests.world.service import hearing

BADGE = "Title,Position,Name on the badge,Name as in the passport"


@asynccontextmanager
async def roster(folder: Path, people: int = 3, **other: Any) -> AsyncIterator[tuple[Site, str]]:
    """Open, with seats for two delegates; everybody asks for one, and all is heard."""
    async with site(folder) as here:
        async with hearing(here.service):
            path = await here.gathering("announce", "open", **other)
            for n in range(people):
                made = await here.register(path, await here.person(n))
                assert made.status_code == 201
        yield here, path.replace("/v1", "") + "/registrations"


def english(here: Site) -> httpx.AsyncClient:
    """The secretariat, whose browser asks for English."""
    secretary = here.client("secretariat")
    secretary.headers["Accept-Language"] = "en"
    return secretary


def followed(answer: httpx.Response) -> str:
    """Where a form led, below the service."""
    return answer.headers["location"].replace("/registration/", "/", 1)


def boxes(page: str) -> list[str]:
    return re.findall(r'name="chosen" value="([^"]+)"', page)


async def test_the_list_shows_names_states_places_and_how_many_wait_and_is_narrowed_by_its_url(tmp_path: Path) -> None:
    async with roster(tmp_path) as (here, path), here.client("secretariat") as secretary:
        for language, said in (("en", "Next in line"), ("fa", "نفر بعدی"), ("ar", "التالي في القائمة")):
            shown = await secretary.get(path, headers={"Accept-Language": language})
            assert (shown.status_code, len(boxes(shown.text))) == (200, 3)
            assert said in shown.text
        found = await secretary.get(path, params={"q": "person 2", "state": "waitlisted", "lang": "en"})
        assert len(boxes(found.text)) == 1
        assert "Person 2" in found.text
        assert "Nobody matches" in (await secretary.get(path, params={"q": "zzz", "lang": "en"})).text
        async with here.client(f"checkin:{uuid4()}") as door, here.client() as anybody:
            assert (await door.get(path)).status_code == 403
            assert (await anybody.get(path)).status_code == 401
        assert (await secretary.get(f"/gatherings/{uuid4()}/registrations")).status_code == 404


async def test_a_far_reaching_button_says_what_follows_and_asks_once(tmp_path: Path) -> None:
    async with roster(tmp_path) as (here, path), english(here) as secretary:
        chosen = boxes((await secretary.get(path)).text)[:2]
        form = {"chosen": chosen, "verdict": "cancel", "key": "once"}
        asks = await secretary.post(path, data=form)
        assert asks.status_code == 200
        assert "2 people will be told by mail" in asks.text
        count = here.service.store.count
        assert await count(Registration, {"state": RegistrationState.CANCELLED}) == 0
        for _ in range(2):
            done = await secretary.post(path, data=form | {"sure": "1"})
            assert done.status_code == 303
            assert "2 registrations were cancelled" in (await secretary.get(followed(done))).text
        assert await count(Registration, {"state": RegistrationState.CANCELLED}) == 2
        nobody = await secretary.post(path, data={"verdict": "approve"})
        assert "nobody=1" in nobody.headers["location"]


async def test_everybody_who_stands_so_is_decided_of_by_a_job_with_a_page_of_its_own(tmp_path: Path) -> None:
    async with roster(tmp_path) as (here, path), english(here) as secretary:
        form = {"all": "1", "verdict": "cancel", "key": "all", "sure": "1"}
        begun = await secretary.post(f"{path}?state=confirmed", data=form)
        job = followed(begun)
        waits = await secretary.get(job)
        assert waits.headers["refresh"] == "2"
        assert "0 of 2" in waits.text
        await work(here.service)
        ended = await secretary.get(job)
        assert "refresh" not in ended.headers
        assert "2 of 2" in ended.text


async def test_what_is_taken_away_is_what_is_shown_and_holds_no_formula(tmp_path: Path) -> None:
    async with roster(tmp_path) as (here, path), english(here) as secretary:
        table = (await secretary.get(f"{path}.csv")).content.decode("utf-8-sig").splitlines()
        assert table[0] == f"Name,Name in the other script,Organization,Category,State,Place,Waiting before,{BADGE}"
        assert table[3] == "Person 2,,,Delegate,Waiting,,0,,,,"
        assert len((await secretary.get(f"{path}.csv?state=waitlisted")).text.splitlines()) == 2
        book = zipfile.ZipFile(io.BytesIO((await secretary.get(f"{path}.xlsx")).content))
        assert book.read("xl/worksheets/sheet1.xml").count(b"<row ") == 4
        assert (await secretary.get(f"{path}.pdf")).status_code == 404
    assert [harmless(cell) for cell in ("=1+1", "@a", "+1", "-1", "Ali")] == ["'=1+1", "'@a", "'+1", "'-1", "Ali"]


async def test_the_cards_say_how_many_and_who_waits_longest(tmp_path: Path) -> None:
    async with roster(tmp_path) as (here, _), english(here) as secretary:
        waiting = await secretary.get("/cards/waiting")
        assert "Person 2" in waiting.text
        assert "<html" not in waiting.text
        assert "Nobody waits for your answer" in (await secretary.get("/cards/to-approve")).text


async def test_the_list_follows_what_is_typed_says_how_many_and_exports_what_it_shows(tmp_path: Path) -> None:
    async with roster(tmp_path) as (here, path), english(here) as secretary:
        page = (await secretary.get(path, params={"q": "person 1", "state": "confirmed"})).text
        form = re.findall(r"<form class=\"search\"[^>]*>", page)[0]
        assert 'hx-target="#found"' in form
        assert 'hx-select-oob="#found-said:innerHTML"' in form
        assert re.findall(r'role="status" id="found-said">([^<]+)<', page) == ["One entry on this page"]
        found = page[page.index('<div id="found"') :]
        for kind in ("csv", "xlsx"):
            assert f"registrations.{kind}?q=person+1&amp;state=confirmed" in found
