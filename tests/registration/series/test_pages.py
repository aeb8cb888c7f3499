"""The pages of series: entered and changed in three languages, and what is wrong is said at its field."""

from pathlib import Path
from uuid import UUID

import pytest

from tests.registration.entries.test_pages import form_of, organization, send
from tests.registration.house import site

TYPED = {
    "title_en": "Conference of the River Basins",
    "title_fa": "همایش حوضه‌های رودخانه",
    "calendar": "solar_hijri",
    "interval": "۴",
    "counts_from": "actual",
    "recurs_on": "۰۸",
    "instrument_en": "Resolution 12",
    "instrument_date": "۱۳۷۸/۰۵/۲۰",
    "secretariat_name_en": "Permanent Secretariat",
}


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
async def test_a_series_is_entered_once_and_found(tmp_path: Path, language: str) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        issuer = await organization(here)
        assert (await secretary.get(f"/series?lang={language}")).status_code == 200
        form = await form_of(secretary, f"/series/new?lang={language}")
        for _ in range(2):
            made = await send(secretary, "/series/new", form, **TYPED, issuer=issuer)
            assert made.status_code == 303, made.text
        [there] = (await secretary.get("/v1/series")).json()
        assert (there["interval"], there["instrument_date"], there["recurs_on"]) == (4, "1378-05-20", "08")
        assert (there["issuer"], there["secretariat_name"]) == (issuer, {"en": "Permanent Secretariat"})
        assert there["id"] in (await secretary.get("/series?q=river")).text
        assert there["id"] not in (await secretary.get("/series?q=nothing")).text


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("title_en", ""),
        ("interval", "0"),
        ("interval", "often"),
        ("recurs_on", "13"),
        ("recurs_on", "in spring"),
        ("instrument_date", "1378-13"),
        ("instrument_date", "long ago"),
        ("instrument_en", "x" * 501),
        ("issuer", str(UUID(int=1))),
        ("body", "nobody"),
        ("counts_from", "tomorrow"),
        ("calendar", "maya"),
        ("gathering_kind", "dance"),
    ],
)
async def test_what_is_wrong_is_said_at_its_field_and_kept(tmp_path: Path, field: str, text: str) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        form = await form_of(secretary, "/series/new")
        wrong = await send(secretary, "/series/new", form, **(TYPED | {"title_fa": "", field: text}))
        assert wrong.status_code == 422
        assert f'href="#{field}"' in wrong.text
        assert "Permanent Secretariat" in wrong.text
        assert (await secretary.get("/v1/series")).json() == []


async def test_who_was_faster_is_shown_and_the_calendar_stays(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        await send(secretary, "/series/new", await form_of(secretary, "/series/new"), **TYPED)
        [there] = (await secretary.get("/v1/series")).json()
        path = f"/series/{there['id']}/edit"
        first, second = await form_of(secretary, path), await form_of(secretary, path)
        assert "calendar" not in first
        assert (await send(secretary, path, first, interval="5")).status_code == 303
        late = await send(secretary, path, second, interval="6")
        assert late.status_code == 412
        assert "<del>5</del>" in late.text
        assert "<ins>6</ins>" in late.text
        one_body = await send(secretary, path, await form_of(secretary, path), issuer_name_en="A", issuer="")
        assert one_body.status_code == 303
        assert (await secretary.get(f"/series/{UUID(int=1)}/edit")).status_code == 404
