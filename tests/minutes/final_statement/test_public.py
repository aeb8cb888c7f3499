"""The page that everybody reads: at its permanent address, in each language, side by side, and on paper."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from shared.contracts.final_statements import FinalStatementAdopted
from tests.minutes import facts
from tests.minutes.final_statement.facts import DAILY, MEASURE, RECALLING
from tests.minutes.final_statement.test_api import adopted, do, drafted
from tests.minutes.house import PAGE, Site, Told
from tests.minutes.publication.test_files import words_of
from tests.paper import broken, read, validated
from tests.world.facts import GATHERING, MORNING

FINAL_PAGE = f"{PAGE}/final-statement"


async def test_a_draft_is_nobody_s_page_and_what_is_adopted_is_everybody_s(there: Site) -> None:
    async with there.client("secretariat") as secretary, there.client() as anybody:
        await drafted(secretary)
        assert (await anybody.get(FINAL_PAGE)).status_code == 404
        assert (await anybody.get(f"{FINAL_PAGE}.pdf")).status_code == 404
        assert "A draft. It is not adopted" in (await secretary.get(FINAL_PAGE)).text
        await do(secretary, "/open")
        await do(secretary, "/adopt", {})
        assert MEASURE["en"] in (await anybody.get(FINAL_PAGE)).text
        assert (await anybody.get(PAGE)).status_code == 404, "the minutes are not published by it"


async def test_it_reads_in_each_language_and_says_which_one_counts(there: Site) -> None:
    async with there.client("secretariat") as secretary, there.client() as anybody:
        await adopted(secretary)
        page = (await anybody.get(FINAL_PAGE, params={"lang": "fa"})).text
        assert f'<p class="said" lang="fa" dir="rtl">{RECALLING["fa"]}</p>' in page
        assert MEASURE["en"] not in page
        assert "متن معتبر به این زبان است" in page
        beside = (await anybody.get(FINAL_PAGE, params={"lang": "fa", "all": "true"})).text
        assert f'lang="fa" dir="rtl">{MEASURE["fa"]}' in beside
        assert f'lang="en" dir="ltr">{MEASURE["en"]}' in beside
        arabic = (await anybody.get(FINAL_PAGE, params={"lang": "ar"})).text
        assert f'lang="en" dir="ltr">{MEASURE["en"]}' in arabic, "where a language is not there, the one that counts"


async def test_who_has_the_page_is_told_so_and_a_correction_shows_what_differs(there: Site) -> None:
    async with there.client("secretariat") as secretary, there.client() as anybody:
        [_, measure, _] = await adopted(secretary)
        first = await anybody.get(FINAL_PAGE, params={"lang": "en"})
        again = await anybody.get(FINAL_PAGE, params={"lang": "en"}, headers={"If-None-Match": first.headers["ETag"]})
        assert again.status_code == 304
        await do(secretary, f"/paragraphs/{measure}/correct", {"text": DAILY, "reason": "A slip."})
        there.clock.passes(seconds=5)
        page = (await anybody.get(FINAL_PAGE, params={"lang": "en"})).text
        assert DAILY["en"] in page
        assert "A slip." in page
        assert re.search(r"<del>.*month.*</del>.*<ins>.*day.*</ins>", page)


@pytest.mark.process
async def test_on_paper_it_says_the_same_numbered_and_tagged(there: Site) -> None:
    async with there.client("secretariat") as secretary, there.client() as anybody:
        await adopted(secretary)
        english, persian = [read((await anybody.get(f"{FINAL_PAGE}.pdf?lang={tag}")).content) for tag in ("en", "fa")]
    assert (english.title, english.language, english.tagged) == ("Final statement: Shared river basins", "en", True)
    for told in ("Preamble", "Recalling that a river knows no border,", "1.", "2.", f"http://plenary.test{FINAL_PAGE}"):
        assert told in english.text, told
    assert (persian.language, persian.tagged) == ("fa", True)


@pytest.mark.parametrize("kind", ["docx", "md", "html"])
async def test_to_take_along_it_says_the_same_in_each_language(there: Site, kind: str) -> None:
    async with there.client("secretariat") as secretary, there.client() as anybody:
        await drafted(secretary)
        assert (await anybody.get(f"{FINAL_PAGE}.{kind}")).status_code == 404
        await do(secretary, "/open")
        await do(secretary, "/adopt", {})
        english, persian = [await anybody.get(f"{FINAL_PAGE}.{kind}?lang={tag}") for tag in ("en", "fa")]
        known = {"If-None-Match": english.headers["ETag"]}
        again = await anybody.get(f"{FINAL_PAGE}.{kind}?lang=en", headers=known)
        assert f'href="{FINAL_PAGE}.{kind}?lang=en"' in (await anybody.get(f"{FINAL_PAGE}?lang=en")).text
    assert again.status_code == 304
    assert english.headers["Content-Disposition"].endswith(f'; filename="final-statement-shared-river-basins.{kind}"')
    words = words_of(kind, english.content)
    for told in (
        "Final statement: Shared river basins",
        "Preamble",
        RECALLING["en"],
        f"1. {MEASURE['en']}",
        "Adopted:",
    ):
        assert told in words, told
    assert MEASURE["fa"] in words_of(kind, persian.content)


@validated
async def test_a_screen_reader_finds_its_way_on_paper(there: Site, tmp_path: Path) -> None:
    async with there.client("secretariat") as secretary, there.client() as anybody:
        await adopted(secretary)
        papers = [(await anybody.get(f"{FINAL_PAGE}.pdf?lang={tag}")).content for tag in ("en", "fa", "ar")]
    assert broken(tmp_path, *papers) == []


async def test_the_mail_leads_to_the_page_and_the_id_to_the_readable_address(there: Site) -> None:
    async with there.client("secretariat") as secretary, there.client() as anybody:
        await adopted(secretary)
        link = there.doors.keys.link("final-statement", facts.registration(0), timedelta(days=1))
        led = await anybody.get("/minutes/final-statement", params={"link": link, "lang": "fa"})
        assert (led.status_code, led.headers["location"]) == (303, f"{FINAL_PAGE}?lang=fa")
        other = there.doors.keys.link("registration", facts.registration(0), timedelta(days=1))
        assert (await anybody.get("/minutes/final-statement", params={"link": other})).status_code == 403
        named = await anybody.get(f"/minutes/{GATHERING}/final-statement")
        assert (named.status_code, named.headers["location"]) == (308, FINAL_PAGE)


async def test_the_page_of_the_minutes_leads_to_it_once_it_is_adopted(there: Site) -> None:
    async with there.client("secretariat") as secretary, there.client() as anybody:
        await adopted(secretary)
        await there.adjourn()
        await there.publish()
        assert "/final-statement" not in (await anybody.get(PAGE, params={"lang": "en"})).text
        told = FinalStatementAdopted(gathering=GATHERING, adopted_at=MORNING, path=FINAL_PAGE)
        for _ in range(2):
            await there.hear([Told(GATHERING, 1, told)])
        there.clock.passes(seconds=5)
        assert f'href="{FINAL_PAGE}?lang=en"' in (await anybody.get(PAGE, params={"lang": "en"})).text
