"""The pages of documents of a meeting, as a browser without scripts uses them; and what of them is published."""

import re

import httpx
import pytest

from tests.minutes.desk.forms import DESK
from tests.minutes.facts import BODY
from tests.minutes.house import PAGE, Site
from tests.minutes.speakers.test_pages import presses
from tests.minutes.test_meeting import ITEM, put
from tests.paper import read
from tests.world.facts import known

CHAIR = f"chair:{BODY}"
ALL = f"{DESK}/documents"
LINK = "https://documents.example/rbc-7-doc-1-en.pdf"
TYPED = {"title_en": "Gauges of the upper basin", "prefix": "RBC/7/DOC", "distribution": "general"}


async def listed(client: httpx.AsyncClient, **typed: str | list[str]) -> str:
    """The page of a document that was listed by the form."""
    answer = await presses(client, ALL, "documents", 0, **TYPED | {"languages": ["en", "fa"]} | typed)  # type: ignore[arg-type]
    assert answer.status_code == 303, answer.text
    return f"{ALL}/{answer.headers['location'].rpartition('#document-')[2]}"


@pytest.mark.parametrize(("roles", "status"), [((), 401), (("observer",), 403), ((CHAIR,), 200)])
async def test_they_are_for_who_keeps_the_minutes(there: Site, roles: tuple[str, ...], status: int) -> None:
    async with there.client(*roles) as client:
        assert (await client.get(ALL)).status_code == status


async def test_a_document_is_listed_handed_in_revised_and_withdrawn_by_buttons(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        page = await listed(chair, hand_in_by="2031-03-01")
        shown = (await chair.get(ALL)).text
        assert "RBC/7/DOC/1" in shown
        assert (shown.count("still to come"), 'value="RBC/7/DOC"' in shown) == (2, True)
        assert (await presses(chair, page, "versions", written_in="en", address=LINK)).status_code == 303
        assert f'href="{LINK}"' in (await chair.get(ALL)).text
        changed = await presses(chair, page, "change", 0, **TYPED | {"title_en": "All gauges"})
        assert (changed.status_code, "All gauges" in (await chair.get(page)).text) == (303, True)
        assert (await presses(chair, page, "revise", again_by="2031-03-08")).status_code == 303
        assert "RBC/7/DOC/1/Rev.1" in (await chair.get(page)).text
        assert (await presses(chair, page, "withdraw")).status_code == 303
        assert "Withdrawn" in (await chair.get(page)).text


async def test_what_is_late_is_overdue_by_the_clocks_of_the_venue(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        page = await listed(chair, hand_in_by="2020-01-01")
        assert (await chair.get(page)).text.count(": overdue") == 2


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"title_en": ""}, "title_en"),
        ({"prefix": "rbc 7"}, "prefix"),
        ({"distribution": "secret"}, "distribution"),
        ({"item": str(known("no item"))}, "item"),
        ({"organization": "nobody"}, "organization"),
        ({"hand_in_by": "soon"}, "hand_in_by"),
    ],
)
async def test_what_is_wrong_is_said_at_its_field_and_the_rest_stays(
    there: Site, typed: dict[str, str], field: str
) -> None:
    async with there.client(CHAIR) as chair:
        answer = await presses(chair, ALL, "documents", 0, **TYPED | {"hand_in_by": "2031-03-01"} | typed)
        assert (answer.status_code, f'href="#{field}"' in answer.text) == (422, True)
        assert ('value="2031-03-01"' if field != "hand_in_by" else 'value="RBC/7/DOC"') in answer.text


async def test_a_link_that_is_none_is_refused_and_what_changed_meanwhile_is_said(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        page = await listed(chair)
        refused = await presses(chair, page, "versions", written_in="en", address="http://documents.example/1")
        assert (refused.status_code, 'href="#address"' in refused.text) == (422, True)
        assert 'value="http://documents.example/1"' in refused.text
        for _, status in ((0, 303), (1, 412)):
            stale = await presses(chair, page, "versions", written_in="en", address=f"{LINK}?{status}", version="1")
            assert stale.status_code == status


async def test_the_published_record_leads_to_general_documents_alone(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        item = (await put(chair, "agenda", ITEM))["id"]
        for distribution in ("general", "limited", "restricted"):
            page = await listed(chair, item=item, distribution=distribution)
            link = f"https://documents.example/{distribution}.pdf"
            assert (await presses(chair, page, "versions", written_in="en", address=link)).status_code == 303
        desk = (await chair.get(DESK)).text
        assert re.findall(r"documents\.example/(\w+)\.pdf", desk) == ["general", "limited", "restricted"]
    await there.adjourn()
    await there.publish()
    async with there.client() as nobody:
        record = (await nobody.get(PAGE)).text
        assert re.findall(r"documents\.example/(\w+)\.pdf", record) == ["general"]
        assert "RBC/7/DOC/1" in record
        assert "RBC/7/DOC/2" not in record


async def test_they_stand_on_the_agenda_and_on_its_paper_the_general_ones_for_everybody(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        item = (await put(chair, "agenda", ITEM))["id"]
        for where in (item, ""):
            for distribution in ("general", "limited", "restricted"):
                page = await listed(chair, item=where, distribution=distribution, title_en=f"The {distribution} one")
                assert (await presses(chair, page, "versions", written_in="fa", address=LINK)).status_code == 303
        agenda = (await chair.get(f"{DESK}/agenda", params={"lang": "en"})).text
        row, loose = agenda.split(f'id="item-{item}"')[1].split("On no item")
        for part in (row, loose):
            assert re.findall(r"The (\w+) one", part) == ["general", "limited", "restricted"]
            assert (part.count(f'href="{LINK}"'), part.count("still to come")) == (3, 3)
        withdrawn = re.findall(r'href="([^"]+/documents/[^"]+)" dir="ltr">RBC/7/DOC/1<', row)
        assert (await presses(chair, withdrawn[0], "withdraw")).status_code == 303
        assert "RBC/7/DOC/1<" not in (await chair.get(f"{DESK}/agenda")).text
    await there.adjourn()
    await there.publish()
    async with there.client() as nobody:
        paper = " ".join(read((await nobody.get(f"{PAGE}.pdf?lang=en")).content).text.split())
        typed = (await nobody.get(f"{PAGE}.md?lang=en&part=summary")).text
    for text in (paper, typed):
        assert ("RBC/7/DOC/4" in text, "The general one" in text, "فارسی" in text or "فارسى" in text) == (
            True,
            True,
            True,
        )
        assert not re.findall(r"RBC/7/DOC/[12356]|The limited|The restricted", text)
