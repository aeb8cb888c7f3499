"""Circulating a text at the desk, and objecting by the link in the mail, without an account."""

import re
from datetime import timedelta
from uuid import UUID

import httpx

from services.minutes.decisions.model import Decision
from shared.contracts.decisions import DecisionCirculated, voice_id
from tests.minutes.desk.forms import DESK, TEXT, hidden, send
from tests.minutes.house import API, PAGE, Site, Told
from tests.world.facts import known

PERSON = known("person 1")


async def circulated(there: Site) -> UUID:
    """Three days from now; its id."""
    until = (there.clock() + timedelta(days=3)).strftime("%Y-%m-%dT%H:%M")
    async with there.client("secretariat") as secretary:
        page = (await secretary.get(f"{DESK}/circulate")).text
        assert "3 delegates are told by mail" in page
        made = await send(secretary, f"{DESK}/circulate", "", {**TEXT, "reply_by": until})
        assert made.status_code == 303, made.text
        [decision] = (await secretary.get(f"{API}/decisions")).json()
    assert decision["state"] == "circulated"
    id = UUID(decision["id"])
    stored = await there.store.get(Decision, id)
    assert stored
    await there.hear([Told(id, 1, DecisionCirculated.of(stored.entity, decision=id))])
    return id


def by_link(there: Site, decision: UUID, purpose: str = "objection") -> dict[str, str]:
    return {"link": there.doors.keys.link(purpose, str(voice_id(decision, PERSON)), timedelta(days=9))}


async def press(anybody: httpx.AsyncClient, link: dict[str, str], **typed: str) -> httpx.Response:
    key = re.search(r'name="key" value="([^"]+)"', (await anybody.get("/minutes/objection", params=link)).text)
    data = {"key": key[1] if key else "none", **typed}
    return await anybody.post("/minutes/objection", params=link, data=data)


async def test_a_delegate_objects_once_and_the_text_is_deferred(there: Site) -> None:
    id = await circulated(there)
    link = by_link(there, id)
    async with there.client() as anybody, there.client("secretariat") as secretary:
        page = (await anybody.get("/minutes/objection", params=link)).text
        assert "The council meets again in spring." in page
        assert "unless a delegate objects" in page
        for _ in range(2):
            said = await press(anybody, link, words="Spring is too late.")
            assert said.status_code == 303, said.text
        after = (await anybody.get("/minutes/objection", params=link)).text
        assert "Your objection is on record." in after
        assert "I object" not in after
        decision = (await secretary.get(f"{API}/decisions/{id}")).json()
        assert (decision["state"], decision["objections"]) == ("deferred", 1)
        [objection] = (await secretary.get(f"{API}/decisions/{id}/objections")).json()
        assert (objection["person"], objection["words"]) == (str(PERSON), "Spring is too late.")
        desk = (await secretary.get(DESK)).text
        assert "Spring is too late." in desk
        await there.adjourn()
        await there.publish()
        public = (await anybody.get(f"{PAGE}?lang=en")).text
        assert "One delegate objected." in public
        assert "Spring is too late." not in public
        assert (await anybody.get(f"{API}/decisions/{id}/objections")).status_code == 401


async def test_after_its_time_nobody_objects_and_no_other_link_opens_it(there: Site) -> None:
    id = await circulated(there)
    link = by_link(there, id)
    async with there.client() as anybody:
        for odd in (by_link(there, id, "action"), {"link": "made-up"}):
            assert (await anybody.get("/minutes/objection", params=odd)).status_code == 403
        stranger = {"link": there.doors.keys.link("objection", str(known("stranger")), timedelta(days=9))}
        assert (await anybody.get("/minutes/objection", params=stranger)).status_code == 404
        key = (await anybody.get("/minutes/objection", params=link)).text
        assert 'name="key"' in key
        there.clock.passes(days=4)
        late = await press(anybody, link, words="Sorry.")
        assert (late.status_code, "The time to object is over." in late.text) == (409, True)


async def test_what_cannot_be_circulated_is_said_and_kept(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        soon = there.clock().strftime("%Y-%m-%dT%H:%M")
        for typed, said in (
            ({**TEXT, "reply_by": ""}, "reply_by"),
            ({**TEXT, "reply_by": soon}, "an hour at least"),
            ({"reply_by": "2099-01-01T09:00"}, "Please write what was decided"),
        ):
            refused = await send(secretary, f"{DESK}/circulate", "", typed)
            assert (refused.status_code, said in refused.text) == (422, True), said
        assert (await secretary.get(f"{API}/decisions")).json() == []
        assert await hidden(secretary, f"{DESK}/circulate")
