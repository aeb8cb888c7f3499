"""A developer: what the pages can do, a program can do; each link of that page leads somewhere."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.visitor import EVERY, Visitor, Way


@EVERY
def test_a_developer_finds_the_reference_the_events_and_what_a_problem_means(
    way: Way, comes: Callable[[Way], Visitor]
) -> None:
    developer = comes(way)
    developer.goes(f"/?lang={way.language}")
    developer.presses("web.developers", among="footer")
    developer.follows_to("/registration/docs")
    developer.opens_words(re.compile("POST *\\s*/registration/v1/organizations(?!/)"))
    developer.sees("web.docs_body")
    if way.scripts:
        _tries_one(developer)
    developer.presses("web.developers")
    developer.opens_words("plenary.registrations")
    developer.reads("registration.confirmed.v1")
    developer.follows_to("/problems/stale")
    developer.sees("web.means_stale")


def _tries_one(developer: Visitor) -> None:
    """As nobody, who is told so; what is sent and what comes stands in the page."""
    form = developer.page.locator("details[open] form[data-try]").first
    form.locator("button").click()
    expect(form.locator("[role=status]")).to_contain_text("/problems/unauthenticated")
