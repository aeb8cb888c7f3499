"""A table of earlier editions: every bad row is named, the same table twice changes nothing, and a killed import goes on."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from services.registration.editions.model import Edition
from shared.imports import work
from tests.registration.house import Site, count_of, site
from tests.registration.imports.test_jobs import CSV, JOBS, bring, run_out
from tests.world.site import changed

SAMPLE = (Path(__file__).parents[3] / "samples" / "editions.csv").read_bytes()
IMPORT = "/v1/imports/editions"
SERIES: dict[str, Any] = {
    "title": {"en": "Forum of the Springs", "fa": "انجمن چشمه‌ها"},
    "calendar": "solar_hijri",
    "interval": 4,
}
HEAD = "series,number,due,became,held_in,reason_en,decided_by_en\n"
NAME = SERIES["title"]["en"]


async def mandated(secretary: httpx.AsyncClient, **other: Any) -> str:
    made = await secretary.post("/v1/series", json=SERIES | other)
    assert made.status_code == 201, made.text
    return f"/v1/series/{made.json()['id']}/editions"


async def test_six_editions_come_from_a_table_and_coming_again_they_change_nothing(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await mandated(secretary)
        dry = await secretary.post(IMPORT, params={"dry_run": True}, content=SAMPLE, headers=CSV)
        assert (dry.json()["rows"], dry.json()["problems"]) == (6, [])
        assert await count_of(here.service, Edition) == 0
        for created, unchanged in ((6, 0), (0, 6)):
            told = (await secretary.post(IMPORT, content=SAMPLE, headers=CSV)).json()
            assert (told["created"], told["changed"], told["unchanged"], told["problems"]) == (
                created,
                0,
                unchanged,
                [],
            )
        editions = {each["number"]: each for each in (await secretary.get(path)).json()}
        assert [editions[n]["state"] for n in range(1, 7)] == ["held"] * 4 + ["postponed", "lapsed"]
        assert editions[4]["held_in"] == "1389-02-15"
        assert editions[5]["moves"][-1]["on"] == "1393-01-18"
        assert [len(editions[n]["moves"]) for n in range(1, 7)] == [2] * 6


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("Conference of the Deserts,1,1377,held,1377,,", "series"),
        (f"{NAME},0,1377,held,1377,,", "number"),
        (f"{NAME},1,1377-13,held,1377,,", "due"),
        (f"{NAME},1,2020,held,1377,,", "due"),
        (f"{NAME},1,1377,planned,,,", "became"),
        (f"{NAME},1,1377,held,,,", "held_in"),
        (f"{NAME},1,1377,lapsed,1377,,", "held_in"),
        (f"{NAME},1,1377,postponed,,The hall was flooded.,", "decided_by_en"),
        (f"{NAME},1,1377,held,1377,,\n{NAME},1,1377,held,1377,,", "number"),
    ],
)
async def test_every_bad_row_is_named_with_its_column(tmp_path: Path, row: str, column: str) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        await mandated(secretary)
        answer = await secretary.post(IMPORT, params={"dry_run": True}, content=f"{HEAD}{row}\n".encode(), headers=CSV)
        assert [each["column"] for each in answer.json()["problems"]] == [column], answer.text
        refused = await secretary.post(IMPORT, content=f"{HEAD}{row}\n".encode(), headers=CSV)
        assert (refused.status_code, await count_of(here.service, Edition)) == (422, 0)


async def test_of_two_series_of_one_title_none_is_meant(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        await mandated(secretary)
        await mandated(secretary, calendar="gregorian")
        answer = await secretary.post(IMPORT, params={"dry_run": True}, content=SAMPLE, headers=CSV)
        assert "Several series" in answer.json()["problems"][0]["detail"]


async def test_what_is_there_and_says_something_else_is_not_overwritten(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await mandated(secretary)
        made = await secretary.post(path, json={"number": 1, "due": "1377"})
        assert made.status_code == 201
        job = await bring(secretary, SAMPLE, "editions")
        await changed(secretary, f"{JOBS}/{job['id']}", "start")
        await run_out(here)
        done = (await secretary.get(f"{JOBS}/{job['id']}")).json()
        assert (done["stage"], done["created"]) == ("done", 5)
        assert [(each["line"], "something else is said" in each["detail"]) for each in done["problems"]] == [(2, True)]


async def test_a_job_that_was_stopped_between_two_waves_goes_on_and_doubles_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.imports.rows.WAVE", 2)
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        await mandated(secretary)
        job = await bring(secretary, SAMPLE, "editions")
        await changed(secretary, f"{JOBS}/{job['id']}", "start")
        await _stopped_after_a_wave(here, monkeypatch)
        half = (await secretary.get(f"{JOBS}/{job['id']}")).json()
        assert (half["stage"], half["created"]) == ("running", 2)
        await run_out(here)
        done = (await secretary.get(f"{JOBS}/{job['id']}")).json()
        assert (done["stage"], done["created"], done["problems"]) == ("done", 6, [])
        assert await count_of(here.service, Edition) == 6


async def _stopped_after_a_wave(here: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second wave was carried out, and nobody noted it."""
    noted, note = 0, work._note

    async def stop(*said: Any, **more: Any) -> None:
        nonlocal noted
        noted += 1
        if noted == 2:
            raise InterruptedError
        await note(*said, **more)

    with monkeypatch.context() as patch:
        patch.setattr(work, "_note", stop)
        with pytest.raises(InterruptedError):
            await run_out(here)


async def test_the_page_offers_it_and_shows_what_is_wrong_beside_the_row(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        await mandated(secretary)
        page = (await secretary.get("/imports", params={"what": "editions"})).text
        assert "<code>held_in</code>" in page
        file = {"file": ("editions.csv", f"{HEAD}{NAME},1,1377,held,,,\n".encode())}
        brought = await secretary.post("/imports", data={"what": "editions"}, files=file)
        assert brought.status_code == 303, brought.text
        wrong = (await secretary.get(brought.headers["Location"].removeprefix("/registration"))).text
        assert ("Table of earlier editions" in wrong, "<code>held_in</code>" in wrong) == (True, True)


@pytest.mark.parametrize("language", ["fa", "ar"])
async def test_what_is_wrong_with_a_row_is_said_as_its_reader_speaks(tmp_path: Path, language: str) -> None:
    rows = [f"{NAME},1,1377-13,held,1377,,", "Nobody's,0,1377,planned,,,", f"{NAME},2,1381,postponed,,=1,"]
    wrong = HEAD + "\n".join(rows)
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        await mandated(secretary)
        job = await bring(secretary, wrong.encode(), "editions")
        assert len(job["problems"]) >= 4
        page = (await secretary.get(f"/imports/{job['id']}?lang={language}")).text
        assert '<span lang="en" dir="ltr">' not in page
        for each in job["problems"]:
            assert each["detail"] not in page
