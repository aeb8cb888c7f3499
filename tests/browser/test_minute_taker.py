"""Who takes the minutes: by keyboard alone, without a network for a while, and beside another. Killed: `test_taker_killed.py`."""

from collections.abc import Callable
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.browser.eye import ASK, PICTURES
from tests.browser.office import Office
from tests.browser.taking import ITEMS, long_meeting, paragraphs, row_of, speaks, types, until
from tests.browser.visitor import DESK, PHONE, Visitor, Way

MARKS = ("none", "statement", "suggestion", "criticism", "solution", "decision", "action")
pytestmark = pytest.mark.timeout(300)  # a whole meeting
CUT = (3, 4)
"""The items during which there is no network."""


def arrives(visitor: Visitor, office: Office, gathering: UUID) -> Page:
    """Signed in, at the minute taker's page; the cursor is where one types."""
    visitor.goes(office.link())
    visitor.presses("web.sign_in")
    visitor.goes(f"/minutes/gatherings/{gathering}/taker?lang={visitor.way.language}")
    expect(visitor.page.locator("#words")).to_be_focused()
    return visitor.page


def kept(visitor: Visitor) -> None:
    """The page says that the server has all of it."""
    expect(visitor.page.locator("#state")).to_have_text(visitor.says("minutes.taker.all_kept"), timeout=30_000)


@pytest.mark.parametrize("way", [PHONE, DESK], ids=str)
def test_a_meeting_of_forty_is_taken_by_keyboard_alone_with_the_network_cut(
    way: Way, comes: Callable[[Way], Visitor], office: Office
) -> None:
    gathering = long_meeting(office)
    taker = comes(way)
    page = arrives(taker, office, gathering)
    keys, said = page.keyboard, []
    for n in range(ITEMS):
        if n == CUT[0]:
            page.context.set_offline(True)
        if n:
            keys.press("Alt+ArrowDown")
        speaks(page, ("al", "ba", "cc", "dd")[n % 4])  # the beginning of a name, or two initials
        for mark in ((n + 1) % len(MARKS), 0):
            said.append((f"Item {n + 1}, as {MARKS[mark]}.", MARKS[mark], n))
            types(page, said[-1][0], mark)
        if n in CUT:
            expect(row_of(page, said[-1][0])).to_contain_text(taker.says("minutes.taker.kept_here"))
        if n == CUT[1]:
            page.context.set_offline(False)
    kept(taker)
    told = paragraphs(office, gathering)
    assert [(each["words"], each["mark"] or "none") for each in told] == [(words, mark) for words, mark, _ in said]
    items = list(dict.fromkeys(each["item"] for each in told))
    assert [items.index(each["item"]) for each in told] == [n for *_, n in said]
    assert all(each["speaker"] for each in told)
    _somebody_comes(page, office, gathering)
    keys.press("Escape")
    page.evaluate(taker.eye.axe)
    assert page.evaluate(ASK) == []
    page.screenshot(path=PICTURES / f"taker-{way}.png", full_page=True)
    _closes(taker, page, office, gathering)
    taker.wrong[:] = [each for each in taker.wrong if "ERR_INTERNET_DISCONNECTED" not in each]  # it was cut on purpose


def _somebody_comes(page: Page, office: Office, gathering: UUID) -> None:
    """By the door, while a sentence is typed: it is seen, and the cursor stays where it is, in the middle of a word."""
    page.keyboard.type("In the middle of a")
    page.keyboard.press("ArrowLeft")
    minutes = f"/minutes/v1/minutes/{gathering}"
    person = office.person("Late Fenwater", f"late-{gathering.hex[:8]}@example.org")
    until(lambda: office.post_maybe(f"{minutes}/roll", {"person": str(person), "state": "present"}))
    expect(page.locator("#speakers option[value='Late Fenwater']")).to_have_count(1, timeout=20_000)
    page.keyboard.type("x")
    words = page.locator("#words")
    expect(words).to_be_focused()
    expect(words).to_have_value("In the middle of xa")
    page.keyboard.press("Enter")


def _closes(taker: Visitor, page: Page, office: Office, gathering: UUID) -> None:
    """The gaps are listed; all that has a mark comes into the record, and what is still missing is said."""
    kept(taker)
    taker.goes(f"/minutes/gatherings/{gathering}/taker")
    taker.sees("minutes.taker.gap_to_decide")
    taker.presses("minutes.taker.settle_all")
    minutes = f"/minutes/v1/minutes/{gathering}"
    until(lambda: len(office.listed(f"{minutes}/contributions")) == 3)
    until(lambda: office.listed("/minutes/v1/actions?gathering=" + str(gathering)))
    taker.goes(f"/minutes/gatherings/{gathering}/taker")
    taker.sees("minutes.taker.gap_undisposed")
    taker.sees("minutes.taker.gap_ownerless")
    assert page.locator(".paragraph.recorded").count() == len(office.listed(f"{minutes}/statements")) + 4


def test_two_who_type_at_once_see_each_other_and_overwrite_nothing(
    comes: Callable[[Way], Visitor], office: Office
) -> None:
    gathering = long_meeting(office, people=2, items=1)
    one, other = comes(DESK), comes(DESK)
    mine, theirs = arrives(one, office, gathering), arrives(other, office, gathering)
    for n in range(3):
        types(mine, f"One says {n}.")
        types(theirs, f"Another says {n}.")
    for page, words in ((mine, "Another says 2."), (theirs, "One says 2.")):
        expect(row_of(page, words)).to_contain_text(one.says("minutes.taker.kept_there"), timeout=20_000)
        expect(page.locator("#words")).to_be_focused()
    assert len(paragraphs(office, gathering)) == 6
    for page in (mine, theirs):  # both go on with the same one
        row_of(page, "One says 0.").locator(".edit").press("Enter")
    theirs.keyboard.press("End")
    types(theirs, " And that.")
    kept(other)
    mine.keyboard.press("End")
    mine.keyboard.type(" And this.")
    both = mine.locator("#both section")
    expect(both).to_contain_text("One says 0. And that.", timeout=20_000)
    expect(both).to_contain_text("One says 0. And this.")
    both.get_by_text(one.says("minutes.taker.mine_again")).press("Enter")
    kept(one)
    assert "One says 0. And this." in [each["words"] for each in paragraphs(office, gathering)]


def test_two_windows_of_one_browser_keep_what_is_typed_in_each_and_the_keys_are_told(
    comes: Callable[[Way], Visitor], office: Office
) -> None:
    gathering = long_meeting(office, people=1, items=1)
    taker = comes(DESK)
    one = arrives(taker, office, gathering)
    one.keyboard.type("Typed in the one.")
    other = one.context.new_page()
    other.goto(one.url)
    expect(other.locator("#words")).to_be_focused()
    expect(other.locator("#words")).to_have_value("")
    types(other, "Typed in the other.")
    one.bring_to_front()
    one.keyboard.press("Alt+Enter")
    expect(one.locator("#both")).to_contain_text(taker.says("minutes.taker.trouble_unmarked"))
    until(lambda: len(paragraphs(office, gathering)) == 2)
    one.keyboard.press("F1")
    expect(one.locator("#keys")).to_have_attribute("open", "")
    one.keyboard.press("?")
    expect(one.locator("#words")).to_be_focused()
    one.keyboard.press("ArrowUp")  # in the empty field: the last one again
    expect(one.locator("#words")).to_have_value("Typed in the one.")


def test_a_reload_that_restores_the_field_goes_on_with_the_paragraph(
    comes: Callable[[Way], Visitor], office: Office
) -> None:
    gathering = long_meeting(office, people=1, items=1)
    taker = comes(DESK)
    page = arrives(taker, office, gathering)
    page.keyboard.type("Being typed.")
    restored = "if (document.readyState === 'interactive') document.getElementById('words').value = 'Being typed.'"
    page.add_init_script(f"document.addEventListener('readystatechange', () => {{ {restored} }})")
    page.reload()
    expect(page.locator("#words")).to_be_focused()
    page.keyboard.press("End")
    types(page, " And more.")
    kept(taker)
    assert [each["words"] for each in paragraphs(office, gathering)] == ["Being typed. And more."]


def test_a_settling_that_is_refused_is_told_and_one_that_is_gone_on_with_waits(
    comes: Callable[[Way], Visitor], office: Office
) -> None:
    gathering = long_meeting(office, people=1, items=1)
    taker = comes(DESK)
    page = arrives(taker, office, gathering)
    page.locator("#words").fill("Long. " * 334)
    page.keyboard.press("Alt+Digit6")
    page.keyboard.press("Alt+Enter")
    expect(page.locator("#both")).to_contain_text(taker.says("minutes.taker.trouble_too-long"), timeout=20_000)
    page.context.set_offline(True)
    page.keyboard.type("Not yet.")
    page.keyboard.press("Alt+Digit2")
    page.keyboard.press("Alt+Enter")
    page.keyboard.press("ArrowUp")
    page.context.set_offline(False)
    kept(taker)
    page.keyboard.press("End")
    types(page, " More.")
    kept(taker)
    found = [(each["words"], each["state"]) for each in paragraphs(office, gathering)]
    assert found[1:] == [("Not yet. More.", "typed")]
    taker.wrong[:] = [each for each in taker.wrong if "ERR_INTERNET_DISCONNECTED" not in each]  # it was cut on purpose
