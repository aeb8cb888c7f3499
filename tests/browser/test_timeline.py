"""The timeline in a browser: the parts of the services become one list in order of time; one that is away says so beside it."""

from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import Filled

SAID = "li > time"


def _moments(page: Page) -> list[str]:
    """When each entry of the one list was, as it stands."""
    return [each.get_attribute("datetime") or "" for each in page.locator(f"#merged {SAID}").all()]


def _opened(filled: Filled, chromium: Browser, *, scripts: bool = True) -> Page:
    context = chromium.new_context(viewport={"width": 360, "height": 900}, java_script_enabled=scripts)
    filled.sign_in(context)
    return context.new_page()


def _address(filled: Filled) -> str:
    return f"{filled.settings.url}/registration/gatherings/{filled.things['gathering']}/timeline?lang=en"


def test_three_services_make_one_list_in_order_of_time(filled: Filled, chromium: Browser) -> None:
    page = _opened(filled, chromium)
    page.goto(_address(filled))
    page.get_by_text("The minutes were opened").wait_for()
    page.get_by_text("Registration opened").wait_for()
    moments = _moments(page)
    assert moments == sorted(moments, reverse=True)
    assert page.locator("#lines .line > li").count() == 0
    assert page.locator("#merged .line > li", has_text="Convened").first.inner_text().endswith("Registrations")
    page.context.close()


def test_a_service_that_is_away_says_so_and_the_others_stand(filled: Filled, chromium: Browser) -> None:
    page = _opened(filled, chromium)

    def away(route: Route) -> None:
        route.fulfill(status=503, body="")

    page.route("**/minutes/timelines/**", away)
    page.goto(_address(filled))
    page.get_by_text("This part does not answer at the moment.").wait_for()
    assert page.get_by_text("Registration opened").is_visible()
    page.context.close()


def test_without_scripts_there_are_three_lists(filled: Filled, chromium: Browser) -> None:
    page = _opened(filled, chromium, scripts=False)
    page.goto(_address(filled))
    assert page.locator("#lines .line > li", has_text="Convened").count() == 1
    page.locator("#lines section", has_text="Minutes").get_by_role("link").click()
    assert page.get_by_text("The minutes were opened").is_visible()
    page.context.close()
