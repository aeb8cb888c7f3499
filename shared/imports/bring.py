"""How a table comes in that is imported later, by a request or a page; and what a page shows of what is wrong with it."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from typing import Any, NamedTuple

from shared.auth import Caller, Keys
from shared.contracts import Message
from shared.http import Do
from shared.imports import handlers, rows
from shared.imports.model import BringTable, ImportJob
from shared.imports.rows import Import, Report
from shared.imports.table import MOST_ROWS_LATER, cells_of
from shared.imports.workbook import BEGIN, as_csv
from shared.locale import Texts
from shared.store import Store, Stored

LARGEST = 5_000_000
"""Bytes of a table."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 100
"""Rows with a problem that a page shows; what is wrong with many rows is mostly the same."""


async def bring(
    store: Store, keys: Keys, do: Do, caller: Caller, named: tuple[str, Import], content: bytes
) -> Stored[ImportJob]:
    """Look at a table, and keep it with what is wrong. A workbook is kept as the table that it holds; one that is none, not."""
    workbook, (name, what) = content.startswith(BEGIN), named
    with suppress(ValueError):  # what is wrong is named when it is looked at
        content, workbook = await asyncio.to_thread(as_csv, content), False
    _, report = await rows.look(store, keys, what, content, MOST_ROWS_LATER)
    problems = [asdict(each) for each in report.problems]
    text = "" if workbook else content.decode("utf-8-sig", "replace")
    command = BringTable(**do.message, what=name, content=text, rows=report.rows, problems=problems, by=caller.id)
    return await do(handlers.bring_table, command)


async def bring_now(store: Store, keys: Keys, do: Do, what: Import, content: bytes, *, dry_run: bool) -> Report:
    """Import a table at once, or only look at it. Raises `Invalid` (rows-refused) with all of its problems."""
    if dry_run:
        return (await rows.look(store, keys, what, content))[1]
    carry_out = handlers.carry_out if do.keyed else rows.carry_out
    return await carry_out(store, keys, do, what, content, Message(**do.message))


class WrongRow(NamedTuple):
    """A row as it stands in the table, and what is wrong with it, as it is kept."""

    line: int
    cells: list[str]
    problems: list[dict[str, Any]]


def wrong_rows(job: ImportJob) -> Sequence[WrongRow]:
    """The first rows of which something is wrong."""
    lines = sorted({each["line"] for each in job.problems})[:SHOWN]
    cells = cells_of(job.content.encode(), set(lines))
    return [WrongRow(line, cells.get(line, []), [p for p in job.problems if p["line"] == line]) for line in lines]


def said_in(texts: Texts, problem: Mapping[str, Any]) -> str:
    """What is wrong with a row, in the language of a page; empty where its texts have no words for it.

    So a rule may refuse it that is of something else; and what an earlier release kept has no code, or other values.
    """
    with suppress(KeyError, ValueError):
        return texts(f"row_{problem['code']}", **problem["values"])
    return ""
