"""A public event may be held at many places at once: without seats, so that nobody registers; each place says who holds it."""

from pathlib import Path
from typing import Any

import pytest

from tests.registration.entries.test_pages import form_of, send
from tests.registration.house import FORM, site
from tests.world.site import changed

WELL = {
    "name": "Old well",
    "address": "2 Well Lane",
    "organiser": "Municipality of Sarvab",
    "coordinates": "34.35,55.75",
}
EVENT: dict[str, Any] = FORM | {
    "gathering_kind": "public_event",
    "capacity": {},
    "places": [WELL, {"name": "New well"}],
}


async def test_nobody_registers_and_the_page_says_where_to_go(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client() as anybody:
        path = (await secretary.post("/v1/gatherings", json=EVENT)).headers["Location"].removeprefix("/registration")
        await changed(secretary, path, "announce")
        tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
        refused = await secretary.post(f"{path}/open", headers=tag)
        assert (refused.status_code, refused.json()["code"]) == (409, "no-seats")
        page = path.removeprefix("/v1")
        public = (await anybody.get(f"{page}?lang=en")).text
        for said in (*WELL.values(), "New well", "Nobody has to register"):
            assert said in public or said == WELL["coordinates"]
        assert 'href="geo:34.35,55.75"' in public
        overview = (await secretary.get(f"{page}/overview")).text
        assert "Municipality of Sarvab" in overview
        assert "Open registration…" not in overview
        edit = f"{page}/edit"
        form = await form_of(secretary, edit)
        assert form["places"].splitlines()[1] == "New well"
        typed = "چاه کهنه؛ کوچهٔ چاه؛ شهرداری؛ ۳۴.۳۵،۵۵.۷۵"
        assert (await send(secretary, edit, form, places=typed)).status_code == 303
        [place] = (await anybody.get(path)).json()["places"]
        assert (place["organiser"], place["coordinates"]) == ("شهرداری", "34.35,55.75")
        assert "Old well · 2 Well Lane" in (await secretary.get(f"{page}/overview")).text, (
            "the history says what it was"
        )
        form = await form_of(secretary, edit)
        for field, text, at in (("places", "; no name", "places"), ("seats_guest", "3", "seats_delegate")):
            again = await send(secretary, edit, form, **{field: text})
            assert (again.status_code, f'id="{at}-error"' in again.text) == (422, True), field


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"gathering_kind": "conference"}, "places"),
        ({"capacity": {"guest": 5}}, "capacity"),
        ({"places": []}, "capacity"),
        ({"places": [{"name": "Well", "coordinates": "91,0"}]}, "places"),
    ],
)
async def test_what_is_held_at_many_places_has_no_seats_and_all_else_has(
    tmp_path: Path, other: dict[str, Any], field: str
) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        refused = await secretary.post("/v1/gatherings", json=EVENT | other)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field), refused.text
