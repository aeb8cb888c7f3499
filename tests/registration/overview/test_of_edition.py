"""A gathering belongs to an edition of a series, or to none: entered, shown on both pages, changed and remembered."""

from pathlib import Path
from uuid import UUID

import pytest

from tests.registration.editions.test_pages import edition, series
from tests.registration.entries.test_pages import form_of, send
from tests.registration.house import FORM, site
from tests.registration.overview.test_editing import TYPED
from tests.world.site import changed

NOBODYS = str(UUID(int=1))


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
async def test_what_is_entered_from_the_page_of_an_edition_belongs_to_it(tmp_path: Path, language: str) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client("observer") as observer:
        one = await edition(secretary, await series(secretary), 7, "1408")
        empty = await secretary.get(f"{one}/gatherings?lang={language}")
        assert f"/gatherings/new?edition={one.rpartition('/')[2]}" in empty.text
        assert f"{one}/gatherings" in (await secretary.get(one)).text
        form = await form_of(secretary, f"/gatherings/new?edition={one.rpartition('/')[2]}")
        assert form["edition"] == one.rpartition("/")[2]
        made = await send(secretary, "/gatherings/new", form, **TYPED)
        assert made.status_code == 303, made.text
        page = made.headers["Location"].removeprefix("/registration")
        assert f'href="/registration{one}"' in (await secretary.get(page)).text
        for headers in ({}, {"hx-request": "true"}):
            listed = await secretary.get(f"{one}/gatherings", headers=headers)
            assert (page in listed.text, "<main" in listed.text) == (True, not headers)
        draft = page.removesuffix("/overview")
        assert draft not in (await observer.get(f"{one}/gatherings")).text, "a draft is the secretariat's"
        await changed(secretary, f"/v1{draft}", "announce")
        assert draft in (await observer.get(f"{one}/gatherings")).text
        assert (await secretary.get(f"/editions/{NOBODYS}/gatherings")).status_code == 404


async def test_by_the_api_it_is_set_taken_back_and_listed_and_only_an_edition_that_there_is(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        one = (await edition(secretary, await series(secretary), 7, "1408")).rpartition("/")[2]
        wrong = await secretary.post("/v1/gatherings", json=FORM | {"edition": NOBODYS})
        assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "edition")
        path = await here.gathering(edition=one)
        await here.gathering()
        [listed] = (await secretary.get("/v1/gatherings", params={"edition": one})).json()
        assert f"/v1/gatherings/{listed['id']}" == path
        seen = {"If-Match": (await secretary.get(path)).headers["ETag"]}
        put = await secretary.put(path, json=FORM, headers=seen)
        assert put.json()["edition"] is None
        [last, *_] = (await secretary.get(f"{path}/history")).json()
        assert (last["field"], last["old"], last["new"]) == ("edition", one, "")
        overview = (await secretary.get(f"{path.removeprefix('/v1')}/overview")).text
        assert "Edition 7: Conference of the River Basins" in overview
        typed = await form_of(secretary, f"{path.removeprefix('/v1')}/edit")
        again = await send(secretary, f"{path.removeprefix('/v1')}/edit", typed, edition=NOBODYS)
        assert (again.status_code, 'id="edition-error"' in again.text) == (422, True)
