"""What is looked at on a page: what axe finds in light and in dark, whether it moves or scrolls sideways, and a picture."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Page

PICTURES = Path("build/pictures")
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
NARROW = 320
"""Pixels, at which nothing scrolls sideways yet."""

ASK = """axe.run({resultTypes: ['violations']}).then(
    found => found.violations.map(each => each.id + ' ' + each.nodes[0].target[0]))"""

SHIFTED = """() => new Promise(told => {
    let all = 0;
    const seen = new PerformanceObserver(found => {
        for (const each of found.getEntries()) all += each.hadRecentInput ? 0 : each.value;
    });
    seen.observe({type: 'layout-shift', buffered: true});
    requestAnimationFrame(() => requestAnimationFrame(() => told(all)));
})"""
STEADY = 0.02
"""So much may what stands in a window move while the page comes (https://web.dev/articles/cls calls 0.1 good)."""


@dataclass
class Eye:
    """Looks at each page once in each language: a page that another story passed is known. `axe` is its script."""

    axe: str
    seen: dict[str, int] = field(default_factory=dict)

    def look(self, page: Page, language: str, *, scripts: bool = True) -> list[str]:
        """What is wrong with a page that was not seen so yet. axe is a script: without them there is the picture alone."""
        width = (page.viewport_size or {"width": 0})["width"]
        name = ID.sub("one", urlsplit(page.url).path).strip("/").replace("/", "-") or "home"
        place = f"{name}-{language}-{width}"
        known = f"{place} {page.title()}"
        if known in self.seen:
            return []
        self.seen[known] = len([each for each in self.seen if each.startswith(f"{place} ")])
        number = f"-{self.seen[known] + 1}" if self.seen[known] else ""
        moved = page.evaluate(SHIFTED) if scripts else 0
        page.screenshot(path=PICTURES / f"{place}{number}.png", full_page=True)
        wrong = [f"{page.url}: moves by {moved:.3f} while it comes"] if moved > STEADY else []
        return [*wrong, *self._wrong(page)] if scripts else []

    def _wrong(self, page: Page) -> list[str]:
        wrong = []
        page.evaluate(self.axe)
        for scheme in reversed(SCHEMES):  # so that the page is left in light
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            wrong += [f"{page.url} {scheme}: {each}" for each in page.evaluate(ASK)]
        size = page.viewport_size
        page.set_viewport_size({"width": NARROW, "height": 900})
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > NARROW:
            wrong.append(f"{page.url}: {wide} px wide at {NARROW}")
        if size:
            page.set_viewport_size(size)
        return wrong
