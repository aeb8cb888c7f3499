"""What is wrong with a row is said to its reader by a code: the sentence may be said better, and what was kept before is read."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from shared.imports.bring import said_in
from shared.imports.model import Imported, ImportJob
from shared.locale import Texts
from shared.store import Stored
from tests.registration.house import Site, site
from tests.registration.imports.test_earlier import HEAD, NAME, mandated
from tests.registration.imports.test_jobs import CSV, JOBS, bring, run_out
from tests.world.site import changed

WRONG = b"email,name,passport\nnobody,Ana,\n,Ben,\nc@example.org,Cyrus,=1\n"
ENGLISH = '<span lang="en" dir="ltr">'
SAID = {"fa": "یک نشانی رایانامه بنویسید", "ar": "اكتب عنوان بريد إلكتروني", "en": "Write one e-mail address"}


async def shown(client: httpx.AsyncClient, job: dict[str, Any], language: str) -> str:
    page = await client.get(f"/imports/{job['id']}?lang={language}")
    assert page.status_code == 200, page.text
    return page.text


async def kept(here: Site, **each: Any) -> None:
    """The first problem of the one job there is, as it might be kept."""
    [stored] = (await here.service.store.find(ImportJob, {})).items
    first, *others = stored.entity.problems
    entity = replace(stored.entity, problems=[{name: it for name, it in (first | each).items() if it != ...}, *others])
    await here.service.store.commit([replace(stored, entity=entity)])


async def test_each_problem_has_its_code(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        job = await bring(secretary, WRONG)
        assert [each["code"] for each in job["problems"]] == ["address", "empty", "formula"]
        now = await secretary.post("/v1/imports/people?dry_run=true", content=WRONG, headers=CSV)
        assert now.json()["problems"] == job["problems"]


@pytest.mark.parametrize("language", SAID)
async def test_a_sentence_that_is_said_better_changes_nothing_for_its_reader(tmp_path: Path, language: str) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        job = await bring(secretary, WRONG)
        await kept(here, detail="Quite other words.")
        page = await shown(secretary, job, language)
        assert (SAID[language] in page, "Quite other words." in page) == (True, False)


@pytest.mark.parametrize(
    "before", [{"code": ..., "values": ...}, {"code": "address-of-old"}, {"code": "too-long", "values": {"length": 5}}]
)
async def test_what_an_earlier_release_kept_is_shown_as_it_was_said(tmp_path: Path, before: dict[str, Any]) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        job = await bring(secretary, WRONG)
        await kept(here, **before)
        page = await shown(secretary, job, "fa")
        assert f"{ENGLISH}Write one e-mail address, such as name@example.org.</span>" in page
        assert page.count(ENGLISH) == 1
        told = (await secretary.get(f"{JOBS}/{job['id']}")).json()["problems"][0]
        assert (told["detail"][:10], told["code"]) == ("Write one ", "" if before["code"] == ... else before["code"])


async def test_a_report_that_was_kept_without_codes_is_told_again(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        await mandated(secretary)
        again: dict[str, Any] = {
            "content": f"{HEAD}{NAME},1,1455,held,1455,,\n".encode(),
            "headers": CSV | {"Idempotency-Key": "once"},
        }
        first = await secretary.post("/v1/imports/editions", **again)
        assert [each["code"] for each in first.json()["problems"]] == ["not-come"]
        [stored] = (await here.service.store.find(Imported, {})).items
        await here.service.store.commit([_without_codes(stored)])
        told = (await secretary.post("/v1/imports/editions", **again)).json()
        assert told == first.json() | {"problems": [each | {"code": ""} for each in first.json()["problems"]]}


def _without_codes(stored: Stored[Imported]) -> Stored[Imported]:
    report = stored.entity.report or {}
    before = [{name: each[name] for name in ("line", "column", "detail")} for each in report["problems"]]
    return replace(stored, entity=replace(stored.entity, report=report | {"problems": before}))


@pytest.mark.parametrize("language", ["fa", "ar"])
async def test_what_a_rule_refuses_is_said_as_its_reader_speaks(tmp_path: Path, language: str) -> None:
    rows = [f"{NAME},1,1377,held,1377,,", f"{NAME},2,1455,held,1455,,", f"{NAME},3,1455,lapsed,,,"]
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        made = await secretary.post(await mandated(secretary), json={"number": 1, "due": "1376"})
        assert made.status_code == 201, made.text
        job = await bring(secretary, (HEAD + "\n".join(rows)).encode(), "editions")
        await changed(secretary, f"{JOBS}/{job['id']}", "start")
        await run_out(here)
        problems = (await secretary.get(f"{JOBS}/{job['id']}")).json()["problems"]
        assert {each["line"]: each["code"] for each in problems} == {2: "exists", 3: "not-come", 4: "not-over"}
        page = await shown(secretary, job, language)
        assert (page.count('<td class="number"'), ENGLISH in page) == (3, False)
        assert '<div class="cells">' not in page, "what the table held is erased, and nothing of it to be shown"


def test_what_has_no_words_here_is_said_as_it_is() -> None:
    texts = Texts("fa", "persian", "shared.web")
    assert said_in(texts, {"code": "conflict", "values": {}}) == ""
    assert said_in(texts, {"code": "too-long", "values": {"n": 500}}).count("۵۰۰") == 1
