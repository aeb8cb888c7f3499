"""A workbook is imported like the table that its first sheet holds; whatever it unpacks to, little of it is read."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import httpx
import pytest
import xlsxwriter

from services.registration.imports.columns import PERSON_COLUMNS
from shared.imports.table import LONGEST_CELL, cells_of, read_table
from shared.imports.workbook import LARGEST_UNPACKED, LAST_ROW
from tests.registration.entries.test_pages import form_of
from tests.registration.house import count_of, site
from tests.registration.imports.test_jobs import run_out
from tests.world.site import changed

XLSX = {"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
HEADER = ("email", "name", "organization", "position")
PARTS = {
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.'
    'openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
}


def workbook(rows: Mapping[int, Sequence[str | float]]) -> bytes:
    """A workbook with these rows, by number from 1."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for number, cells in rows.items():
            sheet.write_row(number - 1, 0, cells)
    return file.getvalue()


def made_by_hand(sheet: str, before: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in PARTS.items():
            book.writestr(name, text)
        space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        book.writestr(
            "xl/worksheets/sheet1.xml", f'{before}<worksheet xmlns="{space}"><sheetData>{sheet}</sheetData></worksheet>'
        )
    return file.getvalue()


def read(content: bytes) -> tuple[list[dict[str, str]], list[tuple[int, str]]]:
    table = read_table(content, PERSON_COLUMNS, key="email")
    return [dict(row.cells) for row in table.rows], [(each.line, each.column) for each in table.problems]


def test_rows_keep_their_numbers_and_texts_of_every_script() -> None:
    content = workbook(
        {1: HEADER, 2: ("ana@example.org", "آنا دلتا", "", 7), 5: ("nobody", "N"), 6: ("b@example.org", "A, B")}
    )
    rows, problems = read(content)
    assert rows == [
        {"email": "ana@example.org", "name": "آنا دلتا", "position": "7"},
        {"email": "b@example.org", "name": "A, B"},
    ]
    assert problems == [(5, "email")]
    assert cells_of(content, {5}) == {5: ["nobody", "N"]}


@pytest.mark.parametrize("name", ["=1+1", "A\nna", "x" * (LONGEST_CELL + 1), ""])
def test_what_is_wrong_in_a_cell_is_wrong_in_a_workbook_too(name: str) -> None:
    content = workbook({1: HEADER, 2: ("ana@example.org", name, "", "Engineer"), 3: ("b@example.org", "B")})
    assert read(content) == ([{"email": "b@example.org", "name": "B"}], [(2, "name")])


def test_texts_in_the_cells_themselves_and_formatted_in_parts_are_read() -> None:
    cells = "".join(
        f'<c t="inlineStr"><is><r><t>{text[:2]}</t></r><r><t>{text[2:]}</t></r></is></c>' for text in ("email", "name")
    )
    rows = (
        f'<row>{cells}</row><row r="2"><c r="B2" t="str"><v>Ana</v></c><c r="A2" t="str"><v>a@example.org</v></c></row>'
    )
    assert read(made_by_hand(rows)) == ([{"email": "a@example.org", "name": "Ana"}], [])


UNREADABLE: dict[str, Callable[[], bytes]] = {
    "no archive": lambda: b"PK\x03\x04 no archive",
    "entities": lambda: made_by_hand("", "<!DOCTYPE worksheet [<!ENTITY a 'a'>]>"),
    "broken": lambda: made_by_hand("<row><c>"),
    "no text": lambda: made_by_hand('<row><c t="s"><v>7</v></c></row>'),
    "large": lambda: made_by_hand(f"<row><c><v>{'0' * LARGEST_UNPACKED}</v></c></row>"),
    "crowded": lambda: made_by_hand("<row>" + "<c/>" * 2_000_000 + "</row>"),
    "larger than a table may be": lambda: made_by_hand(
        f"<row><c t='inlineStr'><is><t>{'x' * 20_000}</t></is></c></row>" * 300
    ),
    "long": lambda: made_by_hand("<row/>" * (LAST_ROW + 1)),
    "far down": lambda: made_by_hand('<row r="1048576"><c><v>1</v></c></row>'),
    "far below any number": lambda: made_by_hand(f'<row r="{"9" * 5_000}"><c><v>1</v></c></row>'),
    "no book": lambda: made_by_hand("").replace(b"xl/workbook.xml", b"xl/otherbook.xm"),
}
"""Made when they are asked for: whoever reads the tests without running these would wait for them."""


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_one_problem_and_costs_little(name: str) -> None:
    content = UNREADABLE[name]()
    tracemalloc.start()
    try:
        table = read_table(content, PERSON_COLUMNS, key="email")
        assert (table.rows, [(each.line, each.column) for each in table.problems]) == ([], [(1, "")])
        assert table.problems[0].code in {"workbook-unreadable", "workbook-too-large", "sheet-too-long"}
        assert tracemalloc.get_traced_memory()[1] < 120_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("kind", ["CSV", "XLSX"])
def test_a_line_of_very_many_columns_is_one_short_problem(kind: str) -> None:
    """They are counted before anything is said of any."""
    content = ",".join(f"c{n}" for n in range(200_000)).encode()
    if kind == "XLSX":
        content = workbook({1: [f"c{n}" for n in range(4_000)]})
    tracemalloc.start()
    try:
        table = read_table(content, PERSON_COLUMNS, key="email")
        assert [(each.line, each.column, len(each.detail) < 300) for each in table.problems] == [(1, "", True)]
        assert tracemalloc.get_traced_memory()[1] < 40_000_000
        assert len(cells_of(content, {1})[1]) <= 51
    finally:
        tracemalloc.stop()


async def test_two_thousand_people_of_a_workbook_are_a_job(tmp_path: Path) -> None:
    rows = {n + 2: (f"p{n}@example.org", f"Person {n}") for n in range(2_000)}
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        made = await secretary.post("/v1/imports/jobs", content=workbook({1: HEADER[:2], **rows}), headers=XLSX)
        assert (made.status_code, made.json()["rows"], made.json()["problems"]) == (201, 2_000, []), made.text
        await changed(secretary, f"/v1/imports/jobs/{made.json()['id']}", "start")
        await run_out(here)
        assert await count_of(here.service) == 2_000


async def test_on_the_page_a_workbook_is_looked_at_and_what_is_wrong_stands_beside_its_rows(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        for content, said in (
            (workbook({1: HEADER, 4: ("nobody", "Kept Beside")}), "Kept Beside"),
            (b"PK\x03\x04 no archive", "cannot be read"),
        ):
            shown = await _brought(secretary, content)
            assert (shown.status_code, said in shown.text) == (200, True)


async def _brought(secretary: httpx.AsyncClient, content: bytes) -> httpx.Response:
    form = await form_of(secretary, "/imports")
    made = await secretary.post("/imports", data=form | {"what": "people"}, files={"file": ("people.xlsx", content)})
    assert made.status_code == 303, made.text
    return await secretary.get(made.headers["Location"].removeprefix("/registration"))
