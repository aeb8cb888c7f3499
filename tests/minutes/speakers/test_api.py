"""Lists of speakers over HTTP: two at once, twice, late, of another gathering; and who may."""

import asyncio
from typing import Any
from uuid import UUID

import httpx
import pytest

from shared.contracts.speakers import speakers_id
from tests.minutes import facts
from tests.minutes.facts import BODY
from tests.minutes.house import API, Site, Told
from tests.minutes.test_meeting import ITEM, put
from tests.world.facts import GATHERING, known

CHAIR = f"chair:{BODY}"


async def opened(client: httpx.AsyncClient, **form: Any) -> str:
    """Where the list of a new item is."""
    path = f"{API}/speakers/{(await put(client, 'agenda', ITEM))['id']}"
    assert (await client.post(f"{path}/open", json=form)).status_code == 200
    return path


async def asks(client: httpx.AsyncClient, path: str, n: int, purpose: str = "statement", key: str = "") -> Any:
    form = {"person": str(known(f"person {n}")), "purpose": purpose}
    return await client.post(f"{path}/add", json=form, headers={"Idempotency-Key": key} if key else {})


async def moved(client: httpx.AsyncClient, path: str, step: str, form: dict[str, Any] | None = None) -> httpx.Response:
    """A step of the list as it stands."""
    tag = (await client.get(path)).headers["ETag"]
    return await client.post(f"{path}/{step}", json=form, headers={"If-Match": tag})


@pytest.mark.parametrize(("roles", "status"), [((), 401), (("observer",), 403), ((f"chair:{known('x')}",), 404)])
async def test_a_list_is_for_who_keeps_the_minutes(there: Site, roles: tuple[str, ...], status: int) -> None:
    async with there.client(CHAIR) as chair, there.client(*roles) as other:
        path = await opened(chair)
        answers = [await other.get(f"{API}/speakers"), await other.get(path), await asks(other, path, 0)]
        assert [each.status_code for each in answers] == [status] * 3


async def test_two_who_add_at_once_both_add_and_pressed_twice_somebody_waits_once(there: Site) -> None:
    async with there.client(CHAIR) as chair, there.client("secretariat") as secretary:
        path = await opened(chair, limit=180)
        answers = await asyncio.gather(
            *(asks(chair, path, n, key=f"a{n}") for n in (0, 1)),
            *(asks(secretary, path, n, key=f"b{n}") for n in (1, 2)),
        )
        assert {each.status_code for each in answers} == {200}
        assert (await asks(chair, path, 0, key="a0")).status_code == 200
        found = (await chair.get(path)).json()
        assert sorted(each["person"] for each in found["asked"]) == sorted(str(known(f"person {n}")) for n in range(3))
        assert (len(found["line"]), found["limit"], found["now"]) == (3, 180, None)
        assert {each["organization"] for each in found["asked"]} == {str(facts.organization(n)) for n in range(3)}
        assert there.events(UUID(found["id"])).count("speaker.added.v1") == 3
        assert await listed(chair) == [found]


async def listed(client: httpx.AsyncClient) -> list[dict[str, Any]]:
    return list((await client.get(f"{API}/speakers")).json())


async def test_they_speak_in_their_order_and_a_step_that_is_pressed_twice_or_late_skips_nobody(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        path = await opened(chair)
        for n in (0, 1, 2):
            await asks(chair, path, n)
        first, second, third = (await chair.get(path)).json()["line"]
        assert (
            await moved(chair, path, f"{third}/move", {"before": second, "reason": "Leaves early."})
        ).status_code == 200
        for _ in range(2):
            assert (await chair.post(f"{path}/{first}/begin")).json()["line"] == [third, second]
        assert (await chair.post(f"{path}/{third}/begin")).json()["now"] == third
        late = await chair.post(f"{path}/{first}/begin")
        assert (late.status_code, late.json()["code"]) == (409, "not-waiting")
        assert (await chair.post(f"{path}/{first}/end")).json()["now"] == third, "it has ended, and is so already"
        waits = await chair.post(f"{path}/{second}/end")
        assert (waits.status_code, waits.json()["code"]) == (409, "not-speaking")
        for _ in range(2):
            assert (await chair.post(f"{path}/{second}/take-off", json={})).json()["line"] == []
        assert (await chair.post(f"{path}/{third}/end")).json()["now"] is None
        assert [each["state"] for each in (await chair.get(path)).json()["asked"]] == ["spoken", "taken_off", "spoken"]
        assert (await chair.post(f"{path}/{known('nobody')}/end")).status_code == 404


async def test_a_closed_list_takes_a_point_of_order_and_a_reply_and_is_opened_again(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        path = await opened(chair)
        assert (await moved(chair, path, "close")).json()["state"] == "closed"
        assert (await asks(chair, path, 0)).json()["code"] == "closed"
        for purpose in ("right_of_reply", "point_of_order", "point_of_order"):
            assert (await asks(chair, path, 0, purpose)).status_code == 200
        found = (await chair.get(path)).json()
        asked = {each["id"]: each["purpose"] for each in found["asked"]}
        assert [asked[each] for each in found["line"]] == ["point_of_order", "right_of_reply"]
        assert (await chair.post(f"{path}/open", json={})).json()["state"] == "open"
        assert (await asks(chair, path, 0)).status_code == 200
        assert (await moved(chair, path, "limit", {"limit": 60})).json()["limit"] == 60
        assert (await moved(chair, path, "limit", {"limit": None})).json()["limit"] is None
        stale = await chair.post(f"{path}/close", headers={"If-Match": '"1"'})
        assert (stale.status_code, (await chair.post(f"{path}/close")).status_code) == (412, 428)
        assert there.events(UUID(found["id"]))[:2] == ["speakers.opened.v1", "speakers.closed.v1"]


async def test_nobody_is_added_who_is_not_there_and_whoever_is_noted_by_hand_is(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        path = await opened(secretary)
        await there.hear([Told(known("person 9"), 1, facts.recorded(9))])
        for unknown in (9, 77):
            refused = await asks(secretary, path, unknown)
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "person")
        await there.hear([Told(facts.organization(9), 1, facts.listed(9))])
        noted = {"person": str(known("person 9")), "state": "present", "organization": str(facts.organization(9))}
        assert (await secretary.post(f"{API}/roll", json=noted)).status_code in {200, 201}
        [one] = (await asks(secretary, path, 9)).json()["asked"]
        assert one["organization"] == str(facts.organization(9))
        await there.erase(0)
        assert (await asks(secretary, path, 0)).status_code == 422


async def test_before_the_session_nobody_speaks_and_after_it_nobody_is_added(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        path = await opened(secretary)
        await asks(secretary, path, 0)
        [first] = (await secretary.get(path)).json()["line"]
        await there.adjourn()
        for answer in (await asks(secretary, path, 1), await secretary.post(f"{path}/{first}/begin")):
            assert (answer.status_code, answer.json()["code"]) == (409, "adjourned")
        assert (await secretary.post(f"{path}/{first}/take-off", json={})).status_code == 200


async def test_an_item_of_another_gathering_has_no_list_here(there: Site) -> None:
    other = known("other gathering")
    await there.hear([Told(other, 1, facts.announced().model_copy(update={"gathering": other}))])
    async with there.client(CHAIR) as chair, there.client("secretariat") as secretary:
        path = await opened(chair)
        elsewhere = path.replace(str(GATHERING), str(other))
        opening = await secretary.post(f"{elsewhere}/open", json={})
        assert (opening.status_code, opening.json()["errors"][0]["field"]) == (422, "item")
        assert (await asks(secretary, elsewhere, 0)).status_code == 404
        assert (await secretary.get(elsewhere)).status_code == 404
        id = speakers_id(UUID(path.rpartition("/")[2]))
        assert there.events(id) == ["speakers.opened.v1"]
