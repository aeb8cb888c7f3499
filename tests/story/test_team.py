"""People sign in by a link in a mail and do what their role lets them, in every service, until it is revoked or they are out."""

import re
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from uuid import uuid4

import httpx

from services import rights
from shared.auth import Rights
from tests.story.house import House, house

SAME = {"Sec-Fetch-Site": "same-origin"}
EVERYWHERE = ("/registration/v1/people", "/notifications/v1/notifications", "/minutes/v1/dead-letters")
FORM = {"name": "Noor Example", "email": "noor@example.org", "language": "ar", "office": "secretariat"}


def path_in(mail: EmailMessage) -> str:
    found = re.search(r"https?://[^/\s]+(/registration/sign-in\S+)", mail.get_body(("plain",)).get_content())  # type: ignore[union-attr]
    assert found
    return found[1]


def link_in(mail: EmailMessage) -> str:
    return str(httpx.URL(path_in(mail)).params["link"])


async def press(browser: httpx.AsyncClient, link: str) -> None:
    answer = await browser.post("/registration/sign-in", data={"link": link}, headers=SAME)
    assert answer.status_code == 303, answer.text


async def first(here: House, browser: httpx.AsyncClient) -> None:
    """By the link that `plenary up` prints."""
    link = here.process.installation.keys.link("installation", uuid4(), timedelta(hours=1))
    shown = await browser.get("/sign-in", params={"link": link})
    assert shown.status_code == 303
    await press(browser, str(httpx.URL(shown.headers["location"]).params["link"]))


async def may(browser: httpx.AsyncClient) -> list[int]:
    return [(await browser.get(path)).status_code for path in EVERYWHERE]


async def test_a_role_counts_in_every_service_until_it_is_revoked(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client() as secretary, here.client() as noor:
        await first(here, secretary)
        await here.settle()
        assert await may(secretary) == [200, 200, 200]
        made = await secretary.post("/registration/v1/team/grants", json=FORM, headers=SAME)
        assert made.status_code == 201, made.text
        await here.settle()
        [mail] = here.mails()
        assert (mail["To"], "lang=ar" in path_in(mail)) == ("Noor Example <noor@example.org>", True)
        await noor.get(path_in(mail))  # a scanner may, too
        await press(noor, link_in(mail))
        assert await may(noor) == [200, 200, 200]
        [holder] = [each["person"] for each in made.json()["holders"] if each["name"]]
        gone = {"role": "secretariat", "person": holder}
        assert (await secretary.post("/registration/v1/team/revocations", json=gone, headers=SAME)).status_code == 200
        await here.settle()
        assert await may(noor) == [403, 403, 403]
        assert await may(secretary) == [200, 200, 200]
        for name in ("registration", "notifications", "minutes"):  # as a process knows it that runs this service alone
            alone = Rights(here.process.installation.keys)
            await rights.fill(here.service(name), alone)
            assert alone.caller(noor.cookies["plenary_session"]).roles == frozenset(), name
            assert alone.caller(secretary.cookies["plenary_session"]).roles == {"secretariat"}, name


async def test_a_session_that_was_ended_opens_nothing_in_any_service(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client() as one, here.client() as other:
        for browser in (one, other):
            await first(here, browser)
        sessions = (await one.get("/registration/v1/sessions")).json()
        [there] = [each["id"] for each in sessions if not each["current"]]
        assert (await one.post(f"/registration/v1/sessions/{there}/end", headers=SAME)).status_code == 200
        await here.settle()
        assert (await may(other), await may(one)) == ([401, 401, 401], [200, 200, 200])
        for name in ("registration", "notifications", "minutes"):
            alone = Rights(here.process.installation.keys)
            await rights.fill(here.service(name), alone)
            assert len(alone.ended) == 1, name


async def test_who_asks_for_a_link_is_sent_one_mail_and_a_stranger_none(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary, here.client() as browser:
        form = {"name": "Noor Example", "email": "noor@example.org", "language": "fa"}
        person = (await secretary.post("/registration/v1/people", json=form)).json()["id"]
        for email in ("noor@example.org", "nobody@example.org", "noor@example.org"):
            answer = await browser.post("/registration/sign-in", data={"email": email})
            assert (answer.status_code, answer.headers["location"]) == (303, "/registration/sign-in?sent=1")
        await here.settle()
        [mail] = here.mails()
        await press(browser, link_in(mail))
        assert (await browser.get(f"/registration/v1/people/{person}")).status_code == 200
        assert (await browser.get("/registration/v1/people")).status_code == 403
