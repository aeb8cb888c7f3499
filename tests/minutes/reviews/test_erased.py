"""An approver who is erased before approving blocks nothing: the page of the keeper says so, and how it goes on."""

import httpx

from services.minutes.record.model import Minutes
from tests.minutes.facts import minute
from tests.minutes.house import API, Site
from tests.world.facts import GATHERING, known

PAGE = f"/minutes/gatherings/{GATHERING}/review?lang=en"


async def circulate(secretary: httpx.AsyncClient, approvers: list[str]) -> None:
    tag = {"If-Match": (await secretary.get(API)).headers["ETag"]}
    form = {"comments_until": minute(10_000_000).isoformat(), "approvers": approvers}
    assert (await secretary.post(f"{API}/circulate", json=form, headers=tag)).status_code == 200


async def test_the_keeper_goes_on_without_whoever_was_erased(there: Site) -> None:
    await there.adjourn()
    people = [str(known(f"person {n}")) for n in range(2)]
    async with there.client("secretariat") as secretary:
        await circulate(secretary, people)
        await there.erase(0)
        page = (await secretary.get(PAGE)).text
        assert "begin a new round without them" in page
        assert f"/approvals/{people[0]}" not in page, "nobody approves for whoever is not on record"
        assert f"/approvals/{people[1]}" in page
        await circulate(secretary, people[1:])
        assert "begin a new round without them" not in (await secretary.get(PAGE)).text
    stored = await there.store.get(Minutes, GATHERING)
    assert stored
    assert [str(each) for each in stored.entity.awaited] == people[1:]
