"""The API of people."""

import asyncio
from pathlib import Path

import pytest

from tests.registration.house import FORM, site


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
