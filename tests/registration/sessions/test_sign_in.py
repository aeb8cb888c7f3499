"""Signing in by a one-time link, over HTTP: what a link, a cookie and an address are good for."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from string import ascii_letters, digits
from uuid import UUID, uuid4

import httpx
import pytest_asyncio

from services import rights
from services.registration.people.handlers import record_person
from services.registration.sessions.handlers import ask_to_sign_in
from services.registration.sessions.model import AskToSignIn, Session
from shared.auth.caller import INSTALLATION
from tests.registration.facts import message, person
from tests.registration.house import Site, count_of, site

SAME = {"Sec-Fetch-Site": "same-origin"}
WHO = "/v1/sessions"


@pytest_asyncio.fixture
async def here(tmp_path: Path) -> AsyncIterator[Site]:
    async with site(tmp_path) as made:
        for kind, note in zip(rights._kinds(made.service), (rights.note_role, rights.note_session), strict=True):
            made.service.on_commit(kind, partial(note, made.installation.rights))
        await rights.fill(made.service, made.installation.rights)
        yield made


def host_link(here: Site, lifetime: timedelta = timedelta(hours=1)) -> str:
    """As `plenary sign-in` makes it."""
    return here.installation.keys.link("installation", uuid4(), lifetime)


async def mailed(here: Site, n: int = 1) -> str:
    """The link in the mail that person n asked for, who is on record."""
    who = person(n)
    await here.service.run(record_person, who)
    command = AskToSignIn(**message(), email=who.email, drawer=UUID(int=1))
    session = (await here.service.run(ask_to_sign_in, command)).id
    return here.installation.keys.link("sign-in", session, timedelta(hours=1))


async def signed_in(browser: httpx.AsyncClient, link: str) -> httpx.Response:
    answer = await browser.post("/sign-in", data={"link": link}, headers=SAME)
    assert answer.status_code == 303, answer.text
    return answer


async def test_a_sign_in_link_is_looked_at_freely_and_used_once(here: Site) -> None:
    for link in (host_link(here), await mailed(here)):
        async with here.client() as scanner, here.client() as browser:
            for _ in range(2):
                assert (await scanner.get("/sign-in", params={"link": link})).status_code == 200
            signed = await browser.post("/sign-in", data={"link": link})
            again = await scanner.post("/sign-in", data={"link": link})
            looked = await scanner.get("/sign-in", params={"link": link})
            sessions = (await browser.get(WHO)).json()
        assert (signed.status_code, again.status_code, looked.status_code) == (303, 403, 403)
        cookie = signed.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        assert "Secure" not in cookie
        assert [each["current"] for each in sessions] == [True]


async def test_a_sign_in_link_is_spent_once_even_after_a_restart(tmp_path: Path) -> None:
    async with site(tmp_path) as first, first.client() as browser:
        link = host_link(first)
        await signed_in(browser, link)
    async with site(tmp_path) as second, second.client() as browser:
        assert (await browser.post("/sign-in", data={"link": link})).status_code == 403
        assert (await browser.get("/sign-in", params={"link": link})).status_code == 403


async def test_a_used_sign_in_link_is_not_new_again_in_another_spelling(here: Site) -> None:
    """The last character of base64 may hold bits that say nothing; the seal must not pass over them."""
    async with here.client() as browser, here.client() as thief:
        for link in (host_link(here), await mailed(here)):
            await signed_in(browser, link)
            for last in ascii_letters + digits + "-_":
                assert (await thief.post("/sign-in", data={"link": link[:-1] + last})).status_code == 403


async def test_an_old_sign_in_link_is_refused(here: Site) -> None:
    async with here.client() as browser:
        old = host_link(here, timedelta(seconds=-5))
        assert (await browser.post("/sign-in", data={"link": old})).status_code == 403
        for other in ("x", here.installation.keys.link("registration", uuid4(), timedelta(hours=1))):
            assert (await browser.post("/sign-in", data={"link": other})).status_code == 403
        made_up = here.installation.keys.link("sign-in", uuid4(), timedelta(hours=1))
        assert (await browser.post("/sign-in", data={"link": made_up})).status_code == 403


async def test_a_cookie_is_secure_where_the_installation_is_reached_by_https(here: Site) -> None:
    here.installation.settings = here.installation.settings.model_copy(update={"public_url": "https://plenary.test"})
    async with here.client() as browser:
        answer = await signed_in(browser, host_link(here))
    assert "Secure" in answer.headers["set-cookie"]


async def test_the_link_that_up_prints_makes_the_first_secretary(here: Site) -> None:
    async with here.client() as browser:
        assert (await browser.get("/v1/people")).status_code == 401
        await signed_in(browser, host_link(here))
        assert (await browser.get("/v1/people")).status_code == 200
        [role] = (await browser.get("/v1/team/grants")).json()
    assert (role["role"], [each["person"] for each in role["holders"]]) == ("secretariat", [str(INSTALLATION)])


async def test_signing_out_ends_the_session_everywhere_and_only_from_our_own_pages(here: Site) -> None:
    async with here.client() as browser, here.client() as copy:
        await signed_in(browser, host_link(here))
        copy.cookies = browser.cookies
        foreign = await browser.post("/sign-out", headers={"Sec-Fetch-Site": "cross-site"})
        assert (foreign.status_code, (await browser.get(WHO)).status_code) == (403, 200)
        kept = httpx.Cookies(browser.cookies)
        gone = await browser.post("/sign-out", headers=SAME)
        assert gone.status_code == 303
        assert "plenary_session" not in browser.cookies
        copy.cookies = kept
        assert (await copy.get(WHO)).status_code == 401, "a copy of the cookie opens nothing either"


async def test_the_answer_to_an_address_is_the_same_whether_it_is_known_or_not(here: Site) -> None:
    who = person(1)
    await here.service.run(record_person, who)
    answers = []
    async with here.client() as browser:
        for email in (who.email, "nobody@example.org", who.email.upper()):
            told = await browser.post("/sign-in", data={"email": email}, follow_redirects=True)
            answers.append((told.status_code, [each.headers["location"] for each in told.history], told.text))
        wrong = await browser.post("/sign-in", data={"email": "no address"})
    assert answers[0] == answers[1] == answers[2]
    assert answers[0][0] == 200
    assert (wrong.status_code, 'value="no address"' in wrong.text) == (422, True)
    assert await count_of(here.service, Session) == 1


async def test_own_sessions_are_seen_and_ended_anothers_are_not_there(here: Site) -> None:
    async with here.client() as mine, here.client() as also, here.client() as other:
        agent = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"
        mine.headers["User-Agent"] = agent
        await signed_in(mine, await mailed(here, 1))
        await signed_in(also, host_link(here))
        await signed_in(other, await mailed(here, 2))
        [session] = (await mine.get(WHO)).json()
        assert (session["device"], session["current"]) == ("Firefox · Linux", True)
        for stranger in (also, other):  # the secretariat, too
            answer = await stranger.post(f"{WHO}/{session['id']}/end", headers=SAME)
            assert answer.status_code == 404
        assert (await mine.post(f"{WHO}/{session['id']}/end", headers=SAME)).status_code == 200
        assert (await mine.get(WHO)).status_code == 401
        assert (await other.post(f"{WHO}/end", headers=SAME)).json() == []
        assert (await other.get(WHO)).status_code == 401
        assert (await also.get(WHO)).status_code == 200


async def test_whoever_is_invited_has_the_role_until_it_is_revoked(here: Site) -> None:
    form = {"name": "Noor Example", "email": "noor@example.org", "language": "fa", "office": "secretariat"}
    async with here.client() as first, here.client() as noor:
        await signed_in(first, host_link(here))
        made = await first.post("/v1/team/grants", json=form, headers=SAME)
        assert made.status_code == 201, made.text
        [holder] = [each for each in made.json()["holders"] if each["name"]]
        command = AskToSignIn(**message(), email=form["email"], drawer=UUID(int=1))
        session = (await here.service.run(ask_to_sign_in, command)).id
        await signed_in(noor, here.installation.keys.link("sign-in", session, timedelta(hours=1)))
        assert (await noor.get("/v1/people")).status_code == 200
        taken = await first.post(
            "/v1/team/revocations", json={"role": "secretariat", "person": holder["person"]}, headers=SAME
        )
        assert taken.status_code == 200, taken.text
        assert (await noor.get("/v1/people")).status_code == 403
        last = await first.post(
            "/v1/team/revocations", json={"role": "secretariat", "person": str(INSTALLATION)}, headers=SAME
        )
        assert (last.status_code, last.json()["code"]) == (409, "last-secretary")
        wrong = await first.post("/v1/team/grants", json=form | {"office": "chair"}, headers=SAME)
        assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "thing")


async def test_the_page_of_sessions_shows_and_ends_the_own_ones(here: Site) -> None:
    async with here.client() as one, here.client() as two, here.client() as other:
        for browser in (one, two):
            await signed_in(browser, host_link(here))
        await signed_in(other, await mailed(here, 1))
        page = (await one.get("/sessions", params={"lang": "fa"})).text
        assert page.count('/end"') == 3, "each, and all"
        [theirs] = [each["id"] for each in (await one.get(WHO)).json() if not each["current"]]
        assert (await other.post(f"/sessions/{theirs}/end", data={"key": "o"}, headers=SAME)).status_code == 404
        assert (await one.post(f"/sessions/{theirs}/end", data={"key": "k"}, headers=SAME)).status_code == 303
        assert [(await each.get(WHO)).status_code for each in (one, two)] == [200, 401]
        assert (await one.post("/sessions/end", data={"key": "k"}, headers=SAME)).status_code == 303
        assert ((await one.get(WHO)).status_code, (await one.get("/sessions")).status_code) == (401, 401)


async def test_the_page_of_the_team_invites_and_revokes(here: Site) -> None:
    typed = {"key": "k", "name": "Noor Example", "email": "noor@example.org", "language": "ar", "office": "secretariat"}
    async with here.client() as first, here.client("observer") as observer:
        await signed_in(first, host_link(here))
        assert (await observer.get("/team")).status_code == 403
        wrong = await first.post("/team", data=typed | {"email": "x", "office": ""}, headers=SAME)
        assert (wrong.status_code, "Noor Example" in wrong.text, wrong.text.count("aria-invalid")) == (422, True, 2)
        unfit = await first.post("/team", data=typed | {"key": "u", "office": "chair"}, headers=SAME)
        assert (unfit.status_code, "thing-error" in unfit.text) == (422, True)
        for _ in range(2):
            made = await first.post("/team", data=typed, headers=SAME)
            assert (made.status_code, made.headers["location"]) == (303, "/registration/team?invited=1")
        page = (await first.get("/team?invited=1")).text
        assert page.count("noor@example.org") == 1
        [role] = (await first.get("/v1/team/grants")).json()
        [noor] = [each["person"] for each in role["holders"] if each["name"]]
        gone = {"key": "r", "role": "secretariat", "person": noor}
        assert (await first.post("/team/revoke", data=gone, headers=SAME)).status_code == 303
        last = await first.post("/team/revoke", data=gone | {"key": "l", "person": str(INSTALLATION)}, headers=SAME)
        assert (last.status_code, 'role="alert"' in last.text) == (409, True)
        foreign = await first.post("/team", data=typed, headers={"Sec-Fetch-Site": "cross-site"})
        assert foreign.status_code == 403
