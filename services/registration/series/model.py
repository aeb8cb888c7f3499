"""A series: what its mandate says, and what may be said."""

from dataclasses import dataclass, field
from typing import ClassVar, Self
from uuid import UUID

from services.registration.entries.history import Edit, edited
from services.registration.entries.words import words
from shared.contracts import Message
from shared.contracts.series import SeriesAmended, SeriesFacts, SeriesMandated
from shared.errors import Conflict, Invalid
from shared.periods import YEARS, period, recurring

INTERVAL = 100
"""So many years at most from one edition to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateSeries(Message):
    """Enter a series with its mandate; its id is the command's. `by`: who asks, for the history."""

    facts: SeriesFacts
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendSeries(Message):
    """All that the mandate says from now on."""

    series: UUID
    facts: SeriesFacts
    by: UUID | None = None


@dataclass(slots=True, kw_only=True)
class Series:
    """Gatherings that are held again and again, and why."""

    kind: ClassVar[str] = "series"

    id: UUID
    facts: SeriesFacts
    history: list[Edit] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """What a search finds it by."""
        return words(*self.facts.title.values())

    @classmethod
    def mandated(cls, asked: MandateSeries) -> tuple[Self, SeriesMandated]:
        """Raises Invalid for a mandate that makes no sense."""
        _must_make_sense(asked.facts)
        series = cls(id=asked.id, facts=asked.facts)
        event = SeriesMandated.of(series, series=series.id)
        series.history = edited([], None, event, asked.at, asked.by)
        return series, event

    def amend(self, asked: AmendSeries) -> SeriesAmended | None:
        """None if nothing is different. Raises Invalid, and Conflict ("calendar-fixed") for another calendar: what is due in its
        editions is said in this one."""
        if asked.facts.calendar != self.facts.calendar:
            raise Conflict("The calendar of a series stays; its editions are due in it.", code="calendar-fixed")
        _must_make_sense(asked.facts)
        if asked.facts == self.facts:
            return None
        before, self.facts = SeriesAmended.of(self, series=self.id), asked.facts
        event = SeriesAmended.of(self, series=self.id)
        self.history = edited(self.history, before, event, asked.at, asked.by)
        return event


def _must_make_sense(facts: SeriesFacts) -> None:
    if not 1 <= facts.interval <= INTERVAL:
        raise Invalid.at(f"An interval is 1 to {INTERVAL} years.", "interval")
    if facts.issuer and facts.issuer == facts.secretariat:
        raise Invalid.at("Who issues a mandate does not carry it out.", "secretariat")
    for name in ("issuer", "body", "secretariat"):
        if getattr(facts, name) and getattr(facts, f"{name}_name"):
            raise Invalid.at("Choose one on record, or state a name.", f"{name}_name")
    try:
        where = "instrument_date"
        if facts.instrument_date:
            period(facts.instrument_date, facts.calendar)
        where = "recurs_on"
        recurring(YEARS[facts.calendar][100], facts.recurs_on, facts.calendar)
    except ValueError as error:
        raise Invalid.at(str(error), where) from error
