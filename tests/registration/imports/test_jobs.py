"""An import that is carried out later: it is looked at, begun, goes on where a process ended, and leaves nothing of its table."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from services.registration.imports.rows import TABLES
from services.registration.people.model import Person
from shared.imports import rows
from shared.imports.model import KEPT, ImportJob, JobState
from shared.imports.table import MOST_COLUMNS, MOST_PROBLEMS, MOST_ROWS, cells_of
from shared.imports.work import go_on
from tests.registration.house import Site, count_of, site
from tests.world.site import changed

CSV = {"Content-Type": "text/csv"}
JOBS = "/v1/imports/jobs"


def people(number: int) -> bytes:
    return b"email,name,name_also\n" + b"".join(b"p%d@example.org,Person %d,\n" % (n, n) for n in range(number))


async def bring(client: httpx.AsyncClient, content: bytes, what: str = "people") -> dict[str, Any]:
    made = await client.post(f"{JOBS}?what={what}", content=content, headers=CSV)
    assert made.status_code == 201, made.text
    return dict(made.json())


async def run_out(here: Site) -> None:
    await go_on(TABLES, here.service, here.installation.keys)


async def test_a_table_is_looked_at_first_and_imported_when_it_is_asked_for(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        number = MOST_ROWS + 1
        job = await bring(secretary, people(number))
        path = f"{JOBS}/{job['id']}"
        assert (job["stage"], job["rows"], job["problems"]) == ("looked", number, [])
        await run_out(here)
        assert await count_of(here.service) == 0
        await changed(secretary, path, "start")
        await run_out(here)
        done = (await secretary.get(path)).json()
        assert (done["stage"], done["done"], done["created"], done["problems"]) == ("done", number, number, [])
        assert await count_of(here.service) == number


async def test_a_table_that_is_brought_twice_under_one_key_waits_once(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        secretary.headers["Idempotency-Key"] = "one"
        first, again = [await bring(secretary, people(2)) for _ in range(2)]
        assert first == again
        assert await count_of(here.service, ImportJob) == 1


async def test_a_table_with_problems_is_not_begun(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        job = await bring(secretary, b"email,name\nnobody,\n")
        assert [(each["line"], each["column"]) for each in job["problems"]] == [(2, "email"), (2, "name")]
        refused = await secretary.post(f"{JOBS}/{job['id']}/start", headers={"If-Match": '"1"'})
        assert (refused.status_code, refused.json()["code"]) == (409, "rows-refused")


@pytest.mark.parametrize("after", [0, 1, 2])
async def test_what_a_process_leaves_undone_the_next_one_does_and_nothing_twice(
    after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "WAVE", 5)
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        job = await bring(secretary, people(12))
        await changed(secretary, f"{JOBS}/{job['id']}", "start")
        carry_out, left = rows.carry_out_wave, after

        async def ends(*given: Any) -> None:
            nonlocal left
            await carry_out(*given)  # what was done stands, and was not noted
            left -= 1
            if left < 0:
                raise OSError("The process ends here.")

        monkeypatch.setattr(rows, "carry_out_wave", ends)
        with pytest.raises(OSError, match="ends here"):
            await run_out(here)
        monkeypatch.setattr(rows, "carry_out_wave", carry_out)
        halfway = (await secretary.get(f"{JOBS}/{job['id']}")).json()
        assert (halfway["stage"], halfway["done"]) == ("running", 5 * after)
        await run_out(here)
        done = (await secretary.get(f"{JOBS}/{job['id']}")).json()
        assert (done["stage"], done["created"], done["changed"], done["unchanged"]) == ("done", 12, 0, 0)
        everybody = (await here.service.store.find(Person, {})).items
        assert [stored.version for stored in everybody] == [1] * 12


async def test_of_a_table_that_is_done_or_waited_for_a_day_nothing_is_left_on_the_disk(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        waits = await bring(secretary, b"email,name\nwaits@example.org,Waits\nnobody,Nobody Else\n")
        at = here.service.clock() + KEPT
        assert await here.service.timers.fire(at - timedelta(minutes=5)) == 0
        assert await here.service.timers.fire(at + timedelta(minutes=5)) == 1
        gone = await secretary.post(f"{JOBS}/{waits['id']}/start", headers={"If-Match": '"2"'})
        assert (gone.status_code, gone.json()["code"]) == (409, "dropped")
        comes = await bring(secretary, people(3))
        await changed(secretary, f"{JOBS}/{comes['id']}", "start")
        await run_out(here)
        stored = [each.entity for each in (await here.service.store.find(ImportJob, {})).items]
        assert {each.stage for each in stored} == {JobState.DROPPED, JobState.DONE}
        assert {each.content for each in stored} == {""}
    files = [path.read_bytes() for path in tmp_path.glob("registration.db*")]
    assert not any(b"waits@example.org" in content for content in files)


async def test_what_became_wrong_since_it_was_looked_at_is_told_and_nothing_is_imported(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        job = await bring(secretary, people(2))
        await changed(secretary, f"{JOBS}/{job['id']}", "start")
        [stored] = (await here.service.store.find(ImportJob, {})).items
        other = replace(stored.entity, content=stored.entity.content + "nobody,Nobody,\n")
        await here.service.store.commit([replace(stored, entity=other)])
        await run_out(here)
        told = (await secretary.get(f"{JOBS}/{job['id']}")).json()
        assert (told["stage"], told["created"], [each["line"] for each in told["problems"]]) == ("done", 0, [4])
        assert await count_of(here.service) == 0


async def test_a_line_of_hundreds_of_thousands_of_columns_is_answered_in_one_sentence(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        many = b",".join(b"c%d" % n for n in range(600_000)) + b"\n"
        for content in (many, b"email,name\n" + many):
            answer = await secretary.post("/v1/imports/people?dry_run=true", content=content, headers=CSV)
            assert answer.status_code == 200
            assert len(answer.content) < 1_000
        assert [len(cells) for cells in cells_of(many, {1}).values()] == [MOST_COLUMNS]


async def test_so_many_problems_are_named_and_no_more(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        job = await bring(secretary, b"email,name\n" + b"x,\n" * 5_000)
        assert len(job["problems"]) == MOST_PROBLEMS + 1
        assert "There may be more" in job["problems"][-1]["detail"]


async def test_a_table_is_brought_looked_at_and_imported_on_pages(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        assert "name_also" in (await secretary.get("/imports?what=people&lang=en")).text
        wrong = await upload(secretary, b"email,name\nnobody,Ana\nfine@example.org,Fine\n")
        shown = await secretary.get(wrong)
        assert "One thing is wrong" in shown.text
        assert "<bdi>Ana</bdi>" in shown.text, "the row stands beside what is wrong with it"
        assert "Write one e-mail address" in shown.text
        path = await upload(secretary, people(3))
        assert "Import these 3" in (await secretary.get(path)).text
        for _ in range(2):
            assert (await secretary.post(path, data={"key": "one"})).status_code == 303
        going = await secretary.get(path)
        assert (going.headers["Refresh"], "<progress" in going.text) == ("2", True)
        await run_out(here)
        done = await secretary.get(path)
        assert "Refresh" not in done.headers
        assert "The table is imported." in done.text
        for language in ("en", "fa", "ar"):
            for page in (wrong, path, "/imports"):
                assert (await secretary.get(f"{page}?lang={language}")).status_code == 200
        assert (await secretary.post("/imports", files={"file": ("x.csv", b"")})).status_code == 422
        assert (await secretary.post(wrong, data={"key": "two"})).status_code == 200


async def upload(client: httpx.AsyncClient, content: bytes) -> str:
    brought = await client.post("/imports", files={"file": ("people.csv", content)}, data={"what": "people"})
    assert brought.status_code == 303, brought.text
    return brought.headers["Location"].removeprefix("/registration")


async def test_jobs_are_the_secretariats(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("observer") as observer:
        assert (await observer.post(JOBS, content=people(1), headers=CSV)).status_code == 403
