"""A POST with an `Idempotency-Key` is done once, whatever happened meanwhile: the sequences that an attack found."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from tests.registration.house import site
from tests.world.site import changed


async def post(client: httpx.AsyncClient, path: str, key: str, form: Any = None, **headers: str) -> httpx.Response:
    return await client.post(path, json=form, headers={"Idempotency-Key": key, **headers})


async def test_a_key_that_found_nothing_to_do_finds_nothing_to_do_later(tmp_path: Path) -> None:
    """Registered with one key, asked again with another, cancelled: the second key does not register again."""
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce", "open")
        form = {"category": "delegate", "person": await here.person(1)}
        first = await post(secretary, f"{path}/registrations", "k1", form)
        again = await post(secretary, f"{path}/registrations", "k2", form)
        assert (first.status_code, again.status_code) == (201, 201)
        registration = f"/v1/registrations/{first.json()['id']}"
        await changed(secretary, registration, "cancel")
        for key in ("k1", "k2"):
            repeat = await post(secretary, f"{path}/registrations", key, form)
            assert (repeat.status_code, repeat.json()["state"]) == (201, "cancelled")
        assert (await secretary.get(registration)).json()["state"] == "cancelled"
        anew = await post(secretary, f"{path}/registrations", "k3", form)
        assert anew.json()["state"] == "confirmed"


async def test_a_key_is_known_after_many_later_changes(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce", "open")
        person = await here.person(1)
        form = {"category": "delegate", "person": person}
        first = await post(secretary, f"{path}/registrations", "first", form)
        registration = f"/v1/registrations/{first.json()['id']}"
        for n in range(20):  # 40 changes
            await changed(secretary, registration, "cancel")
            assert (await post(secretary, f"{path}/registrations", f"again-{n}", form)).json()["state"] == "confirmed"
        await changed(secretary, registration, "cancel")
        repeat = await post(secretary, f"{path}/registrations", "first", form)
        assert (repeat.status_code, repeat.json()["state"]) == (201, "cancelled")


async def test_a_key_that_was_refused_is_refused_later_though_the_rule_would_allow_it(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce")
        form = {"category": "delegate", "person": await here.person(1)}
        refused = await post(secretary, f"{path}/registrations", "one", form)
        assert (refused.status_code, refused.json()["code"]) == (409, "not-open")
        await changed(secretary, path, "open")
        repeat = await post(secretary, f"{path}/registrations", "one", form)
        assert (repeat.status_code, repeat.json()["code"]) == (409, "not-open")
        assert repeat.json() | {"instance": ""} == refused.json() | {"instance": ""}
        other = await post(secretary, f"{path}/registrations", "one", form | {"category": "press"})
        assert (other.status_code, other.json()["type"]) == (422, "/problems/idempotency-key-reused")
        assert (await post(secretary, f"{path}/registrations", "two", form)).status_code == 201


async def test_a_refusal_names_the_same_fields_when_it_is_asked_for_again(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce", "open")
        form = {"category": "delegate", "person": await here.person(1), "organization": str(uuid4())}
        refused = await post(secretary, f"{path}/registrations", "one", form)
        assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "#/organization")
        repeat = await post(secretary, f"{path}/registrations", "one", form)
        assert repeat.json() | {"instance": ""} == refused.json() | {"instance": ""}


async def test_what_moved_meanwhile_is_not_remembered_as_refused(tmp_path: Path) -> None:
    """412 and 428 say that nothing was decided: with the ETag read anew the same key is carried out."""
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering()
        tag = (await secretary.get(path)).headers["ETag"]
        assert (await post(secretary, f"{path}/announce", "one")).status_code == 428
        assert (await post(secretary, f"{path}/announce", "one", **{"If-Match": '"7"'})).status_code == 412
        assert (await post(secretary, f"{path}/announce", "one", **{"If-Match": tag})).status_code == 200
        refused = await post(secretary, f"{path}/convene", "two", **{"If-Match": '"7"'})
        assert refused.status_code == 412


async def test_a_refusal_comes_again_though_the_version_moved_on(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering()
        tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
        assert (await post(secretary, f"{path}/adjourn", "one", **tag)).status_code == 409
        await changed(secretary, path, "announce")
        assert (await post(secretary, f"{path}/adjourn", "one", **tag)).status_code == 409


async def test_without_a_key_nothing_is_remembered(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce")
        form = {"category": "delegate", "person": await here.person(1)}
        assert (await secretary.post(f"{path}/registrations", json=form)).status_code == 409
        await changed(secretary, path, "open")
        made = await secretary.post(f"{path}/registrations", json=form)
        again = await secretary.post(f"{path}/registrations", json=form)
        assert (made.status_code, again.status_code) == (201, 201)
        assert made.headers["ETag"] == again.headers["ETag"]


async def test_a_scan_counts_once_though_many_others_came_between(tmp_path: Path) -> None:
    """A device that was offline sends a scan after 33 others: it opens the door no second time."""
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        now = {"starts_at": "2020-03-21T09:00:00+03:30", "ends_at": "2030-03-21T18:00:00+03:30"}
        path = await here.gathering("announce", "open", **now)
        made = (await here.register(path, await here.person(1))).json()
        registration = f"/v1/registrations/{made['id']}"

        async def scan(n: int, way: str) -> httpx.Response:
            return await secretary.post(f"{registration}/{way}", json={"scan": f"00000000-0000-4000-8000-{n:012}"})

        assert (await scan(0, "entries")).json()["inside"]
        for n in range(1, 36):
            assert (await scan(n, "exits" if n % 2 else "entries")).status_code == 200
        late = await scan(0, "entries")
        assert (late.status_code, late.json()["inside"]) == (200, False)
