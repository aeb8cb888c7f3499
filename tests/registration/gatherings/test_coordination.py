"""Coordination meetings are numbered within their edition, and no number is given twice; what one prepares both sides show."""

import asyncio
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from services.registration.gatherings.coordination import called
from services.registration.gatherings.handlers import draft_gathering
from services.registration.gatherings.model import Gathering
from shared.contracts.gatherings import Particulars
from tests.registration.entries.test_pages import form_of, send
from tests.registration.facts import draft
from tests.registration.house import FORM, Site, site

SERIES = {"title": {"en": "Conference of the River Basins"}, "calendar": "solar_hijri", "interval": 4}


async def edition(here: Site, number: int = 7) -> str:
    """Of a series of its own."""
    async with here.client("secretariat") as secretary:
        series = (await secretary.post("/v1/series", json=SERIES)).json()["id"]
        made = await secretary.post(f"/v1/series/{series}/editions", json={"number": number, "due": "1405"})
        return str(made.json()["id"])


def meeting(of: str, **other: Any) -> dict[str, Any]:
    return FORM | {"title": {}, "gathering_kind": "meeting", "edition": of, "coordination": 0} | other


@pytest.mark.parametrize(
    ("number", "of", "language", "title"),
    [
        (1, 7, "en", "The first coordination meeting of the seventh edition"),
        (1, 7, "fa", "نخستین نشست هماهنگی دورهٔ هفتم"),
        (3, 1, "fa", "سومین نشست هماهنگی دورهٔ نخست"),
        (1, 7, "ar", "الاجتماع التنسيقي الأول للدورة السابعة"),
        (12, 20, "ar", "الاجتماع التنسيقي الثاني عشر للدورة العشرين"),
        (21, 22, "en", "Coordination meeting 21 of edition 22"),
    ],
)
def test_it_is_called_by_its_number(number: int, of: int, language: str, title: str) -> None:
    assert called(number, of, language) == title


async def test_the_next_number_is_given_once_and_none_twice(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        seventh = await edition(here)
        first = (await secretary.post("/v1/gatherings", json=meeting(seventh))).json()
        assert (first["coordination"], first["title"]["fa"]) == (1, "نخستین نشست هماهنگی دورهٔ هفتم")
        asked = [
            draft(
                gathering=uuid4(),
                gathering_kind="meeting",
                title={},
                edition=UUID(seventh),
                facts=Particulars(coordination=0),
            )
            for _ in range(5)
        ]
        made = await asyncio.gather(*(here.service.run(draft_gathering, each) for each in asked))
        numbers = [stored.entity.facts.coordination for stored in made if isinstance(stored.entity, Gathering)]
        assert sorted(filter(None, numbers)) == [2, 3, 4, 5, 6]
        for wrong in (
            meeting(seventh, coordination=3),
            meeting(seventh, gathering_kind="conference"),
            meeting(seventh, edition=None),
        ):
            refused = await secretary.post("/v1/gatherings", json=wrong)
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "coordination")
        untitled = await secretary.post("/v1/gatherings", json=meeting(seventh, coordination=None))
        assert (untitled.status_code, untitled.json()["errors"][0]["field"]) == (422, "title")


async def test_one_meeting_prepares_gatherings_of_several_series_and_both_sides_show_it(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client() as anybody:
        night = await here.gathering(title={"en": "Night of the Wells"}, gathering_kind="public_event")
        whole = await here.gathering("announce")
        page = "/gatherings/new"
        typed = {
            "title_en": "",
            "venue_en": "Delta House",
            "gathering_kind": "meeting",
            "edition": await edition(here),
            "coordination": "0",
            "time_zone": "Asia/Tehran",
            "starts_at": "2030-01-21T09:00",
            "ends_at": "2030-01-21T18:00",
            "seats_delegate": "12",
        }
        ids = [path.rpartition("/")[2] for path in (whole, night)]
        form = await form_of(secretary, page)
        made = await secretary.post(page, data=form | typed | {"prepares": ids})
        assert made.status_code == 303, made.text
        overview = made.headers["Location"].removeprefix("/registration")
        shown = (await secretary.get(overview)).text
        assert "The first coordination meeting of the seventh edition" in shown
        assert "Night of the Wells" in shown
        path = f"/v1{overview.removesuffix('/overview')}"
        assert (await secretary.get(path)).json()["prepares"] == ids
        beside = f"{whole.removeprefix('/v1')}"
        assert "The first coordination meeting" in (await secretary.get(f"{beside}/overview")).text
        assert "The first coordination meeting" not in (await anybody.get(beside)).text, "it is a draft"
        tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
        assert (await secretary.post(f"{path}/announce", headers=tag)).status_code == 200
        assert "The first coordination meeting" in (await anybody.get(beside)).text
        public = (await anybody.get(overview.removesuffix("/overview"))).text
        assert "Night of the Wells" not in public, "what it prepares is a draft, which nobody may know of"
        assert ">Shared river basins<" in public
        edit = overview.replace("/overview", "/edit")
        assert (await send(secretary, edit, await form_of(secretary, edit), prepares=ids[0])).status_code == 303
        assert (await secretary.get(path)).json()["prepares"] == ids[:1]
        assert "Night of the Wells" in (await secretary.get(overview)).text, "the history says what it was"
        wrong = await send(secretary, edit, await form_of(secretary, edit), prepares=str(uuid4()))
        assert (wrong.status_code, 'id="prepares-error"' in wrong.text) == (422, True)
