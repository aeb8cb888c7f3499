"""Draws the pictures of the README: `python -m tests.browser.pictures`, with a demo led in an installation of its own."""

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from tests.browser.visitor import LOADED
from tests.plenary.running import Installation

CHROMIUM = "/usr/bin/chromium"
IMAGES = Path(__file__).parents[2] / "docs" / "images"


class Picture(NamedTuple):
    """A file, what `plenary demo` calls its page, in which language and how wide; `by` whom, if not everybody."""

    file: str
    page: str
    language: str
    width: int
    by: str = ""


PICTURES = (
    Picture("home-en-1440.png", "everybody: front page", "en", 1440),
    Picture("registration-fa-360.png", "to register", "fa", 360),
    Picture("today-en-1440.png", "what waits", "en", 1440, "the secretary"),
    Picture("minutes-fa-1440.png", "minutes, Persian", "fa", 1440),
)


def main() -> int:
    """Returns the exit status."""
    with TemporaryDirectory() as folder:
        here = Installation(Path(folder) / "data")
        here.start()
        try:
            status, said = here.plenary("demo")
            if status:
                sys.stdout.write(said)
                return status
            there = dict(re.findall(r"^ {2,4}(\S.*?) {2,}(http\S+)$", said, re.MULTILINE))
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
                for each in PICTURES:
                    _draw(browser, each, there)
                browser.close()
        finally:
            here.stop()
    return 0


def _draw(browser: Browser, picture: Picture, there: dict[str, str]) -> None:
    """At most as high as a telephone or a screen shows at once."""
    size = {"width": picture.width, "height": 800 if picture.width < 500 else 900}
    context = browser.new_context(viewport={"width": size["width"], "height": size["height"]}, locale=picture.language)
    page = context.new_page()
    if picture.by:
        page.goto(there[picture.by])
        page.locator("main form button").first.click()
        page.wait_for_url("**/")
    address = there[picture.page].partition("?")[0]
    page.goto(f"{address}?lang={picture.language}")
    page.wait_for_function(LOADED)
    page.screenshot(path=IMAGES / picture.file)
    context.close()


if __name__ == "__main__":
    sys.exit(main())
