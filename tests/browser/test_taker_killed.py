"""The server is killed while minutes are typed: what the page ever showed as kept is there, and what it did not is not lost."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from shared.settings import Settings
from tests.browser.office import Office
from tests.browser.taking import long_meeting, paragraphs, row_of, types
from tests.plenary.running import Installation

pytestmark = pytest.mark.timeout(300)  # an installation of its own, that is started again and again

KEPT = "Kept on the server"
WATCH = """kept => {
    const told = new Set();
    const tell = (words) => words && !told.has(words) && told.add(words) && console.info(`${kept}: ${words}`);
    new MutationObserver(() => {
        for (const row of document.querySelectorAll(".paragraph")) {
            if (row.textContent.includes(kept)) tell(row.querySelector(".said")?.textContent.trim());
        }
        const typed = document.getElementById("kept");
        if (!typed.hidden && typed.textContent.includes(kept)) tell(document.getElementById("words").value);
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}"""
"""Says on the console whatever the page shows as kept, as soon as it does: each paragraph, and what is being typed."""

NIGHTS = (1, 4, 9)
"""After so many that were shown as kept it is killed, each time with what is typed on its way."""
MOST = 24
"""So many are typed in a night before it is waited for, on a machine that is slow."""


@pytest.fixture
def killed(tmp_path: Path) -> Iterator[Installation]:
    """An installation of its own: it is killed."""
    here = Installation(tmp_path / "data")
    here.start()
    yield here
    here.stop()


def _signed_in(page: Page, office: Office, address: str) -> Page:
    page.goto(office.link())
    with page.expect_navigation():
        page.locator("main form button").first.click()
    page.goto(address)
    expect(page.locator("#words")).to_be_focused()
    return page


def test_what_the_page_showed_as_kept_is_there_after_the_server_was_killed(
    killed: Installation, chromium: Browser
) -> None:
    office = Office(Settings(data=killed.data, url=killed.environ["PLENARY_URL"]))
    gathering = long_meeting(office, people=1, items=1)
    address = f"{office.settings.url}/minutes/gatherings/{gathering}/taker"
    context = chromium.new_context(locale="en")
    page = _signed_in(context.new_page(), office, address)
    said = [f"Paragraph {n} of the night." for n in range(9)]
    for words in said[:3]:
        types(page, words)
    expect(row_of(page, said[0])).to_contain_text(KEPT)
    page.keyboard.type(said[3])
    killed.kill()
    shown = [words for words in said[:3] if KEPT in row_of(page, words).inner_text()]
    page.keyboard.press("Enter")
    for words in said[4:6]:
        types(page, words)
    page.keyboard.type(said[6])  # and the lid is closed upon it
    page.close()
    killed.start()
    there = [each["words"] for each in paragraphs(office, gathering)]
    assert said[0] in shown
    assert set(shown) <= set(there)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("#words")).to_have_value(said[6])
    page.keyboard.press("Enter")
    for words in said[7:]:
        types(page, words)
    expect(page.locator("#state")).to_have_text("All of it is kept on the server", timeout=30_000)
    assert [each["words"] for each in paragraphs(office, gathering)] == said
    context.close()
    office.close()


def test_it_is_killed_again_and_again_in_the_moment_in_which_the_page_shows_something_as_kept(
    killed: Installation, chromium: Browser
) -> None:
    office = Office(Settings(data=killed.data, url=killed.environ["PLENARY_URL"]))
    gathering = long_meeting(office, people=1, items=1)
    address = f"{office.settings.url}/minutes/gatherings/{gathering}/taker"
    context = chromium.new_context(locale="en")
    _signed_in(context.new_page(), office, address).close()
    said: list[str] = []
    shown: list[str] = []
    for night, after in enumerate(NIGHTS):
        page = context.new_page()
        page.goto(address)
        expect(page.locator("#words")).to_be_focused()
        said += _types_until_it_is_killed(page, killed, f"night {night}", after, shown)
        page.close()
        killed.start()
        _must_be_there(office, gathering, shown)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("#state")).to_have_text("All of it is kept on the server", timeout=30_000)
    assert [each["words"] for each in paragraphs(office, gathering)] == said, (
        "each once, in the order in which it was typed"
    )
    assert len(shown) > len(said) / 4
    context.close()
    office.close()


def _types_until_it_is_killed(page: Page, killed: Installation, night: str, after: int, shown: list[str]) -> list[str]:
    """And a little further. `shown` grows by what the page shows as kept; what was typed."""
    dead: list[str] = []
    many = len(shown) + after

    def tell(message: ConsoleMessage) -> None:
        if message.text.startswith(f"{KEPT}: "):
            shown.append(message.text.removeprefix(f"{KEPT}: "))
            if len(shown) >= many and not dead:
                killed.kill()  # while keys are pressed
                dead.append(night)

    page.on("console", tell)
    page.evaluate(WATCH, KEPT)
    said: list[str] = []
    while not dead:
        if len(said) == MOST:
            page.wait_for_event("console")
            continue
        said.append(f"Paragraph {len(said)} of {night}.")
        types(page, said[-1])
    for _ in range(2):
        said.append(f"Paragraph {len(said)} of {night}.")
        types(page, said[-1])
    return said


def _must_be_there(office: Office, gathering: UUID, shown: list[str]) -> None:
    """All that was shown as kept, once; what was shown while it was being typed, as the beginning of one."""
    there = Counter(each["words"] for each in paragraphs(office, gathering))
    assert set(there.values()) == {1}
    assert [words for words in shown if not any(each.startswith(words) for each in there)] == []
