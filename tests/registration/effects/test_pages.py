"""An effect is confirmed or refused, on its page or by the API: by the secretariat, a chair of the body, who holds an office."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from services.registration.gatherings.forms import ChangeForm
from shared.contracts.decisions import DecisionAdopted
from shared.contracts.effects import EffectFacts, hand_id
from tests.registration.editions.test_pages import changed, edition, series
from tests.registration.effects.facts import DECISION, TEXT
from tests.registration.entries.test_pages import fields_of, form_of, send
from tests.registration.house import Site, site
from tests.world.facts import known
from tests.world.records import published
from tests.world.service import hearing

HOLDER = {"name": "Nadia Brook", "email": "nadia@example.org"}


@dataclass
class Asked:
    """A site where a decision waits: the effect, its gathering (path), body, office and who holds it."""

    site: Site
    effect: str
    gathering: str
    body: str
    office: str
    holder: str

    @property
    def page(self) -> str:
        return f"/effects/{self.effect}"

    @property
    def path(self) -> str:
        return f"/v1/effects/{self.effect}"

    def link(self, person: str) -> dict[str, str]:
        subject = str(hand_id(UUID(self.effect), UUID(person)))
        return {"link": self.site.installation.keys.link("effect", subject, timedelta(days=9))}


@asynccontextmanager
async def asked(folder: Path, kind: str = "postpone") -> AsyncIterator[Asked]:
    async with site(folder) as here, here.client("secretariat") as secretary:
        body = (await secretary.post("/v1/bodies", json={"code": "C", "name": {"en": "Council"}, "members": []})).json()
        holder = await here.person("holder")
        form: dict[str, Any] = {
            "body": body["id"],
            "title": {"en": "Chair", "fa": "رئیس"},
            "terms": [{"person": holder}],
        }
        office = (await secretary.post("/v1/offices", json=form)).json()["id"]
        gathering = await here.gathering("announce", body=body["id"])
        id = UUID(gathering.rpartition("/")[2])
        effect = EffectFacts(effect_kind="postpone", target=id)
        if kind == "change_mode":
            effect = EffectFacts(effect_kind="change_mode", target=id, mode="online")
        told = {"decision": DECISION, "gathering": id, "text": TEXT, "adoption": "consensus", "number": 4}
        async with hearing(here.service):
            await here.service.log.append([published(DECISION, 1, DecisionAdopted(**told, effect=effect))])
        [found] = (await secretary.get("/v1/effects")).json()
        yield Asked(here, found["id"], gathering, body["id"], office, holder)


async def state(it: Asked) -> str:
    async with it.site.client("secretariat") as secretary:
        return str((await secretary.get(it.path)).json()["state"])


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
async def test_it_is_confirmed_on_its_page_and_carried_out(tmp_path: Path, language: str) -> None:
    async with asked(tmp_path) as it, it.site.client("secretariat") as secretary:
        assert it.page in (await secretary.get("/cards/effects")).text
        assert it.page in (await secretary.get(f"/effects?lang={language}")).text
        form = await form_of(secretary, f"{it.page}?lang={language}")
        async with hearing(it.site.service):
            for _ in range(2):  # pressed twice
                done = await send(secretary, f"{it.page}/confirm", form, office=it.office)
                assert done.status_code == 303, done.text
        assert await state(it) == "carried_out"
        found = (await secretary.get(it.gathering)).json()
        assert (found["state"], found["reason"]) == ("postponed", TEXT)
        page = (await secretary.get(f"{it.page}?lang={language}")).text
        assert ("Chair" in page or "رئیس" in page, "/confirm" in page) == (True, False)
        late = await send(secretary, f"{it.page}/refuse", form | {"key": "another"}, reason="Too late.")
        assert late.status_code == 412


async def test_what_stands_against_another_mode_is_shown_to_who_is_to_confirm_it(tmp_path: Path) -> None:
    async with asked(tmp_path, "change_mode") as it, it.site.client("secretariat") as secretary:
        assert "Held in person, always." not in (await secretary.get(it.page)).text
        one = await edition(secretary, await series(secretary), 7, "1408")
        there = await secretary.get(it.gathering)
        form = {name: value for name, value in there.json().items() if name in ChangeForm.model_fields}
        tag = {"If-Match": there.headers["ETag"]}
        moved = await secretary.put(it.gathering, json=form | {"edition": one.rpartition("/")[2]}, headers=tag)
        assert moved.status_code == 200, moved.text
        await changed(secretary, one, "requirements", {"says": {"en": "Held in person, always."}})
        assert "Held in person, always." in (await secretary.get(it.page)).text
        async with it.site.client() as holder:
            assert "Held in person, always." in (await holder.get("/effect", params=it.link(it.holder))).text


async def test_it_is_refused_with_a_reason(tmp_path: Path) -> None:
    async with asked(tmp_path) as it, it.site.client("secretariat") as secretary:
        form = await form_of(secretary, it.page)
        nothing = await send(secretary, f"{it.page}/refuse", form)
        assert (nothing.status_code, 'id="reason-error"' in nothing.text) == (422, True)
        done = await send(
            secretary, f"{it.page}/refuse", await form_of(secretary, it.page), reason="The hall is closed."
        )
        assert done.status_code == 303, done.text
        assert "The hall is closed." in (await secretary.get(it.page)).text
        assert (await secretary.get(it.path)).json()["reason"] == {"en": "The hall is closed."}
        assert (await secretary.get("/effects?lang=en")).text.count("refused") == 1
        assert "No effect of a decision waits" in (await secretary.get("/cards/effects?lang=en")).text


async def test_who_holds_the_office_answers_by_a_link_without_an_account(tmp_path: Path) -> None:
    async with asked(tmp_path) as it, it.site.client() as anybody:
        link = it.link(it.holder)
        seen = await anybody.get("/effect", params=link)
        assert seen.status_code == 200, seen.text
        assert "you hold this office: Chair" in seen.text
        form = fields_of(seen.text)
        async with hearing(it.site.service):
            for _ in range(2):
                done = await anybody.post("/effect", params=link, data=form | {"step": "confirm"})
                assert done.status_code == 303, done.text
        after = (await anybody.get("/effect", params=link)).text
        assert "carried out" in after
        assert "/overview" not in after, "where nobody without an account may go"
        for odd in (it.link(str(known("stranger"))), {"link": "made-up"}):
            assert (await anybody.get("/effect", params=odd)).status_code in {401, 403, 404}
            assert (await anybody.post("/effect", params=odd, data=form)).status_code in {401, 403, 404}


async def test_who_left_the_office_answers_no_more(tmp_path: Path) -> None:
    async with asked(tmp_path) as it, it.site.client("secretariat") as secretary, it.site.client() as anybody:
        tag = {"If-Match": (await secretary.get(f"/v1/offices/{it.office}")).headers["ETag"]}
        gone = {"until": str(date(2020, 1, 1))}
        left = await secretary.post(f"/v1/offices/{it.office}/leave", json=gone, headers=tag)
        assert left.status_code == 200, left.text
        form = fields_of((await anybody.get("/effect", params=it.link(it.holder))).text)
        done = await anybody.post("/effect", params=it.link(it.holder), data=form | {"step": "confirm"})
        assert (done.status_code, "Somebody else holds this office now" in done.text) == (409, True)
        assert await state(it) == "pending"


async def test_chairs_of_the_body_answer_and_no_others(tmp_path: Path) -> None:
    async with asked(tmp_path, "change_mode") as it:
        async with it.site.client(f"chair:{known('another body')}") as other:
            assert (await other.get("/v1/effects")).json() == []
            for path in (it.path, it.page):
                assert (await other.get(path)).status_code == 404
            assert (await other.post(f"{it.page}/confirm", data={"key": "a"})).status_code == 404
            assert (await other.post(f"{it.path}/confirm", json={}, headers={"If-Match": '"1"'})).status_code == 404
        async with it.site.client("observer") as observer:
            assert (await observer.get(it.path)).status_code == 403
        async with it.site.client(f"chair:{it.body}") as chair:
            seen = await chair.get(it.path)
            async with hearing(it.site.service):
                done = await chair.post(f"{it.path}/confirm", json={}, headers={"If-Match": seen.headers["ETag"]})
                assert (done.status_code, done.json()["state"]) == (200, "confirmed"), done.text
            assert "held online" in (await chair.get(f"{it.page}?lang=en")).text
        async with it.site.client("secretariat") as secretary:
            assert (await secretary.get(it.gathering)).json()["mode"] == "online"
            tag = {"If-Match": (await secretary.get(it.path)).headers["ETag"]}
            again = await secretary.post(f"{it.path}/refuse", json={"reason": TEXT}, headers=tag)
            assert (again.status_code, again.json()["type"].rpartition("/")[2]) == (409, "conflict")


async def test_what_is_odd_is_refused(tmp_path: Path) -> None:
    async with asked(tmp_path) as it, it.site.client("secretariat") as secretary:
        form = await form_of(secretary, it.page)
        assert (await send(secretary, f"{it.page}/burn", form)).status_code == 404
        odd = await send(secretary, f"{it.page}/confirm", form, office="x")
        assert (odd.status_code, 'id="office-error"' in odd.text) == (422, True)
        odd = await send(secretary, f"{it.page}/confirm", form, office=str(known("no office")))
        assert (odd.status_code, 'id="office-error"' in odd.text) == (422, True)
        long = await send(secretary, f"{it.page}/refuse", form, reason="x" * 501)
        assert (long.status_code, 'id="reason-error"' in long.text) == (422, True)
