"""An address belongs to one person, and no id tells it."""

import asyncio
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx

from services.registration.people.model import Person
from tests.registration.house import Site, count_of, erase, site
from tests.registration.imports.test_tables import report, send
from tests.registration.registrations.test_pages import form
from tests.registration.registrations.test_pages import send as submit

CASES = 8
"""So many come for one address at once."""


def entry(email: str, name: str = "Ana", **other: str) -> dict[str, str]:
    return {"name": name, "email": email} | other


async def put(secretary: httpx.AsyncClient, person: str, form: dict[str, str]) -> httpx.Response:
    seen = (await secretary.get(f"/v1/people/{person}")).headers["ETag"]
    return await secretary.put(f"/v1/people/{person}", json=form, headers={"If-Match": seen})


async def people(here: Site) -> dict[str, Any]:
    async with here.client("secretariat") as secretary:
        return {each["email"]: each for each in (await secretary.get("/v1/people?limit=100")).json()}


async def test_the_id_of_a_person_is_another_in_each_installation(tmp_path: Path) -> None:
    found: list[set[UUID]] = []
    for n in range(2):
        (folder := tmp_path / str(n)).mkdir()
        async with site(folder) as here:
            path = await here.gathering("announce", "open")
            async with here.client("secretariat") as secretary:
                named = {"Idempotency-Key": "a@example.org"}
                await secretary.post("/v1/people", json=entry("a@example.org"), headers=named)
            await send(here, "people", b"email,name\nb@example.org,B\n")
            await submit(here, path, form(email="c@example.org", key=str(UUID(int=7))))
            assert set(await people(here)) == {"a@example.org", "b@example.org", "c@example.org"}
            found.append({UUID(each["id"]) for each in (await people(here)).values()})
    assert found[0].isdisjoint(found[1])


async def test_an_address_is_not_changed_to_another_persons(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        first, second = [
            (await secretary.post("/v1/people", json=entry(f"{name}@example.org", name))).json()["id"] for name in "ab"
        ]
        refused = await put(secretary, second, entry(" A@Example.org", "b"))
        assert (refused.status_code, refused.json()["code"]) == (409, "address-taken")
        assert (await put(secretary, first, entry("c@example.org", "a"))).status_code == 200
        assert (await put(secretary, second, entry("a@example.org", "b"))).status_code == 200, "it is free by now"
        assert {each: shown["name"] for each, shown in (await people(here)).items()} == {
            "a@example.org": "b",
            "c@example.org": "a",
        }


async def test_entering_an_address_again_is_answered_with_who_has_it_or_refused(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        first = await secretary.post("/v1/people", json=entry("a@example.org"))
        again = await secretary.post("/v1/people", json=entry("A@example.org"))
        assert (again.status_code, again.json()) == (201, first.json())
        other = await secretary.post("/v1/people", json=entry("a@example.org", "Somebody else"))
        assert (other.status_code, other.json()["code"]) == (409, "exists")


async def test_an_old_row_does_not_take_an_address_back(tmp_path: Path) -> None:
    table = b"email,name\na@example.org,Ana\nd@example.org,Darya\n"
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        assert await send(here, "people", table) == (200, report(2, created=2))
        before = (await people(here))["a@example.org"]
        await put(secretary, before["id"], entry("b@example.org"))
        for dry_run in (True, False):
            status, found = await send(here, "people", table, dry_run=dry_run)
            assert status == (200 if dry_run else 422)
            problems = found["problems"] if dry_run else found["errors"]
            assert isinstance(problems, list)
            assert [each.get("line") or each["field"] for each in problems] == [2 if dry_run else "line 2, email"]
        assert set(await people(here)) == {"b@example.org", "d@example.org"}
        assert (await people(here))["b@example.org"]["id"] == before["id"]
        given = await secretary.post("/v1/people", json=entry("a@example.org", "Successor"))
        assert given.status_code == 201, "the address may be given to somebody else, if one says so"
        assert await send(here, "people", table.replace(b"Ana", b"Successor")) == (200, report(2, unchanged=2))


async def test_of_many_who_come_for_one_address_at_once_one_gets_it(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce", "open")
        others = [await here.person(n) for n in range(CASES)]
        entered, changed, imported, typed = await asyncio.gather(
            asyncio.gather(*(secretary.post("/v1/people", json=entry("a@example.org", f"N{n}")) for n in range(CASES))),
            asyncio.gather(*(put(secretary, each, entry("a@example.org", each)) for each in others)),
            asyncio.gather(*(send(here, "people", f"email,name\na@example.org,M{n}\n".encode()) for n in range(CASES))),
            asyncio.gather(*(submit(here, path, form(email="a@example.org")) for n in range(CASES))),
        )
        assert sum(each.status_code == 201 for each in entered) + sum(each.status_code == 200 for each in changed) <= 1
        assert {each.status_code for each in entered} <= {201, 409}
        assert {each.status_code for each in changed} <= {200, 409}
        assert {status for status, _ in imported} == {200}
        assert {each.status_code for each in typed} == {303}
        assert await here.service.store.count(Person, {"email": "a@example.org"}) == 1
        assert await count_of(here.service) in {CASES, CASES + 1}


async def test_an_address_that_was_erased_may_be_entered_anew(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        first = UUID(await here.person("A"))
        await erase(here.service, first)
        second = UUID(await here.person("A"))
        assert second != first
        stored = await here.service.store.get(Person, first)
        assert stored
        assert stored.entity == Person(first, erased=True, spreads=True)
