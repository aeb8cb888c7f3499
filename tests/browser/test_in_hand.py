"""The item in hand, at the minute taker's page by the keyboard, and on the screen in the hall, which goes on by itself."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.office import Office
from tests.browser.taking import long_meeting
from tests.browser.test_minute_taker import arrives, kept
from tests.browser.visitor import DESK, PHONE, Visitor, Way


@pytest.mark.parametrize("way", [PHONE, DESK], ids=str)
def test_alt_t_takes_up_the_chosen_item_and_moving_alone_does_not(
    way: Way, comes: Callable[[Way], Visitor], office: Office
) -> None:
    gathering = long_meeting(office, people=1, items=3)
    course = f"/minutes/v1/minutes/{gathering}/course"
    taker = comes(way)
    page = arrives(taker, office, gathering)
    page.keyboard.type("In the middle of a")
    page.keyboard.press("Alt+ArrowDown")
    kept(taker)
    assert office.get(course) == {}, "to move to an item is not to take it up"
    page.keyboard.press("Alt+T")
    office.when(course, lambda it: bool(it.get("in_hand")))
    card = page.locator("#course")
    expect(card).to_contain_text(taker.says("minutes.proceedings.close_item"), timeout=20_000)
    expect(page.locator("#words")).to_be_focused()
    expect(page.locator("#words")).to_have_value("In the middle of a")
    hall = page.context.new_page()
    hall.goto(page.url.partition("/taker")[0] + f"/speakers/room?lang={way.language}")
    title = hall.locator("h1").inner_text()
    assert title.split()[0] == page.locator("#item option:checked").inner_text().split()[0], "its number"
    page.bring_to_front()
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+T")
    office.when(course, lambda it: len(it["taken"]) == 2)
    expect(hall.locator("h1")).not_to_have_text(title, timeout=20_000)
    hall.close()
