"""An import that its caller may repeat: a document says that it was begun, with which table, and in the end what came of it.

The rows are commands with tokens of their own. So of an import that was broken off what stands is not done again, whatever
became of it meanwhile, and the rest is done.
"""

from collections.abc import Mapping
from dataclasses import asdict, replace
from hashlib import sha256
from typing import Any
from uuid import uuid5

from shared.auth import Keys
from shared.contracts import Message
from shared.flow import Change, Decide, Due, Read
from shared.imports import rows
from shared.imports.model import BringTable, Imported, ImportJob, ImportTable, NoteWave, StartImport
from shared.imports.rows import Import, Report, Run
from shared.imports.wrong import Problem
from shared.store import Store


async def carry_out(store: Store, keys: Keys, run: Run, what: Import, content: bytes, message: Message) -> Report:
    """As `rows.carry_out`, once for each `message.id`: a repeat has the same report, or is refused for the same reason.

    Raises `Invalid` (idempotency-key-reused) for another table. `run` keeps the outcome of what is done here.
    """
    generations, looked = await rows.look(store, keys, what, content)

    async def begin(command: ImportTable, read: Read) -> Change[Imported]:
        await read.maybe(Imported, command.id)  # what was begun goes on, though a row would be refused by now
        rows.must_be_right(looked)
        return Change(Imported(command.id))

    async def end(_: ImportTable, read: Read) -> Change[Imported]:
        imported = await read.one(Imported, begun.id)
        imported.report = asdict(report)
        return Change(imported)

    command = _command(keys, content, message)
    begun = (await run(begin, command)).entity
    if begun.report:
        return _as_told(begun)
    report = await rows.carry_out_rows(keys, run, what, generations, message, looked.rows)
    return _as_told((await run(end, replace(command, id=uuid5(command.id, "end")))).entity)


def _command(keys: Keys, content: bytes, message: Message) -> ImportTable:
    return ImportTable(
        id=message.id,
        at=message.at,
        correlation=message.correlation,
        traceparent=message.traceparent,
        content=keys.fingerprint("import", sha256(content).hexdigest()),
    )


def _as_told(imported: Imported) -> Report:
    told = imported.report or {}
    return Report(**told | {"problems": [Problem(**each) for each in told["problems"]]})


async def bring_table(command: BringTable, read: Read) -> Change[ImportJob]:
    """A table was brought and looked at. Asked twice, it answers with the one that is there."""
    if there := await read.maybe(ImportJob, command.id):
        return Change(there)
    return Change(ImportJob.of(command), silent=True)


async def start_import(command: StartImport, read: Read) -> Change[ImportJob]:
    """It is to be imported, and a loop does it."""
    job = await read.one(ImportJob, command.job)
    return Change(job, silent=job.start(command))


async def note_wave(command: NoteWave, read: Read) -> Change[ImportJob]:
    """So far it is done."""
    job = await read.one(ImportJob, command.job)
    return Change(job, silent=job.note(command))


async def drop(command: Due, read: Read) -> Change[ImportJob]:
    """Nobody asked to import the table."""
    job = await read.one(ImportJob, command.document)
    return Change(job, silent=job.lapse(command.at))


TIMERS: Mapping[type[Any], Decide[Due]] = {ImportJob: drop}
