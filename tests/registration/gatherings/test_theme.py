"""The theme of a gathering: worded by language and region; one wording counts, and stands beside the reader's own."""

from pathlib import Path

import pytest

from services.registration.gatherings.theme import shown
from shared.contracts.gatherings import Particulars
from shared.locale import DEFAULTS
from tests.registration.entries.test_pages import form_of, send
from tests.registration.house import FORM, site

THEME = {"en": "Water shared", "fa": "آب مشترک", "fa-AF": "آب همگانی"}


@pytest.mark.parametrize(
    ("language", "authoritative", "text", "beside"),
    [
        ("en", "fa", "Water shared", "آب مشترک"),
        ("ar", "fa", "Water shared", "آب مشترک"),
        ("fa", "fa", "آب مشترک", ""),
        ("fa-AF", "fa", "آب همگانی", "آب مشترک"),
        ("en", "", "Water shared", ""),
    ],
)
def test_readers_see_their_own_wording_and_the_one_that_counts(
    language: str, authoritative: str, text: str, beside: str
) -> None:
    told = shown(Particulars(theme=THEME, theme_authoritative=authoritative), language, DEFAULTS["en"])
    assert told
    assert (told["text"], told["authoritative"]) == (text, beside)
    assert told["is_authoritative"] == (bool(authoritative) and not beside)
    assert shown(Particulars(), language, DEFAULTS["en"]) is None


async def test_it_is_typed_told_and_shown_with_who_announced_it_and_when(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client() as anybody:
        path = await here.gathering("announce")
        page = f"{path.removeprefix('/v1')}/edit"
        typed = {
            "theme_en": THEME["en"],
            "theme_fa": THEME["fa"],
            "theme_more": f"fa-AF: {THEME['fa-AF']}",
            "theme_authoritative": "fa",
            "theme_announced_by_en": "The Council of the Basins",
            "theme_announced_on": "۲۰۳۰-۰۱-۱۴",
        }
        assert (await send(secretary, page, await form_of(secretary, page), **typed)).status_code == 303
        told = (await anybody.get(path)).json()
        assert (told["theme"], told["theme_announced_on"]) == (THEME, "2030-01-14")
        public = (await anybody.get(f"{page.removesuffix('/edit')}?lang=en")).text
        assert '<bdi lang="fa" dir="rtl">آب مشترک</bdi>' in public
        assert "Monday, 14 January 2030" in public
        assert "The Council of the Basins" in public
        form = await form_of(secretary, page)
        assert form["theme_more"] == f"fa-AF: {THEME['fa-AF']}"
        for field, wrong in (("theme_more", "nothing"), ("theme_authoritative", "ar"), ("theme_announced_on", "soon")):
            again = await send(secretary, page, form, **{field: wrong})
            assert (again.status_code, f'id="{field}-error"' in again.text) == (422, True), field
        refused = await secretary.post("/v1/gatherings", json=FORM | {"theme": THEME, "theme_authoritative": "ar"})
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "theme_authoritative")
