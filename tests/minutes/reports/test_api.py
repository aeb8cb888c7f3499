"""Reports over HTTP: drawn from the record, quoted truly, published, corrected; and who may."""

from dataclasses import replace
from typing import Any

import httpx
import pytest

from services.minutes.agenda.handlers import enter_item
from services.minutes.decisions.handlers import record_decision
from services.minutes.statements.handlers import correct_statement, record_statement
from services.minutes.statements.model import CorrectStatement
from shared.contracts.reports import report_id
from shared.contracts.statements import Speech
from tests.minutes import facts
from tests.minutes.agenda.test_handlers import enter
from tests.minutes.facts import BODY, decide, minute
from tests.minutes.house import Site, tell
from tests.minutes.statements.test_model import said
from tests.world.facts import GATHERING, known

REPORTS = "/minutes/v1/reports"
REPORT = f"{REPORTS}/{report_id(GATHERING)}"
TEXTS: dict[str, Any] = {"en": {"headline": "Six towns share", "lead": "They met.", "quote": "carries less"}}
WRITTEN: dict[str, Any] = {"texts": TEXTS, "statement": str(known("statement"))}
COVERAGE = {"outlet": "The River Gazette", "link": "https://gazette.example/1", "appeared_on": "2030-03-22"}


@pytest.fixture
async def met(there: Site) -> Site:
    """A statement was made and something decided; a journalist was inside."""
    await there.run(record_statement, said())
    await there.run(record_decision, decide("a fund"))
    await there.hear(tell(facts.registration(90), facts.entered(90, 0, "press")))
    return there


async def step(client: httpx.AsyncClient, name: str, body: object = None, expected: int = 200) -> httpx.Response:
    """Read the report, then ask this of it as it was read."""
    seen = (await client.get(REPORT)).headers["ETag"]
    answer = await client.post(f"{REPORT}/{name}", json=body, headers={"If-Match": seen})
    assert answer.status_code == expected, answer.text
    return answer


async def drafted(client: httpx.AsyncClient) -> dict[str, Any]:
    answer = await client.post(REPORTS, json={"gathering": str(GATHERING)})
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_it_begins_with_what_the_record_says_in_each_language(met: Site) -> None:
    async with met.client(f"chair:{BODY}") as chair:
        report = await drafted(chair)
        assert await drafted(chair) == report, "there is one"
    english, persian = report["texts"]["en"], report["texts"]["fa"]
    assert "River Basin Council" in english["lead"]
    assert "3 delegates of 3 organizations" in english["lead"].replace("\u2068", "").replace("\u2069", "")
    assert english["quote"] == "The river carries less every year."
    assert "The council resolves a fund." in english["text"]
    assert "شورای حوضه‌ها" in persian["lead"]
    assert persian["quote"] == "", "it was said in English"
    assert report["statement"] == str(known("statement"))
    assert met.events(report_id(GATHERING)) == ["report.drafted.v1"]


async def test_it_follows_the_agenda_as_that_is_read(met: Site) -> None:
    """Sub-items stand below their item, and what was said on the first item is what is quoted."""
    for name, parent in (("Waters", None), ("Floods", None), ("Gauges", known("Waters"))):
        await met.run(enter_item, enter(name, parent))
    for n, item in enumerate(("Gauges", "Waters")):
        about = said(f"On {item}.", item=known(item))
        await met.run(record_statement, replace(about, id=known(f"said {n}")))
    async with met.client("secretariat") as secretary:
        english = (await drafted(secretary))["texts"]["en"]
    assert english["quote"] == "On Waters."
    assert (
        english["text"].replace("\u2068", "").replace("\u2069", "").startswith("On the agenda: Waters, Gauges, Floods.")
    )


async def test_a_quotation_is_words_of_a_public_statement_that_stands(met: Site) -> None:
    async with met.client("secretariat") as secretary:
        await drafted(secretary)
        for wrong, field in (
            ({"texts": {"en": TEXTS["en"] | {"quote": "carries more"}}}, "quote_en"),
            ({"statement": str(known("nothing"))}, "statement"),
            ({"statement": None}, "statement"),
            ({"related": [str(known("nothing"))]}, "related"),
        ):
            answer = await step(secretary, "write", WRITTEN | wrong, expected=422)
            assert answer.json()["errors"][0]["field"] == field
        translated = {"fa": {"headline": "تیتر", "lead": "لید", "quote": "کمتر می‌برد"}}
        await step(secretary, "write", WRITTEN | {"texts": TEXTS | translated})


async def test_it_is_everybodys_once_it_is_published_and_what_it_said_stays(met: Site) -> None:
    async with met.client("secretariat") as secretary, met.client() as anybody:
        await drafted(secretary)
        assert (await anybody.get(REPORT)).status_code == 404
        await step(secretary, "write", WRITTEN)
        await step(secretary, "publish")
        assert (await anybody.get(REPORT)).json()["texts"]["en"]["headline"] == "Six towns share"
        assert [each["id"] for each in (await anybody.get(REPORTS)).json()] == [str(report_id(GATHERING))]
        await step(secretary, "write", WRITTEN, expected=409)
        again = {"texts": {"en": TEXTS["en"] | {"headline": "Seven towns share"}}, "reason": "There were seven."}
        await step(secretary, "correct", WRITTEN | again)
        now = (await anybody.get(REPORT)).json()
    assert (now["state"], now["texts"]["en"]["headline"]) == ("corrected", "Seven towns share")
    assert [each["texts"]["en"]["headline"] for each in now["earlier"]] == ["Six towns share"]
    assert now["earlier"][0]["reason"] == "There were seven."


async def test_the_press_that_came_is_named_in_the_event_and_no_word_of_the_report(met: Site) -> None:
    async with met.client("secretariat") as secretary:
        await drafted(secretary)
        await step(secretary, "write", WRITTEN)
        await step(secretary, "publish")
    event = met.said[report_id(GATHERING)].outbox[-1]
    assert event.type == "report.published.v1"
    assert str(known("person 90")) in str(event.data)
    assert "Six towns" not in str(event.data)


async def test_coverage_is_collected_once_for_each_link_and_struck(met: Site) -> None:
    async with met.client("secretariat") as secretary:
        await drafted(secretary)
        first = (await secretary.post(f"{REPORT}/coverage", json=COVERAGE)).json()["coverage"]
        again = (await secretary.post(f"{REPORT}/coverage", json=COVERAGE)).json()["coverage"]
        assert first == again
        assert [each["outlet"] for each in first] == ["The River Gazette"]
        bad = await secretary.post(f"{REPORT}/coverage", json=COVERAGE | {"link": "javascript:alert(1)"})
        assert bad.status_code == 422
        struck = await secretary.post(f"{REPORT}/coverage/{first[0]['id']}/strike")
        assert struck.json()["coverage"] == []


async def test_before_the_session_there_is_nothing_to_report(there: Site) -> None:
    other = known("another gathering")
    await there.hear(tell(other, facts.announced().model_copy(update={"gathering": other, "slug": ""})))
    async with there.client("secretariat") as secretary:
        answer = await secretary.post(REPORTS, json={"gathering": str(other)})
        assert (answer.status_code, answer.json()["code"]) == (409, "not-begun")


async def test_only_who_keeps_the_record_writes(met: Site) -> None:
    async with met.client("secretariat") as secretary:
        await drafted(secretary)
    async with met.client(f"chair:{known('other body')}") as other:
        assert (await other.post(REPORTS, json={"gathering": str(GATHERING)})).status_code == 404
        assert (await other.post(f"{REPORT}/publish", headers={"If-Match": "*"})).status_code == 404
        assert (await other.get(REPORT)).status_code == 404


async def test_a_quotation_that_was_corrected_away_is_not_shown_as_said(met: Site) -> None:
    async with met.client("secretariat") as secretary, met.client() as anybody:
        await drafted(secretary)
        await step(secretary, "write", WRITTEN)
        await step(secretary, "publish")
        speech = Speech(manner="summary", said_in="en", speaker=known("person 0"))
        await met.run(
            correct_statement,
            CorrectStatement(
                id=known("c"), at=minute(50), statement=known("statement"), facts=speech, words="It is so.", reason="."
            ),
        )
        desk = (await secretary.get(f"/minutes/gatherings/{GATHERING}/report?lang=en")).text
        assert "these words are not in it any more" in desk
        page = (await anybody.get("/minutes/reports/shared-river-basins?lang=en")).text
    assert "carries less" in page, "what was published stays until it is corrected"
