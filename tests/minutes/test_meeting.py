"""A meeting over HTTP: its agenda, what was said on each item, what was brought forward, and what everybody reads of it."""

from collections.abc import Mapping
from typing import Any

import httpx

from tests.minutes import facts
from tests.minutes.facts import BODY
from tests.minutes.house import API, Site
from tests.world.facts import known

ITEM = {"title": {"en": "Water for the upper basin", "fa": "آب حوضهٔ بالادست"}}
STATEMENT = {"words": "The river carries less.\n\nWe measure it apart.", "manner": "summary", "said_in": "en"}
SUGGESTION = {"words": "Measure it together.", "said_in": "en", "contribution_kind": "suggestion"}


async def put(client: httpx.AsyncClient, what: str, form: Mapping[str, object]) -> dict[str, Any]:
    """Something new, as it is answered."""
    made = await client.post(f"{API}/{what}", json=form)
    assert made.status_code == 201, made.text
    assert made.headers["Location"].endswith(made.json()["id"])
    answer: dict[str, Any] = made.json()
    return answer


async def then(client: httpx.AsyncClient, path: str, form: Mapping[str, object] | None = None) -> httpx.Response:
    """A step of something that is there, as it stands."""
    tag = (await client.get(path.rpartition("/")[0])).headers["ETag"]
    return await client.post(path, json=form, headers={"If-Match": tag})


async def test_an_agenda_is_made_ordered_and_adopted(there: Site) -> None:
    async with there.client(f"chair:{BODY}") as chair, there.client(f"chair:{known('other')}") as other:
        assert (await then(chair, f"{API}/adopt-agenda")).json()["code"] == "no-items"
        first, second = await put(chair, "agenda", ITEM), await put(chair, "agenda", ITEM)
        below = await put(chair, "agenda", {**ITEM, "parent": first["id"]})
        assert (await then(chair, f"{API}/agenda/{second['id']}/move", {"before": first["id"]})).status_code == 200
        adopted = await then(chair, f"{API}/adopt-agenda")
        assert (adopted.status_code, adopted.json()["agenda_adopted_at"] is None) == (200, False)
        await put(chair, "agenda", ITEM)
        agenda = (await chair.get(f"{API}/agenda")).json()
        assert [(each["number"], each["late"]) for each in agenda] == [
            ("1", False),
            ("2", False),
            ("2.1", False),
            ("3", True),
        ]
        assert [each["id"] for each in agenda[:3]] == [second["id"], first["id"], below["id"]]
        assert (await other.post(f"{API}/agenda", json=ITEM)).status_code == 404


async def test_everybody_reads_what_is_public_and_stood_by_once_it_is_published(there: Site) -> None:
    async with there.client(f"chair:{BODY}") as chair, there.client() as anybody:
        item = (await put(chair, "agenda", ITEM))["id"]
        speaker = {"speaker": str(known("person 0")), "organization": str(facts.organization(0)), "item": item}
        first = await put(chair, "statements", {**STATEMENT, **speaker})
        await put(chair, "statements", {**STATEMENT, "public": False})
        taken_back = await put(chair, "statements", STATEMENT)
        assert (await then(chair, f"{API}/statements/{taken_back['id']}/withdraw", {})).status_code == 200
        misheard = {**STATEMENT, **speaker, "words": "The river carries more."}
        assert (await then(chair, f"{API}/statements/{first['id']}/correct", misheard)).status_code == 200
        assert (await anybody.get(f"{API}/statements")).status_code == 404
        await there.adjourn()
        await there.publish()
        said = (await anybody.get(f"{API}/statements")).json()
        assert sorted(each["words"] for each in said) == ["", "The river carries more."]
        assert [each["earlier"] for each in said] == [[], []], "what nobody read was not corrected for anybody"
        refused = await then(chair, f"{API}/statements/{first['id']}/correct", {**STATEMENT, **speaker})
        assert refused.json()["errors"][0]["field"] == "reason"
        corrected = await then(
            chair, f"{API}/statements/{first['id']}/correct", {**STATEMENT, **speaker, "reason": "Misheard."}
        )
        assert corrected.status_code == 200
        [before] = (await anybody.get(f"{API}/statements/{first['id']}")).json()["earlier"]
        assert (before["words"], before["reason"]) == ("The river carries more.", "Misheard.")


async def test_what_is_brought_forward_is_answered_and_something_becomes_of_it(there: Site) -> None:
    async with there.client("secretariat") as secretary, there.client() as anybody:
        together = {"people": [str(known("person 0"))], "organizations": [str(facts.organization(1))]}
        made = await put(secretary, "contributions", {**SUGGESTION, **together})
        path = f"{API}/contributions/{made['id']}"
        answer = {"words": "With which instruments?", "said_in": "en", "organizations": [str(facts.organization(2))]}
        assert (await secretary.post(f"{path}/answers", json=answer)).status_code == 200
        assert (await then(secretary, f"{path}/dispose", {"disposal": "declined"})).status_code == 422
        assert (await then(secretary, f"{path}/dispose", {"disposal": "kept"})).json()["state"] == "kept"
        await there.adjourn()
        await there.publish()
        taken = await then(secretary, f"{path}/dispose", {"disposal": "taken_up"})
        assert taken.json()["state"] == "taken_up", "also after the meeting"
        [read] = (await anybody.get(f"{API}/contributions")).json()
        assert [each["state"] for each in read["disposed"]] == ["kept", "taken_up"]
        assert [each["words"] for each in read["answers"]] == ["With which instruments?"]
        assert (await then(secretary, f"{path}/withdraw", {"reason": "It was said elsewhere."})).status_code == 200
        [read] = (await anybody.get(f"{API}/contributions")).json()
        assert (read["state"], read["words"], read["answers"]) == ("withdrawn", "", [])


async def test_what_was_approved_takes_no_more(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        made = await put(secretary, "contributions", SUGGESTION)
        await there.adjourn()
        await put(secretary, "statements", STATEMENT)
        await there.publish()
        for what, form in (("agenda", ITEM), ("statements", STATEMENT), ("contributions", SUGGESTION)):
            refused = await secretary.post(f"{API}/{what}", json=form)
            assert (refused.status_code, refused.json()["code"]) == (409, "already-approved")
        answer = {"words": "Too late.", "said_in": "en"}
        assert (await secretary.post(f"{API}/contributions/{made['id']}/answers", json=answer)).status_code == 409


async def test_a_decision_may_name_its_item_and_none_of_another_agenda(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        item = (await put(secretary, "agenda", ITEM))["id"]
        decision = {"text": {"en": "We measure together."}, "adoption": "consensus"}
        assert (await put(secretary, "decisions", {**decision, "item": item}))["item"] == item
        for what, form in (("decisions", decision), ("statements", STATEMENT), ("contributions", SUGGESTION)):
            refused = await secretary.post(f"{API}/{what}", json={**form, "item": str(known("nothing"))})
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "item")
