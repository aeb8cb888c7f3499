"""The line of time of a series: where each edition was due, where it was moved to, and where it ended, on one axis. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from services.registration.editions.model import Edition, State
from shared.contracts.people import Calendar
from shared.periods import YEARS, Period, period

WIDTH = 1000
NARROWEST = 8
"""What a day is still seen as."""
MOVES = 5
"""So high is what was moved; a time itself is three times as high."""


@dataclass(frozen=True, slots=True)
class Part:
    """A rectangle of an edition's lane. `tone`: quiet (due), warn (moved), bad (lapsed), brand (planned), good (held)."""

    x: int
    width: int
    y: int
    height: int
    tone: str


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first day to the last one that is drawn, and the years of the mandate's calendar that begin between."""

    first: date
    last: date
    years: Sequence[Period]

    def x(self, at: date) -> int:
        """Where a day lies."""
        return WIDTH * (at - self.first).days // max((self.last - self.first).days, 1)


def axis(editions: Sequence[Edition], comes: str = "") -> Axis | None:
    """That shows all of these, and when the one that `comes` next is due; None where there are none."""
    times = [each for edition in editions for each in _times(edition)]
    if not times:
        return None
    times += [period(comes, times[0].calendar)] if comes else []
    calendar, known = times[0].calendar, YEARS[times[0].calendar]
    first, last = min(each.year for each in times), max(each.year for each in times)
    years = [Period(calendar, year) for year in range(first, min(last, known[-1]) + 1)]
    return Axis(years[0].first, years[-1].last + timedelta(days=1), years)


def lane(edition: Edition, on: Axis) -> list[Part]:
    """An edition on the axis: the time at which it was due, each move, and where it is now."""
    calendar = edition.facts.calendar
    parts = [_time(on, period(edition.facts.due, calendar), "quiet")]
    since, to = "", ""
    for move in edition.moves:
        if move.state in {State.PLANNED, State.HELD}:
            to = move.now
            continue
        parts += [_moved(on, period(since, calendar), period(to, calendar))] if since and to else []
        parts += [_time(on, period(move.was, calendar), "bad")] if move.state is State.LAPSED else []
        since, to = move.was, ""
    if since and (to or edition.state is State.POSTPONED):
        parts.append(_moved(on, period(since, calendar), period(to, calendar) if to else None))
    if edition.state in {State.PLANNED, State.HELD}:
        now = edition.held_in or edition.planned_for
        parts.append(_time(on, period(now, edition.facts.calendar), "good" if edition.state is State.HELD else "brand"))
    return parts


def comes_next(due: str, calendar: Calendar, on: Axis) -> list[Part]:
    """The lane of the edition that nobody planned yet: when the mandate asks for it."""
    return [_time(on, period(due, calendar), "quiet")] if due else []


def _times(edition: Edition) -> Iterator[Period]:
    written = [edition.facts.due, edition.held_in, *(text for move in edition.moves for text in (move.was, move.now))]
    yield from (period(text, edition.facts.calendar) for text in written if text)


def _time(on: Axis, there: Period, tone: str) -> Part:
    begin = on.x(there.first)
    return Part(begin, max(on.x(there.last + timedelta(days=1)) - begin, NARROWEST), 0, 3 * MOVES, tone)


def _moved(on: Axis, was: Period, now: Period | None) -> Part:
    """From there to there; to the end while nobody knows."""
    begin, to = on.x(was.first), on.x(now.first) if now else WIDTH
    return Part(min(begin, to), max(abs(to - begin), NARROWEST), MOVES, MOVES, "warn")
