"""An import that its caller may repeat: a document says that it was begun, with which table, and in the end what came of it.

The rows are commands with tokens of their own. So of an import that was broken off what stands is not done again, whatever
became of it meanwhile, and the rest is done.
"""

from dataclasses import asdict, replace
from hashlib import sha256
from uuid import uuid5

from services.registration.imports import rows
from services.registration.imports.model import Imported, ImportTable
from services.registration.imports.rows import Import, Report, Run
from services.registration.imports.table import Problem
from shared.auth import Keys
from shared.contracts import Message
from shared.flow import Change, Read
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
