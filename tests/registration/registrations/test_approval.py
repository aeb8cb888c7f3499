"""Approval over HTTP: who may decide, about what, and what is said."""

from pathlib import Path
from uuid import UUID

import httpx

from tests.registration.house import Site, site


async def asks_for_press(here: Site, path: str, n: object = 1) -> str:
    """A person asks for themselves in a category that needs approval; the registration's path."""
    person = UUID(await here.person(n))
    async with here.client(sub=person) as self_:
        asked = await self_.post(f"{path}/registrations", json={"category": "press"})
    assert asked.status_code == 201, asked.text
    assert (asked.json()["state"], asked.json()["reason"]) == ("pending", "to_be_approved")
    return f"/v1/registrations/{asked.json()['id']}"


async def decided(client: httpx.AsyncClient, path: str, what: str, form: object = None) -> httpx.Response:
    seen = (await client.get(path)).headers["ETag"]
    return await client.post(f"{path}/{what}", json=form, headers={"If-Match": seen})


async def test_the_secretariat_sees_who_waits_and_lets_them_in(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce", "open")
        registration = await asks_for_press(here, path)
        waits = (await secretary.get(f"{path}/registrations", params={"state": "pending"})).json()
        assert [(each["reason"], each["seat"]) for each in waits] == [("to_be_approved", None)]
        let_in = await decided(secretary, registration, "approve")
        assert (let_in.json()["state"], let_in.json()["admitted"], let_in.json()["seat"]) == (
            "confirmed",
            "approved",
            1,
        )
        assert let_in.headers["ETag"] == '"2"'
        late = await decided(secretary, registration, "reject", {"reason": "other"})
        assert (late.status_code, late.json()["code"]) == (409, "wrong-state")


async def test_a_rejection_has_a_reason_from_the_list_and_a_note_for_the_secretariat_alone(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce", "open")
        registration = await asks_for_press(here, path)
        for form in ({}, {"reason": "we do not like you"}, {"reason": "other", "note": "x" * 2001}):
            assert (await decided(secretary, registration, "reject", form)).status_code == 422
        said = await decided(secretary, registration, "reject", {"reason": "incomplete", "note": "asked twice"})
        assert (said.json()["state"], said.json()["reason"], said.json()["note"]) == (
            "rejected",
            "incomplete",
            "asked twice",
        )
        async with here.client(sub=UUID(said.json()["person"])) as self_:
            seen = (await self_.get(registration)).json()
            assert (seen["reason"], seen["note"]) == ("incomplete", None)
            again = await self_.post(f"{path}/registrations", json={"category": "press"})
            assert (again.status_code, again.json()["code"]) == (409, "rejected")


async def test_nobody_else_decides_and_nobody_without_having_read(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce", "open")
        registration = await asks_for_press(here, path)
        tag = {"If-Match": (await secretary.get(registration)).headers["ETag"]}
        async with here.client(f"checkin:{path.rsplit('/', 1)[-1]}") as door:
            for what, form in (("approve", None), ("reject", {"reason": "other"})):
                assert (await door.post(f"{registration}/{what}", json=form, headers=tag)).status_code == 403
                assert (await secretary.post(f"{registration}/{what}", json=form)).status_code == 428
                stale = await secretary.post(f"{registration}/{what}", json=form, headers={"If-Match": '"9"'})
                assert stale.status_code == 412


async def test_a_category_for_the_invited_turns_away_who_asks_for_themselves(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        path = await here.gathering("announce", "open")
        async with here.client(sub=UUID(await here.person(1))) as self_:
            asked = await self_.post(f"{path}/registrations", json={"category": "delegate"})
        assert (asked.status_code, asked.json()["code"]) == (409, "not-invited")
        assert (await here.register(path, await here.person(2))).json()["admitted"] == "approved"
