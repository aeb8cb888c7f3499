"""The pages of offices: a new one of a body, taken and left by forms; what is in the way is said, and names are told to few."""

from pathlib import Path

import pytest

from tests.registration.entries.test_pages import form_of, send
from tests.registration.house import site


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
async def test_an_office_is_entered_taken_left_and_put_right(tmp_path: Path, language: str) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        form = {"code": "COUNCIL", "name": {"en": "Council"}, "members": []}
        body = f"/bodies/{(await secretary.post('/v1/bodies', json=form)).json()['id']}"
        await here.person(1)
        assert f'hx-get="/registration{body}/offices"' in (await secretary.get(f"{body}?lang={language}")).text
        empty = await form_of(secretary, f"{body}/offices/new?lang={language}")
        assert (await send(secretary, f"{body}/offices/new", empty)).status_code == 422
        for _ in range(2):
            made = await send(secretary, f"{body}/offices/new", empty, title_en="Chair", calendar="solar_hijri")
            assert made.status_code == 303, made.text
        one = made.headers["Location"].removeprefix("/registration")
        steps = (
            ("take", {"take_email": "x@example.org"}, 422),
            ("take", {"take_email": "nobody"}, 422),
            ("leave", {"leave_until": "1404"}, 409),
            ("take", {"take_email": "p1@example.org", "take_since": "13"}, 422),
            ("take", {"take_email": "P1@example.org", "take_since": "۱۴۰۳/۰۸"}, 303),
        )
        for step, typed, status in steps:
            answer = await send(secretary, f"{one}/{step}", await form_of(secretary, one), **typed)
            assert answer.status_code == status, answer.text
        assert "Person 1" in (await secretary.get(one)).text
        [listed] = (await secretary.get("/v1/offices")).json()
        assert listed["terms"][0]["since"] == "1403-08"
        edit = await form_of(secretary, f"{one}/edit")
        assert edit["since_0"] == "1403-08"
        assert (await send(secretary, f"{one}/edit", edit, until_0="1402", remove_0="")).status_code == 422
        edit, late = [await form_of(secretary, f"{one}/edit") for _ in range(2)]
        assert (await send(secretary, f"{one}/edit", edit, title_fa="رئیس", remove_0="yes")).status_code == 303
        assert (await send(secretary, f"{one}/edit", late, title_en="Speaker")).status_code == 412
        [listed] = (await secretary.get("/v1/offices")).json()
        assert (listed["terms"], listed["title"]) == ([], {"en": "Chair", "fa": "رئیس"})


async def test_names_are_told_to_the_secretariat_alone(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client("observer") as observer:
        form = {"code": "COUNCIL", "name": {"en": "Council"}, "members": []}
        body = (await secretary.post("/v1/bodies", json=form)).json()["id"]
        held = {"body": body, "title": {"en": "Chair"}, "terms": [{"person": await here.person(1), "since": "2020"}]}
        made = (await secretary.post("/v1/offices", json=held)).json()["id"]
        for path in (f"/bodies/{body}/offices", f"/offices/{made}"):
            assert "Person 1" in (await secretary.get(path)).text
            shown = await observer.get(path, headers={"HX-Request": "true"})
            assert (shown.status_code, "Person 1" in shown.text, "Chair" in shown.text) == (200, False, True)
