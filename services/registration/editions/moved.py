"""By how much something was moved, as people say it; and what that does to the edition that comes next. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from services.registration.editions.model import Edition, State
from services.registration.editions.rule import Following, due_after
from shared.contracts.people import Calendar
from shared.contracts.series import SeriesFacts
from shared.periods import period

Unit = Literal["years", "months", "days"]
YEAR = 12
"""Months, in each of the calendars."""


@dataclass(frozen=True, slots=True)
class Moved:
    """So many years, months or days, as precisely as both times are known; `count` is above 0: it is later."""

    count: int
    unit: Unit


def later(was: str, now: str, calendar: Calendar) -> Moved | None:
    """From one time to another, later one; None where it is no later, or one of both is not known."""
    if not (was and now):
        return None
    begin, end = period(was, calendar), period(now, calendar)
    found = Moved(end.year - begin.year, "years")
    if begin.month and end.month:
        months = YEAR * found.count + end.month - begin.month
        found = found if months % YEAR == 0 and months else Moved(months, "months")
    if begin.day and end.day and found.count == 0:
        found = Moved((end.first - begin.first).days, "days")
    return found if found.count > 0 else None


def each_moved(edition: Edition) -> list[Moved | None]:
    """For each step of an edition: by how much later it is than it was, or was to be, before it was put off."""
    found: list[Moved | None] = []
    since = ""
    for move in edition.moves:
        if move.state in {State.POSTPONED, State.LAPSED}:
            since = move.was
        ahead = move.state in {State.PLANNED, State.HELD}
        found.append(later(since, move.now, edition.facts.calendar) if ahead else None)
        since = "" if ahead else since
    return found


def in_all(edition: Edition) -> Moved | None:
    """From when it was due to when it was held, or is planned for now."""
    now = edition.held_in or (edition.planned_for if edition.state is State.PLANNED else "")
    return later(edition.facts.due, now, edition.facts.calendar)


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """What the last move does to the edition after it: `follows`, by so many years, or it stays, so that `between` are left."""

    follows: int = 0
    between: int = 0


def caught_up(mandate: SeriesFacts, editions: Sequence[Edition], after: Following) -> CaughtUp | None:
    """None where nothing was moved, or nobody knows when the next one is due."""
    last = editions[-1] if editions else None
    if last is None or not after.due or (moved := in_all(last)) is None or moved.unit != "years":
        return None
    due = int(after.due[:4])
    if mandate.counts_from == "actual":
        undisturbed = due_after(mandate, last.facts.due)
        return CaughtUp(follows=due - int(undisturbed[:4])) if undisturbed else None
    return CaughtUp(between=due - int((last.held_in or last.planned_for)[:4]))
