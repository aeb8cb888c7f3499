"""Import: a dry run that names every bad row by line and column, and an import that a repeat does not change."""

import csv
from pathlib import Path

import pytest

from services.registration.imports.columns import ORGANIZATION_COLUMNS, PERSON_COLUMNS
from shared.imports.table import LONGEST_CELL, MOST_ROWS, read_table
from shared.imports.wrong import Problem
from tests.registration.house import Site, site

SAMPLES = Path(__file__).parents[3] / "samples"
HEADER = "email,name,language,calendar,digits,time_zone,organization,position"
CSV = {"Content-Type": "text/csv"}


def problems(text: str | bytes) -> list[tuple[int, str]]:
    content = text if isinstance(text, bytes) else text.encode()
    return [(each.line, each.column) for each in read_table(content, PERSON_COLUMNS, key="email").problems]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("nobody,Ana,,,,,,", "email"),
        ("a@b,Ana,,,,,,", "email"),
        ("a b@example.org,Ana,,,,,,", "email"),
        (",Ana,,,,,,", "email"),
        ("ana@example.org,,,,,,,", "name"),
        ("ana@example.org,=1+1,,,,,,", "name"),
        ("ana@example.org, =1+1,,,,,,", "name"),
        ("ana@example.org,\u00a0=1+1,,,,,,", "name"),
        ("ana@example.org,@SUM(A1),,,,,,", "name"),
        ("ana@example.org,-2,,,,,,", "name"),
        ("ana@example.org,+2,,,,,,", "name"),
        ('ana@example.org,"A\nna",,,,,,', "name"),
        (f"ana@example.org,{'x' * (LONGEST_CELL + 1)},,,,,,", "name"),
        ("ana@example.org,Ana,tlh,,,,,", "language"),
        ("ana@example.org,Ana,,lunar,,,,", "calendar"),
        ("ana@example.org,Ana,,,roman,,,", "digits"),
        ("ana@example.org,Ana,,,,Mars/Olympus,,", "time_zone"),
        ("ana@example.org,Ana,,,,,no code!,", "organization"),
        ("ana@example.org,Ana,,,,,,,more", ""),
    ],
)
def test_a_bad_cell_is_named_by_line_and_column(row: str, column: str) -> None:
    assert problems(f"{HEADER}\nfine@example.org,Fine,,,,,,\n{row}\n") == [(3, column)]


def test_every_problem_is_named_not_only_the_first() -> None:
    assert problems(f"{HEADER}\nx,,xx,,,,,\n\ny,Y,,,,,,\n") == [
        (2, "email"),
        (2, "name"),
        (2, "language"),
        (4, "email"),
    ]


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    assert problems(f'{HEADER}\nana@example.org,Ana,,,,,,"two\nlines"\nx,Y,,,,,,\n') == [(2, "position"), (4, "email")]


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("", [(1, "")]),
        ("email,colour,name", [(1, "colour")]),
        ("email", [(1, "name")]),
        ("email,name,email", [(1, "email")]),
    ],
)
def test_the_first_line_names_the_columns(header: str, found: list[tuple[int, str]]) -> None:
    assert problems(f"{header}\na,b,c\n" if header else "") == found


def test_the_header_is_named_by_its_own_line_and_may_have_semicolons_after_an_empty_one() -> None:
    assert problems("\n\nemail;name\nana@example.org;Ana\n") == []
    assert problems("\n\nemail,nome\n") == [(3, "nome"), (3, "name")]


def test_a_cell_of_a_hundred_thousand_characters_is_said_to_be_too_long() -> None:
    table = read_table(f"{HEADER}\nana@example.org,{'x' * 140_000},,,,,,\n".encode(), PERSON_COLUMNS, key="email")
    assert [(each.line, each.detail[:21]) for each in table.problems] == [(2, "A cell is far too lon")]


def test_a_byte_order_mark_semicolons_and_any_order_of_columns_are_fine() -> None:
    table = read_table("\ufeffNAME ; Email\nAna;ana@example.org\n".encode(), PERSON_COLUMNS, key="email")
    assert [row.cells for row in table.rows] == [{"name": "Ana", "email": "ana@example.org"}]


def test_persian_and_arabic_digits_are_digits() -> None:
    table = read_table("code,kind\nORG-۱۲,x\nORG-٣٤,x\n".encode(), ORGANIZATION_COLUMNS, key="code")
    assert [row.cells["code"] for row in table.rows] == ["ORG-12", "ORG-34"]


def test_the_same_address_twice_is_named_with_the_first_line() -> None:
    [found] = read_table(b"email,name\na@example.org,A\nA@Example.org,B\n", PERSON_COLUMNS, key="email").problems
    assert found == Problem(3, "email", "It stands in line 2 already; keep one of the two.", "row-twice", {"n": 2})


def test_what_is_not_utf_8_or_badly_quoted_is_said_with_its_line() -> None:
    assert problems(b"email,name\na@example.org,A\nb@example.org,\xe9\n") == [(3, "")]
    assert problems('email,name\na@example.org,A\nb@example.org,"open\nc@example.org,C\n') == [(3, "")]


def test_too_many_rows_are_refused() -> None:
    rows = "\n".join(f"p{n}@example.org,P" for n in range(MOST_ROWS + 1))
    assert problems(f"email,name\n{rows}\n") == [(MOST_ROWS + 2, "")]


async def send(here: Site, what: str, content: bytes, *, dry_run: bool = False) -> tuple[int, dict[str, object]]:
    async with here.client("secretariat") as secretary:
        answer = await secretary.post(f"/v1/imports/{what}?dry_run={dry_run}", content=content, headers=CSV)
    return answer.status_code, answer.json()


def report(rows: int, **counts: int) -> dict[str, object]:
    return {"dry_run": False, "rows": rows, "created": 0, "changed": 0, "unchanged": 0, "problems": []} | counts


async def test_the_samples_come_in_and_a_repeat_changes_nothing(tmp_path: Path) -> None:
    organizations, people = ((SAMPLES / f"{name}.csv").read_bytes() for name in ("organizations", "people"))
    async with site(tmp_path) as here:
        assert await send(here, "organizations", organizations) == (200, report(60, created=60))
        assert (await send(here, "people", people, dry_run=True))[1]["problems"] == []
        assert await send(here, "people", people) == (200, report(400, created=400))
        assert await send(here, "people", people) == (200, report(400, unchanged=400))
        other = people.replace(b"Hydrologist", b"Engineer", 1)
        assert await send(here, "people", other) == (200, report(400, changed=1, unchanged=399))


async def test_the_broken_sample_is_refused_row_by_row_and_nothing_comes_in(tmp_path: Path) -> None:
    broken = (SAMPLES / "broken.csv").read_bytes()
    async with site(tmp_path) as here:
        status, looked = await send(here, "people", broken, dry_run=True)
        assert status == 200
        found = looked["problems"]
        assert isinstance(found, list)
        assert [(each["line"], each["column"]) for each in found] == [
            (3, "email"),
            (4, "name"),
            (5, "language"),
            (5, "calendar"),
            (5, "time_zone"),
            (6, "name"),
            (7, "email"),
            (8, "organization"),
            (9, ""),
        ]
        status, refused = await send(here, "people", broken)
        assert (status, refused["code"]) == (422, "rows-refused")
        assert isinstance(refused["errors"], list)
        assert refused["errors"][0]["field"] == "line 3, email"
        assert [each["code"] for each in refused["errors"]] == [each["code"] for each in found]
        async with here.client("secretariat") as secretary:
            assert (await secretary.get("/v1/people")).json() == []


async def test_a_parent_may_stand_in_the_same_table_but_not_nowhere(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        table = b"code,name_en,kind,parent\nA,A,x,B\nB,B,x,\n"
        assert (await send(here, "organizations", table))[0] == 200
        _, looked = await send(here, "organizations", b"code,name_en,kind,parent\nC,C,x,Z\nD,,x,d\n", dry_run=True)
        assert isinstance(looked["problems"], list)
        assert {(each["line"], each["column"]) for each in looked["problems"]} == {
            (2, "parent"),
            (3, "name_en"),
            (3, "parent"),
        }


async def test_only_tables_from_the_secretariat_are_read(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client("observer") as other:
        assert (await secretary.post("/v1/imports/people", json={})).status_code == 415
        assert (await other.post("/v1/imports/people", content=b"", headers=CSV)).status_code == 403
        large = await secretary.post("/v1/imports/people", content=b"x" * 5_000_001, headers=CSV)
        assert large.status_code == 413


def test_the_samples_are_60_organizations_and_400_people_a_third_in_each_language() -> None:
    with (SAMPLES / "people.csv").open(encoding="utf-8-sig", newline="") as file:
        people = list(csv.DictReader(file))
    assert len(people) == 400
    assert {language: sum(each["language"] == language for each in people) for language in ("fa", "ar", "en")} == {
        "fa": 134,
        "ar": 133,
        "en": 133,
    }
    assert all(each["email"].endswith(("@example.org", "@example.net", "@example.com")) for each in people)
