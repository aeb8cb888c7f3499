"""What a loop does that imports tables: wave after wave, noted after each, so that of a process that ends the next goes on."""

from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from typing import Any
from uuid import uuid5

from shared.auth import Keys
from shared.contracts import Message
from shared.flow.service import Service
from shared.imports import rows
from shared.imports.handlers import note_wave
from shared.imports.model import ImportJob, JobState, NoteWave
from shared.imports.rows import Import, Report
from shared.imports.table import MOST_ROWS_LATER

EVERY = 0.5
"""Seconds between two looks."""


async def work(tables: Mapping[str, Import], service: Service, installation: Any) -> None:
    """A loop of the process, until cancelled. `tables`: what this service imports."""
    await service.loop("imports", EVERY).forever(partial(go_on, tables, service, installation.keys))


async def go_on(tables: Mapping[str, Import], service: Service, keys: Keys) -> None:
    """Carry out what was asked for. Two processes at once are harmless: each row and each note is one command."""
    page = await service.store.find(ImportJob, {"stage": JobState.RUNNING})
    for stored in page.items:
        await _carry_out(tables[stored.entity.what], service, keys, stored.entity)


async def _carry_out(what: Import, service: Service, keys: Keys, job: ImportJob) -> None:
    generations, looked = await rows.look(service.store, keys, what, job.content.encode(), MOST_ROWS_LATER)
    message = Message(id=job.id, at=job.at or service.clock(), correlation=job.correlation)
    waves = list(rows.waves_of(generations))
    if looked.problems and not job.waves:  # what was right when it was looked at is wrong by now
        await _note(service, message, 1, Report(problems=looked.problems), last=True)
        return
    for wave in range(job.waves, len(waves)):
        right, wrong = rows.parted(waves[wave])
        report = Report(problems=wrong)
        commands = rows.commands_of(what, right, message, keys, job.by)
        await rows.carry_out_wave(partial(service.run, keyed=True), what, commands, report)
        await _note(service, message, wave + 1, report, last=wave + 1 == len(waves))
    if job.waves >= len(waves):
        await _note(service, message, job.waves + 1, Report(), last=True)


async def _note(service: Service, message: Message, wave: int, report: Report, *, last: bool) -> None:
    envelope: dict[str, Any] = {"id": uuid5(message.id, f"wave {wave}"), "correlation": message.correlation}
    facts: dict[str, Any] = {"job": message.id, "wave": wave, "report": asdict(report), "last": last}
    await service.run(note_wave, NoteWave(at=service.clock(), **envelope, **facts))
