"""How a table comes in that is imported later: by a request or a page."""

import asyncio
from contextlib import suppress
from dataclasses import asdict

from services.registration.imports import handlers, rows
from services.registration.imports.model import BringTable, ImportJob, What
from services.registration.imports.table import MOST_ROWS_LATER
from services.registration.imports.work import TABLES
from services.registration.imports.workbook import BEGIN, as_csv
from shared.auth import Caller, Keys
from shared.http import Do
from shared.store import Store, Stored

LARGEST = 5_000_000
"""Bytes of a table."""


async def bring(store: Store, keys: Keys, do: Do, caller: Caller, what: What, content: bytes) -> Stored[ImportJob]:
    """Look at a table, and keep it with what is wrong. A workbook is kept as the table that it holds; one that is none, not."""
    workbook = content.startswith(BEGIN)
    with suppress(ValueError):  # what is wrong is named when it is looked at
        content, workbook = await asyncio.to_thread(as_csv, content), False
    _, report = await rows.look(store, keys, TABLES[what], content, MOST_ROWS_LATER)
    problems = [asdict(each) for each in report.problems]
    text = "" if workbook else content.decode("utf-8-sig", "replace")
    command = BringTable(**do.message, what=what, content=text, rows=report.rows, problems=problems, by=caller.id)
    return await do(handlers.bring_table, command)
