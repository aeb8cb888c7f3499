"""Reports by mail through three services: an address that somebody types, one link, one mail for each news, and nothing left."""

import re
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import httpx

from plenary.verify import verify
from shared.settings import Settings
from tests.story.chain import Chain
from tests.story.house import House, house
from tests.story.test_form import text_of, to, traces

FORM = "/registration/reports"
REPORTS = "/minutes/v1/reports"


async def typed(here: House, email: str, language: str = "fa") -> None:
    async with here.client() as visitor:
        answer = await visitor.post(FORM, data={"email": email, "language": language})
        assert (answer.status_code, answer.headers["Location"]) == (303, f"{FORM}/received")
    await here.settle()


def link_in(mail: EmailMessage) -> str:
    return str(re.findall(r"http\S+/registration/reports/own\?\S+", text_of(mail))[-1])


async def subscribed(here: House, email: str, language: str = "fa") -> None:
    await typed(here, email, language)
    [asked] = [mail for mail in to(here, email) if "reports/own" in text_of(mail)]
    async with here.client() as owner:
        answer = await owner.post(link_in(asked).replace("/own?", "/own/confirm?"))
        assert answer.status_code == 303
    await here.settle()


def news(here: House, email: str) -> list[EmailMessage]:
    """What an address was told of the report."""
    return [mail for mail in to(here, email) if "/minutes/reports/" in text_of(mail)]


async def met(here: House, secretary: httpx.AsyncClient) -> Chain:
    """One of the press is inside; the report of it is begun."""
    chain = Chain(here, secretary)
    await chain.bring_in()
    await chain.announce(capacity={"delegate": 9, "press": 5}, admission={"press": "open"})
    person = {"name": "Nadia Brook", "email": "nadia@example.org"}
    made = (await chain.post("/registration/v1/people", person)).json()["id"]
    await chain.post(f"{chain.path}/registrations", {"person": made, "category": "press"})
    await chain.move(chain.path, "close", "convene")
    await here.settle()
    await chain.post(REPORTS, {"gathering": chain.gathering})
    return chain


async def step(chain: Chain, name: str, form: dict[str, Any] | None = None) -> None:
    """Asked for the report of a gathering twice, it answers with the one that is there."""
    path = f"{REPORTS}/{(await chain.post(REPORTS, {'gathering': chain.gathering})).json()['id']}"
    tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
    await chain.post(f"{path}/{name}", form, **tag)
    await chain.house.settle()


async def correct(chain: Chain, headline: str) -> None:
    said = {"texts": {"en": {"headline": headline, "lead": "They met."}}, "reason": "There were seven."}
    await step(chain, "correct", said)


async def test_who_confirmed_is_told_once_of_each_news_and_never_after_leaving(tmp_path: Path) -> None:
    """Also who is registered as press, and has subscribed besides: one mail."""
    async with house(tmp_path) as here, here.client("secretariat") as secretary, here.client() as owner:
        chain = await met(here, secretary)
        await subscribed(here, "darya@example.org")
        await subscribed(here, "nadia@example.org", "en")
        await typed(here, "never@example.org")
        await typed(here, "darya@example.org")  # once more: she is told already
        await step(chain, "publish")
        await here.passes(minutes=2)
        [told], [press] = news(here, "darya@example.org"), news(here, "nadia@example.org")
        assert (told["Content-Language"], press["List-Unsubscribe"]) == ("fa", None)
        assert "registered for the gathering as press" in text_of(press)
        assert told["List-Unsubscribe"] == f"<{link_in(told)}>"
        assert news(here, "never@example.org") == []
        assert len(to(here, "darya@example.org")) == 2
        await correct(chain, "Seven towns share their gauges")
        await here.passes(minutes=2)
        assert len(news(here, "darya@example.org")) == len(news(here, "nadia@example.org")) == 2
        one_click = {"List-Unsubscribe": "One-Click"}
        for _ in range(2):
            assert (await owner.post(link_in(told), data=one_click)).status_code == 303
        await here.settle()
        await correct(chain, "Eight towns share their gauges")
        await here.passes(minutes=2)
        assert len(news(here, "nadia@example.org")) == 3
        assert to(here, "darya@example.org") == [], "of an address of which nothing else is known nothing is left"
    found = await verify(Settings(data=tmp_path), lambda _: None, longest=0)
    assert [finding.faults for finding in found if not finding.holds] == []


async def test_of_an_address_that_nobody_confirms_nothing_is_left_after_a_day(tmp_path: Path) -> None:
    async with house(tmp_path) as here:
        for n in range(5):
            for _ in range(2):
                await typed(here, f"invented{n}@example.org")
        assert sum(len(to(here, f"invented{n}@example.org")) for n in range(5)) == 5
        assert traces(tmp_path)
        await here.passes(days=1)
        while here.mails():
            await here.settle()
    assert traces(tmp_path) == []


async def test_of_who_left_nothing_is_left_and_who_said_it_was_not_them(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client() as owner:
        await subscribed(here, "invented1@example.org")
        await typed(here, "invented2@example.org")
        for n in (1, 2):
            link = link_in(to(here, f"invented{n}@example.org")[0])
            assert (await owner.post(link)).status_code == 303
            assert "reports by mail" in (await owner.get(link + "&lang=en")).text
            late = await owner.post(link.replace("/own?", "/own/confirm?"))
            assert late.status_code == 303
        await here.settle()
        while here.mails():
            await here.settle()
        await subscribed(here, "invented1@example.org")
        assert len(to(here, "invented1@example.org")) == 1
        assert (await owner.post(link_in(to(here, "invented1@example.org")[0]))).status_code == 303
        await here.settle()
        while here.mails():
            await here.settle()
    assert traces(tmp_path) == []
