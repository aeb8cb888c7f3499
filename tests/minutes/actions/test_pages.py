"""The pages of actions: the board, one of them, what a gathering left to do, and the owner's page behind the link."""

import re
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import httpx

from tests.minutes import facts
from tests.minutes.actions.test_api import FORM, OWNED, made
from tests.minutes.desk.forms import DESK, hidden, send
from tests.minutes.facts import BODY
from tests.minutes.house import Site
from tests.world.facts import GATHERING, known

BOARD = "/minutes/actions"
TYPED = {
    "action_kind": "commitment",
    "text_en": "Lend a boat.",
    "owner": f"organization:{facts.organization(1)}",
    "due": "۱۴۱۰/۰۲",
    "calendar": "solar_hijri",
}


def id_of(path: str) -> str:
    return path.rpartition("/")[2]


async def test_what_came_of_a_meeting_is_recorded_there_and_stands_on_its_page(there: Site) -> None:
    async with there.client(f"chair:{BODY}") as chair:
        new = f"{DESK}/actions/new"
        wrong = await send(chair, new, "", TYPED | {"text_en": "", "due": "1410-13"})
        assert wrong.status_code == 422
        assert "Please say in at least one language" in wrong.text
        assert 'value="1410-13"' in wrong.text, "what was typed is kept"
        answer = await send(chair, new, "", TYPED)
        assert answer.status_code == 303, answer.text
        page = (await chair.get(answer.headers["Location"])).text
        assert "Lend a boat." in page
        assert "Ordibehesht 1410 SH" in page
        assert "Ministry of Waters 1" in page
        part = (await chair.get(f"{DESK}/actions", headers={"HX-Request": "true"})).text
        assert "<html" not in part
        assert "Lend a boat." in part
        assert f'hx-get="{DESK}/actions"' in (await chair.get(DESK)).text


async def test_the_desk_lists_what_nobody_is_to_do_yet_until_somebody_is_found(there: Site) -> None:
    path = f"{BOARD}/{id_of(await made(there, FORM))}"
    async with there.client("secretariat") as secretary:
        assert "One action has no owner" in (await secretary.get(DESK)).text
        nobody = await send(secretary, path, "/assign", {"assign_owner": ""})
        assert (nobody.status_code, "Please choose one from the list" in nobody.text) == (422, True)
        owner = f"person:{known('person 1')}"
        assert owner in (await secretary.get(path)).text, "whoever was at the gathering can be chosen"
        assert (await send(secretary, path, "/assign", {"assign_owner": owner})).status_code == 303
        assert "One action has no owner" not in (await secretary.get(DESK)).text


async def test_the_board_says_who_owes_how_much_and_what_is_late(there: Site) -> None:
    for n, due in ((0, "2020"), (0, "2090"), (1, "2090")):
        await made(there, OWNED | {"organization": str(facts.organization(n)), "due": due})
    async with there.client("observer") as observer:
        page = (await observer.get(BOARD)).text
        shown = [
            re.sub(r"<[^>]+>|\s+", " ", row)
            for row in re.findall(r"<tr>\s*<th scope=\"row\">.*?</tr>", page, re.DOTALL)
        ]
        assert [re.sub(" +", " ", row).strip() for row in shown] == [
            "Ministry of Waters 0 one late 2",
            "Ministry of Waters 1 1",
        ]
        one = (await observer.get(BOARD, params={"organization": str(facts.organization(1)), "state": "open"})).text
        assert one.count(f'href="{BOARD}/') - one.count(f'href="{BOARD}/new') == 1
        assert "nothing of this kind" in (await observer.get(BOARD, params={"state": "done"})).text
    async with there.client("secretariat") as secretary:
        card = (await secretary.get("/minutes/cards/late-actions")).text
        assert ("Ministry of Waters 0" in card, "2020" in card) == (True, True)
    async with there.client(f"focal-point:{facts.organization(1)}") as point:
        own = (await point.get(BOARD)).text
        assert ("Ministry of Waters 1" in own, "Ministry of Waters 0" in own) == (True, False)


async def test_it_is_carried_over_or_dropped_by_who_keeps_the_record(there: Site) -> None:
    path = f"{BOARD}/{id_of(await made(there, OWNED))}"
    async with there.client("secretariat") as secretary:
        nothing = await send(secretary, path, "/carry", {})
        assert "Please say what is to look at it next" in nothing.text
        assert (await send(secretary, path, "/carry", {"carry_due": "2033"})).status_code == 303
        assert "Carried over · 2033" in re.sub(r"\s+", " ", (await secretary.get(path)).text)
        unsaid = await send(secretary, path, "/drop", {})
        assert (unsaid.status_code, "Please fill this in" in unsaid.text) == (422, True)
        assert (await send(secretary, path, "/drop", {"drop_note": "The delta is dry."})).status_code == 303
        late = await send(secretary, path, "/progress", {"progress_note": "Still at it."})
        assert (late.status_code, "It is done, or was dropped" in late.text or "any more" in late.text) == (409, True)


class Owner:
    """Whoever has the link in the mail."""

    def __init__(self, there: Site, browser: httpx.AsyncClient, action: str, purpose: str = "action") -> None:
        self.browser = browser
        self.link = {"link": there.doors.keys.link(purpose, UUID(action), timedelta(days=1))}

    async def page(self, **more: str) -> httpx.Response:
        return await self.browser.get("/minutes/action", params=self.link | more)

    async def says(self, step: str, key: str, **typed: str) -> httpx.Response:
        return await self.browser.post(f"/minutes/action/{step}", params=self.link, data={"key": key, **typed})


async def test_the_owner_says_by_the_link_how_far_it_is_in_persian_and_pressed_twice_once(there: Site) -> None:
    path = await made(there, OWNED)
    async with there.client() as browser, there.client("secretariat") as secretary:
        owner = Owner(there, browser, id_of(path))
        page = await owner.page(lang="fa")
        assert ('dir="rtl"' in page.text, "انتشار روزانهٔ آب‌سنج‌های دلتا" in page.text) == (True, True)
        assert "carry" not in page.text
        for _ in range(2):
            assert (await owner.says("accept", "a")).status_code == 303
            assert (await owner.says("progress", "b", progress_note="چهار از هفت")).status_code == 303
        unsaid = await owner.says("progress", "c")
        assert unsaid.status_code == 422
        assert (await owner.says("done", "d")).status_code == 303
        it = (await secretary.get(path)).json()
        assert [(each["state"], each["note"], each["by"]) for each in it["steps"][1:]] == [
            ("accepted", "", None),
            ("in_progress", "چهار از هفت", None),
            ("done", "", None),
        ]
        assert (await Owner(there, browser, id_of(path), "invitation").page()).status_code == 403


async def test_what_nobody_owns_any_link_does_not_open(there: Site) -> None:
    path = await made(there, FORM)
    async with there.client() as browser:
        assert (await Owner(there, browser, id_of(path)).page()).status_code == 404


async def test_nothing_of_an_owner_who_was_erased_is_left_on_the_disk(there: Site, tmp_path: Path) -> None:
    path = await made(there, FORM | {"person": str(known("person 1"))})
    async with there.client("secretariat") as secretary:
        assert "نمونه رودبار 1" in (await secretary.get(f"{BOARD}/{id_of(path)}")).text
        await there.erase(1)
        page = (await secretary.get(f"{BOARD}/{id_of(path)}")).text
    assert "Name not on record" in page
    assert "نمونه رودبار 1".encode() not in b"".join(each.read_bytes() for each in tmp_path.glob("minutes.db*"))


async def test_every_form_of_an_action_has_a_key_of_its_own(there: Site) -> None:
    path = f"{BOARD}/{id_of(await made(there, OWNED))}"
    async with there.client("secretariat") as secretary:
        text = (await secretary.get(path)).text
        keys = re.findall(r'name="key" value="([^"]+)"', text)
        assert len(keys) == len(set(keys)) >= 5
        assert await hidden(secretary, f"/minutes/gatherings/{GATHERING}/actions/new")
