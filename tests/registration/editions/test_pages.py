"""The pages of editions: planned as the mandate says, led through their states by forms, drawn on a line, and due on *Today*."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.registration.entries.test_pages import form_of, send
from tests.registration.house import site

FORM: dict[str, Any] = {
    "title": {"en": "Conference of the River Basins", "fa": "همایش حوضه‌های رودخانه", "ar": "مؤتمر أحواض الأنهار"},
    "calendar": "solar_hijri",
    "interval": 4,
    "instrument_date": "1391-05-20",
    "issuer_name": {"en": "Assembly of the Basins"},
}
FLOOD = {"reason": {"en": "The valley was flooded."}, "decided_by": {"en": "The council"}}


async def series(secretary: httpx.AsyncClient, **other: Any) -> str:
    made = await secretary.post("/v1/series", json=FORM | other)
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


async def edition(secretary: httpx.AsyncClient, of: str, number: int, due: str) -> str:
    made = await secretary.post(f"/v1/series/{of}/editions", json={"number": number, "due": due})
    assert made.status_code == 201, made.text
    return f"/editions/{made.json()['id']}"


async def changed(secretary: httpx.AsyncClient, one: str, step: str, said: dict[str, Any]) -> None:
    """By the API, of the version that is there."""
    tag = (await secretary.get(f"/v1{one}")).headers["ETag"]
    done = await secretary.post(f"/v1{one}/{step}", json=said, headers={"If-Match": tag})
    assert done.status_code == 200, done.text


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
async def test_an_edition_is_planned_as_the_mandate_says_postponed_planned_again_and_held(
    tmp_path: Path, language: str
) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = f"/series/{await series(secretary)}"
        assert (await secretary.get(f"{path}?lang={language}")).status_code == 200
        form = await form_of(secretary, f"{path}/editions/new")
        assert (form["number"], form["due"]) == ("1", "1395")
        for _ in range(2):
            made = await send(secretary, f"{path}/editions/new", form, objectives_en="Share the gauges.")
            assert made.status_code == 303, made.text
        one = made.headers["Location"].removeprefix("/registration")
        steps = (
            ("postpone", {"postpone_reason_fa": "سیل آمد.", "postpone_decided_by_en": "The council"}),
            ("plan", {"plan_planned_for": "۱۳۹۷"}),
            ("plan", {"plan_planned_for": "1397/08"}),
            ("hold", {"hold_held_in": "1397-08-12"}),
        )
        for step, typed in steps:
            page = await secretary.get(one)
            assert f"{one}/{step}" in page.text
            taken = await send(secretary, f"{one}/{step}", await form_of(secretary, one), **typed)
            assert taken.status_code == 303, taken.text
        there = (await secretary.get(f"/v1{one}")).json()
        assert (there["state"], there["due"], there["held_in"]) == ("held", "1395", "1397-08-12")
        assert [each["state"] for each in there["moves"]] == ["planned", "postponed", "planned", "planned", "held"]
        line = (await secretary.get(path)).text
        assert 'class="warn"' in line
        assert "سیل آمد." in line
        history = (await secretary.get(one)).text
        assert "<del>" in history
        assert f"{one}/hold" not in history


@pytest.mark.parametrize(
    ("step", "typed", "field"),
    [
        ("postpone", {"postpone_reason_en": "A flood."}, "postpone_decided_by_en"),
        ("postpone", {"postpone_decided_by_en": "The council"}, "postpone_reason_en"),
        (
            "postpone",
            {"postpone_reason_en": "A", "postpone_decided_by_en": "B", "postpone_decided_on": "soon"},
            "postpone_decided_on",
        ),
        ("plan", {"plan_planned_for": "1395-13"}, "plan_planned_for"),
        ("plan", {"plan_planned_for": ""}, "plan_planned_for"),
        ("hold", {"hold_held_in": "1499"}, "hold_held_in"),
        ("lapse", {"lapse_reason_fa": "x" * 501}, "lapse_reason_fa"),
    ],
)
async def test_what_is_wrong_is_said_at_its_field_and_kept(
    tmp_path: Path, step: str, typed: dict[str, str], field: str
) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        one = await edition(secretary, await series(secretary), 1, "1395")
        wrong = await send(secretary, f"{one}/{step}", await form_of(secretary, one), **typed)
        assert wrong.status_code == 422
        assert f'href="#{field}"' in wrong.text
        assert all(text[:20] in wrong.text for text in typed.values())


async def test_what_cannot_be_done_now_is_said_on_the_same_page(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        one = await edition(secretary, await series(secretary), 1, "1480")
        form = await form_of(secretary, one)
        for step, typed in (("plan", {"plan_planned_for": "1481"}), ("lapse", {})):
            assert (await send(secretary, f"{one}/{step}", form | {"key": step}, **typed)).status_code == 409
        await changed(secretary, one, "postpone", FLOOD)
        late = await send(secretary, f"{one}/plan", form, plan_planned_for="1480-02")
        assert late.status_code == 412
        assert (await send(secretary, f"{one}/dance", form)).status_code == 404


async def test_a_form_that_somebody_overtook_shows_both_and_a_number_is_given_once(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        of = await series(secretary)
        one = await edition(secretary, of, 1, "1395")
        first, second = await form_of(secretary, f"{one}/edit"), await form_of(secretary, f"{one}/edit")
        assert (await send(secretary, f"{one}/edit", first, due="1396")).status_code == 303
        late = await send(secretary, f"{one}/edit", second, due="1397")
        assert late.status_code == 412
        assert "<del>1396</del>" in late.text
        new = await form_of(secretary, f"/series/{of}/editions/new")
        assert (new["number"], new["due"]) == ("2", "1400")
        taken = await send(secretary, f"/series/{of}/editions/new", new, number="1", due="1402")
        assert taken.status_code == 422
        assert 'href="#number"' in taken.text


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
async def test_today_has_what_is_overdue_and_what_nobody_planned(tmp_path: Path, language: str) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        empty = (await secretary.get(f"/cards/editions?lang={language}")).text
        assert "<ul" not in empty
        late, never = await series(secretary), await series(secretary)
        one = await edition(secretary, late, 1, "1395")
        ahead = await edition(secretary, await series(secretary), 1, "1480")
        card = (await secretary.get("/cards/editions")).text
        assert one in card
        assert ahead not in card
        assert f"/series/{never}/editions/new" in card
        await changed(secretary, one, "lapse", {"reason": {"en": "An epidemic."}})
        card = (await secretary.get("/cards/editions")).text
        assert one not in card
        assert f"/series/{late}/editions/new" in card


async def test_observers_read_and_change_nothing(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client("observer") as observer:
        of = await series(secretary)
        one = await edition(secretary, of, 1, "1395")
        comes = (await observer.get(f"/v1/series/{of}/following")).json()
        assert comes == {"number": 2, "due": "1399", "counted_from": "1395"}
        [listed] = (await observer.get(f"/v1/series/{of}/editions")).json()
        assert (listed["due_from"], listed["due_until"]) == ("2016-03-20", "2017-03-20")
        for path in (f"/series/{of}", one):
            page = await observer.get(path)
            assert page.status_code == 200
            assert "<form" not in page.text.partition("<main")[2]
        assert (await observer.post(f"{one}/postpone", data={})).status_code == 403
        taken = await secretary.post(f"/v1/series/{of}/editions", json={"number": 1, "due": "1396"})
        assert (taken.status_code, taken.json()["code"]) == (409, "exists")
