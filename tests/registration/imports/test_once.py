"""An import with an `Idempotency-Key` is carried out once: repeated, broken off, under a rule that changed its mind."""

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest

from services.registration.imports.rows import PEOPLE
from services.registration.organizations.model import Organization
from services.registration.people.model import Person
from shared.contracts import Message
from shared.errors import Conflict, Unavailable
from shared.flow import Change, Read
from shared.imports import handlers
from shared.imports.model import Imported
from shared.imports.rows import Report
from shared.store import Stored
from tests.registration.facts import message
from tests.registration.house import Site, count_of, site
from tests.waiting import until

PLACES = b"code,name_en,kind,parent\nA,Authority,authority,\nB,Bureau,bureau,A\nC,Council,council,A\n"
GUESTS = b"email,name,organization\n" + b"".join(b"p%d@example.org,Person %d,A\n" % (n, n) for n in range(12))


async def send(client: httpx.AsyncClient, what: str, content: bytes, key: str = "one") -> httpx.Response:
    headers = {"Content-Type": "text/csv", "Idempotency-Key": key}
    return await client.post(f"/v1/imports/{what}", content=content, headers=headers)


async def rename(client: httpx.AsyncClient, email: str, name: str) -> None:
    """Somebody corrects what the table said."""
    [found] = [each for each in (await client.get("/v1/people?limit=100")).json() if each["email"] == email]
    path = f"/v1/people/{found['id']}"
    tag = (await client.get(path)).headers["ETag"]
    form = {"name": name, "email": email}
    assert (await client.put(path, json=form, headers={"If-Match": tag})).status_code == 200


async def names(client: httpx.AsyncClient) -> dict[str, str]:
    return {each["email"]: each["name"] for each in (await client.get("/v1/people?limit=100")).json()}


async def versions(here: Site) -> dict[Any, int]:
    """Of every organization and person."""
    kinds: tuple[type[Any], ...] = (Organization, Person)
    pages = [await here.service.store.find(kind, {}) for kind in kinds]
    return {stored.id: stored.version for page in pages for stored in page.items}


async def test_the_same_table_under_the_same_key_is_imported_once_and_reported_the_same(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        for what, table, rows in (("organizations", PLACES, 3), ("people", GUESTS, 12)):
            first = await send(secretary, what, table)
            assert (first.status_code, first.json()["created"]) == (200, rows)
            if what == "people":
                await rename(secretary, "p3@example.org", "Corrected")
            before = await versions(here)
            again = await send(secretary, what, table)
            assert again.json() == first.json()
            assert await versions(here) == before
        assert (await names(secretary))["p3@example.org"] == "Corrected"
        anew = await send(secretary, "people", GUESTS, key="two")
        assert (anew.json()["changed"], anew.json()["unchanged"]) == (1, 11)


async def test_another_table_under_the_same_key_is_refused_whole(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        assert (await send(secretary, "organizations", PLACES)).status_code == 200
        other = await send(secretary, "organizations", PLACES + b"D,Delta,delta,\n")
        assert (other.status_code, other.json()["type"]) == (422, "/problems/idempotency-key-reused")
        assert await count_of(here.service, Organization) == 3


async def test_a_table_that_was_refused_is_refused_again_though_it_would_be_right_by_now(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        refused = await send(secretary, "people", GUESTS)
        assert (refused.status_code, refused.json()["code"]) == (422, "rows-refused")
        assert (await send(secretary, "organizations", PLACES)).status_code == 200
        again = await send(secretary, "people", GUESTS)
        assert again.json() | {"instance": ""} == refused.json() | {"instance": ""}
        assert await count_of(here.service, Person) == 0
        assert (await send(secretary, "people", GUESTS, key="two")).json()["created"] == 12


async def test_a_row_that_a_rule_refused_is_reported_the_same(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        assert (await send(secretary, "organizations", PLACES)).status_code == 200
        asked = Message(**message())
        told = [await carry_out(here, asked, refuse=refuse) for refuse in (5, None)]
        assert told[0] == told[1]
        assert [(each.line, each.detail) for each in told[0].problems] == [(7, "Not now.")]
        assert told[0].created == 11


@pytest.mark.parametrize("after", [0, 1, 2, 5, 11, 12])
async def test_an_import_that_was_broken_off_goes_on_and_does_nothing_twice(tmp_path: Path, after: int) -> None:
    """What stands by then is not done again, though somebody changed it; the report is that of the whole."""
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        assert (await send(secretary, "organizations", PLACES)).status_code == 200
        asked = Message(**message())
        await break_off(here, asked, after)
        done = await names(secretary)
        for email in list(done)[:3]:
            await rename(secretary, email, "Corrected")
        report = await carry_out(here, asked)
        assert (report.rows, report.created, report.changed, report.unchanged) == (12, 12, 0, 0)
        after_all = await names(secretary)
        assert len(after_all) == 12
        assert {after_all[email] for email in list(done)[:3]} <= {"Corrected"}
        assert await carry_out(here, asked) == report


async def test_a_row_whose_person_has_another_address_by_now_makes_nobody_else(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        assert (await send(secretary, "organizations", PLACES)).status_code == 200
        made = await secretary.post("/v1/people", json={"name": "Person 0", "email": "p0@example.org"})
        asked = Message(**message())
        await break_off(here, asked, 12)
        path = f"/v1/people/{made.json()['id']}"
        tag = (await secretary.get(path)).headers["ETag"]
        form = {"name": "Person 0", "email": "moved@example.org"}
        assert (await secretary.put(path, json=form, headers={"If-Match": tag})).status_code == 200
        report = await carry_out(here, asked)
        assert (report.created, report.changed, report.problems) == (11, 1, [])
        assert await count_of(here.service, Person) == 12


async def test_two_who_send_the_same_import_at_once_make_one(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        assert (await send(secretary, "organizations", PLACES)).status_code == 200
        one, other = await asyncio.gather(*(send(secretary, "people", GUESTS) for _ in range(2)))
        assert one.json() == other.json()
        assert one.json()["created"] == 12
        assert await count_of(here.service, Person) == 12
        assert await count_of(here.service, Imported) == 2


async def test_without_a_key_nothing_of_an_import_is_kept(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        answer = await secretary.post("/v1/imports/organizations", content=PLACES, headers={"Content-Type": "text/csv"})
        assert answer.status_code == 200
        before = await versions(here)
        again = await secretary.post("/v1/imports/organizations", content=PLACES, headers={"Content-Type": "text/csv"})
        assert again.json()["unchanged"] == 3
        assert await versions(here) == before
        assert await count_of(here.service, Imported) == 0


async def test_a_dry_run_takes_no_notice_of_the_key(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        headers = {"Content-Type": "text/csv", "Idempotency-Key": "one"}
        for _ in range(2):
            looked = await secretary.post("/v1/imports/organizations?dry_run=true", content=PLACES, headers=headers)
            assert looked.json()["problems"] == []
        assert (await send(secretary, "organizations", PLACES)).json()["created"] == 3


async def break_off(here: Site, asked: Message, after: int) -> None:
    """An import of which so many rows stand, and no more will."""
    with pytest.raises(Unavailable):
        await carry_out(here, asked, after=after)

    async def stand() -> bool:
        everybody = (await here.service.store.find(Person, {})).items
        return sum(any(done.at for done in stored.recent) for stored in everybody) == after

    await until(stand)


async def carry_out(here: Site, asked: Message, *, after: int = 1_000, refuse: int | None = None) -> Report:
    """The import of the guests, by a process that is gone after so many rows, or refuses one of them the first time."""
    left = after + 1  # the beginning itself

    async def not_now(command: Any, _: Read) -> Change[Any]:
        raise Conflict("Not now.")

    async def run(handler: Any, command: Any) -> Stored[Any]:
        nonlocal left
        left -= 1
        if left < 0:
            raise Unavailable("It is gone.")
        refused = refuse is not None and getattr(command, "email", "") == f"p{refuse}@example.org"
        return await here.service.run(not_now if refused else handler, command, keyed=True)

    return await handlers.carry_out(here.service.store, here.installation.keys, run, PEOPLE, GUESTS, asked)
