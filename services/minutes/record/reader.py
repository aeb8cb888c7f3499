"""How one reader reads: language, calendar and digits of the reader, times of the venue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Self
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from services.minutes.record.links import linked
from shared.contracts.people import Calendar, Digits
from shared.locale import DEFAULTS, LANGUAGES, choose, date_time, direction, offset
from shared.locale.dates import date, time

_LINK = Markup('<a href="{1}" dir="ltr" rel="nofollow noopener">{0}</a>')


class Words(NamedTuple):
    """A text in one of its languages. A page that shows it as it is isolates it from what stands around it."""

    language: str
    direction: str
    text: str

    def __html__(self) -> str:
        return f'<bdi lang="{escape(self.language)}" dir="{self.direction}">{escape(self.text)}</bdi>'

    @property
    def linked(self) -> Markup:
        """The text for a page, the addresses in it as links."""
        return Markup("").join(_LINK.format(*each) if each.address else escape(each.text) for each in linked(self.text))


class Moment(NamedTuple):
    """A moment for people (`text`, at the venue: `zone`) and for machines (`iso`, UTC)."""

    iso: str
    text: str
    zone: str


@dataclass(frozen=True, slots=True)
class Reader:
    """`zone` is the venue's (IANA): minutes tell the time that the clock in the hall showed."""

    language: str
    calendar: Calendar
    digits: Digits
    zone: str

    @classmethod
    def of(cls, language: str, zone: str = "UTC") -> Self:
        """A reader of whom only the language is known."""
        calendar, style, _ = DEFAULTS[language]
        return cls(language, calendar, style, zone)

    def day(self, at: datetime) -> Moment:
        """The day alone."""
        text = date(at, language=self.language, calendar=self.calendar, digits=self.digits, zone=self.zone)
        return Moment(at.isoformat(), text, "")

    def moment(self, at: datetime) -> Moment:
        """Day and time."""
        text = date_time(at, language=self.language, calendar=self.calendar, digits=self.digits, zone=self.zone)
        return Moment(at.isoformat(), text, offset(at, digits=self.digits, zone=self.zone))

    def clock(self, at: datetime) -> Moment:
        """The time alone."""
        text = time(at, language=self.language, digits=self.digits, zone=self.zone)
        return Moment(at.isoformat(), text, "")

    def typed(self, at: datetime) -> str:
        """Day and time as a form has them, by the clocks of the venue."""
        return at.astimezone(ZoneInfo(self.zone)).strftime("%Y-%m-%dT%H:%M")

    def words(self, text: Mapping[str, str]) -> Words:
        """The text in the reader's language, or the next best."""
        chosen = choose(text, self.language)
        language = next((tag for tag, words in text.items() if words == chosen), self.language)
        return Words(language, direction(language), chosen)

    def all_words(self, text: Mapping[str, str]) -> list[Words]:
        """The text in each of its languages, the reader's first."""
        rank = {language: place for place, language in enumerate((self.language, *LANGUAGES))}
        rank[self.language] = 0
        tags = sorted((tag for tag in text if text[tag].strip()), key=lambda tag: (rank.get(tag, len(rank)), tag))
        return [Words(tag, direction(tag), text[tag]) for tag in tags]
