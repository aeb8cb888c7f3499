"""The cards of a page when one of them does not come: the others stand, whether it is refused or just silent."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser.office import Office
from tests.browser.visitor import DESK, Visitor, Way


@pytest.mark.parametrize("refused", [False, True], ids=["silent", "refused"])
def test_a_card_that_does_not_come_hides_no_other(
    refused: bool, comes: Callable[[Way], Visitor], office: Office
) -> None:
    secretary = comes(DESK)
    secretary.goes(f"/?lang={DESK.language}")
    secretary.goes(office.link())
    secretary.presses("web.sign_in")

    def first(route: Route) -> None:
        if refused:
            route.fulfill(status=503, body="")

    secretary.page.route("**/registration/cards/to-approve", first)
    secretary.page.goto(f"{secretary.url}/today?lang={DESK.language}")
    cards = secretary.page.locator("main .grid > section")
    expect(cards.first).to_contain_class("away")
    for n in range(cards.count()):
        expect(cards.nth(n)).to_be_visible()
    expect(cards.last.locator("h2")).to_be_visible()
    secretary.page.unroute_all()
    secretary.wrong.clear()  # the browser says in its console that a part was refused
