"""The loop that imports tables: wave after wave, noted after each, so that a process that ends is gone on for by the next."""

from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from typing import Any
from uuid import uuid5

from services.registration.imports import rows
from services.registration.imports.handlers import note_wave
from services.registration.imports.model import ImportJob, JobState, NoteWave, What
from services.registration.imports.rows import EDITIONS, ORGANIZATIONS, PEOPLE, Import, Report
from services.registration.imports.table import MOST_ROWS_LATER
from shared.auth import Keys
from shared.contracts import Message
from shared.flow.service import Service

EVERY = 0.5
"""Seconds between two looks."""

TABLES: Mapping[What, Import] = {"organizations": ORGANIZATIONS, "people": PEOPLE, "editions": EDITIONS}


async def work(service: Service, installation: Any) -> None:
    """A loop of the process, until cancelled."""
    await service.loop("imports", EVERY).forever(partial(go_on, service, installation.keys))


async def go_on(service: Service, keys: Keys) -> None:
    """Carry out what was asked for. Two processes at once are harmless: each row and each note is one command."""
    page = await service.store.find(ImportJob, {"stage": JobState.RUNNING})
    for stored in page.items:
        await _carry_out(service, keys, stored.entity)


async def _carry_out(service: Service, keys: Keys, job: ImportJob) -> None:
    what, content = TABLES[job.what], job.content.encode()
    generations, looked = await rows.look(service.store, keys, what, content, MOST_ROWS_LATER)
    message = Message(id=job.id, at=job.at or service.clock(), correlation=job.correlation)
    waves = list(rows.waves_of(generations))
    if looked.problems and not job.waves:  # what was right when it was looked at is wrong by now
        await _note(service, message, 1, Report(problems=looked.problems), last=True)
        return
    for wave in range(job.waves, len(waves)):
        report = Report()
        commands = rows.commands_of(what, waves[wave], message, keys, job.by)
        await rows.carry_out_wave(partial(service.run, keyed=True), what, commands, report)
        await _note(service, message, wave + 1, report, last=wave + 1 == len(waves))
    if job.waves >= len(waves):
        await _note(service, message, job.waves + 1, Report(), last=True)


async def _note(service: Service, message: Message, wave: int, report: Report, *, last: bool) -> None:
    envelope: dict[str, Any] = {"id": uuid5(message.id, f"wave {wave}"), "correlation": message.correlation}
    facts: dict[str, Any] = {"job": message.id, "wave": wave, "report": asdict(report), "last": last}
    await service.run(note_wave, NoteWave(at=service.clock(), **envelope, **facts))
