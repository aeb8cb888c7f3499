"""The frame of the pages: language, direction, landmarks, and nothing that the content policy would refuse."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from fastapi import Request

from shared.http.visit import KEY, Visit
from shared.web import Pages
from tests.shared.toy import Site, site

TEMPLATES = Path(__file__).parents[2] / "shared" / "web" / "templates"


@pytest_asyncio.fixture
async def here(tmp_path: Path) -> AsyncIterator[Site]:
    async with site(tmp_path) as made:
        yield made


@pytest.mark.parametrize(
    ("query", "accepted", "language", "direction"),
    [
        ("", "", "en", "ltr"),
        ("", "de, fa;q=0.5", "fa", "rtl"),
        ("?lang=ar", "fa", "ar", "rtl"),
        ("?lang=xx", "fa", "fa", "rtl"),
        ("?lang=<script>", "", "en", "ltr"),
    ],
)
async def test_a_page_speaks_the_readers_language(
    here: Site, query: str, accepted: str, language: str, direction: str
) -> None:
    async with here.client(headers={"Accept-Language": accepted}) as client:
        page = await client.get(f"/toy/docs{query}")
    assert f'<html lang="{language}" dir="{direction}">' in page.text
    assert page.headers["content-language"] == language
    assert "<script>" not in page.text


def test_a_subjects_pages_and_texts_lie_beside_its_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "aservice" / "asubject"
    folder.mkdir(parents=True)
    for package in (folder.parent, folder):
        (package / "__init__.py").touch()
    (folder / "thing.html").write_text(
        '{% extends "base.html" %}{% block title %}{{ t.thing }}{% endblock %}'
        "{% block content %}<h1>{{ t.thing }}</h1>{% endblock %}"
    )
    (folder / "texts").mkdir()
    (folder / "texts" / "fa.ftl").write_text("thing = چیزی\n")
    monkeypatch.syspath_prepend(tmp_path)
    scope = {"type": "http", "path": "/", "query_string": b"lang=fa", "headers": [], KEY: Visit()}
    page = Pages("aservice.asubject").answer(Request(scope), "thing.html")
    text = bytes(page.body).decode()
    assert "<h1>چیزی</h1>" in text
    assert "<footer" in text, "the frame is that of shared.web"


async def test_the_language_that_was_chosen_is_kept(here: Site) -> None:
    async with here.client() as client:
        await client.get("/problems/stale?lang=fa", headers={"Accept": "text/html"})
        assert 'lang="fa" dir="rtl"' in (await client.get("/toy/docs")).text


@pytest.mark.parametrize("path", ["/toy/docs", "/nowhere", "/problems/stale"])
async def test_a_page_has_landmarks_a_title_and_a_way_past_the_head(here: Site, path: str) -> None:
    async with here.client(headers={"Accept": "text/html"}) as client:
        text = (await client.get(path)).text
    for part in ("<title>", "<header", "<main id=", "<footer", 'href="#content"', 'name="viewport"', "aria-label="):
        assert part in text
    assert text.count("<h1") == 1
    root = "/toy" if path.startswith("/toy") else ""
    assert f'href="{root}/static/plenary.css"' in text


async def test_what_was_typed_is_escaped(here: Site) -> None:
    async with here.client(headers={"Accept": "text/html"}) as client:
        page = await client.post('/nowhere/"><b>x')
        shown = await client.get('/toy/docs?a="><b>x')
    assert "<b>x" not in page.text + shown.text


def test_no_template_needs_more_than_the_content_policy_allows() -> None:
    for file in TEMPLATES.glob("*.html"):
        assert not re.search(r"<script(?! src=)|\son\w+=|\sstyle=|https?://", file.read_text("utf-8")), file


def test_the_style_sheet_knows_no_left_and_right() -> None:
    css = (TEMPLATES.parent / "static" / "plenary.css").read_text("utf-8")
    assert not re.search(
        r"\b(margin|padding|border|inset)-(left|right)|\b(left|right)\s*:|text-align:\s*(left|right)", css
    )
    assert "@import" not in css
    assert set(re.findall(r"url\([^)]*\)", css)) == {'url("fonts/vazirmatn.woff2")'}, (
        "nobody else is asked for anything"
    )
