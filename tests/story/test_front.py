"""The pages that belong to no service: they stand whichever services run, and each card comes from its own service."""

import re
from pathlib import Path

import httpx
import pytest

from tests.story.house import house

OPEN = ("/", "/developers", "/registration/cards/next", "/minutes/cards/latest")
CLOSED = ("/today", "/system", "/minutes/upkeep", "/notifications/cards/upkeep")


async def page(client: httpx.AsyncClient, path: str, language: str = "en") -> str:
    answer = await client.get(path, headers={"Accept": "text/html", "Accept-Language": language})
    assert answer.status_code == 200, path
    return answer.text


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
async def test_the_front_speaks_three_languages_to_whoever_may_read_it(tmp_path: Path, language: str) -> None:
    async with house(tmp_path) as here, here.client() as anybody, here.client("secretariat") as secretary:
        for path in OPEN:
            assert await page(anybody, path, language)
        for path in CLOSED:
            assert (await anybody.get(path)).status_code == 401
            assert await page(secretary, path, language)


async def test_home_has_no_links_for_developers_in_the_way(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client() as anybody:
        home = (await page(anybody, "/")).partition("<main")[2].partition("</main>")[0]
    assert 'href="/registration/gatherings"' in home
    assert 'href="/minutes/"' in home
    assert not re.search(r"/docs|openapi|/developers|/health", home)


async def test_each_card_that_a_page_names_is_there(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        for path in ("/", "/today", "/system"):
            cards = re.findall(r'hx-get="([^"]+)"', await page(secretary, path))
            assert cards, path
            for card in cards:
                shown = await page(secretary, card)
                assert "<section" in shown, card
                assert "<html" not in shown, f"{card} is a part of a page"


async def test_all_parts_of_a_page_are_shown_only_where_that_is_asked_for(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client() as anybody:
        assert (await anybody.get("/design")).status_code == 404
