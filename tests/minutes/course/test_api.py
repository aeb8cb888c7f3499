"""The course of a meeting over HTTP: taken up, closed, undone; twice, two at once, late, and with the quorum of its moment."""

import asyncio
from typing import Any
from uuid import UUID

import httpx
import pytest

from shared.contracts.agenda import AgendaItemWithdrawn
from shared.contracts.courses import ItemTakenUp, course_id
from shared.contracts.minutes import MinutesClosed
from tests.minutes import facts
from tests.minutes.decisions.forms import BY_HANDS
from tests.minutes.facts import BODY, minute
from tests.minutes.house import API, Site, Told
from tests.minutes.test_meeting import put
from tests.world.facts import GATHERING, known

CHAIR = f"chair:{BODY}"
COURSE = course_id(GATHERING)


async def items(client: httpx.AsyncClient, *titles: str) -> list[str]:
    return [(await put(client, "agenda", {"title": {"en": each}}))["id"] for each in titles or ("Water", "Gauges")]


async def asks(client: httpx.AsyncClient, item: str, step: str, key: str = "") -> httpx.Response:
    return await client.post(f"{API}/agenda/{item}/{step}", headers={"Idempotency-Key": key} if key else {})


async def undoes(client: httpx.AsyncClient, tag: str = "") -> httpx.Response:
    tag = tag or (await client.get(f"{API}/course")).headers["ETag"]
    return await client.post(f"{API}/course/undo", headers={"If-Match": tag})


@pytest.mark.parametrize(("roles", "status"), [((), 401), (("observer",), 403), ((f"chair:{known('x')}",), 404)])
async def test_who_does_not_keep_the_minutes_takes_nothing_up(there: Site, roles: tuple[str, ...], status: int) -> None:
    async with there.client(CHAIR) as chair, there.client(*roles) as other:
        [item] = await items(chair, "Water")
        await asks(chair, item, "take-up")
        answers = [await asks(other, item, "take-up"), await asks(other, item, "close")]
        answers.append(await other.post(f"{API}/course/undo", headers={"If-Match": '"1"'}))
        assert [each.status_code for each in answers] == [status] * 3


async def test_each_is_in_hand_from_when_to_when_with_the_quorum_of_its_moment(there: Site) -> None:
    async with there.client(CHAIR) as chair, there.client() as anybody:
        first, second = await items(chair)
        assert (await chair.get(f"{API}/course")).status_code == 404
        taken = (await asks(chair, first, "take-up")).json()
        assert (taken["in_hand"], taken["taken"][0]["quorum"]["present"]) == (first, 3)
        await chair.post(f"{API}/decisions", json=BY_HANDS | {"item": first})
        for n in (0, 1):
            await there.leave(n)
        assert (await asks(chair, second, "take-up")).json()["in_hand"] == second
        closed = (await asks(chair, second, "close")).json()
        assert closed["in_hand"] is None
        states = [(each["item"], each["state"], each["closing_quorum"]["present"]) for each in closed["taken"]]
        assert states == [(first, "closed", 1), (second, "closed", 1)]
        assert [each["closed_at"] is not None for each in closed["taken"]] == [True, True]
        assert (await anybody.get(f"{API}/course")).status_code == 404, "not before it is published"
        quorums = (await chair.get(f"{API}/decisions/quorums")).json()
    told = [[(each["when"], each["number"], each["count"]["present"]) for each in on["stood"]] for on in quorums]
    assert told == [
        [("taken_up", None, 3), ("vote", 1, 3), ("closed", None, 1)],
        [("taken_up", None, 1), ("closed", None, 1)],
    ]
    assert there.events(COURSE) == [
        "course.item-taken-up.v1", "course.item-closed.v1", "course.item-taken-up.v1", "course.item-closed.v1"
    ]  # fmt: skip


async def test_without_a_rule_of_the_body_times_stand_alone(there: Site) -> None:
    await there.hear([Told(BODY, 2, facts.formed(3, None))])
    async with there.client(CHAIR) as chair:
        [item] = await items(chair, "Water")
        [taken] = (await asks(chair, item, "take-up")).json()["taken"]
        assert (taken["quorum"], taken["state"]) == (None, "in_hand")
        assert (await chair.get(f"{API}/decisions/quorums")).json() == []


async def test_pressed_twice_late_and_by_two_at_once_one_is_in_hand(there: Site) -> None:
    async with there.client(CHAIR) as chair, there.client("secretariat") as secretary:
        first, second = await items(chair)
        answers = await asyncio.gather(
            asks(chair, first, "take-up", "a"),
            asks(secretary, second, "take-up", "b"),
            asks(chair, first, "take-up", "a"),
        )
        assert {each.status_code for each in answers} == {200}
        now = (await chair.get(f"{API}/course")).json()
        assert sum(each["state"] == "in_hand" for each in now["taken"]) == 1
        assert len(now["taken"]) in {1, 2}
        before = (await asks(chair, second, "take-up")).json()
        assert (await asks(chair, second, "take-up")).json() == before
        late = await asks(chair, first, "close")
        assert (late.status_code, late.json()["code"]) == (409, "not-in-hand")
        for _ in range(2):
            assert (await asks(chair, second, "close")).json()["in_hand"] is None
        late = await asks(chair, first, "close")
        assert (late.status_code, late.json()["code"]) == (409, "not-in-hand")


async def test_a_mistake_is_taken_back_of_the_version_that_was_seen(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        first, second = await items(chair)
        await asks(chair, first, "take-up")
        began = (await chair.get(f"{API}/course")).json()
        await asks(chair, second, "take-up")
        tag = (await chair.get(f"{API}/course")).headers["ETag"]
        assert (await undoes(chair, tag)).json() == began, "as if it had never been pressed"
        assert (await undoes(chair, tag)).status_code == 412, "pressed twice, it undoes one step"
        assert (await chair.post(f"{API}/course/undo")).status_code == 428
        await asks(chair, first, "close")
        assert (await undoes(chair)).json() == began
        assert (await undoes(chair)).json()["taken"] == []
        empty = await undoes(chair)
        assert (empty.status_code, empty.json()["code"]) == (409, "nothing-to-undo")


async def test_it_ends_with_the_session_and_with_its_place_on_the_agenda(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        first, second = await items(chair)
        await asks(chair, first, "take-up")
        tag = (await chair.get(f"{API}/agenda/{first}")).headers["ETag"]
        await chair.post(f"{API}/agenda/{first}/withdraw", headers={"If-Match": tag})
        withdrawn = AgendaItemWithdrawn(item=UUID(first), gathering=GATHERING, withdrawn_at=minute(60))
        for _ in range(2):
            await there.hear([Told(UUID(first), 2, withdrawn)])
        assert (await chair.get(f"{API}/course")).json()["in_hand"] is None
        for answer in (await asks(chair, first, "take-up"), await undoes(chair)):
            assert (answer.status_code, answer.json()["code"]) == (409, "withdrawn")
        await asks(chair, second, "take-up")
        await there.adjourn()
        for _ in range(2):
            await there.hear([Told(GATHERING, 3, MinutesClosed(gathering=GATHERING, closed_at=minute(500)))])
        found = (await chair.get(f"{API}/course")).json()
        assert [each["state"] for each in found["taken"]] == ["closed", "closed"]
        assert found["taken"][1]["closing_quorum"] is None
        for answer in (await asks(chair, second, "take-up"), await undoes(chair)):
            assert (answer.status_code, answer.json()["code"]) == (409, "not-in-session")
        assert (await asks(chair, second, "close")).status_code == 200, "it is so already"


async def test_what_is_taken_up_at_the_moment_when_the_session_ends_is_closed_all_the_same(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        [item] = await items(chair, "Water")
        taken: dict[str, Any] = (await asks(chair, item, "take-up")).json()["taken"][0]
        await there.adjourn()
        told = ItemTakenUp(
            course=COURSE,
            gathering=GATHERING,
            taking=UUID(taken["id"]),
            item=UUID(item),
            taken_up_at=minute(1),
            moved_at=minute(1),
        )
        await there.hear([Told(COURSE, 1, told)])
        assert (await chair.get(f"{API}/course")).json()["in_hand"] is None
