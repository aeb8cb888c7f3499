"""The journalist: finds a report, is told by mail of the next one and of what was corrected in it, and leaves with one click."""

import re
from email.message import EmailMessage
from typing import Any
from urllib.parse import urlsplit

from tests.story.chain import Chain, gathering_form
from tests.story.test_form import text_of, to
from tests.story.test_subscriber import FORM, REPORTS, link_in, news, subscribed
from tests.story.told.met import Met

ADDRESS = "rushwater@example.org"
EARLIER, HEADLINE, RIGHT = "Ferries run again", "Sixty towns share one table", "Forty towns share one table"
WHY = "Forty of the sixty were represented."


async def followed(met: Met) -> dict[str, Any]:
    """Two meetings, the report of one after that of the other. Returns how often they were written to, and when."""
    chain, here = met.chain, met.chain.house
    await _published(chain, await _earlier(chain), EARLIER)
    await here.passes(minutes=2)
    async with here.client() as browser:
        found = await browser.get("/minutes/reports/?lang=en")
        assert EARLIER in found.text
        assert FORM in found.text
        await subscribed(here, ADDRESS, "en")
        counts = [len(news(here, ADDRESS))]
        path = await _published(chain, chain.gathering, HEADLINE)
        await here.passes(minutes=2)
        counts.append(len(news(here, ADDRESS)))
        await _says(chain, path, "correct", HEADLINE.replace("Sixty", "Forty"), reason=WHY)
        await here.passes(minutes=2)
        told = news(here, ADDRESS)
        counts.append(len(told))
        [page] = {page for mail in told for page in _pages(mail)}
        shown = await browser.get(page, params={"lang": "en"})
        for words in (RIGHT, WHY, "<del>", "<ins>", "Sixty"):
            assert words in shown.text
        left = await browser.post(link_in(told[0]), data={"List-Unsubscribe": "One-Click"})
        assert left.status_code == 303
    await here.settle()
    await _says(chain, path, "correct", "Fifty towns share one table", reason="Ten more came.")
    await here.passes(minutes=2)
    assert to(here, ADDRESS) == [], "nothing is left of an address of which nothing else is known"
    return {"news": counts}


def _pages(mail: EmailMessage) -> list[str]:
    """Where the links to a report lead."""
    return [urlsplit(link).path for link in re.findall(r"http\S+/minutes/reports/\S+", text_of(mail))]


async def _earlier(chain: Chain) -> str:
    """Another meeting that has begun."""
    title = {"en": "Ferries", "fa": "گذاره‌ها", "ar": "العبّارات"}
    made = await chain.post("/registration/v1/gatherings", gathering_form(title=title))
    path = f"/registration/v1/gatherings/{made.json()['id']}"
    await chain.move(path, "announce", "open", "close", "convene")
    await chain.house.settle()
    return str(made.json()["id"])


async def _published(chain: Chain, gathering: str, headline: str) -> str:
    """A report that everybody reads; its path."""
    path = f"{REPORTS}/{(await chain.post(REPORTS, {'gathering': gathering})).json()['id']}"
    await _says(chain, path, "write", headline)
    tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
    await chain.post(f"{path}/publish", None, **tag)
    await chain.house.settle()
    return path


async def _says(chain: Chain, path: str, step: str, headline: str, **other: str) -> None:
    tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
    await chain.post(f"{path}/{step}", {"texts": {"en": {"headline": headline, "lead": "They met."}}} | other, **tag)
    await chain.house.settle()
