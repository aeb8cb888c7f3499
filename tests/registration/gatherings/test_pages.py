"""The page of what was announced."""

from pathlib import Path

from tests.registration.house import site
from tests.registration.registrations.test_pages import page_of


async def test_the_list_names_what_was_announced_and_no_draft(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as anybody:
        draft = page_of(await here.gathering())
        empty = await anybody.get("/gatherings", headers={"Accept-Language": "fa"})
        assert "هنوز چیزی اعلام نشده است" in empty.text
        assert draft not in empty.text


async def test_the_list_leads_to_the_form(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as anybody:
        path = page_of(await here.gathering("announce", "open"))
        shown = await anybody.get("/gatherings")
        assert path in shown.text
        assert "registration is open" in shown.text
