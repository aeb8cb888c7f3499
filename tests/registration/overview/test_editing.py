"""The form of a gathering: entered, changed, refused at the field that is wrong, and nothing that was typed is lost."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest

from tests.registration.entries.test_pages import fields_of, form_of, send
from tests.registration.house import site
from tests.world.site import changed

TYPED = {
    "title_en": "River Basins 7",
    "title_fa": "حوضه‌های رودها",
    "venue_en": "Delta House",
    "time_zone": "Asia/Tehran",
    "starts_at": "2030-03-21T09:00",
    "ends_at": "2030-03-21T18:00",
    "seats_delegate": "۱۲",
}


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
async def test_a_gathering_is_entered_as_a_draft_once_however_often_one_presses(tmp_path: Path, language: str) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        form = await form_of(secretary, f"/gatherings/new?lang={language}")
        assert (form["gathering_kind"], form["rule_press"]) == ("conference", "approval")
        made = await send(secretary, "/gatherings/new", form, **TYPED)
        assert made.status_code == 303, made.text
        assert (await send(secretary, "/gatherings/new", form, **TYPED)).headers["Location"] == made.headers["Location"]
        [there] = (await secretary.get("/v1/gatherings")).json()
        assert (there["state"], there["capacity"], there["admission"]) == (
            "draft",
            {"delegate": 12},
            {"delegate": "invited"},
        )
        assert (there["starts_at"], there["title"]["fa"]) == ("2030-03-21T05:30:00Z", TYPED["title_fa"])
        shown = await secretary.get(made.headers["Location"].removeprefix("/registration"))
        assert TYPED["title_en"] in shown.text or TYPED["title_fa"] in shown.text


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("title_en", ""),
        ("title_fa", "a\x07b"),
        ("venue_en", "x" * 501),
        ("starts_at", "0001-01-01T00:00"),
        ("time_zone", "Delta/Nowhere"),
        ("starts_at", "soon"),
        ("ends_at", "2030-03-20T18:00"),
        ("ends_at", ""),
        ("mode", "by_boat"),
        ("rule_delegate", "by_lot"),
        ("seats_delegate", ""),
        ("seats_delegate", "-1"),
        ("seats_delegate", "many"),
        ("body", str(UUID(int=1))),
    ],
)
async def test_what_is_wrong_is_said_at_its_field_and_the_rest_is_kept(tmp_path: Path, field: str, text: str) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        typed = TYPED | {"title_fa": "", "rule_press": "open"} | {field: text}
        again = await send(secretary, "/gatherings/new", await form_of(secretary, "/gatherings/new"), **typed)
        assert again.status_code == 422
        assert f'id="{field}-error"' in again.text
        kept = fields_of(again.text)
        assert kept["rule_press"] == "open"
        assert all(
            kept[name] == text for name, text in typed.items() if text and name not in {"mode", "rule_delegate", "body"}
        )
        assert (await secretary.get("/v1/gatherings")).json() == []


async def test_what_is_not_touched_stays_and_other_places_are_told(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        other = {"starts_at": "2030-03-21T09:00:12+03:30", "title": {"en": "Basins", "fr": "Bassins"}}
        path = await here.gathering("announce", **other, admission={"press": "open"})
        page = f"{path.removeprefix('/v1')}/edit"
        before = (await secretary.get(path)).json()
        done = await send(secretary, page, await form_of(secretary, page), seats_press="4", seats_expert="2")
        assert done.status_code == 303, done.text
        after = (await secretary.get(path)).json()
        assert after["capacity"] == before["capacity"] | {"press": 4, "expert": 2}
        assert after["admission"] == before["admission"] | {"expert": "approval"}
        assert [after[name] for name in ("starts_at", "title")] == [before[name] for name in ("starts_at", "title")]


async def test_whoever_was_slower_sees_both_and_applies_the_own_again(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        page = f"{(await here.gathering()).removeprefix('/v1')}/edit"
        form = await form_of(secretary, page)
        assert (await send(secretary, page, form, title_en="Theirs", mode="hybrid")).status_code == 303
        form["key"] = "another"
        late = await send(secretary, page, form, title_en="Mine")
        assert late.status_code == 412
        assert "<del>Theirs</del>" in late.text
        assert "In person and online" in late.text, "a choice is told by its words"
        mine = fields_of(late.text)
        assert mine["title_en"] == "Mine"
        assert (await send(secretary, page, mine)).status_code == 303


async def test_in_session_only_places_are_changed_and_afterwards_nothing(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce", "convene")
        page = f"{path.removeprefix('/v1')}/edit"
        form = await form_of(secretary, page)
        assert "title_en" not in form
        assert (await send(secretary, page, form, seats_press="7")).status_code == 303
        assert (await secretary.get(path)).json()["capacity"]["press"] == 7
        form = await form_of(secretary, page)
        await changed(secretary, path, "adjourn")
        assert "<form" not in (await secretary.get(page)).text.partition("<main")[2].partition("</main>")[0]
        assert (await send(secretary, page, form, seats_press="8")).status_code in {409, 412}


async def test_the_form_says_how_many_are_told_of_what_is_material(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce", "open")
        page = f"{path.removeprefix('/v1')}/edit"
        assert "will be told" not in (await secretary.get(page)).text
        for n in range(3):
            assert (await here.register(path, await here.person(n))).status_code == 201
        assert "3 people will be told by mail" in (await secretary.get(page)).text


async def test_the_form_is_the_secretariats_and_of_gatherings_that_are_there(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as anybody, here.client("observer") as observer:
        page = f"{(await here.gathering('announce')).removeprefix('/v1')}/edit"
        for path in ("/gatherings/new", page):
            assert (await anybody.get(path)).status_code == 401
            assert (await observer.get(path)).status_code == 403
            assert (await observer.post(path, data={"key": "one"})).status_code == 403
        async with here.client("secretariat") as secretary:
            assert (await secretary.get(f"/gatherings/{uuid4()}/edit")).status_code == 404
            assert (await secretary.post(f"/gatherings/{uuid4()}/edit", data={"version": "1"})).status_code == 404
