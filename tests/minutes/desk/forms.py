"""The pages of the desk, and their forms as a browser would send them."""

import html
import re

import httpx

from tests.world.facts import GATHERING

DESK = f"/minutes/gatherings/{GATHERING}"
TEXT = {"text_en": "The council meets again in spring.", "text_fa": "شورا در بهار باز گرد هم می‌آید."}
CONSENSUS = {**TEXT, "adoption": "consensus"}
HANDS = {**TEXT, "adoption": "show_of_hands", "in_favour": "۲", "against": "1"}


async def hidden(client: httpx.AsyncClient, page: str) -> dict[str, str]:
    """Key and version of the first form of a page that has a version, else of its first form."""
    text = (await client.get(page)).text
    version = re.search(r'name="key" value="([^"]+)"><input type="hidden" name="version" value="(\d+)"', text)
    if version:
        return {"key": version[1], "version": version[2]}
    key = re.search(r'name="key" value="([^"]+)"', text)
    return {"key": key[1]} if key else {}


async def send(client: httpx.AsyncClient, page: str, action: str, typed: dict[str, str]) -> httpx.Response:
    """Fill the form of a page and press its button."""
    return await client.post(page + action, data=await hidden(client, page) | typed)


async def recorded(client: httpx.AsyncClient, typed: dict[str, str] | None = None) -> str:
    """Record a decision at the desk; returns the page on which it is changed."""
    answer = await send(client, DESK, "/decisions", typed or CONSENSUS)
    assert answer.status_code == 303, answer.text
    [first, *_] = re.findall(rf'href="({DESK}/decisions/[^"]+)"', (await client.get(DESK)).text)
    return html.unescape(first)
