"""The public page and the personal one: three languages, no script, and nothing that it tells of others."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from services.registration.people.model import Person
from services.registration.registrations.model import Registration
from tests.registration.house import Site, count_of, site
from tests.world.site import changed


def form(**other: str) -> dict[str, str]:
    typed = {"name": "دریا رودبان", "email": "darya@example.org", "language": "fa", "category": "guest"}
    return typed | {"organization": ""} | other


def page_of(path: str) -> str:
    return path.replace("/v1", "")


async def send(here: Site, path: str, typed: dict[str, str]) -> httpx.Response:
    async with here.client() as anybody:
        return await anybody.post(page_of(path), data=typed)


@pytest.mark.parametrize(
    ("language", "direction", "title", "begins"),
    [
        ("en", "ltr", "Shared river basins", "Thursday, 21 March 2030, 09:00"),
        ("fa", "rtl", "حوضه‌های مشترک رودها", "۱ فروردین ۱۴۰۹"),
        ("ar", "rtl", "الأحواض المشتركة", "٢٠٣٠"),
    ],
)
async def test_the_page_speaks_the_readers_language_and_calendar(
    tmp_path: Path, language: str, direction: str, title: str, begins: str
) -> None:
    async with site(tmp_path) as here, here.client() as anybody:
        path = page_of(await here.gathering("announce", "open"))
        shown = await anybody.get(path, headers={"Accept-Language": language})
        assert shown.status_code == 200
        assert f'<html lang="{language}" dir="{direction}">' in shown.text
        assert title in shown.text
        assert begins in shown.text
        assert "<script" not in shown.text
        assert all(f'<label for="{name}">' in shown.text for name in ("name", "email", "category", "organization"))


async def test_a_draft_has_no_page_and_the_form_is_there_only_while_open(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as anybody, here.client("secretariat") as secretary:
        path = await here.gathering()
        assert (await anybody.get(page_of(path))).status_code == 404
        assert (await send(here, path, form())).status_code == 404
        await changed(secretary, path, "announce")
        shown = (await anybody.get(page_of(path))).text
        assert "Registration is not open yet." in shown
        assert 'name="email"' not in shown
        early = await send(here, path, form())
        assert (early.status_code, await count_of(here.service, Registration)) == (409, 0)
        await changed(secretary, path, "open")
        await changed(secretary, path, "close")
        assert "Registration is closed." in (await anybody.get(page_of(path))).text
        assert await count_of(here.service) == 0


async def test_persian_digits_in_an_address_are_digits(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        path = await here.gathering("announce", "open")
        await send(here, path, form(email=" Darya۱۲٣@Example.org "))
        assert await here.service.store.count(Person, {"email": "darya123@example.org"}) == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"email": "nobody"}, "email"),
        ({"email": "a@example.org\r\nBcc: b@example.org"}, "email"),
        ({"category": "royalty"}, "category"),
        ({"category": "royalty", "name": ""}, "name"),
        ({"organization": "nonsense"}, "organization"),
        ({"organization": str(uuid4())}, "organization"),
    ],
)
async def test_what_is_wrong_is_said_beside_its_field_and_at_the_top(
    tmp_path: Path, wrong: dict[str, str], field: str
) -> None:
    async with site(tmp_path) as here:
        path = await here.gathering("announce", "open")
        answer = await send(here, path, form(**wrong))
        assert answer.status_code == 422
        assert f'<a href="#{field}">' in answer.text
        assert f'id="{field}-error"' in answer.text
        assert 'role="alert"' in answer.text
        assert await count_of(here.service) == 0


async def test_what_was_typed_comes_back_escaped(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        path = await here.gathering("announce", "open")
        answer = await send(here, path, form(name='"><script>alert(1)</script>', email="{{7*7}}"))
        assert answer.status_code == 422
        assert "<script" not in answer.text
        assert "49" not in re.sub(r'value="[0-9a-f-]{36}"', "", answer.text)


async def test_the_form_takes_a_form(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as anybody:
        path = await here.gathering("announce", "open")
        assert (await anybody.post(page_of(path), json=form())).status_code == 415


async def registered(here: Site, path: str, n: object) -> dict[str, Any]:
    found: dict[str, Any] = (await here.register(path, await here.person(n))).json()
    return found


async def test_the_personal_page_shows_seat_or_rank_and_lets_go_of_it(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as anybody:
        path = await here.gathering("announce", "open")
        first, _, _, last = [await registered(here, path, n) for n in range(4)]
        links = {
            each["id"]: here.installation.keys.link("registration", UUID(each["id"]), timedelta(days=1))
            for each in (first, last)
        }
        seat = await anybody.get("/status", params={"link": links[first["id"]]})
        assert "You have a place." in seat.text
        rank = await anybody.get("/status", params={"link": links[last["id"]]})
        assert "You are on the waiting list, and one person waits before you." in rank.text
        for _ in range(2):
            gone = await anybody.post("/status/withdraw", params={"link": links[first["id"]]})
            assert gone.status_code == 303
        after = await anybody.get(gone.headers["Location"].removeprefix("/registration"))
        assert "You said that you will not come." in after.text
        assert "<details>" not in after.text


async def test_a_withdrawal_that_is_sent_again_withdraws_no_later_registration(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as anybody:
        path = await here.gathering("announce", "open")
        person = await here.person(1)
        id = UUID((await here.register(path, person)).json()["id"])
        link = {"link": here.installation.keys.link("registration", id, timedelta(days=1))}
        page = (await anybody.get("/status", params=link)).text
        form = {"form": re.findall(r'name="form" value="([^"]+)"', page)[0]}
        for state in ("withdrawn", "confirmed"):
            assert (await anybody.post("/status/withdraw", params=link, data=form)).status_code == 303
            async with here.client("secretariat") as secretary:
                assert (await secretary.get(f"/v1/registrations/{id}")).json()["state"] == state
            await here.register(path, person)


async def test_the_personal_page_keeps_to_the_persons_calendar_in_their_language(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as anybody:
        path = await here.gathering("announce", "open")
        async with here.client("secretariat") as secretary:
            details = {"name": "Ana", "email": "ana@example.org", "language": "ar", "calendar": "islamic"}
            person = (await secretary.post("/v1/people", json=details | {"digits": "latin"})).json()["id"]
        id = UUID((await here.register(path, person)).json()["id"])
        link = here.installation.keys.link("registration", id, timedelta(days=1))
        own = await anybody.get("/status", params={"link": link, "lang": "ar"})
        assert "1451" in own.text
        other = await anybody.get("/status", params={"link": link, "lang": "fa"})
        assert "۱۴۰۹" in other.text


async def test_a_link_for_something_else_opens_nothing(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as anybody:
        path = await here.gathering("announce", "open")
        id = UUID((await registered(here, path, 1))["id"])
        for link in ("", "made-up", here.installation.keys.link("unsubscribe", id, timedelta(days=1))):
            assert (await anybody.get("/status", params={"link": link})).status_code == 403
            assert (await anybody.post("/status/withdraw", params={"link": link})).status_code == 403


async def test_who_switches_the_language_in_the_middle_of_the_form_finds_what_was_typed(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as anybody:
        path = page_of(await here.gathering("announce", "open"))
        shown = (await anybody.get(path)).text
        assert 'form="apply" formaction="?lang=fa" formnovalidate name="speaks" value="en"' in shown
        begun = form(email="darya@", language="en", category="press") | {"speaks": "en"}
        switched = await anybody.post(path, params={"lang": "fa"}, data=begun)
        assert (switched.status_code, 'role="alert"' in switched.text) == (200, False)
        assert '<html lang="fa" dir="rtl">' in switched.text
        for kept in ('value="دریا رودبان"', 'value="darya@"', 'value="press" selected', 'value="fa" selected'):
            assert kept in switched.text
        chosen = await anybody.post(path, params={"lang": "ar"}, data=begun | {"language": "ar", "speaks": "fa"})
        assert 'value="ar" selected' in chosen.text
        own = await anybody.post(path, params={"lang": "fa"}, data=begun | {"speaks": "ar"})
        assert 'value="en" selected' in own.text, "who chose the language of mails keeps it"
        assert await count_of(here.service) == 0


async def test_a_browser_may_keep_the_form_for_who_comes_back_to_it(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as anybody:
        path = page_of(await here.gathering("announce", "open"))
        assert (await anybody.get(path)).headers["Cache-Control"] == "private, no-cache"
        assert (await anybody.post(path, data=form(name=""))).headers["Cache-Control"] == "no-store"
