"""The order of an agenda and of a list of speakers, changed by dragging: with a finger, with a mouse, and by the buttons."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from playwright.sync_api import Page, expect

from tests.browser.eye import PICTURES
from tests.browser.office import Office
from tests.browser.taking import long_meeting, until
from tests.browser.visitor import DESK, PHONE, Visitor, Way


def arrives(visitor: Visitor, office: Office, address: str) -> Page:
    """Signed in, at a page with something that can be dragged."""
    visitor.goes(office.link())
    visitor.presses("web.sign_in")
    visitor.goes(f"{address}?lang={visitor.way.language}")
    expect(visitor.page.locator(".grip:not(.still)").first).to_be_visible()
    return visitor.page


def rows(page: Page) -> list[str]:
    """What stands in the list, in its order."""
    found: list[str] = page.locator("[data-drag] > [data-row]").evaluate_all("all => all.map(each => each.dataset.row)")
    return found


def agenda(page: Page, gathering: UUID) -> list[str]:
    """The ids of the items, as the server has them."""
    answer = page.request.get(f"{page.url.partition('/minutes/')[0]}/minutes/v1/minutes/{gathering}/agenda")
    return [each["id"] for each in answer.json()]


def middle(page: Page, row: str) -> tuple[float, float]:
    """Where a row is held."""
    box = page.locator(f"[data-row='{row}'] .grip").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def with_a_finger(page: Page, row: str, before: str, marked: str = "") -> None:
    """Held, moved to just above another row, and let go: as a touch screen tells it. `marked`: where it is seen to come."""
    page.locator(f"[data-row='{before}']").evaluate(
        "each => each.scrollIntoView({block: 'center', behavior: 'instant'})"
    )
    x, y = middle(page, row)
    box = page.locator(f"[data-row='{before}']").bounding_box()
    assert box
    session = page.context.new_cdp_session(page)

    def touch(kind: str, at: float | None = None) -> None:
        points: list[Any] = [] if at is None else [{"x": x, "y": at}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", y)
    for n in range(1, 6):
        touch("touchMove", y + (box["y"] + 2 - y) * n / 5)
    expect(page.locator(f"[data-row='{marked or before}'].drop-before")).to_have_count(1)
    touch("touchEnd")


def with_a_mouse(page: Page, row: str, to: float) -> None:
    page.mouse.move(*middle(page, row))
    page.mouse.down()
    page.mouse.move(middle(page, row)[0], to, steps=5)
    page.mouse.up()


def test_on_a_phone_an_item_is_dragged_from_right_to_left_and_the_order_stays(
    comes: Callable[[Way], Visitor], office: Office
) -> None:
    gathering = long_meeting(office, people=0, items=4)
    visitor = comes(PHONE)
    page = arrives(visitor, office, f"/minutes/gatherings/{gathering}/agenda")
    first = rows(page)[0]
    below = office.post(f"/minutes/v1/minutes/{gathering}/agenda", {"title": {"fa": "زیر آن"}, "parent": first})["id"]
    page.reload()
    one, sub, two, three, four = rows(page)
    assert (one, sub) == (first, below)
    with_a_finger(page, four, two)
    expect(page.locator("[data-said]")).to_contain_text(visitor.says("minutes.proceedings.was_moved"))
    assert rows(page) == [one, sub, four, two, three]
    with_a_finger(page, one, two)
    until(lambda: rows(page) == [four, one, sub, two, three])
    page.screenshot(path=PICTURES / "drag-fa-360.png", full_page=True)
    page.reload()
    assert rows(page) == [four, one, sub, two, three]
    assert agenda(page, gathering) == rows(page)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE.width


def test_at_a_desk_a_drag_is_given_up_and_the_buttons_keep_the_focus(
    comes: Callable[[Way], Visitor], office: Office
) -> None:
    gathering = long_meeting(office, people=0, items=3)
    visitor = comes(DESK)
    page = arrives(visitor, office, f"/minutes/gatherings/{gathering}/agenda")
    one, two, three = rows(page)
    page.mouse.move(*middle(page, three))
    page.mouse.down()
    page.mouse.move(*middle(page, one), steps=5)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert rows(page) == [one, two, three]
    with_a_mouse(page, one, middle(page, three)[1] + 60)
    until(lambda: rows(page) == [two, three, one])
    up = page.locator(f"[data-row='{one}'] button").filter(has_text="↑")
    up.focus()
    page.keyboard.press("Enter")
    until(lambda: rows(page) == [two, one, three])
    expect(up).to_be_focused()
    expect(page.locator("[data-said]")).to_contain_text("2")


def test_who_waits_is_dragged_among_those_who_ask_for_the_same(comes: Callable[[Way], Visitor], office: Office) -> None:
    gathering = long_meeting(office, people=3, items=1)
    item, there = _asked(office, gathering)
    visitor = comes(PHONE)
    page = arrives(visitor, office, f"/minutes/gatherings/{gathering}/speakers/{item}")
    point, first, second, third = rows(page)
    with_a_finger(page, third, first)
    until(lambda: rows(page) == [point, third, first, second])
    with_a_finger(page, first, point, marked=third)
    until(lambda: rows(page) == [point, first, third, second])
    page.reload()
    assert rows(page) == [point, first, third, second]
    assert len(there) == 3


def _asked(office: Office, gathering: UUID) -> tuple[str, list[str]]:
    """Three wait on the list of the first item, and one of them with a point of order."""
    minutes = f"/minutes/v1/minutes/{gathering}"
    item = str(office.post(f"{minutes}/agenda", {"title": {"fa": "آب حوضه"}})["id"])
    there = [each["person"] for each in office.listed(f"{minutes}/roll")][:3]
    office.post(f"{minutes}/speakers/{item}/open", {})
    for person in there:
        office.post(f"{minutes}/speakers/{item}/add", {"person": person})
    office.post(f"{minutes}/speakers/{item}/add", {"person": there[0], "purpose": "point_of_order"})
    return item, there


def test_one_key_begins_a_statement_of_who_has_the_floor(comes: Callable[[Way], Visitor], office: Office) -> None:
    gathering = long_meeting(office, people=3, items=1)
    item, _ = _asked(office, gathering)
    minutes = f"/minutes/v1/minutes/{gathering}"
    taker = comes(DESK)
    taker.goes(office.link())
    taker.presses("web.sign_in")
    taker.goes(f"/minutes/gatherings/{gathering}/taker")
    speakers = office.get(f"{minutes}/speakers/{item}")
    speaks = speakers["line"][1]
    office.post(f"{minutes}/speakers/{item}/{speaks}/begin", {})
    page = taker.page
    expect(page.locator(f"[data-now-speaks='{speaks}']")).to_be_visible(timeout=20_000)
    page.locator("#words").focus()
    page.keyboard.press("Alt+KeyS")
    expect(page.locator("#item")).to_have_value(item)
    page.keyboard.type("The river carries less.")
    page.keyboard.press("Enter")
    until(lambda: office.listed(f"{minutes}/paragraphs"))
    [typed] = office.listed(f"{minutes}/paragraphs")
    person = next(each["person"] for each in speakers["asked"] if each["id"] == speaks)
    assert (typed["speaker"], typed["item"], typed["mark"]) == (person, item, "statement")
