"""The secretariat's page of a gathering: each step is a form that says what follows, and works without scripts."""

import re
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from tests.registration.entries.test_pages import form_of, send
from tests.registration.house import site
from tests.world.site import changed

LANGUAGES = ("en", "fa", "ar")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_steps_lead_from_draft_to_cancelled(tmp_path: Path, language: str) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client() as anybody:
        id = (await here.gathering()).rpartition("/")[2]
        page = f"/gatherings/{id}/overview"
        assert (await anybody.get(page)).status_code == 401
        for step, data, state in (
            ("announce", {}, "announced"),
            ("open", {}, "open"),
            ("postpone", {"postpone_fa": "سیل"}, "postponed"),
            ("announce", {}, "announced"),
            ("cancel", {"cancel_en": "Flood"}, "cancelled"),
        ):
            shown = await secretary.get(page, headers={"Accept-Language": language})
            assert (shown.status_code, f"/overview/{step}" in shown.text) == (200, True)
            keys = dict(re.findall(r'name="(key|version)" value="([^"]*)"', shown.text))
            done = await secretary.post(f"{page}/{step}", data=keys | data)
            assert done.status_code == 303, done.text
            assert (await secretary.get(f"/v1/gatherings/{id}")).json()["state"] == state


async def test_a_step_without_its_reason_or_after_somebody_else_says_so(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        id = (await here.gathering("announce")).rpartition("/")[2]
        page = f"/gatherings/{id}/overview"
        keys = dict(re.findall(r'name="(key|version)" value="([^"]*)"', (await secretary.get(page)).text))
        assert (await secretary.post(f"{page}/cancel", data=keys)).status_code == 422
        assert (await secretary.post(f"{page}/open", data=keys)).status_code == 303
        keys["key"] = "another"
        assert (await secretary.post(f"{page}/cancel", data=keys | {"cancel_en": "Flood"})).status_code == 412
        assert (await secretary.post(f"{page}/nothing", data=keys)).status_code == 404


async def test_what_reaches_far_says_how_many_are_told(tmp_path: Path) -> None:
    """Who holds a place, waits for one or for an answer; nobody who withdrew."""
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce", "open")
        page = f"{path.removeprefix('/v1')}/overview"
        assert "Nobody is registered, so nobody is told" in (await secretary.get(page)).text
        people = [await here.person(n) for n in range(5)]
        made = [await here.register(path, each) for each in people[:4]]
        async with here.client("person", sub=UUID(people[4])) as asker:
            asked = await asker.post(f"{path}/registrations", json={"category": "press"})
            assert asked.json()["state"] == "pending"
        gone = f"/v1/registrations/{made[3].json()['id']}"
        await changed(secretary, gone, "cancel")
        shown = (await secretary.get(page)).text
        assert shown.count("4 people will be told by mail") == 2, "to postpone, and to cancel"
        assert "2 people hold a place" in shown, "to go into session"
        assert "2 taken" in shown
        assert "1 waiting" in shown
        assert "1 to be approved" in shown


async def test_it_is_put_off_to_a_new_date_or_told_what_is_wrong_with_it(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce", "open")
        page = f"{path.removeprefix('/v1')}/overview"
        form, why = await form_of(secretary, page), {"postpone_en": "The road is flooded."}
        for date, wrong in (
            ({"starts_at": "2030-04-21T09:00"}, "ends_at"),
            ({"starts_at": "2030-04-21T09:00", "ends_at": "2030-04-20T09:00"}, "ends_at"),
            ({"starts_at": "2030-03-21T09:00", "ends_at": "2030-03-21T18:00"}, "starts_at"),
        ):
            again = await send(secretary, f"{page}/postpone", form, key=f"{date}", **why, **date)
            assert again.status_code == 422
            assert f'id="{wrong}-error"' in again.text
            assert why["postpone_en"] in again.text
        date = {"starts_at": "2030-04-21T09:00", "ends_at": "2030-04-21T18:00"}
        assert (await send(secretary, f"{page}/postpone", form, **why, **date)).status_code == 303
        there = (await secretary.get(path)).json()
        assert (there["state"], there["starts_at"]) == ("open", "2030-04-21T05:30:00Z")


@pytest.mark.parametrize(("language", "words"), [("en", "Delegate"), ("fa", "نماینده"), ("ar", "مندوب")])
async def test_it_tells_its_facts_and_what_was_changed_in_words(tmp_path: Path, language: str, words: str) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce")
        page = path.removeprefix("/v1")
        form = await form_of(secretary, f"{page}/edit")
        assert (
            await send(secretary, f"{page}/edit", form, title_en="Anew", mode="online", seats_delegate="9")
        ).status_code == 303
        shown = (await secretary.get(f"{page}/overview?lang={language}")).text
        assert words in shown
        assert "Asia/Tehran" in shown
        assert "<bdi>Anew</bdi>" in shown
        assert 'href="/registration' + page + '"' in shown
        assert not {"in_person", "online</", "delegate<", "announced<"} & set(
            re.findall(r"in_person|online</|delegate<|announced<", shown)
        )


async def test_the_overview_of_what_is_not_there_is_not_there(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client("observer") as observer:
        assert (await secretary.get(f"/gatherings/{uuid4()}/overview")).status_code == 404
        assert (await secretary.post(f"/gatherings/{uuid4()}/overview/open", data={"version": "1"})).status_code == 404
        page = f"{(await here.gathering('announce')).removeprefix('/v1')}/overview"
        assert (await observer.get(page)).status_code == 403
