"""The API of actions: who records them, who answers for them, who sees which."""

import json
from typing import Any
from uuid import UUID

import pytest

from services.notifications.rules import rules_of
from shared.contracts.actions import ActionAssigned
from tests.minutes import facts
from tests.minutes.actions.facts import TEXT, focal_point
from tests.minutes.facts import BODY
from tests.minutes.house import Site, tell
from tests.world.facts import GATHERING, known
from tests.world.site import changed

ACTIONS = "/minutes/v1/actions"
MINISTRY = facts.organization(0)
FORM: dict[str, Any] = {"action_kind": "action", "text": TEXT, "due": "2031-03", "gathering": str(GATHERING)}
OWNED = FORM | {"organization": str(MINISTRY)}
POINT = f"focal-point:{MINISTRY}"
CHAIR = f"chair:{BODY}"


async def made(there: Site, form: dict[str, Any]) -> str:
    async with there.client("secretariat") as secretary:
        answer = await secretary.post(ACTIONS, json=form)
    assert answer.status_code == 201, answer.text
    return f"{ACTIONS}/{answer.json()['id']}"


async def test_an_organization_s_focal_points_answer_for_what_it_owes(there: Site) -> None:
    told = focal_point(0, 7)
    await there.hear(tell(told.role, told))
    path = await made(there, OWNED)
    async with there.client(POINT) as point:
        it = (await point.get(path)).json()
        assert it["told"] == [str(known("person 7"))]
        assert (it["state"], it["due_on"]) == ("open", "2031-03-31")
        await changed(point, path, "accept")
        await changed(point, path, "accept")
        tag = (await point.get(path)).headers["ETag"]
        said = await point.post(f"{path}/progress", json={"note": "Four of seven."}, headers={"If-Match": tag})
        assert said.json()["state"] == "in_progress"
        assert [each["note"] for each in said.json()["steps"]] == ["", "", "Four of seven."]
        assert [each["id"] for each in (await point.get(ACTIONS)).json()] == [it["id"]]
        drop = await point.post(f"{path}/drop", json={"note": "No."}, headers={"If-Match": said.headers["ETag"]})
        assert drop.status_code == 403, "that is for who keeps the record"


@pytest.mark.parametrize(
    ("roles", "status"),
    [
        ((), 401),
        (("person",), 404),
        ((f"focal-point:{facts.organization(1)}",), 404),
        ((f"chair:{known('another body')}",), 404),
        (("observer",), 200),
        ((POINT,), 200),
        ((CHAIR,), 200),
    ],
)
async def test_another_s_action_is_not_there(there: Site, roles: tuple[str, ...], status: int) -> None:
    path = await made(there, OWNED)
    async with there.client(*roles) as client:
        found = await client.get(path)
        assert found.status_code == status
        listed = await client.get(ACTIONS, params={"organization": str(MINISTRY)})
        assert listed.status_code == (200 if roles in {("observer",), (POINT,)} else 404 if roles else 401)
        tag = {"If-Match": found.headers.get("ETag", '"1"')}
        accepted = await client.post(f"{path}/accept", headers=tag)
        assert accepted.status_code == (404 if roles == ("observer",) else status)


async def test_a_chair_records_what_came_of_a_meeting_of_the_own_body_and_nothing_else(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        assert (await chair.post(ACTIONS, json=OWNED)).status_code == 201
        assert (await chair.post(ACTIONS, json=OWNED | {"gathering": None})).status_code == 404


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"organization": str(known("nobody"))}, "organization"),
        ({"person": str(known("nobody"))}, "person"),
        ({"gathering": str(known("nothing"))}, "gathering"),
        ({"edition": str(known("nothing"))}, "edition"),
        ({"decision": str(known("nothing"))}, "decision"),
        ({"contribution": str(known("nothing"))}, "contribution"),
        ({"due": "2031-02-30"}, "due"),
    ],
)
async def test_what_is_not_on_record_is_refused_at_its_field(there: Site, wrong: dict[str, str], field: str) -> None:
    async with there.client("secretariat") as secretary:
        refused = await secretary.post(ACTIONS, json=FORM | wrong)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field)


async def test_of_what_is_older_than_its_record_nobody_is_written_to(there: Site) -> None:
    for quiet, mails in ((True, ["action-due"]), (False, ["action-assigned", "action-due"])):
        path = await made(there, OWNED | {"quiet": quiet, "due": "2090"})
        [sent] = [json.loads(each.data or b"") for each in there.said[UUID(path.rpartition("/")[2])].outbox]
        assert [rule.template for rule in rules_of(ActionAssigned(**sent))] == mails


async def test_who_is_found_later_is_told_and_nobody_takes_it_from_them(there: Site) -> None:
    path = await made(there, FORM)
    async with there.client("secretariat") as secretary:
        tag = (await secretary.get(path)).headers["ETag"]
        nobody = await secretary.post(f"{path}/assign", json={}, headers={"If-Match": tag})
        assert nobody.status_code == 422
        owner = {"person": str(known("person 1"))}
        first = await secretary.post(f"{path}/assign", json=owner, headers={"If-Match": tag})
        assert first.json()["told"] == [owner["person"]]
        other = await secretary.post(
            f"{path}/assign", json={"organization": str(MINISTRY)}, headers={"If-Match": first.headers["ETag"]}
        )
        assert (other.status_code, other.json()["code"]) == (409, "owned")
    async with there.client("person") as client:
        assert (await client.get(path)).status_code == 404
