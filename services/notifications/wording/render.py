"""From facts to a mail that reads well: in the reader's language, direction, calendar, digits and time zone.

The texts are in `<language>.json`, beside this; another language is another file. A text is written once: plain text and
HTML are two ways to show it.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from services.notifications.mirrors import Gathering, Person
from services.notifications.rules import Link, rule_of
from services.notifications.wording.kept import NAME, Wording
from shared.contracts.people import Calendar, Digits
from shared.locale import LANGUAGES, choose, date_time, digits, direction, isolated, offset
from shared.text import is_control

PACKAGE = "services.notifications.wording"

LinkMaker = Callable[[Link, UUID, str], str]
"""The signed address where a link leads, for one thing, in a language."""

Detail = tuple[str, str]


class News(Protocol):
    """What there is to say: by which template, with which facts, of which thing."""

    @property
    def template(self) -> str: ...

    @property
    def facts(self) -> Mapping[str, str | int]: ...

    @property
    def about(self) -> UUID: ...


class Rendered(NamedTuple):
    """A mail in words. `kept` is what is remembered of it: with a mark where the name stands, and without the signed link."""

    kept: Wording
    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said to one reader, before it is plain text or HTML."""

    person: Person
    language: str
    words: Mapping[str, str]
    mail: Mapping[str, Any]
    facts: Mapping[str, str]
    details: tuple[Detail, ...]
    link: str

    @property
    def subject(self) -> str:
        return str(self.mail["subject"]).format_map(self._isolated())

    def text(self) -> str:
        """Plain text; `NAME` stands for the name."""
        words = self.words
        details = "\n".join(f"{label}: {value}" for label, value in self.details)
        link = f"{words['page']}:\n{self.link}" if self.link else ""
        body = [line.format_map(self._isolated()) for line in (self.mail["lead"], *self.mail["paragraphs"])]
        parts = [
            words["greeting"].format(name=NAME), words["salutation"], body[0], details, *body[1:], link,
            f"{words['closing']}\n{words['secretariat']}", f"--\n{words['automatic']}",
        ]  # fmt: skip
        return "\n\n".join(part for part in parts if part) + "\n"

    def context(self) -> dict[str, Any]:
        """The same for `mail.html`, every fact in a `<bdi>`."""
        marked = {name: Markup("<bdi>{}</bdi>").format(value) for name, value in self.facts.items()}
        bdi_name = Markup("<bdi>{}</bdi>").format(_clean(self.person.name))
        towards = direction(self.language)
        return {
            **self.words,
            "language": self.language,
            "direction": towards,
            "side": "right" if towards == "rtl" else "left",
            "subject": self.subject,
            "greeting": escape(self.words["greeting"]).format(name=bdi_name),
            "lead": escape(self.mail["lead"]).format(**marked),
            "paragraphs": [escape(paragraph).format(**marked) for paragraph in self.mail["paragraphs"]],
            "details": self.details,
            "link": self.link,
        }

    def _isolated(self) -> dict[str, str]:
        return {name: self._own(value) for name, value in self.facts.items()}

    def _own(self, value: str) -> str:
        return isolated(value, self.language)


class Templates:
    """The texts of this installation. `language`: its own, for readers whose language is not there; `link`: see `LinkMaker`."""

    def __init__(
        self,
        *,
        language: str = LANGUAGES[0],
        secretariat: Mapping[str, str] | None = None,
        link: LinkMaker | None = None,
    ) -> None:
        self._language = language
        self._secretariat = secretariat or {}
        self._link = link
        self._texts = _read_texts()
        loader = PackageLoader(PACKAGE, "")
        self._html = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        ).get_template("mail.html")

    def render(self, news: News, person: Person, gathering: Gathering | None) -> Rendered:
        """The mail for this reader. Raises `KeyError` for a template that nobody wrote."""
        said = self._said(news, person, gathering)
        text, subject = said.text(), said.subject
        name = isolated(_clean(person.name), said.language)
        kept_text = text.replace(said.link, "[…]") if said.link else text
        kept = Wording(said.mail["version"], said.language, subject, kept_text)
        return Rendered(kept, subject, text.replace(NAME, name), self._html.render(said.context()))

    def _said(self, news: News, person: Person, gathering: Gathering | None) -> _Said:
        language = self._spoken(person.language)
        texts = self._texts[language]
        mail = texts["mails"][news.template]
        words = {**texts["words"], **mail.get("words", {})}
        words["secretariat"] = choose(self._secretariat, language) or words["secretariat"]
        facts = {
            name: _shown(value, texts["values"].get(name, {}), person.digits) for name, value in news.facts.items()
        }
        labels = texts["facts"]
        details = [(labels[name], isolated(value, language)) for name, value in facts.items() if name in labels]
        if gathering:
            facts["gathering"] = _clean(choose(gathering.title, language))
            details = [*_details(facts["gathering"], gathering, person, language, words), *details]
        link = rule_of(news.template).link
        return _Said(
            person=person,
            language=language,
            words=words,
            mail=mail,
            facts=facts,
            details=tuple(details),
            link=self._link(link, news.about, language) if self._link and link else "",
        )

    def _spoken(self, wished: str) -> str:
        """The reader's language, the installation's, English: the first that is there."""
        for tag in (wished, wished.replace("_", "-").split("-")[0].lower(), self._language):
            if tag in self._texts:
                return tag
        return LANGUAGES[0]


def named(text: str, person: Person | None, language: str) -> str:
    """A kept text with the recipient's name where it stood; a dash once the person is erased."""
    return text.replace(NAME, isolated(_clean(person.name), language) if person and person.known else "—")


def _shown(value: str | int, values: Mapping[str, str], style: Digits) -> str:
    """A fact as this reader sees it; of one that is a word of few, that word in the language (`other` where it has none)."""
    if str(value) in values or "other" in values:
        return values.get(str(value)) or values["other"]
    return _clean(digits(str(value), style))


def _details(
    title: str, gathering: Gathering, person: Person, language: str, words: Mapping[str, str]
) -> Iterator[Detail]:
    yield words["gathering"], isolated(title, language)
    if gathering.starts_at and gathering.ends_at:
        habits = language, person.calendar, person.digits
        yield words["begins"], _moment(gathering.starts_at, *habits, person.time_zone)
        if gathering.mode != "online" and _clocks_differ(gathering.starts_at, person.time_zone, gathering.time_zone):
            yield words["begins_there"], _moment(gathering.starts_at, *habits, gathering.time_zone)
        yield words["ends"], _moment(gathering.ends_at, *habits, person.time_zone)
    venue = words["online"] if gathering.mode == "online" else _clean(choose(gathering.venue, language))
    yield words["venue"], isolated(venue, language)


@lru_cache(maxsize=4096)  # thousands of readers share a handful of habits
def _moment(at: datetime, language: str, calendar: Calendar, style: Digits, zone: str) -> str:
    said = date_time(at, language=language, calendar=calendar, digits=style, zone=zone)
    return f"{said} ({isolated(offset(at, digits=style, zone=zone), language)})"


@lru_cache(maxsize=1024)
def _clocks_differ(at: datetime, here: str, there: str) -> bool:
    return offset(at, digits="latin", zone=here) != offset(at, digits="latin", zone=there)


def _clean(value: str) -> str:
    """Without line breaks and other controls (a fact cannot begin a header or a line of its own) and without the mark."""
    return "".join(" " if is_control(char) else char for char in value if char != NAME).strip()


def _read_texts() -> dict[str, Any]:
    found = [file for file in files(PACKAGE).iterdir() if file.name.endswith(".json")]
    return {file.name.removesuffix(".json"): json.loads(file.read_text("utf-8")) for file in found}
