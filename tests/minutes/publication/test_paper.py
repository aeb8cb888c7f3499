"""The record on paper: what the page says, tagged, in each language."""

from pathlib import Path

import pytest

from services.minutes.decisions.handlers import record_decision
from shared.contracts.decisions import Votes
from tests.minutes.facts import BODY, decide
from tests.minutes.house import PAGE, Site
from tests.paper import broken, read, validated

pytestmark = pytest.mark.process


@pytest.fixture
async def published(there: Site) -> Site:
    await there.run(record_decision, decide("a fund", "show_of_hands", Votes(2, 1)))
    await there.run(record_decision, decide("a <b>dam</b> *now*", "recorded_vote", Votes(1, 2)))
    await there.adjourn()
    await there.publish()
    return there


async def test_the_paper_says_what_the_page_says(published: Site) -> None:
    async with published.client() as anybody:
        answer = await anybody.get(f"{PAGE}.pdf?lang=en")
        again = await anybody.get(f"{PAGE}.pdf?lang=en", headers={"If-None-Match": answer.headers["ETag"]})
        persian = read((await anybody.get(f"{PAGE}.pdf?lang=fa")).content)
        assert f"{PAGE}.pdf?lang=en" in (await anybody.get(f"{PAGE}?lang=en")).text
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert again.status_code == 304
    found = read(answer.content)
    assert (found.title, found.language, found.tagged) == ("Minutes: Shared river basins", "en", True)
    for told in (
        "Hall of the Delta",
        "21 March 2030",
        "Decision 1",
        "2 in favour, 1 against, 0 abstaining",
        "a <b>dam</b> *now*",
        "3 of 3 members were represented; the quorum is 2.",
        "3 other people were present.",
        f"http://plenary.test{PAGE}",
        "Page 1 of ",
    ):
        assert told in found.text, told
    assert (persian.language, persian.tagged) == ("fa", True)


async def test_before_publication_it_is_for_those_who_see_the_page(there: Site) -> None:
    async with there.client() as anybody, there.client(f"chair:{BODY}") as chair:
        assert (await anybody.get(f"{PAGE}.pdf")).status_code == 404
        preview = await chair.get(f"{PAGE}.pdf?lang=en")
    assert "neither approved nor published" in read(preview.content).text.replace("\n", " ")
    assert preview.headers["Cache-Control"] == "no-store"


@validated
async def test_a_screen_reader_finds_its_way_in_each_language(published: Site, tmp_path: Path) -> None:
    async with published.client() as anybody:
        papers = [(await anybody.get(f"{PAGE}.pdf?lang={language}")).content for language in ("en", "fa", "ar")]
    assert broken(tmp_path, *papers) == []
