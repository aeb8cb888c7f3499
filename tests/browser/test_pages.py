"""Every page: nothing that axe finds in light and in dark, nothing to scroll sideways at 320 px, nothing in the console.

What was seen is kept as pictures in `build/pictures`.
"""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from services.__main__ import SERVICES
from services.process import Process
from shared.http import declared_routes
from shared.http.app import Site
from shared.http.gate import Gate
from shared.settings import Settings
from tests.browser.conftest import Filled

PICTURES = Path("build/pictures")
NO_PAGE = re.compile(
    r"/v1\b|/cards/|/docs$|/received$|/counts$|/status\b|\.\{form\}|/many/|\{job|/openapi|/health|/metrics|/live"
    r"|/ready|/feed$|/\.well-known|/problems/|/design$|\{notification|\{letter|^/sign-in$|^/minutes/\{slug\}$"
)
"""What is data, a part of a page, or shown only in an order of its own (a link, a job, a letter); minutes are reached by id."""

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


async def _declared(folder: Path) -> set[str]:
    async with Process.open(Settings(data=folder), list(SERVICES.values())) as process:
        assert isinstance(process.app, Gate)
        site = process.app.app
        assert isinstance(site, Site)
        apps = {"": site.front, **{f"/{name}": app for name, app in site.apps.items()}}
        routes = {
            below + each.path for below, app in apps.items() for each in declared_routes(app) if "GET" in each.methods
        }
        return {each for each in routes if not NO_PAGE.search(each)}


def addresses(folder: Path, filled: Filled) -> list[str]:
    """Every page that the routes declare, with ids of things that are there."""
    found = []
    with ThreadPoolExecutor(1) as beside:  # Playwright's loop runs in this thread
        declared = beside.submit(lambda: asyncio.run(_declared(folder))).result()
    for path in declared:
        kind = path.split("/")[2] if "{entry" in path else "people" if "{person" in path else "gathering"
        found.append(
            re.sub(r"\{(entry|gathering|person):uuid\}", str(filled.things[kind]), path).replace(
                "{decision:uuid}", str(filled.things["decision"])
            )
        )
    assert not [each for each in found if "{" in each], "say in NO_PAGE why it is none, or how its id is filled in"
    return sorted(found)


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("language", "width"), [("en", 1440), ("fa", 360)])
def test_nothing_is_wrong_with_any_page(
    language: str, width: int, filled: Filled, chromium: Browser, axe: str, tmp_path: Path
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    filled.sign_in(context)
    page, wrong = context.new_page(), list[str]()
    page.on("console", lambda said: wrong.append(f"{page.url}: {said.text}") if said.type == "error" else None)
    for path in addresses(tmp_path, filled):
        page.set_viewport_size({"width": width, "height": 900})
        answer = page.goto(f"{filled.settings.url}{path}?lang={language}")
        assert answer
        if answer.status != 200:
            wrong.append(f"{path}: {answer.status}")
        page.evaluate(axe)
        for scheme in SCHEMES:
            wrong += [f"{path} {scheme}: {each}" for each in _look(page, scheme, f"{path}-{language}-{width}")]
        page.set_viewport_size({"width": 320, "height": 900})
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > 320:
            wrong.append(f"{path}: {wide} px wide at 320")
    context.close()
    assert wrong == []


def _look(page: Page, scheme: Literal["light", "dark"], name: str) -> list[str]:
    """A picture, and what axe finds."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    picture = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "one", f"{name}-{scheme}").strip("/").replace("/", "-")
    page.screenshot(path=PICTURES / f"{picture}.png", full_page=True)
    ask = "axe.run({resultTypes: ['violations']}).then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].target[0]))"
    found: list[str] = page.evaluate(ask)
    return found
