"""A meeting of many, with an agenda, as a story of a minute taker needs it; and the keys that are pressed."""

import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

from playwright.sync_api import Page

from tests.browser.meeting import in_session
from tests.browser.office import Office
from tests.waiting import PATIENCE

PEOPLE = 40
ITEMS = 8
FIRST = ("Alder", "Brook", "Cedar", "Delta", "Ember", "Fjord", "Grove", "Heath")
LAST = ("Ashwater", "Birchwell", "Coldspring", "Dunmere", "Elmford")


def called(n: int) -> str:
    """Each of them otherwise."""
    return f"{FIRST[n % len(FIRST)]} {LAST[n // len(FIRST)]}"


def long_meeting(office: Office, people: int = PEOPLE, items: int = ITEMS) -> UUID:
    """In session, with so many who are noted as present, and so many items on its agenda."""
    gathering = in_session(office).gathering
    minutes = f"/minutes/v1/minutes/{gathering}"
    for n in range(items):
        office.post(f"{minutes}/agenda", {"title": {"en": f"Basin {n + 1}", "fa": f"حوضهٔ {n + 1}"}})
    there = [office.person(called(n), f"{gathering.hex[:8]}-{n}@example.org") for n in range(people)]
    for person in there:
        _noted(office, minutes, person)
    until(lambda: _known(office, minutes) >= people)
    return gathering


def _noted(office: Office, minutes: str, person: UUID) -> None:
    """As soon as minutes have heard of the person."""
    form = {"person": str(person), "state": "present"}
    until(lambda: office.post_maybe(f"{minutes}/roll", form))


def _known(office: Office, minutes: str) -> int:
    return len(office.listed(f"{minutes}/roll"))


def until(so: Callable[[], Any]) -> None:
    """What one service says reaches the other a moment later."""
    end = time.monotonic() + PATIENCE
    while not so():
        assert time.monotonic() < end
        time.sleep(0.05)


def paragraphs(office: Office, gathering: UUID) -> list[dict[str, Any]]:
    """As the server has them, by place."""
    return office.listed(f"/minutes/v1/minutes/{gathering}/paragraphs")


def speaks(page: Page, letters: str) -> None:
    """Who speaks, by two letters, from the field for the words."""
    page.keyboard.press("@")
    page.keyboard.type(letters)
    page.keyboard.press("Enter")


def types(page: Page, words: str, mark: int = 0) -> None:
    """A paragraph, as what it is."""
    page.keyboard.type(words)
    if mark:
        page.keyboard.press(f"Alt+Digit{mark}")
    page.keyboard.press("Enter")


def row_of(page: Page, words: str) -> Any:
    """The paragraph that says these words."""
    return page.locator(".paragraph").filter(has_text=words)
