"""When the next edition is due, as the mandate says. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from services.registration.editions.model import Edition
from shared.contracts.series import SeriesFacts
from shared.periods import period, recurring


class Following(NamedTuple):
    """The next edition: its number, when it is due (empty: the mandate does not say), and from when that is counted."""

    number: int
    due: str
    counted_from: str


def following(mandate: SeriesFacts, editions: Sequence[Edition]) -> Following:
    """After the last of these (by number); the first one counts from the instrument."""
    last = editions[-1] if editions else None
    begin = counted_from(mandate, last) if last else mandate.instrument_date
    return Following(last.facts.number + 1 if last else 1, due_after(mandate, begin), begin)


def counted_from(mandate: SeriesFacts, edition: Edition) -> str:
    """From when the interval after this edition counts: from when it was due; or, if the mandate says so, from when it was held,
    or is planned for by now. Of what lapsed, and while nobody knows when it will be, from when it was due."""
    if mandate.counts_from == "actual":
        return edition.held_in or (edition.planned_for if edition.state == "planned" else "") or edition.facts.due
    return edition.facts.due


def due_after(mandate: SeriesFacts, begin: str) -> str:
    """An interval after that year, in the month or on the day that the mandate names. Empty where no calendar has it."""
    if not begin:
        return ""
    try:
        year = period(begin, mandate.calendar).year + mandate.interval
        return str(recurring(year, mandate.recurs_on, mandate.calendar))
    except ValueError:
        return ""
