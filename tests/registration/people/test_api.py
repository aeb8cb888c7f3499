"""The API of people."""

import asyncio
from pathlib import Path
from uuid import UUID

import pytest

from tests.registration.house import FORM, site
from tests.world.site import NOBODY


async def test_lists_go_on_by_cursor(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        await asyncio.gather(*(here.person(n) for n in range(7)))
        seen: list[str] = []
        link: str | None = "/v1/people?limit=3"
        while link:
            page = await secretary.get(link)
            seen += [each["id"] for each in page.json()]
            link = page.links.get("next", {}).get("url", "").removeprefix("/registration") or None
        assert len(seen) == len(set(seen)) == 7


@pytest.mark.parametrize("text", ["Ana\nBcc: other@example.org", "Ana\x00", "Ana\u2028Delta"])
async def test_a_line_break_or_a_control_character_in_a_name_is_refused(text: str, tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        answer = await secretary.post("/v1/people", json={"name": text, "email": "ana@example.org"})
        assert answer.status_code == 422
        assert answer.json()["errors"] == [
            {
                "field": "name",
                "detail": "It holds a line break or another control character; remove it.",
                "pointer": "#/name",
            }
        ]
        title = await secretary.post("/v1/gatherings", json=FORM | {"title": {"en": text}})
        assert [each["field"] for each in title.json()["errors"]] == ["title.en"]


async def test_somebody_corrects_the_own_details_and_nobody_elses(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        ana, other = await here.person(1), await here.person(2)
        async with here.client("person", sub=UUID(ana)) as own:
            tag = {"If-Match": (await own.get(f"/v1/people/{ana}")).headers["ETag"]}
            form = {"name": "Ana Delta", "name_also": "آنا دلتا", "language": "fa", "digits": "persian"}
            done = await own.put(f"/v1/people/{ana}/own", json=form, headers=tag)
            assert (done.status_code, done.json()["name_also"], done.json()["email"]) == (
                200,
                "آنا دلتا",
                "p1@example.org",
            )
            assert (await own.put(f"/v1/people/{ana}/own", json=form, headers=tag)).status_code == 412
            assert (await own.put(f"/v1/people/{other}/own", json=form, headers=tag)).status_code == 404
            assert (await own.get(f"/v1/people/{ana}/history")).status_code == 403


async def test_the_history_of_a_person_is_told_field_by_field_and_keeps_no_address(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat", sub=NOBODY) as secretary:
        path = f"/v1/people/{await here.person(1)}"
        for form in ({"name": "Ana", "email": "p1@example.org"}, {"name": "Ana", "email": "ana@example.org"}):
            tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
            assert (await secretary.put(path, json=form, headers=tag)).status_code == 200
        told = [
            (each["field"], each["old"], each["new"], each["by"])
            for each in (await secretary.get(f"{path}/history")).json()
        ]
        by = str(NOBODY)
        assert told == [("email", "", "", by), ("name", "Person 1", "Ana", by), ("", "", "", by)]
