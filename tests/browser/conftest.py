"""A browser, and an installation that is filled and signed in to. Everything here is marked `browser` by its folder."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from plenary.client import sign_in_link
from shared.settings import Settings
from tests.browser.beside import beside
from tests.browser.eye import Eye
from tests.browser.filled import fill
from tests.browser.office import Office
from tests.browser.visitor import Visitor, Way
from tests.plenary.running import Installation

HERE = Path(__file__).parent
CHROMIUM = Path("/usr/bin/chromium")
AXE = HERE / "vendor" / "axe.min.js"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies here, and say why it does not run where there is no browser."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no {CHROMIUM}"))


@dataclass(frozen=True)
class Filled:
    """A running installation: where it is, and the ids of things that have pages."""

    settings: Settings
    things: dict[str, UUID]

    def sign_in(self, context: BrowserContext) -> None:
        """As the secretary, by the link that `make up` prints."""
        page = context.new_page()
        page.goto(sign_in_link(self.settings, self.settings.url))
        page.locator("main form button").first.click()
        page.wait_for_load_state()
        page.close()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    """One for all tests of this folder."""
    here = Installation(tmp_path_factory.mktemp("browser") / "data")
    here.start()
    try:
        settings = Settings(data=here.data, url=here.environ["PLENARY_URL"])
        yield Filled(settings, beside(lambda: fill(settings)))
    finally:
        here.stop()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's; Playwright only drives it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The vendored script, if it is the one that was vendored."""
    content = AXE.read_bytes()
    assert hashlib.sha256(content).hexdigest() in (HERE / "vendor" / "axe.sha256").read_text()
    return content.decode()


@pytest.fixture(scope="session")
def eye(axe: str) -> Eye:
    """One for all stories: it knows which pages it saw."""
    return Eye(axe)


@pytest.fixture(scope="session")
def office(filled: Filled) -> Iterator[Office]:
    """What happens outside of the browser."""
    opened = Office(filled.settings)
    yield opened
    opened.close()


@pytest.fixture
def comes(chromium: Browser, filled: Filled, eye: Eye) -> Iterator[Callable[[Way], Visitor]]:
    """`comes(PHONE)`: somebody opens a browser. Nothing may be wrong with any page that was passed."""
    here: list[Visitor] = []

    def one(way: Way) -> Visitor:
        here.append(Visitor.comes(chromium, filled.settings.url, way, eye))
        return here[-1]

    yield one
    for visitor in here:
        visitor.leaves()
