"""The secretariat's page of a gathering: each step is a form that says what follows, and works without scripts."""

import re
from pathlib import Path

import pytest

from tests.registration.house import site

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
            ("postpone", {"reason_fa": "سیل"}, "postponed"),
            ("announce", {}, "announced"),
            ("cancel", {"reason_en": "Flood"}, "cancelled"),
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
        assert (await secretary.post(f"{page}/cancel", data=keys | {"reason_en": "Flood"})).status_code == 412
        assert (await secretary.post(f"{page}/nothing", data=keys)).status_code == 404
