"""What a request names must be on record: a body, an organization, its parent, the members of a body."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from services.registration.organizations.handlers import list_organization
from services.registration.organizations.model import DEEPEST, ranks
from services.registration.registrations.handlers import register
from tests.registration.facts import asks, organization
from tests.registration.house import FORM, Site, house, opened, site
from tests.registration.imports.test_tables import send
from tests.world.facts import known

NOBODY = str(uuid4())
PERSON = {"name": "Ana", "email": "ana@example.org"}
LISTED = {"code": "DELTA", "name": {"en": "Delta Authority"}, "organization_kind": "authority"}
BODY = {"code": "COUNCIL", "name": {"en": "Council"}, "members": []}


@pytest.mark.parametrize(
    ("path", "form", "pointer"),
    [
        ("/v1/gatherings", FORM | {"body": NOBODY}, "#/body"),
        ("/v1/people", PERSON | {"organization": NOBODY}, "#/organization"),
        ("/v1/organizations", LISTED | {"parent": NOBODY}, "#/parent"),
        ("/v1/bodies", BODY | {"members": [NOBODY]}, "#/members/0"),
    ],
)
async def test_what_there_is_none_of_is_refused_at_its_field(
    path: str, form: dict[str, Any], pointer: str, tmp_path: Path
) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        refused = await secretary.post(path, json=form)
        must_point(refused, pointer)
        assert (await secretary.get(path)).json() == [], "nothing was entered"


async def test_a_change_cannot_name_what_there_is_none_of_either(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        for path, form, other, pointer in (
            ("/v1/people", PERSON, {"organization": NOBODY}, "#/organization"),
            ("/v1/organizations", LISTED, {"parent": NOBODY}, "#/parent"),
            ("/v1/bodies", BODY, {"members": [NOBODY]}, "#/members/0"),
        ):
            made = await secretary.post(path, json=form)
            seen = {"If-Match": made.headers["ETag"]}
            address = f"{path}/{made.json()['id']}"
            must_point(await secretary.put(address, json=form | other, headers=seen), pointer)
            assert (await secretary.get(address)).headers["ETag"] == made.headers["ETag"]


async def test_nobody_registers_for_an_organization_that_there_is_none_of(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path, person = await here.gathering("announce", "open"), await here.person(1)
        form = {"category": "delegate", "person": person}
        must_point(
            await secretary.post(f"{path}/registrations", json=form | {"organization": NOBODY}), "#/organization"
        )
        delta = await listed(here, "DELTA")
        placed = await secretary.post(f"{path}/registrations", json=form | {"organization": delta})
        assert (placed.status_code, placed.json()["organization"]) == (201, delta)


async def test_what_registering_checks_is_read_in_one_round_trip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house(tmp_path) as here:
        await opened(here, [1], delegate=1)
        asked = asks(1, organization=known("DELTA"))
        await here.run(list_organization, organization())
        looks = []
        honest = here.store.get_each

        async def counted(wanted: Any) -> Any:
            looks.append(len(wanted))
            return await honest(wanted)

        monkeypatch.setattr(here.store, "get_each", counted)
        await here.run(register, asked)
        assert looks == [3], "gathering, person, organization; a new registration is presumed not to be there"


async def test_parents_that_lead_round_in_a_circle_are_refused(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        above = await listed(here, "A")
        middle = await listed(here, "B", parent=above)
        below = await listed(here, "C", parent=middle)
        deepest = below
        for n in range(DEEPEST - 2):
            deepest = await listed(here, f"D{n}", parent=deepest)
        must_point(await secretary.post("/v1/organizations", json=LISTED | {"parent": deepest}), "#/parent")
        for parent in (above, middle, below):
            seen = {"If-Match": '"1"'}
            form = LISTED | {"code": "A", "parent": parent}
            must_point(await secretary.put(f"/v1/organizations/{above}", json=form, headers=seen), "#/parent")


async def test_a_table_cannot_make_a_circle_nor_close_one(tmp_path: Path) -> None:
    head = b"code,name_en,kind,parent\n"
    async with site(tmp_path) as here:
        assert (await send(here, "organizations", head + b"A,A,x,\nB,B,x,A\n"))[0] == 200
        for table, lines in ((b"C,C,x,D\nD,D,x,C\nE,E,x,\n", [2, 3]), (b"A,A,x,B\n", [2]), (b"A,A,x,a\n", [2])):
            status, refused = await send(here, "organizations", head + table)
            assert (status, [each["field"] for each in refused["errors"]]) == (  # type: ignore[attr-defined]
                422,
                [f"line {line}, parent" for line in lines],
            )
        status, report = await send(here, "organizations", head + b"A,A,x,B\nB,B,x,\n")
        assert (status, report["changed"], report["problems"]) == (200, 2, []), "the other way round is no circle"


async def test_a_table_lists_parents_before_those_who_name_them(tmp_path: Path) -> None:
    rows = "".join(f"O{n},O,x,O{n + 1}\n" for n in range(DEEPEST)) + f"O{DEEPEST},O,x,\n"
    async with site(tmp_path) as here:
        status, report = await send(here, "organizations", f"code,name_en,kind,parent\n{rows}".encode())
        assert (status, report["created"], report["problems"]) == (200, DEEPEST + 1, [])
        status, refused = await send(here, "organizations", b"code,name_en,kind,parent\nDEEP,O,x,O0\n")
        assert (status, refused["code"]) == (422, "rows-refused")


def test_a_rank_counts_those_above_and_whoever_stands_below_a_circle_has_none() -> None:
    a, b, c, d, e = map(known, "abcde")
    assert ranks({a: None, b: a, c: b, d: e, e: d}) == {a: 0, b: 1, c: 2}
    assert ranks({}) == {}


async def test_each_member_that_there_is_none_of_is_named(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        there = await listed(here, "DELTA")
        refused = await secretary.post("/v1/bodies", json=BODY | {"members": [NOBODY, there, str(uuid4())]})
        assert [each["pointer"] for each in refused.json()["errors"]] == ["#/members/0", "#/members/2"]


async def listed(here: Site, code: str, **other: Any) -> str:
    async with here.client("secretariat") as secretary:
        made = await secretary.post("/v1/organizations", json=LISTED | {"code": code} | other)
        assert made.status_code == 201, made.text
        return str(made.json()["id"])


def must_point(refused: httpx.Response, pointer: str) -> None:
    problem = refused.json()
    assert (refused.status_code, problem["type"]) == (422, "/problems/invalid"), refused.text
    assert [each["pointer"] for each in problem["errors"]] == [pointer]
