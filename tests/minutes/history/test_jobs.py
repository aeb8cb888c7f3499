"""A table of history that is imported later: it goes on where a process ended, is one when pressed twice, and is bounded."""

import asyncio
import io
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from services.minutes.statements.model import Statement
from shared.imports import rows, work
from shared.imports.bring import XLSX
from shared.imports.model import ImportJob
from shared.imports.table import MOST_ROWS
from tests.minutes.history.facts import (
    COMMITMENTS,
    JOBS,
    STATEMENTS,
    before,
    bring,
    run_out,
    send,
)
from tests.world.site import changed

HEAD = b"series,number,reference,language,manner,words\n"


def many(number: int) -> bytes:
    return HEAD + b"".join(b"Forum of the Springs,1,%d,en,summary,Said %d\n" % (n, n) for n in range(number))


@pytest.mark.parametrize("after", [0, 1, 2])
async def test_what_a_process_leaves_undone_the_next_one_does_and_nothing_twice(
    after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "WAVE", 5)
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        path = await bring(secretary, "statements", many(12))
        await changed(secretary, path, "start")
        carry_out, left = rows.carry_out_wave, after

        async def ends(*given: Any) -> None:
            nonlocal left
            await carry_out(*given)  # what was done stands, and was not noted
            left -= 1
            if left < 0:
                raise OSError("The process ends here.")

        with monkeypatch.context() as patch:
            patch.setattr(rows, "carry_out_wave", ends)
            with pytest.raises(OSError, match="ends here"):
                await run_out(here)
        await run_out(here)
        done = (await secretary.get(path)).json()
        assert (done["stage"], done["created"], done["unchanged"], done["problems"]) == ("done", 12, 0, [])
        said = (await here.store.find(Statement, {})).items
        assert [stored.version for stored in said] == [1] * 12


async def test_two_processes_and_two_presses_make_each_row_once(tmp_path: Path) -> None:
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        path = await bring(secretary, "statements", many(30))
        await changed(secretary, path, "start")
        await asyncio.gather(run_out(here), run_out(here))
        assert await here.store.count(Statement, {}) == 30
        secretary.headers["Idempotency-Key"] = "one"
        told = [(await send(secretary, "commitments", COMMITMENTS)).json() for _ in range(2)]
        assert told[0] == told[1]
        both = await asyncio.gather(*(send(secretary, "statements", many(31)) for _ in range(2)))
        assert [each.json() for each in both] == [both[0].json()] * 2
        assert await here.store.count(Statement, {}) == 31


async def test_a_row_whose_speaker_is_gone_meanwhile_is_told_and_moves_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "WAVE", 1)
    table = STATEMENTS + b"Forum of the Springs,2,9,,,,,en,summary,The last.\n"
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        path = await bring(secretary, "statements", table)
        await changed(secretary, path, "start")
        note = work._note

        async def stop(*said: Any, **more: Any) -> None:
            await note(*said, **more)
            raise InterruptedError

        with monkeypatch.context() as patch:
            patch.setattr(work, "_note", stop)
            with pytest.raises(InterruptedError):
                await run_out(here)
        await here.erase(0)
        await here.erase(1)
        await run_out(here)
        done = (await secretary.get(path)).json()
        assert (done["stage"], done["created"], [each["line"] for each in done["problems"]]) == ("done", 2, [3])


async def test_two_thousand_rows_of_a_workbook_are_a_job_and_long_words_keep_their_lines(tmp_path: Path) -> None:
    words = "The first paragraph.\n" + "x" * 19_000
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD.decode().strip().split(","))
        for n in range(2_000):
            sheet.write_row(
                n + 1, 0, ("Forum of the Springs", 1, f"{n}", "en", "as_said", words if n == 7 else f"Said {n}")
            )
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        made = await secretary.post(JOBS, content=file.getvalue(), headers={"Content-Type": XLSX})
        assert (made.status_code, made.json()["rows"], made.json()["problems"]) == (201, 2_000, []), made.text
        path = f"{JOBS}/{made.json()['id']}"
        await changed(secretary, path, "start")
        await run_out(here)
        assert (await secretary.get(path)).json()["created"] == 2_000
        assert await here.store.count(Statement, {}) == 2_000
        assert words in {stored.entity.words for stored in (await here.store.find(Statement, {}, limit=2_000)).items}
        [job] = (await here.store.find(ImportJob, {})).items
        assert job.entity.content == "", "nothing of the table stays"


async def test_bounds_are_kept_before_anything_is_read(tmp_path: Path) -> None:
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        wide = b",".join(b"c%d" % n for n in range(600_000)) + b"\n"
        for content in (wide, HEAD + wide):
            answer = await send(secretary, "statements", content, dry_run=True)
            assert (answer.status_code, len(answer.content) < 1_000) == (200, True)
        assert len((await send(secretary, "statements", many(MOST_ROWS + 1), dry_run=True)).json()["problems"]) == 1
        large = await send(secretary, "statements", b"x" * 5_000_001)
        assert large.status_code == 413


async def test_no_words_and_no_names_of_a_table_are_in_the_log(tmp_path: Path) -> None:
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        await send(secretary, "statements", STATEMENTS)
        for document in here.said.values():
            for entry in document.outbox:
                assert not any(words in (entry.data or b"") for words in (b"measure", b"Robin"))
