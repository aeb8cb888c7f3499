"""The list of participants on paper: the same as on the page, in the order of precedence, tagged, in each language."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.paper import broken, read, validated
from tests.registration.participants.test_participants import Meeting, listed_organization, meeting

pytestmark = pytest.mark.process


@pytest.fixture
async def there(tmp_path: Path) -> AsyncIterator[Meeting]:
    """Two organizations, of which the second comes first; one person did not consent, another's name is markup."""
    async with meeting(tmp_path, seats=9) as it:
        basin = await listed_organization(it.secretary, "B", "Basin Council", 20)
        water = await listed_organization(it.secretary, "W", "Water Board", 10)
        await it.comes("Ana Ford", organization=basin, position="*Engineer* #1", name_also="آنا گدار")
        await it.comes("Zora Brook", organization=water)
        await it.comes("Mina Weir", organization=water)
        await it.comes("Wim Late")
        for name in ("Ana Ford", "Zora Brook", "Wim Late"):
            await it.says(name, "yes")
        experts = {"gathering": it.gathering.rpartition("/")[2], "called": {"en": "Experts on *silt*"}, "number": 12}
        made = await it.secretary.post("/v1/groups", json=experts | {"organization": basin})
        assert made.status_code == 201, made.text
        yield it


async def test_the_paper_says_what_the_page_says_in_its_order(there: Meeting) -> None:
    answer = await there.secretary.get(f"{there.page}.pdf", params={"lang": "en"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf"), answer.text
    found = read(answer.content)
    assert (found.language, found.tagged) == ("en", True)
    assert found.title == "List of participants: Shared river basins"
    order = ["3 participants", "Water Board", "Zora Brook", "Basin Council", "Ana Ford", "*Engineer* #1", "Wim Late"]
    order += ["Groups without names", "Experts on *silt*", "Basin Council", "12 people"]
    rest = found.text
    for each in order:
        assert each in rest, f"{each} stands here, and after what is before it"
        rest = rest.partition(each)[2]
    assert "Mina Weir" not in found.text
    by_link = await there.anybody.get("/status/participants.pdf", params=there.links["Wim Late"] | {"lang": "fa"})
    persian = read(by_link.content)
    assert (persian.language, persian.tagged) == ("fa", True)
    assert "نماینده" in persian.text


@validated
async def test_a_screen_reader_finds_its_way_in_each_language(there: Meeting, tmp_path: Path) -> None:
    papers = [
        (await there.secretary.get(f"{there.page}.pdf", params={"lang": each})).content for each in ("en", "fa", "ar")
    ]
    assert broken(tmp_path, *papers) == []
