"""The API of gatherings: from a draft on, version by version, and what is refused at which field."""

from pathlib import Path

import pytest

from tests.registration.house import FORM, site
from tests.world.site import changed


async def test_a_gathering_is_drafted_announced_opened_and_closed(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client() as anybody:
        path = await here.gathering()
        assert (await anybody.get(path)).status_code == 404
        for step, state in (
            ("announce", "announced"),
            ("open", "open"),
            ("close", "closed"),
            ("convene", "in_session"),
        ):
            assert (await changed(secretary, path, step)).json()["state"] == state
        shown = (await anybody.get(path)).json()
        assert shown["starts_at"] == "2030-03-21T05:30:00Z"
        assert shown["capacity"] == FORM["capacity"]
        again = await secretary.post(f"{path}/open", headers={"If-Match": '"5"'})
        assert (again.status_code, again.json()["code"]) == (409, "wrong-state")


async def test_a_change_needs_the_version_that_was_read(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering()
        assert (await secretary.post(f"{path}/announce")).status_code == 428
        assert (await secretary.post(f"{path}/announce", headers={"If-Match": '"7"'})).status_code == 412


async def test_the_same_key_is_done_once(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        secretary.headers["Idempotency-Key"] = "one"
        first, second = [await secretary.post("/v1/gatherings", json=FORM) for _ in range(2)]
        assert first.json() == second.json()
        other = await secretary.post("/v1/gatherings", json=FORM | {"capacity": {"press": 3}})
        assert other.status_code == 422


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"capacity": {}}, "capacity"),
        ({"capacity": {"Delegate!": 3}}, "capacity"),
        ({"capacity": {"delegate": -1}}, "capacity"),
        ({"starts_at": "2030-03-21T09:00:00"}, "starts_at"),
        ({"starts_at": "0001-01-01T00:00:00+14:00"}, "starts_at"),
        ({"starts_at": "0001-01-01T00:00:00Z"}, "starts_at"),
        ({"ends_at": "9999-12-31T23:59:59Z"}, "ends_at"),
        ({"ends_at": "2030-03-20T09:00:00Z"}, "ends_at"),
        ({"time_zone": "Atlantis"}, "time_zone"),
        ({"title": {}}, "title"),
        ({"colour": "blue"}, "colour"),
        ({"capacity": {"delegate": True}}, "capacity"),
        ({"capacity": {"delegate": "5"}}, "capacity"),
        ({"capacity": {"delegate": 5.0}}, "capacity"),
        ({"starts_at": 1_900_000_000}, "starts_at"),
        ({"starts_at": "1900000000"}, "starts_at"),
        ({"starts_at": True}, "starts_at"),
    ],
)
async def test_a_gathering_that_makes_no_sense_is_refused_by_field(
    tmp_path: Path, change: dict[str, object], field: str
) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        refused = await secretary.post("/v1/gatherings", json=FORM | change)
        assert refused.status_code == 422
        [wrong] = refused.json()["errors"]
        assert wrong["field"].startswith(field)
        assert wrong["pointer"] == "#/" + wrong["field"].replace(".", "/")
