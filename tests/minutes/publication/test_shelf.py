"""What is published is rendered once for each language, and nobody sees for longer than `FRESH` what is no longer so."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from gzip import compress
from typing import Any

import pytest

from services.minutes.publication import shelf
from services.minutes.publication.pages import record as pages
from services.minutes.publication.queries import Account
from services.minutes.publication.shelf import FRESH, Shelf
from services.minutes.publication.shown import shown
from tests.clocks import Ahead
from tests.minutes import facts
from tests.minutes.house import PAGE, Site, Told


@pytest.fixture
async def published(there: Site) -> Site:
    await there.adjourn()
    await there.publish()
    return there


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """In which language the page of a gathering was rendered, each time; never in the thread that answers requests."""
    languages: list[str] = []

    def counted(account: Account, language: str) -> dict[str, Any]:
        assert threading.current_thread() is not threading.main_thread()
        languages.append(language)
        return shown(account, language)

    monkeypatch.setattr(pages, "shown", counted)
    return languages


async def test_two_hundred_readers_at_once_cost_one_rendering(published: Site, rendered: list[str]) -> None:
    async with published.client() as anybody:
        answers = await asyncio.gather(*(anybody.get(PAGE) for _ in range(200)))
    assert {(answer.status_code, answer.headers["ETag"]) for answer in answers} == {(200, answers[0].headers["ETag"])}
    assert rendered == ["en"]


async def test_each_language_is_rendered_once_whatever_else_is_asked_for(published: Site, rendered: list[str]) -> None:
    async with published.client() as anybody:
        for query in ("", "?lang=fa", "?lang=ar", "?from=a-letter", "?lang=fa&from=a-letter", "?lang=xx"):
            page = await anybody.get(PAGE + query)
            assert "a-letter" not in page.text
            anybody.cookies.clear()
    assert sorted(rendered) == ["ar", "en", "fa"]


async def test_whoever_has_the_page_costs_no_rendering(published: Site, rendered: list[str]) -> None:
    async with published.client() as anybody:
        tag = (await anybody.get(PAGE)).headers["ETag"]
        for _ in range(3):
            again = await anybody.get(PAGE, headers={"If-None-Match": tag})
            assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
            assert again.headers["Cache-Control"] == "no-cache"
            published.clock.passes(seconds=FRESH)
    assert rendered == ["en"]


@pytest.mark.parametrize("asked", ["{tag}", '"another", {tag}', '"another",{bare}', "*"])
async def test_a_tag_is_recognised_as_the_rfc_says_and_head_says_what_get_would(
    published: Site, rendered: list[str], asked: str
) -> None:
    async with published.client() as anybody:
        head = await anybody.head(PAGE)
        assert (head.status_code, head.content) == (200, b"")
        tag = head.headers["ETag"]
        known = {"If-None-Match": asked.format(tag=tag, bare=tag.removeprefix("W/"))}
        assert (await anybody.get(PAGE, headers=known)).status_code == 304
        assert (await anybody.head(PAGE, headers=known)).status_code == 304
        assert (await anybody.get(PAGE, headers={"If-None-Match": '"another"'})).status_code == 200
    assert rendered == ["en"]


async def test_who_is_erased_vanishes_from_a_published_page_within_two_seconds(published: Site) -> None:
    assert FRESH <= 2
    async with published.client() as anybody:
        before = await anybody.get(PAGE)
        assert "Robin Example 0" in before.text
        await published.erase(0)
        published.clock.passes(seconds=FRESH)
        after = await anybody.get(PAGE, headers={"If-None-Match": before.headers["ETag"]})
        assert after.status_code == 200
        assert "Robin Example 0" not in after.text


async def test_what_is_told_late_appears_on_a_published_page_within_two_seconds(published: Site) -> None:
    async with published.client() as anybody:
        assert "Late Weir Union" not in (await anybody.get(PAGE)).text
        late = facts.listed(0).model_copy(update={"name": {"en": "Late Weir Union"}})
        await published.hear([Told(facts.organization(0), 2, late)])
        published.clock.passes(seconds=FRESH)
        assert "Late Weir Union" in (await anybody.get(PAGE)).text


async def test_whoever_is_signed_in_reads_a_page_that_is_kept_nowhere(published: Site) -> None:
    async with published.client() as anybody, published.client("observer") as observer:
        mine, everybodys = await observer.get(PAGE), await anybody.get(PAGE)
    assert (mine.headers["Cache-Control"], "ETag" in mine.headers) == ("no-store", False)
    assert "Sign out" in mine.text
    assert "Sign out" not in everybodys.text


async def test_a_page_that_was_found_by_another_name_is_not_given_to_others(published: Site) -> None:
    async with published.client() as anybody:
        elsewhere = await anybody.get(PAGE, headers={"Host": "elsewhere.example"})
        assert f"http://elsewhere.example{PAGE}" in elsewhere.text
        assert "elsewhere.example" not in (await anybody.get(PAGE)).text


def told(text: str) -> Callable[[], Awaitable[str]]:
    """A look that finds this."""

    async def look() -> str:
        return text

    return look


async def test_the_shelf_has_a_bound_and_those_go_first_that_nobody_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "ROOM", 3 * (10 + len(compress(b"a" * 10))))
    clock, made = Ahead(), list[str]()
    here = Shelf(clock)

    def render(text: str) -> bytes:
        made.append(text)
        return text.encode() * 10

    for name in ("a", "b", "c"):
        await here.sheet(name, told(name), render)
    clock.passes(seconds=FRESH)
    await here.sheet("a", told("a"), render)
    await here.sheet("d", told("d"), render)
    for name in ("a", "c", "d"):
        await here.sheet(name, told(name), render)
    assert made == ["a", "b", "c", "d"]
    await here.sheet("b", told("b"), render)
    assert made == ["a", "b", "c", "d", "b"]


async def test_what_can_no_longer_be_read_is_kept_no_longer() -> None:
    clock = Ahead()
    here = Shelf(clock)
    await here.sheet("a", told("a"), str.encode)

    async def gone() -> str:
        raise LookupError

    clock.passes(seconds=FRESH)
    for _ in range(2):
        with pytest.raises(LookupError):
            await here.sheet("a", gone, str.encode)


async def test_a_page_is_compressed_once_for_all_and_has_the_tag_that_it_has_without(
    published: Site, rendered: list[str]
) -> None:
    async with published.client() as anybody:
        plain = await anybody.get(PAGE, headers={"Accept-Encoding": "identity"})
        coded = [await anybody.get(PAGE, headers={"Accept-Encoding": "gzip"}) for _ in range(2)]
        again = await anybody.get(PAGE, headers={"If-None-Match": coded[0].headers["ETag"]})
    assert [each.headers.get("Content-Encoding") for each in (plain, *coded)] == [None, "gzip", "gzip"]
    assert {each.text for each in coded} == {plain.text}
    assert {each.headers["ETag"] for each in (plain, *coded, again)} == {plain.headers["ETag"]}, (
        "a weak tag is for both"
    )
    assert all("Accept-Encoding" in each.headers["Vary"] for each in (plain, *coded, again))
    assert int(coded[0].headers["Content-Length"]) < len(plain.content)
    assert (again.status_code, rendered) == (304, ["en"])
