"""Somebody with a browser, told in sentences.

What is pressed is named by the key of its text (`gatherings.take_part`: of the package `services.registration.gatherings`), and
what is filled in by the name of the field, so that a story reads the same in every language and at every width.
"""

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Error, Locator, Page, expect

from shared.locale import DEFAULTS, Texts
from tests.browser.eye import Eye
from tests.browser.office import ISOLATES
from tests.house.texts import PACKAGES

OF = {name: package for package in PACKAGES for name in (package.rpartition(".")[2], package.removeprefix("services."))}
LOADED = "() => !document.querySelector('[hx-trigger=load]')"
"""No part of the page is still on its way."""
FOUND = "words => new URLSearchParams(location.search).get('q') === words && !document.querySelector('main form.htmx-request')"
"""What was typed is in the address, and what it leads to has taken its place on the page."""


class Way(NamedTuple):
    """How a story is lived: the reader's language, how wide the window is, with or without scripts, by hand or by keyboard."""

    language: str
    width: int
    scripts: bool = True
    keyboard: bool = False

    def __str__(self) -> str:
        how = ("" if self.scripts else "-no-scripts") + ("-keyboard" if self.keyboard else "")
        return f"{self.language}-{self.width}{how}"


PHONE, DESK, TABLET = Way("fa", 360), Way("en", 1440), Way("ar", 768)
BARE, KEYS = TABLET._replace(scripts=False), DESK._replace(keyboard=True)
EVERY = pytest.mark.parametrize("way", [PHONE, DESK, BARE], ids=str)
"""Each story is lived so: on a phone in Persian, at a desk in English, and without scripts in Arabic."""


@dataclass
class Visitor:
    """One person at one page. Every page passed is looked at; what was wrong stands in `wrong` at the end of the story."""

    page: Page
    url: str
    way: Way
    eye: Eye
    wrong: list[str]

    @classmethod
    def comes(cls, browser: Browser, url: str, way: Way, eye: Eye) -> "Visitor":
        """In a browser of their own, under the content policy as it is."""
        context = browser.new_context(
            viewport={"width": way.width, "height": 900}, java_script_enabled=way.scripts, locale=way.language
        )
        page, wrong = context.new_page(), list[str]()
        page.on("console", lambda said: wrong.append(f"{page.url}: {said.text}") if _bad(said) else None)
        return (AtKeys if way.keyboard else cls)(page, url, way, eye, wrong)

    def leaves(self) -> None:
        """Everything that was passed was right."""
        self.page.context.close()
        assert not self.wrong, "\n".join(self.wrong)

    def says(self, key: str, **inserted: Any) -> str:
        """A text in the reader's language."""
        package, _, name = key.rpartition(".")
        text = Texts(self.way.language, DEFAULTS[self.way.language].digits, OF[package])(name, **inserted)
        return ISOLATES.sub("", str(text))

    def goes(self, address: str) -> None:
        """To an address of this installation, or to a link of a mail."""
        answer = self.page.goto(address if address.startswith("http") else f"{self.url}{address}")
        assert answer
        assert answer.status == 200, f"{address}: {answer.status}"
        self._arrives()

    def turns_to(self, key: str) -> None:
        """A place of the navigation; on a phone it stands behind the menu."""
        self._opens_the_menu()
        self._press(self.page.locator("header nav a").filter(has_text=self._exactly(self.says(key))))

    def signs_out(self) -> None:
        """By the button at the end of the navigation."""
        self._opens_the_menu()
        self.presses("web.sign_out", among="header")

    def switches_to(self, language: str) -> None:
        """Another language for this page, by the button that takes along what was typed."""
        self._press(self.page.locator(f"header button[lang={language}]:visible"))

    def presses(self, key: str, among: str = "main", **inserted: Any) -> None:
        """A button or a link, which leads to a page."""
        self._press(self._control(self.says(key, **inserted), among))

    def double_taps(self, key: str) -> None:
        """A button twice as fast as a finger does; and once more where it stood, by whoever does not see that it was heard."""
        control = self._control(self.says(key), "main")
        box = control.bounding_box()
        assert box
        try:
            with self.page.expect_navigation():
                control.dblclick(no_wait_after=True)
        except Error as broken_off:  # the second tap's way takes the place of the first one's
            if "ERR_ABORTED" not in broken_off.message:
                raise
            self.page.wait_for_load_state()
        self._arrives()
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self._arrives()

    def presses_beside(self, words: str, key: str) -> None:
        """A button in the row that has these words."""
        row = self.page.locator("main :is(tr, li)").filter(has_text=words).first
        self._press(row.locator("button:visible").filter(has_text=self._exactly(self.says(key))).first)

    def presses_within(self, key: str) -> None:
        """The button in what was opened, which is called as what opened it."""
        self._press(
            self.page.locator("main details[open] button:visible").filter(has_text=self._exactly(self.says(key))).first
        )

    def searches(self, words: str) -> None:
        """By the form above a list."""
        form = self.page.locator("main form[role=search]")
        words_in = form.locator("input[type=search]")
        if self.way.scripts and form.get_attribute("hx-get"):  # the list follows what is typed
            self._type(words_in, words)
            self.page.wait_for_function(FOUND, arg=words)
            return
        self._type(words_in, words)
        self._press(form.locator("button"))

    def narrows(self, words: str) -> None:
        """A list by the choice above it that says these words."""
        forms = self.page.locator("main form.search")
        form = forms.filter(has=self.page.locator("option").filter(has_text=words)).first
        option = form.locator("option").filter(has_text=words).first
        self._choose(form.locator("select"), option.get_attribute("value") or "")
        self._press(form.locator("button"))

    def follows(self, words: str, among: str = "main") -> None:
        """A link with words that somebody else chose, such as a name."""
        self._press(self.page.locator(f"{among} a:visible").filter(has_text=words).first)

    def follows_to(self, address: str, among: str = "main") -> None:
        """A link by where it leads."""
        self._press(self.page.locator(f"{among} a[href*='{address}']:visible").first)

    def opens(self, key: str) -> None:
        """What is folded."""
        self._act(self._control(self.says(key), "main"))

    def opens_words(self, words: str | re.Pattern[str]) -> None:
        """What is folded below these words."""
        self._act(self.page.locator("main summary:visible").filter(has_text=words).first)

    def status(self, address: str) -> int:
        """What HTTP answers to this browser there."""
        return self.page.context.request.get(f"{self.url}{address}", headers={"Accept": "text/html"}).status

    def fills(self, **fields: str) -> None:
        """Fields by their names; a choice by its value."""
        for name, text in fields.items():
            found = self.page.locator(f"#{name}:visible")
            if found.evaluate("each => each.tagName") == "SELECT":
                self._choose(found, text)
            else:
                self._type(found, text)

    def chooses(self, field: str, words: str) -> None:
        """A choice by what it says."""
        found = self.page.locator(f"#{field}")
        option = found.locator("option").filter(has_text=words).first
        self._choose(found, option.get_attribute("value") or "")

    def ticks(self, words: str) -> None:
        """The box beside the name."""
        self._tick(self.page.locator("tr, label").filter(has_text=words).locator("input[type=checkbox]").first)

    def picks(self, key: str) -> None:
        """One of several, by what stands beside it."""
        self._tick(self.page.locator("main label.tick").filter(has_text=self._exactly(self.says(key))).locator("input"))

    def sees(self, key: str, **inserted: Any) -> None:
        """A text anywhere on the page."""
        self.reads(self.says(key, **inserted))

    def reads(self, words: str) -> None:
        """Words that somebody chose."""
        found = ISOLATES.sub("", self.page.locator("main").inner_text())
        assert " ".join(words.split()) in " ".join(found.split()), f"{self.page.url} does not say {words!r}: {found}"

    def _opens_the_menu(self) -> None:
        menu = self.page.locator("header button.menu")
        if menu.is_visible():
            self._act(menu)

    def _exactly(self, text: str) -> re.Pattern[str]:
        words = "".join(f"{re.escape(letter)}[\u2066-\u2069]*" for letter in text)
        return re.compile(rf"^[\s\u2066-\u2069]*{words}\s*…?\s*$")

    def _control(self, text: str, among: str) -> Locator:
        controls = self.page.locator(f"{among} :is(a, button, summary):visible")
        return controls.filter(has_text=self._exactly(text)).first

    def _press(self, control: Locator) -> None:
        expect(control).to_be_visible()
        with self.page.expect_navigation():
            self._act(control)
        self._arrives()

    def _arrives(self) -> None:
        self.page.wait_for_load_state()
        if self.way.scripts:
            self.page.wait_for_function(LOADED)
        self.wrong += self.eye.look(self.page, self.way.language, scripts=self.way.scripts)

    def _act(self, control: Locator) -> None:
        control.click()

    def _type(self, found: Locator, text: str) -> None:
        found.fill(text)

    def _choose(self, found: Locator, value: str) -> None:
        found.select_option(value)

    def _tick(self, box: Locator) -> None:
        box.check()


STEP = """target => {
    const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
    const drawn = style.outlineStyle !== 'none' && style.outlineWidth !== '0px' || style.boxShadow !== 'none';
    return {there: at === target, name: at.outerHTML.slice(0, 80), page: at === document.body, shown: box.width > 0 && drawn};
}"""


class AtKeys(Visitor):
    """The same without a mouse: Tab leads to it, and wherever the focus stands it is seen."""

    def _reach(self, target: Locator) -> None:
        element = target.element_handle()
        for _ in range(250):
            at = element.evaluate(STEP)
            assert at["shown"] or at["page"], f"{self.page.url}: the focus cannot be seen on {at['name']}"
            if at["there"]:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{self.page.url}: Tab does not lead to {target}")

    def _act(self, control: Locator) -> None:
        self._reach(control)
        self.page.keyboard.press("Enter")

    def _type(self, found: Locator, text: str) -> None:
        self._reach(found)
        if found.get_attribute("type") == "datetime-local":
            self._type_moment(text)
            return
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.type(text)

    def _type_moment(self, text: str) -> None:
        """As Chromium asks for it in English: month, day, year, and the time after one more Tab."""
        year, month, day, hour, minute = re.split("[-T:]", text)[:5]
        half = "AM" if int(hour) < 12 else "PM"
        self.page.keyboard.type(f"{month}{day}{year}")
        self.page.keyboard.press("Tab")
        self.page.keyboard.type(f"{(int(hour) - 1) % 12 + 1:02}{minute}{half}")

    def _choose(self, found: Locator, value: str) -> None:
        self._reach(found)
        self.page.keyboard.press("Home")
        for _ in range(found.locator("option").count()):
            if found.input_value() == value:
                return
            self.page.keyboard.press("ArrowDown")
        assert found.input_value() == value

    def _tick(self, box: Locator) -> None:
        self._reach(box)
        self.page.keyboard.press("Space")


def _bad(said: Any) -> bool:
    """An error in the console; that a form was refused is told there, too, and is none."""
    return bool(said.type == "error" and "status of 4" not in said.text)
