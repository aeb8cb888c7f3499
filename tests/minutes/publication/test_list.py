"""The list of what is published: searched by title in every script, and with the own minutes of whoever keeps some."""

import re

import pytest

from services.minutes.mirrors.model import Gathering
from services.minutes.record.model import Minutes, State
from shared.store import Stored
from tests.minutes import facts
from tests.minutes.facts import BODY
from tests.minutes.house import Site, tell
from tests.world.facts import GATHERING, known

LIST = "/minutes/"
TITLES = {
    "delta": {"en": "Third Meeting on the Delta", "fa": "سومین نشست دلتا"},
    "weirs": {"en": "Hearing on Weirs", "ar": "جلسة استماع حول السدود"},
}


@pytest.fixture
async def many(there: Site) -> Site:
    """Two that are published, beside the one in session."""
    for n, (name, title) in enumerate(TITLES.items()):
        record = Minutes(id=known(name), state=State.PUBLISHED, published_at=facts.minute(-n), slug=name)
        await there.store.commit([Stored(record), Stored(Gathering(known(name), title=title))])
    return there


def paths(page: str) -> list[str]:
    return re.findall(r'<li><a href="(/minutes/[^"]+)" lang', page)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("delta", ["/minutes/delta"]),
        ("DEL thi", ["/minutes/delta"]),
        ("دلتا", ["/minutes/delta"]),
        ("سدود", []),
        ("السدود", ["/minutes/weirs"]),
        ("on", ["/minutes/delta", "/minutes/weirs"]),
        ("river", []),
        (" ", ["/minutes/delta", "/minutes/weirs"]),
    ],
)
async def test_it_is_searched_by_the_beginnings_of_words_in_every_language(
    many: Site, words: str, found: list[str]
) -> None:
    async with many.client() as anybody:
        page = (await anybody.get(LIST, params={"q": words})).text
    assert paths(page) == found
    assert found or "No published minutes have that title." in page


async def test_what_is_searched_for_is_kept_on_no_shelf_and_what_was_typed_stands_there(many: Site) -> None:
    async with many.client() as anybody:
        found = await anybody.get(LIST, params={"q": 'a"<b>'})
        assert "ETag" not in found.headers
        assert 'value="a&#34;&lt;b&gt;"' in found.text
        assert (await anybody.get(LIST, params={"q": "a" * 201})).status_code == 422


async def test_a_chair_finds_the_own_minutes_before_they_are_published(many: Site) -> None:
    mine, other = f"/minutes/gatherings/{GATHERING}", known("elsewhere")
    await many.hear(tell(other, facts.announced(known("another body"))))
    async with many.client(f"chair:{BODY}") as chair, many.client() as anybody:
        page = (await chair.get(LIST)).text
        assert paths(page) == [mine, "/minutes/delta", "/minutes/weirs"]
        assert "In session" in page
        assert mine not in (await anybody.get(LIST)).text
        await many.adjourn()
        await many.publish()
        assert mine not in (await chair.get(LIST)).text


async def test_an_empty_list_says_what_will_stand_there(there: Site) -> None:
    async with there.client() as anybody:
        page = (await anybody.get(LIST)).text
    assert "As soon as the minutes of a gathering are approved" in page
    assert "<form" not in page.partition("<main")[2].partition("</main>")[0], "there is nothing to search"
