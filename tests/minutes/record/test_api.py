"""The API of the record: who may, and what is answered."""

import pytest

from tests.minutes import facts
from tests.minutes.decisions.forms import BY_CONSENSUS, BY_HANDS
from tests.minutes.facts import BODY
from tests.minutes.house import API, PAGE, Site
from tests.world.facts import known


@pytest.mark.parametrize(
    ("roles", "read", "attendance", "write"),
    [
        ((), 404, 401, 401),
        (("observer",), 200, 403, 403),
        ((f"focal-point:{facts.organization(0)}",), 404, 403, 403),
        ((f"chair:{known('another body')}",), 404, 404, 404),
        ((f"chair:{BODY}",), 200, 200, 201),
        (("secretariat",), 200, 200, 201),
    ],
)
async def test_minutes_before_publication_are_for_those_who_keep_or_observe_them(
    there: Site, roles: tuple[str, ...], read: int, attendance: int, write: int
) -> None:
    async with there.client(*roles) as client:
        for path in ("", "/quorum", "/decisions"):
            assert (await client.get(API + path)).status_code == read
        assert (await client.get(f"{API}/attendance")).status_code == attendance
        assert (await client.post(f"{API}/decisions", json=BY_CONSENSUS)).status_code == write
        refused = 428 if write == 201 else write
        for step in ("approve", "publish"):
            assert (await client.post(f"{API}/{step}")).status_code == refused


async def test_published_minutes_are_everybodys_but_who_attended_is_not_listed(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        made = await secretary.post(f"{API}/decisions", json=BY_HANDS)
    await there.adjourn()
    await there.publish()
    async with there.client() as anybody:
        minutes = (await anybody.get(API)).json()
        assert (minutes["state"], minutes["path"]) == ("published", PAGE)
        assert [each["number"] for each in (await anybody.get(f"{API}/decisions")).json()] == [1]
        assert (await anybody.get(made.headers["Location"])).json() == made.json()
        assert (await anybody.get(f"{API}/attendance")).status_code == 401


async def test_approval_needs_the_version_that_was_read_and_the_end_of_the_session(there: Site) -> None:
    async with there.client(f"chair:{BODY}") as chair:
        seen = (await chair.get(API)).headers["ETag"]
        early = await chair.post(f"{API}/approve", headers={"If-Match": seen})
        assert (early.status_code, early.json()["code"]) == (409, "not-closed")
        await there.adjourn()
        assert (await chair.post(f"{API}/approve", headers={"If-Match": seen})).status_code == 412
        seen = (await chair.get(API)).headers["ETag"]
        approved = await chair.post(f"{API}/approve", headers={"If-Match": seen})
        assert approved.json()["state"] == "approved"
        assert (await chair.get(API)).headers["ETag"] == approved.headers["ETag"]


async def test_minutes_and_decisions_that_are_not_there_are_not_found(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        assert (await secretary.get(f"/minutes/v1/minutes/{BODY}")).status_code == 404
        assert (await secretary.get(f"{API}/decisions/{BODY}")).status_code == 404
        assert (await secretary.get("/minutes/v1/minutes/not-an-id")).status_code == 422
