"""A table row by row: one reading for the dry run and for the import, then a command a row; a wave of them at once."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias
from uuid import UUID, uuid5

from shared.auth import Keys
from shared.contracts import Message
from shared.errors import Invalid, Refused
from shared.flow import Decide
from shared.imports.table import MOST_ROWS, Row, Table
from shared.imports.wrong import Problem
from shared.store import Store, Stored

WAVE = 200
"""Rows that are carried out together; their commits share flights."""

Run: TypeAlias = Callable[[Decide[Any], Any], Awaitable[Stored[Any]]]
"""How a row's command is run."""

Generations: TypeAlias = list[list[Row]]
"""Rows in the order in which they can be carried out: those that others name come before these."""


@dataclass(slots=True)
class Report:
    """What came of an import, or would come of it. `rows` are all that the file holds."""

    rows: int = 0
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Import:
    """What a kind of table asks for: how it is read, and the command of each row."""

    handler: Decide[Any]
    read: Callable[[bytes, int], Table]
    """The table of a file that has so many rows at most."""
    known: Callable[[Store, Keys, Table], Awaitable[Generations]]
    """All its rows, with what only the store knows; of what is wrong by that, it names the problems in the table."""
    command: Callable[[Row, Message, Keys], Any]


async def look(
    store: Store, keys: Keys, what: Import, content: bytes, most: int = MOST_ROWS
) -> tuple[Generations, Report]:
    """Read a table and name everything that is wrong with it, also what only the store knows."""
    table = await asyncio.to_thread(what.read, content, most)
    generations = await what.known(store, keys, table)
    table.problems.sort(key=lambda problem: problem.line)
    return generations, Report(rows=table.lines, problems=table.problems)


async def carry_out(store: Store, keys: Keys, run: Run, what: Import, content: bytes, message: Message) -> Report:
    """Import every row, or none: raises `Invalid` with all problems of the table."""
    generations, report = await look(store, keys, what, content)
    must_be_right(report)
    return await carry_out_rows(keys, run, what, generations, message, report.rows)


def must_be_right(report: Report) -> None:
    """Raises `Invalid` (rows-refused) with all problems of the table."""
    if report.problems:
        raise Invalid(
            f"{len(report.problems)} problems; nothing was imported. Correct them and send the file again.",
            code="rows-refused",
            errors=[{"field": _place(each), "detail": each.detail, "code": each.code} for each in report.problems],
        )


async def carry_out_rows(
    keys: Keys, run: Run, what: Import, generations: Generations, message: Message, lines: int
) -> Report:
    """Import the rows of a table that was right, in waves. A row that a rule refuses is reported; the others stand.

    A row that this import has done before is not done again, and reported as it was.
    """
    report = Report(rows=lines)
    for wave in waves_of(generations):
        right, wrong = parted(wave)
        report.problems += wrong
        await carry_out_wave(run, what, commands_of(what, right, message, keys), report)
    report.problems.sort(key=lambda problem: problem.line)
    return report


def parted(wave: Sequence[Row]) -> tuple[list[Row], list[Problem]]:
    """Rows that can be carried out, and what is wrong with each other one since the import of its table began."""
    return [row for row in wave if not row.lost], [row.lost for row in wave if row.lost]


def waves_of(generations: Sequence[Sequence[Row]]) -> Iterator[Sequence[Row]]:
    """The rows as they are carried out together, one wave after the other."""
    return (wave for rows in generations for wave in in_waves(rows))


def commands_of(
    what: Import, wave: Sequence[Row], message: Message, keys: Keys, by: UUID | None = None
) -> dict[int, Any]:
    """The command of each row, by its line; `by`: who imports."""
    return {row.line: replace(what.command(row, message, keys), by=by) for row in wave}


async def carry_out_wave(run: Run, what: Import, commands: Mapping[int, Any], report: Report) -> None:
    """Import these rows together, and report what came of them."""
    await asyncio.gather(*(_import(run, what, line, command, report) for line, command in commands.items()))


async def _import(run: Run, what: Import, line: int, command: Message, report: Report) -> None:
    try:
        stored = await run(what.handler, command)
    except Refused as refused:
        report.problems.append(Problem(line, "", refused.detail, refused.slug))
        return
    done = next((done for done in stored.recent if done.token == command.id), None)
    if done is None or not done.events:
        report.unchanged += 1
    elif done.version == 1:
        report.created += 1
    else:
        report.changed += 1


def envelope(row: Row, message: Message) -> dict[str, Any]:
    """Each row's command has a token of its own, the same whenever the request is repeated; the cells do not enter into it."""
    return {
        "id": uuid5(message.id, f"line {row.line}"),
        "at": message.at,
        "correlation": message.correlation,
        "traceparent": message.traceparent,
    }


def _place(problem: Problem) -> str:
    return f"line {problem.line}, {problem.column}" if problem.column else f"line {problem.line}"


def in_waves(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """So many of them at once as are carried out together."""
    return (rows[first : first + WAVE] for first in range(0, len(rows), WAVE))
