"""A letter on paper: what it says, tagged, in the language of who reads it; and the same paper each time."""

from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import pytest
from pypdf import PdfReader

from tests.paper import Paper, broken, read, validated
from tests.registration.house import site
from tests.registration.letters.test_api import begun, posted

pytestmark = pytest.mark.process
READERS = {
    "fa": {"name": "Mina Weir", "name_also": "مینا رود", "calendar": "solar_hijri", "digits": "persian"},
    "ar": {"name": "ليلى الجسر", "name_also": "Layla Jisr", "calendar": "gregorian", "digits": "arabic"},
    "en": {"name": "Ana Ford", "calendar": "gregorian", "digits": "latin"},
}


@pytest.fixture
async def papers(tmp_path: Path) -> AsyncIterator[dict[str, Any]]:
    """The secretary, and a letter to a reader of each language."""
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        one, all_, chair = await begun(here, secretary)
        invitation = (await secretary.get(one)).json()
        asked = {name: invitation[name] for name in ("category", "reply_by")}
        letters = {"home": await posted(secretary, f"{all_}/letters", {"office": chair})}
        for language, who in READERS.items():
            form = {"email": f"{language}@example.org", "language": language, "position": "Minister"} | who
            person = (await posted(secretary, "/v1/people", form))["id"]
            path = f"/v1/gatherings/{invitation['gathering']}/invitations"
            made = await posted(secretary, path, asked | {"person": person})
            letters[language] = await posted(secretary, f"/v1/invitations/{made['id']}/letters", {"office": chair})
        async with here.client() as anybody:
            yield {"secretary": secretary, "anybody": anybody, **letters}


async def pdf(secretary: httpx.AsyncClient, letter: dict[str, Any]) -> bytes:
    answer = await secretary.get(f"/letters/{letter['id']}.pdf")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf"), answer.text
    return answer.content


async def test_the_paper_says_what_the_letter_says_whoever_asks_and_whenever(papers: dict[str, Any]) -> None:
    secretary, letter = papers["secretary"], papers["en"]
    content = await pdf(secretary, letter)
    found: Paper = read(content)
    words = " ".join(found.text.split())
    assert (found.language, found.tagged, found.pages) == ("en", True, 1)
    assert letter["number"] in found.title
    sheet = letter["sheet"]
    for told in (*sheet["addressee"], sheet["greeting"], *sheet["post"], sheet["closing"], letter["number"], "check"):
        assert told in words, told
    assert "21 March 2030" in words
    assert "/registration/invitation?link=" in words.replace(" ", "")
    assert await pdf(secretary, letter) == content
    await secretary.put(f"/v1/people/{letter['person']}", json={"name": "Other", "email": "en@example.org"})
    tag = {"If-Match": (await secretary.get(f"/v1/letters/{letter['id']}")).headers["ETag"]}
    await secretary.post(f"/v1/letters/{letter['id']}/void", json={"reason": "The hall moved."}, headers=tag)
    assert "This letter is void." in read(await pdf(secretary, letter)).text


async def test_in_each_language_it_says_so_and_its_address_leads_to_the_invitation_without_an_account(
    papers: dict[str, Any],
) -> None:
    for which, language, told in (
        ("home", "fa", ("سازمان", "مدیرکل", "Chair", "Ana Ford", "رئیس")),
        ("fa", "fa", ("فروردین", "Mina Weir", "رئیس")),
        ("ar", "ar", ("مارس", "Layla Jisr", "التفاصيل")),
    ):
        content = await pdf(papers["secretary"], papers[which])
        found = read(content)
        assert (found.language, found.tagged, found.pages) == (language, True, 1)
        assert [each for each in told if each not in found.text] == []
        [address] = {each for each in addresses(content) if "/invitation?" in each}
        page = await papers["anybody"].get(address.partition("/registration")[2])
        assert page.status_code == 200
        assert "Shared river basins" in page.text


def addresses(content: bytes) -> list[str]:
    """Where the links of a paper lead."""
    annotations = [each.get_object() for page in PdfReader(BytesIO(content)).pages for each in page.get("/Annots", [])]
    return [str(each["/A"]["/URI"]) for each in annotations]


@validated
async def test_a_screen_reader_finds_its_way_in_each_language(papers: dict[str, Any], tmp_path: Path) -> None:
    letters = [await pdf(papers["secretary"], papers[each]) for each in ("home", "fa", "ar", "en")]
    assert broken(tmp_path, *letters) == []
