"""Statements and open commitments from tables: every bad row is named, and the same table again makes nothing double."""

from pathlib import Path
from typing import Any, TypeAlias
from uuid import UUID

import pytest

from services.minutes.actions.model import Action
from services.minutes.statements.model import Statement
from shared.contracts.organizations import organization_id
from tests.minutes import facts
from tests.minutes.history.facts import COMMITMENTS, OWED, SAID, STATEMENTS, before, edition, send
from tests.minutes.house import Told, tell
from tests.world.facts import known

SAYS = "series,number,reference,said_on,calendar,speaker,organization,body,language,manner,words\n"
OWES = "series,number,reference,kind,text_en,person,organization,due,calendar\n"
F = "Forum of the Springs"
Counts: TypeAlias = tuple[int, int, int, list[Any]]
NEW: Counts = (2, 0, 0, [])
THERE: Counts = (0, 0, 2, [])


def known_as(told: dict[str, Any]) -> UUID:
    return UUID(told["id"])


def counts(told: dict[str, Any]) -> Counts:
    return told["created"], told["changed"], told["unchanged"], told["problems"]


async def test_two_statements_come_from_a_table_and_coming_again_they_change_nothing(tmp_path: Path) -> None:
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        dry = await send(secretary, "statements", STATEMENTS, dry_run=True)
        assert (dry.json()["rows"], dry.json()["problems"]) == (2, [])
        assert await here.store.count(Statement, {}) == 0
        for expected in (NEW, THERE):
            assert counts((await send(secretary, "statements", STATEMENTS)).json()) == expected
        first, second = (await secretary.get(SAID, params={"edition": str(edition(1))})).json()
        assert (first["said_on"], first["speaker"], first["organization"]) == (
            "1998-11-03",
            str(known("person 0")),
            str(facts.organization(0)),
        )
        assert (first["gathering"], first["subject"], first["public"], first["turn"]) == (None, "Gauges", False, "")
        assert (second["said_on"], second["said_in"], second["manner"]) == ("1998-11-04", "fa", "summary")
        assert second["words"].splitlines() == ["هر چشمه جدا اندازه گرفته می‌شود.", "هر روز."]
        assert [here.events(known_as(each)) for each in (first, second)] == [["statement.recorded.v1"]] * 2


async def test_open_commitments_come_from_a_table_quietly_and_once(tmp_path: Path) -> None:
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        for expected in (NEW, THERE):
            assert counts((await send(secretary, "commitments", COMMITMENTS)).json()) == expected
        owed = {each["edition"]: each for each in (await secretary.get(OWED)).json()}
        [mine, theirs] = owed[str(edition(1))], owed[str(edition(2))]
        assert (mine["person"], mine["due_on"], mine["action_kind"]) == (
            str(known("person 0")),
            "2031-03-31",
            "commitment",
        )
        assert (theirs["organization"], theirs["calendar"], theirs["due_on"]) == (
            str(facts.organization(0)),
            "solar_hijri",
            "2026-09-22",
        )
        page = await here.store.find(Action, {})
        assert [stored.entity.quiet for stored in page.items] == [True, True]


async def test_what_became_of_it_since_stands_when_the_table_comes_again(tmp_path: Path) -> None:
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        await send(secretary, "statements", STATEMENTS)
        await send(secretary, "commitments", COMMITMENTS)
        said = (await secretary.get(SAID, params={"edition": str(edition(1))})).json()[0]
        tag = (await secretary.get(f"{SAID}/{said['id']}")).headers["ETag"]
        form = {
            "words": "We measure each spring apart.",
            "manner": "summary",
            "said_in": "en",
            "reason": "Heard again.",
        }
        path = f"{SAID}/{said['id']}/correct"
        corrected = await secretary.post(path, json=form, headers={"If-Match": tag})
        assert corrected.status_code == 200, corrected.text
        late = await secretary.post(path, json=form | {"words": "Other."}, headers={"If-Match": tag})
        assert late.status_code == 412
        owed = (await secretary.get(OWED)).json()[0]
        done = await secretary.post(f"{OWED}/{owed['id']}/done", json={}, headers={"If-Match": '"1"'})
        assert done.status_code == 200, done.text
        for what, table in (("statements", STATEMENTS), ("commitments", COMMITMENTS)):
            assert counts((await send(secretary, what, table)).json()) == (0, 0, 2, [])
        assert (await secretary.get(f"{SAID}/{said['id']}")).json()["words"] == form["words"]


async def test_whoever_was_merged_or_erased_since_is_no_other_row(tmp_path: Path) -> None:
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        await send(secretary, "statements", STATEMENTS)
        merged = facts.recorded(0).model_copy(update={"same_as": known("person 2")})
        await here.hear([Told(known("person 0"), 2, merged)])
        assert counts((await send(secretary, "statements", STATEMENTS)).json()) == (0, 0, 2, [])
        await here.erase(1)
        gone = (await send(secretary, "statements", STATEMENTS, dry_run=True)).json()["problems"]
        assert [(each["line"], each["column"]) for each in gone] == [(3, "speaker")]
        nameless = STATEMENTS.replace("نمونه رودبار ۱".encode(), b"")
        assert counts((await send(secretary, "statements", nameless)).json()) == (0, 0, 2, [])


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("Forum of the Deserts,1,1,,,,,,en,summary,Words", "series"),
        (f"{F},7,1,,,,,,en,summary,Words", "series"),
        (f"{F},0,1,,,,,,en,summary,Words", "number"),
        (f"{F},1,,,,,,,en,summary,Words", "reference"),
        (f"{F},1,{'x' * 61},,,,,,en,summary,Words", "reference"),
        (f"{F},1,1,1377-13-01,,,,,en,summary,Words", "said_on"),
        (f"{F},1,1,1377-08,,,,,en,summary,Words", "said_on"),
        (f"{F},1,1,1998-11-03,,,,,en,summary,Words", "said_on"),
        (f"{F},1,1,1377-08-12,lunar,,,,en,summary,Words", "calendar"),
        (f"{F},1,1,,,Nobody Known,,,en,summary,Words", "speaker"),
        (f"{F},1,1,,,,O77,,en,summary,Words", "organization"),
        (f"{F},1,1,,,,,Council of Nobody,en,summary,Words", "body"),
        (f"{F},1,1,,,,O3,River Basin Council,en,summary,Words", "body"),
        (f"{F},1,1,,,,,,English,summary,Words", "language"),
        (f"{F},1,1,,,,,,en,spoken,Words", "manner"),
        (f"{F},1,1,,,,,,en,summary,", "words"),
        (f"{F},1,1,,,,,,en,summary,=1+1", "words"),
        (f"{F},1,1,,,,,,en,summary,{'x' * 20_001}", "words"),
        (f"{F},1,a,,,,,,en,summary,W\n{F},1,A,,,,,,en,summary,W", "reference"),
    ],
)
async def test_every_bad_statement_is_named_with_its_column_and_nothing_comes_in(
    tmp_path: Path, row: str, column: str
) -> None:
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        told = await send(secretary, "statements", f"{SAYS}{row}\n", dry_run=True)
        assert [each["column"] for each in told.json()["problems"]] == [column], told.text
        assert (await send(secretary, "statements", f"{SAYS}{row}\n")).status_code == 422
        assert await here.store.count(Statement, {}) == 0


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (f"{F},1,1,,,,O3,,", "text_en"),
        (f"{F},1,1,,Measure.,,,,", "organization"),
        (f"{F},1,1,,Measure.,Robin Example 0,O3,,", "organization"),
        (f"{F},1,1,,Measure.,Nobody Known,,,", "person"),
        (f"{F},1,1,promise,Measure.,,O3,,", "kind"),
        (f"{F},1,1,,Measure.,,O3,1405-13,", "due"),
        (f"{F},1,1,,Measure.,,O3,2026,", "due"),
        (f"{F},1,1,,{'x' * 2_001},,O3,,", "text_en"),
        (f"{F},1,1,,@SUM,,O3,,", "text_en"),
    ],
)
async def test_every_bad_commitment_is_named_with_its_column_and_nothing_comes_in(
    tmp_path: Path, row: str, column: str
) -> None:
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        told = await send(secretary, "commitments", f"{OWES}{row}\n", dry_run=True)
        assert [each["column"] for each in told.json()["problems"]] == [column], told.text
        assert (await send(secretary, "commitments", f"{OWES}{row}\n")).status_code == 422
        assert await here.store.count(Action, {}) == 0


async def test_an_organization_is_meant_by_its_code_too_and_an_action_may_wait_for_its_owner(tmp_path: Path) -> None:
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        table = f"{OWES}{F},1,1,,Measure.,,o3,1405,\n{F},1,2,action,Ask them.,,,,\n"
        assert counts((await send(secretary, "commitments", table)).json()) == (2, 0, 0, [])
        owners = {each["organization"] for each in (await secretary.get(OWED)).json()}
        assert owners == {str(organization_id("O3")), None}


async def test_of_several_who_have_a_name_the_one_of_the_organization_is_meant(tmp_path: Path) -> None:
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        twin = facts.recorded(0).model_copy(update={"person": known("twin"), "organization": facts.organization(1)})
        await here.hear(tell(known("twin"), twin))
        row = f"{SAYS}{F},1,1,,,Robin Example 0,%s,,en,summary,Words\n"
        told = (await send(secretary, "statements", row % "", dry_run=True)).json()
        assert "Several people" in told["problems"][0]["detail"]
        table = row % facts.listed(1).name["fa"]
        assert counts((await send(secretary, "statements", table)).json()) == (1, 0, 0, [])
        [said] = (await secretary.get(SAID, params={"edition": str(edition(1))})).json()
        assert said["speaker"] == str(known("twin"))
        assert counts((await send(secretary, "statements", row % "", dry_run=True)).json())[3] != []
        by_id = row.replace("Robin Example 0", str(known("twin"))) % facts.listed(1).name["en"]
        assert counts((await send(secretary, "statements", by_id)).json()) == (0, 0, 1, [])


@pytest.mark.parametrize("what", ["statements", "commitments"])
async def test_a_row_that_says_something_else_is_refused_and_the_others_come_in(tmp_path: Path, what: str) -> None:
    table = STATEMENTS if what == "statements" else COMMITMENTS
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        assert (await send(secretary, what, table)).json()["created"] == 2
        other = table.replace(b"We measure", b"They measure").replace(b"Publish the", b"Hide the")
        told = (await send(secretary, what, other)).json()
        assert (told["created"], told["unchanged"]) == (0, 1)
        assert [(each["line"], "something else" in each["detail"]) for each in told["problems"]] == [(2, True)]


async def test_only_the_secretariat_brings_tables_and_observers_read(tmp_path: Path) -> None:
    async with before(tmp_path) as here, here.client("observer") as observer, here.client("chair:x") as chair:
        assert (await send(observer, "statements", STATEMENTS)).status_code == 403
        where = {"edition": str(edition(1))}
        assert (await observer.get(SAID, params=where)).json() == []
        assert (await chair.get(SAID, params=where)).status_code == 403
