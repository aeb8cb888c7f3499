"""The pages of reports: where one is written, the permanent address, the list, the feed, and files."""

from xml.etree.ElementTree import fromstring

import httpx
import pytest

from services.minutes.publication.atom import ATOM
from tests.minutes.desk.forms import DESK, hidden, send
from tests.minutes.house import Site
from tests.minutes.reports.test_api import COVERAGE, REPORT, met, step
from tests.world.facts import known

__all__ = ["met"]

WRITE = f"{DESK}/report"
PAGE = "/minutes/reports/shared-river-basins"
TYPED = {
    "headline_en": "Six towns share",
    "lead_en": "They met.",
    "quote_en": "carries less",
    "text_en": "First.\r\n\r\nThen <b>second</b>.",
    "headline_fa": "شش شهر",
    "lead_fa": "جلسه داشتند.",
    "statement": str(known("statement")),
}


async def written(client: httpx.AsyncClient, *steps: str) -> None:
    assert (await send(client, WRITE, "/draft", {})).status_code == 303
    for each in ("write", *steps):
        answer = await send(client, WRITE, f"/{each}", TYPED if each == "write" else {})
        assert answer.status_code == 303, answer.text


@pytest.fixture
async def published(met: Site) -> Site:
    async with met.client("secretariat") as secretary:
        await written(secretary, "publish")
    return met


async def test_it_is_drawn_written_and_published_on_one_page(met: Site) -> None:
    async with met.client("secretariat") as secretary, met.client() as anybody:
        assert "Draw it from the record" in (await secretary.get(f"{WRITE}?lang=en")).text
        await written(secretary)
        assert "one person of the press is told by mail" in (await secretary.get(f"{WRITE}?lang=en")).text
        assert (await anybody.get(PAGE)).status_code == 404
        preview = await secretary.get(f"{PAGE}?lang=en")
        assert "Draft: not published" in preview.text
        await send(secretary, WRITE, "/publish", {})
        page = (await anybody.get(f"{PAGE}?lang=en")).text
    for told in ("Six towns share", "They met.", "carries less", "Robin Example 0", "The minutes follow."):
        assert told in page, told
    assert "Then &lt;b&gt;second&lt;/b&gt;." in page
    assert "The council resolves a fund" not in page, "the decisions are not published yet"


async def test_once_the_minutes_are_published_it_shows_what_was_decided_and_who_came(published: Site) -> None:
    await published.adjourn()
    await published.publish()
    async with published.client() as anybody:
        page = (await anybody.get(f"{PAGE}?lang=en")).text
        persian = (await anybody.get(f"{PAGE}?lang=fa")).text
        arabic = (await anybody.get(f"{PAGE}?lang=ar")).text
    assert "The council resolves a fund." in page
    assert "Ministry of Waters 1" in page
    assert "شش شهر" in persian
    assert 'lang="en" dir="ltr">Six towns share' in arabic, "it is not told in Arabic: the next best language"


async def test_the_page_takes_no_language_away_that_it_does_not_show(met: Site) -> None:
    async with met.client("secretariat") as secretary:
        await written(secretary)
        german = {"texts": {"de": {"headline": "Sechs Orte", "lead": "Sie trafen sich."}}}
        await step(secretary, "write", german)
        assert (await send(secretary, WRITE, "/write", TYPED)).status_code == 303
        assert (await secretary.get(REPORT)).json()["texts"]["de"]["headline"] == "Sechs Orte"


async def test_what_is_wrong_is_said_and_nothing_that_was_typed_is_lost(met: Site) -> None:
    async with met.client("secretariat") as secretary:
        await written(secretary)
        answer = await send(secretary, WRITE, "/write", TYPED | {"quote_en": "carries more", "headline_en": "x" * 201})
        assert answer.status_code == 422
        assert "x" * 201 in answer.text
        answer = await send(secretary, WRITE, "/write", TYPED | {"quote_en": "carries more"})
        assert (answer.status_code, "carries more" in answer.text) == (422, True)
        assert (await send(secretary, WRITE, "/correct", TYPED | {"reason": "Why."})).status_code == 409


async def test_a_correction_says_what_changed_word_by_word(published: Site) -> None:
    async with published.client("secretariat") as secretary, published.client() as anybody:
        again = TYPED | {"headline_en": "Seven towns share", "reason": "There were seven."}
        assert (await send(secretary, WRITE, "/correct", again)).status_code == 303
        page = (await anybody.get(f"{PAGE}?lang=en")).text
        feed = fromstring((await anybody.get("/minutes/reports/feed?lang=en")).text)
        listed = (await anybody.get("/minutes/reports/?lang=en")).text
    assert "There were seven." in page
    assert "<del>" in page
    assert "Six" in page
    assert [each.text for each in feed.iterfind(f"{{{ATOM}}}entry/{{{ATOM}}}title")] == [
        "Corrected: Seven towns share",
        "Seven towns share",
    ]
    assert "Corrected" in listed
    assert f'href="{PAGE}"' in listed


async def test_who_was_slower_sees_both(published: Site) -> None:
    async with published.client("secretariat") as secretary:
        old = await hidden(secretary, WRITE)
        first = TYPED | {"headline_en": "Seven towns share", "reason": "Seven."}
        assert (await send(secretary, WRITE, "/correct", first)).status_code == 303
        late = await secretary.post(f"{WRITE}/correct", data=old | TYPED | {"headline_en": "Eight", "reason": "Eight."})
    assert late.status_code == 412
    assert "Seven towns share" in late.text
    assert "Eight" in late.text


async def test_coverage_is_collected_and_removed(published: Site) -> None:
    async with published.client("secretariat") as secretary, published.client() as anybody:
        for wrong in (
            {"link": "ftp://x"},
            {"link": "http://["},
            {"outlet": "a\x0bb"},
            {"outlet": ""},
            {"appeared_on": "?"},
        ):
            refused = await send(secretary, WRITE, "/collect", COVERAGE | wrong)
            assert refused.status_code == 422, wrong
            assert 'value="Six towns share"' in refused.text, "the report is still there"
            assert 'value="The River Gazette"' in refused.text or "outlet" in wrong
        twice = await send(secretary, WRITE, "/collect", COVERAGE | {"link": "https://gazette.example"})
        again = await send(secretary, WRITE, "/collect", COVERAGE | {"link": "https://gazette.example/"})
        assert (twice.status_code, again.status_code) == (303, 303)
        assert (await anybody.get(PAGE)).text.count('https://gazette.example/"') == 1
        assert (await send(secretary, WRITE, "/collect", COVERAGE)).status_code == 303
        page = (await anybody.get(f"{PAGE}?lang=en")).text
        assert "The River Gazette" in page
        assert 'rel="external noreferrer nofollow"' in page
        assert "22 March 2030" in page


@pytest.mark.parametrize("kind", ["pdf", "docx", "html", "md"])
async def test_it_can_be_taken_along(published: Site, kind: str) -> None:
    async with published.client() as anybody:
        answer = await anybody.get(f"{PAGE}.{kind}?lang=en")
    assert answer.status_code == 200
    assert f'filename="report-shared-river-basins.{kind}"' in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Disposition"].startswith("inline" if kind == "pdf" else "attachment")
    assert answer.headers["Cache-Control"] == "no-cache"
    if kind in {"html", "md"}:
        assert "carries less" in answer.text


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
async def test_it_is_a_tagged_paper_in_each_language(published: Site, language: str) -> None:
    async with published.client() as anybody:
        answer = await anybody.get(f"{PAGE}.pdf?lang={language}")
        again = await anybody.get(f"{PAGE}.pdf?lang={language}", headers={"If-None-Match": answer.headers["ETag"]})
    assert answer.content.startswith(b"%PDF-1.7")
    assert b"/StructTreeRoot" in answer.content
    assert answer.headers["Content-Language"] == language
    assert again.status_code == 304


async def test_before_it_is_published_the_paper_is_for_who_keeps_the_record(met: Site) -> None:
    async with met.client("secretariat") as secretary, met.client() as anybody:
        await written(secretary)
        own = await secretary.get(f"{PAGE}.pdf?lang=en")
        assert own.status_code == 200
        assert "no-store" in own.headers["Cache-Control"]
        for form in ("pdf", "docx", "html", "md"):
            assert (await anybody.get(f"{PAGE}.{form}")).status_code == 404


async def test_who_was_erased_is_quoted_without_a_name(published: Site) -> None:
    await published.erase(0)
    async with published.client() as anybody:
        page = (await anybody.get(f"{PAGE}?lang=en")).text
    assert "Robin Example 0" not in page
    assert "A participant" in page
