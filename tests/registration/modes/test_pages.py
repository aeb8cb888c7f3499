"""Another mode is proposed and decided on a page: a refusal stays on the edition, and is shown where one would change it."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from services.registration.gatherings.forms import ChangeForm
from tests.registration.editions.test_pages import edition, series
from tests.registration.entries.test_pages import form_of, send
from tests.registration.house import site
from tests.registration.modes.facts import WHY
from tests.world.service import hearing

REFUSED: dict[str, Any] = {
    "answer": "refused",
    "reason": WHY,
    "decided_by": {"en": "The Ministry of Waters"},
    "decided_on": "1401-03",
}
SAID = {"decide_answer": "refused", "decide_reason_en": WHY["en"], "decide_decided_by_fa": "وزارت آب"}


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
async def test_a_refusal_by_an_authority_outside_stays_as_a_requirement_and_one_is_asked_before_changing_it(
    tmp_path: Path, language: str
) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        one = await edition(secretary, await series(secretary), 7, "1408")
        path = await here.gathering("announce", "open", edition=one.rpartition("/")[2])
        page = f"{path.removeprefix('/v1')}/mode"
        assert page in (await secretary.get(page.replace("/mode", "/overview"))).text
        form = await form_of(secretary, f"{page}?lang={language}")
        assert form["propose_calendar"] == "solar_hijri", "the mandate's"
        assert f"{page}/decide" not in (await secretary.get(page)).text
        for _ in range(2):
            noted = await send(secretary, f"{page}/propose", form, propose_mode="online", propose_proposed_on="۱۴۰۱/۰۲")
        assert noted.status_code == 303, noted.text
        [proposal] = (await secretary.get(f"{path}/proposals")).json()
        async with hearing(here.service):
            form = await form_of(secretary, page)
            typed = SAID | {"decide_proposal": proposal["id"], "decide_decided_on": "1401-03-05"}
            done = await send(secretary, f"{page}/decide", form, **typed)
            assert done.status_code == 303, done.text
        said = (await secretary.get(f"/v1{one}")).json()["requirements"][0]["requirement"]
        assert (said["says"], said["stated_on"], said["proposal"]) == ({"en": WHY["en"]}, "1401-03-05", proposal["id"])
        edit = page.replace("/mode", "/edit")
        for shown in (page, edit, page.replace("/mode", "/overview"), one):
            text = (await secretary.get(shown)).text
            assert WHY["en"] in text
            assert "وزارت آب" in text
        asked = await send(secretary, edit, await form_of(secretary, edit), mode="hybrid")
        assert (asked.status_code, 'name="all_the_same"' in asked.text) == (422, True)
        other = await send(secretary, edit, await form_of(secretary, edit), venue_en="Delta House")
        assert other.status_code == 303, "all else is not asked"
        await _the_api_asks_too(secretary, path)  # and it is held in person still
        form = await form_of(secretary, edit) | {"mode": "hybrid", "all_the_same": "yes"}
        assert (await send(secretary, edit, form)).status_code == 303
        assert (await secretary.get(path)).json()["mode"] == "hybrid"


async def _the_api_asks_too(secretary: httpx.AsyncClient, path: str) -> None:
    there = await secretary.get(path)
    assert there.json()["mode"] == "in_person"
    said = {name: value for name, value in there.json().items() if name in ChangeForm.model_fields} | {"mode": "online"}
    tag = {"If-Match": there.headers["ETag"]}
    refused = await secretary.put(path, json=said, headers=tag)
    assert (refused.status_code, refused.json()["code"]) == (409, "requirement-stands")
    assert refused.json()["errors"][0]["field"] == "mode"
    told = await secretary.put(path, json=said | {"all_the_same": True}, headers=tag)
    assert (told.status_code, told.json()["mode"]) == (200, "online")


async def test_what_was_accepted_the_gathering_is_and_remembers(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client("observer") as observer:
        path = await here.gathering("announce")
        page = f"{path.removeprefix('/v1')}/mode"
        form = await form_of(secretary, page)
        assert form["propose_calendar"] == "gregorian", "the reader's, for it is of no edition"
        assert (await send(secretary, f"{page}/propose", form, propose_mode="online")).status_code == 303
        [proposal] = (await observer.get(f"{path}/proposals")).json()
        form = await form_of(secretary, page) | {"decide_proposal": proposal["id"]}
        for typed, field in (
            ({"decide_reason_en": ""}, "decide_reason_en"),
            ({"decide_decided_by_fa": ""}, "decide_decided_by_en"),
            ({"decide_decided_on": "2099"}, "decide_decided_on"),
            ({"decide_proposal": "x"}, "decide_proposal"),
            ({"decide_answer": "perhaps"}, "decide_answer"),
        ):
            wrong = await send(secretary, f"{page}/decide", form | {"key": field}, **SAID | typed)
            assert (wrong.status_code, f'href="#{field}"' in wrong.text) == (422, True), field
        done = await send(secretary, f"{page}/decide", form, **SAID | {"decide_answer": "accepted"})
        assert done.status_code == 303, done.text
        there = (await secretary.get(path)).json()
        [last, *_] = (await secretary.get(f"{path}/history")).json()
        assert (there["mode"], last["field"], last["old"], last["new"]) == ("online", "mode", "in_person", "online")
        late = await send(secretary, f"{page}/decide", form | {"key": "another"}, **SAID)
        assert late.status_code == 412
        assert (await send(secretary, f"{page}/dance", form)).status_code == 404
        assert (await observer.get(page)).status_code == 403


async def test_by_the_api_what_is_of_no_edition_stays_on_the_gathering(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce")
        tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
        assert (await secretary.post(f"{path}/proposals", json={"mode": "online"})).status_code == 428
        for wrong, field in (({"mode": "in_person"}, "mode"), ({"mode": "online", "body": str(uuid4())}, "body")):
            said = await secretary.post(f"{path}/proposals", json=wrong, headers=tag)
            assert (said.status_code, said.json()["errors"][0]["field"]) == (422, field)
        form = {"mode": "online", "proposed_on": "1401-02", "calendar": "solar_hijri"}
        made = await secretary.post(f"{path}/proposals", json=form, headers=tag)
        assert (made.status_code, made.json()["state"]) == (201, "open"), made.text
        assert (await secretary.get(made.headers["Location"].removeprefix("/registration"))).json() == made.json()
        decide = f"{path}/proposals/{made.json()['id']}/decide"
        tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
        done = await secretary.post(decide, json=REFUSED | {"calendar": "solar_hijri"}, headers=tag)
        assert (done.status_code, done.json()["state"]) == (200, "refused"), done.text
        tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
        again = await secretary.post(decide, json=REFUSED | {"calendar": "solar_hijri"}, headers=tag)
        assert (again.status_code, again.json()["code"]) == (409, "wrong-state")
        page = path.removeprefix("/v1")
        for each in ("mode", "edit"):
            assert WHY["en"] in (await secretary.get(f"{page}/{each}")).text
