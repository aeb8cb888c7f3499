"""Import of editions of earlier times: the series of a row is found by its title, and its times are read in its calendar."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from services.registration.editions.commands import RecordEdition
from services.registration.imports.columns import EDITION_COLUMNS
from services.registration.series.model import Series
from shared.contracts.editions import EditionFacts, Postponement
from shared.contracts.organizations import Text
from shared.contracts.people import Calendar
from shared.imports.columns import NO_TIME, SEVERAL_SERIES
from shared.imports.table import Row, Table, read_table
from shared.imports.wrong import Problem, Wrong
from shared.locale import LANGUAGES
from shared.locale.fold import folded
from shared.periods import period
from shared.store import Store
from shared.store.every import every

NO_SERIES = Wrong(
    "no-series", "No series has this title in any language; enter its mandate first, or correct the title."
)
HELD = Wrong("held-when", "Of what was held, and of nothing else, write when: a year, a month or a day.")
WHY = Wrong("postponed-why", "Of what was postponed write this in at least one language.")


def read_editions(content: bytes, most: int) -> Table:
    """The table, before its series are known. What was held says when; why it was not held may be told."""
    table = read_table(content, EDITION_COLUMNS, key=("series", "number"), most=most)
    table.problems += [problem for row in table.rows for problem in _unsaid(row)]
    return table


def _unsaid(row: Row) -> Iterator[Problem]:
    became = row.cells["became"]
    if (became == "held") != bool(row.get("held_in")):
        yield HELD.at(row.line, "held_in")
    if became == "postponed":
        for name in ("reason", "decided_by"):
            if not _words(row, name):
                yield WHY.at(row.line, f"{name}_{LANGUAGES[0]}")


async def of_series(store: Store, table: Table) -> list[Row]:
    """All rows, with the id and the calendar of the series; names what is wrong with the series and the times of each."""
    known: dict[tuple[str, ...], list[Series]] = {}
    async for stored in every(store, Series, {}):
        for title in {folded(words) for words in stored.entity.facts.title.values()}:
            known.setdefault(title, []).append(stored.entity)
    rows = []
    for row in table.rows:
        found = known.get(folded(row.cells["series"]), [])
        if len(found) == 1:
            calendar = found[0].facts.calendar
            table.problems += _no_such_times(row, calendar)
            rows.append(replace(row, cells={**row.cells, "series": str(found[0].id), "calendar": calendar}))
        else:
            lost = (SEVERAL_SERIES if found else NO_SERIES).at(row.line, "series")
            table.problems.append(lost)
            rows.append(replace(row, lost=lost))
    return rows


def _no_such_times(row: Row, calendar: Calendar) -> Iterator[Problem]:
    for name in ("due", "held_in", "decided_on"):
        try:
            period(row.get(name) or "", calendar) if row.get(name) else None
        except ValueError:
            yield NO_TIME.at(row.line, name)


def record_edition_of(row: Row, envelope: Mapping[str, Any]) -> RecordEdition:
    """The command of a row whose series is known."""
    facts = EditionFacts(
        series=UUID(row.cells["series"]),
        number=int(row.cells["number"]),
        calendar=row.cells["calendar"],
        due=row.cells["due"],
        objectives=_words(row, "objectives"),
    )
    return RecordEdition(
        **envelope,
        facts=facts,
        became=row.cells["became"],  # type: ignore[arg-type]  # the column allows no other
        held_in=row.get("held_in") or "",
        why=Postponement(
            reason=_words(row, "reason"),
            decided_by=_words(row, "decided_by"),
            decided_on=row.get("decided_on") or "",
        ),
    )


def _words(row: Row, name: str) -> Text:
    said = {language: row.get(f"{name}_{language}") for language in LANGUAGES}
    return {language: words for language, words in said.items() if words}
