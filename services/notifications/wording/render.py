"""From facts to a mail that reads well: in the reader's language, direction, calendar, digits and time zone.

The texts are in `texts/<language>.ftl`. A text is written once: plain text and HTML are two ways to show it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, lru_cache
from textwrap import indent
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from services.notifications.mirrors import Edition, Gathering, NamedEdition, Person
from services.notifications.rules import Fact, Link, rule_of
from services.notifications.wording.kept import NAME, Wording
from services.notifications.wording.moments import clocks_differ, day, moment, moments
from shared.contracts.people import Digits
from shared.contracts.places import Point
from shared.locale import DEFAULTS, LANGUAGES, Texts, choose, digits, direction, isolated
from shared.periods import period
from shared.periods import said as periods
from shared.text import is_control

PACKAGE = "services.notifications.wording"

LINK = "[…]"
"""Stands in a kept text where the signed link stood."""

LinkMaker = Callable[[Link, UUID, str], str]
"""The signed address where a link leads, for one thing, in a language."""

FRAME = ("version", "greeting", "salutation", "page", "closing", "secretariat", "automatic", "leave")
"""What every mail has beside its subject and its body; a template may have its own (`<template>-greeting`)."""

Detail = tuple[str, str]
"""What it is called, and what it says: several lines alone where these are the words of a record."""


class News(Protocol):
    """What there is to say: by which template, with which facts, of which thing; and whom it was meant for, as they were called
    then: somebody merged meanwhile reads it as who they are by now."""

    @property
    def template(self) -> str: ...

    @property
    def facts(self) -> Mapping[str, Fact]: ...

    @property
    def about(self) -> UUID: ...

    @property
    def recipient(self) -> UUID: ...


class Rendered(NamedTuple):
    """A mail in words. `kept` is what is remembered of it: with a mark where the name stands, and without the signed links.

    `leave`: the address where whoever reads it says that it was the last.
    """

    kept: Wording
    subject: str
    text: str
    html: str
    leave: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said to one reader, before it is plain text or HTML. `NAME` stands for the name."""

    language: str
    frame: Mapping[str, str]
    subject: str
    body: tuple[str, ...]
    details: tuple[Detail, ...]
    link: str
    leave: str

    def text(self) -> str:
        """Plain text."""
        frame = self.frame
        # indented, no further line of a detail passes for a line of the mail
        details = "\n".join(f"{label}: {indent(value, '    ').strip()}" for label, value in self.details)
        link = f"{frame['page']}:\n{self.link}" if self.link else ""
        parts = [
            frame["greeting"], frame["salutation"], self.body[0], details, *self.body[1:], link,
            f"{frame['closing']}\n{frame['secretariat']}", f"--\n{frame['automatic']}",
            f"{frame['leave']}:\n{self.leave}" if self.leave else "",
        ]  # fmt: skip
        return "\n\n".join(part for part in parts if part) + "\n"

    def context(self, name: str) -> dict[str, Any]:
        """The same for `mail.html`."""
        towards = direction(self.language)
        return {
            **self.frame,
            "language": self.language,
            "direction": towards,
            "side": "right" if towards == "rtl" else "left",
            "subject": self.subject,
            "greeting": self.frame["greeting"].replace(NAME, name),
            "body": self.body,
            "details": self.details,
            "link": self.link,
            "unsubscribe": self.leave,
        }


class Templates:
    """The texts of this installation. `language`: its own, for readers whose language is not there; `link`: see `LinkMaker`;
    `uid`: how calendars call the entry of a registration."""

    def __init__(
        self,
        *,
        language: str = LANGUAGES[0],
        secretariat: Mapping[str, str] | None = None,
        link: LinkMaker | None = None,
        uid: Callable[[UUID], str] = str,
    ) -> None:
        self._language = language
        self._secretariat = secretariat or {}
        self._link = link
        self.uid = uid
        self._html = _html()

    def render(
        self, news: News, person: Person, gathering: Gathering | None, edition: NamedEdition | None = None
    ) -> Rendered:
        """The mail for this reader. Raises `KeyError` for a template that nobody wrote."""
        said = self._said(news, person, gathering, edition)
        text = said.text()
        name = isolated(_clean(person.name), said.language)
        kept = Wording(
            int(said.frame["version"]),
            said.language,
            said.subject,
            _without(text, said.link, said.leave),
        )
        html = self._html.render(said.context(name))
        return Rendered(kept, said.subject, text.replace(NAME, name), html, said.leave)

    def _said(self, news: News, person: Person, gathering: Gathering | None, edition: NamedEdition | None) -> _Said:
        language = self._spoken(person.language)
        texts = Texts(language, person.digits, PACKAGE)
        frame = _frame(language, person.digits, news.template)
        facts, apart = _facts(texts, language, news, person)
        details = [
            (
                texts[own if (own := f"{news.template}-{name}") in texts else f"fact_{name}"],
                apart.get(name)
                or isolated(digits(str(value), person.digits) if isinstance(value, int) else value, language),
            )
            for name, value in facts.items()
            if f"fact_{name}" in texts
        ]
        if gathering:
            facts["gathering"] = title = _clean(choose(gathering.title, language))
            details = [*_details(texts, language, title, gathering, person), *details]
        if edition:
            series = _clean(choose(edition.series.title, language))
            facts["edition"] = texts("edition_named", series=series, number=edition.edition.number)
            details = [*_when(texts, language, str(facts["edition"]), edition.edition), *details]
        rule = rule_of(news.template)
        return _Said(
            language=language,
            frame={**frame, "secretariat": choose(self._secretariat, language) or frame["secretariat"]},
            subject=texts(f"{news.template}-subject", **facts),
            body=tuple(each.replace("\n", " ") for each in texts(news.template, **facts).split("\n\n")),
            details=tuple(details),
            link=self._address(rule.link, news, language),
            leave=self._address(rule.leave, news, language),
        )

    def _address(self, link: Link | None, news: News, language: str) -> str:
        if not (self._link and link):
            return ""
        return self._link(_filled(link, news), link.whose(news.about, news.recipient), language)

    def _spoken(self, wished: str) -> str:
        """The reader's language, the installation's, English: the first that is there."""
        for tag in (wished, wished.replace("_", "-").split("-")[0].lower(), self._language):
            if tag in LANGUAGES:
                return tag
        return LANGUAGES[0]


@cache
def _html() -> Template:
    loader = PackageLoader(PACKAGE, "")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).get_template("mail.html")


def heading(template: str, language: str) -> str:
    """The subject of a mail that is not written yet, with an ellipsis for each fact; the template where nobody wrote any."""
    texts, key = Texts(language, DEFAULTS[language].digits, PACKAGE), f"{template}-subject"
    return (
        texts(key, **dict.fromkeys((*rule_of(template).facts, "gathering", "edition"), "…"))
        if key in texts
        else template
    )


def named(text: str, person: Person | None, language: str) -> str:
    """A kept text with the recipient's name where it stood; a dash once the person is erased."""
    return text.replace(NAME, isolated(_clean(person.name), language) if person and person.known else "—")


def _without(text: str, *links: str) -> str:
    """A text without its signed links."""
    for each in filter(None, links):
        text = text.replace(each, LINK)
    return text


def _filled(link: Link, news: News) -> Link:
    """Its path, with what stands in it."""
    return replace(link, path=link.path.format_map({**news.facts, "about": news.about}))


def _facts(texts: Texts, language: str, news: News, person: Person) -> tuple[dict[str, str | int], dict[str, str]]:
    """What a sentence says of each fact; and how those are said apart that stand there otherwise: the times, on the reader's own
    clock, with how far that is from UTC; and words of a record, with their lines."""
    facts: dict[str, str | int] = {}
    apart: dict[str, str] = {}
    rule, habits = rule_of(news.template), (language, person.calendar, person.digits, person.time_zone)
    for name, value in news.facts.items():
        if isinstance(value, dict):
            facts[name], apart[name] = _clean(choose(value, language)), _words(choose(value, language), language)
        elif name in rule.facts and rule.is_time(name):
            facts[name], apart[name] = moments(datetime.fromisoformat(str(value)), *habits)
        elif name in rule.facts and rule.is_day(name):
            facts[name] = day(str(value), language, person.calendar, person.digits)
        else:
            facts[name] = _shown(texts, name, value)
    return facts, apart


def _words(text: str, language: str) -> str:
    """Words of a record as they were written, with their digits and lines."""
    return "\n".join(isolated(_clean(each), language) for each in text.strip().splitlines())


def _shown(texts: Texts, name: str, value: str | int) -> str | int:
    """A fact as it is told; of one that is a word of few, that word in the language (`other` where it has none)."""
    word = next((each for each in (f"{name}_{value}", f"{name}_other") if each in texts), None)
    return texts[word] if word else _clean(value) if isinstance(value, str) else value


@lru_cache(maxsize=1024)  # nobody's words are in it
def _frame(language: str, digits: Digits, template: str) -> Mapping[str, str]:
    """What stands round every mail: the mail's own words, else those of all mails."""
    texts, own = Texts(language, digits, PACKAGE), {word: f"{template}-{word}" for word in FRAME}
    return {word: texts(own[word] if own[word] in texts else word, name=NAME) for word in FRAME}


def _details(texts: Texts, language: str, title: str, gathering: Gathering, person: Person) -> Iterator[Detail]:
    yield texts["gathering"], isolated(title, language)
    if gathering.starts_at and gathering.ends_at:
        habits = language, person.calendar, person.digits
        yield texts["begins"], moment(gathering.starts_at, *habits, person.time_zone)
        if gathering.mode != "online" and clocks_differ(gathering.starts_at, person.time_zone, gathering.time_zone):
            yield texts["begins_there"], moment(gathering.starts_at, *habits, gathering.time_zone)
        yield texts["ends"], moment(gathering.ends_at, *habits, person.time_zone)
    if gathering.mode == "online":
        yield texts["venue"], texts["online"]
        return
    yield texts["venue"], isolated(_clean(choose(gathering.venue, language)), language)
    if gathering.venue_address:
        yield texts["address"], isolated(_clean(choose(gathering.venue_address, language)), language)
    if gathering.coordinates:
        yield texts["venue_map"], isolated(Point.of(gathering.coordinates).page, language)


def _when(texts: Texts, language: str, name: str, edition: Edition) -> Iterator[Detail]:
    """Which it is, and when, in the calendar of the mandate and in that of the language."""
    yield texts["edition"], isolated(name, language)
    for label, time in (("edition_due", edition.due), ("edition_planned", edition.planned_for)):
        if time:
            there = period(time, edition.calendar)
            also = periods.also(there, language)
            yield texts[label], isolated(periods.said(there, language) + (f" ({also})" if also else ""), language)


def _clean(value: str) -> str:
    """Without line breaks and other controls (a fact cannot begin a header or a line of its own) and without the mark."""
    value = value.replace(NAME, "")
    return (value if value.isprintable() else "".join(" " if is_control(char) else char for char in value)).strip()
