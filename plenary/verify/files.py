"""Files that people brought: each that a document names lies there as it was brought, and none lies there that nothing names."""

import asyncio
import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from plenary.verify.documents import Documents, groups
from plenary.verify.finding import Finding
from services.registration.answers.model import Answers
from services.registration.answers.work import UNNAMED
from services.registration.files.folder import Folder, Lying
from services.registration.files.model import File

AWAY = timedelta(days=1)
"""So long may an installation stand still, and sweep nothing, before that is told."""


async def files(documents: Documents, folder: Folder) -> list[Finding]:
    """Every file is read once. Faults name ids, not what a file is called."""
    kept = Finding("each file that a document names is there as it was brought")
    swept = Finding("no file is left that nothing names")
    async for stored in documents.all(Answers, {}):
        for each in stored.entity.files.values():
            kept.counts["files"] += 1
            kept.note(await asyncio.to_thread(_faults, folder.at(stored.id, each.id), each))
    for group in groups(folder.lying()):
        named = {
            id: each.entity for id, each in (await documents.many(Answers, [each.owner for each in group])).items()
        }
        readable = [each for each in group if each.owner not in documents.damaged]
        swept.note(fault for each in readable for fault in _left(each, named.get(each.owner)))
    return [kept, swept]


def _faults(path: Path, file: File) -> Iterator[str]:
    try:
        with path.open("rb") as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() != file.sha256:
                yield f"{path.name} is not as it was brought; restore it from a backup"
    except OSError as error:
        yield f"{path.name} cannot be read ({error.strerror}); restore it from a backup"


def _left(lying: Lying, answers: Answers | None) -> Iterator[str]:
    if answers and lying.file in answers.named:
        return
    if answers and answers.gone:
        yield f"{lying.path.name} is of somebody who was erased"
    elif datetime.now(UTC) - lying.since > UNNAMED + AWAY:
        yield f"nothing has named {lying.path.name} since {lying.since:%Y-%m-%d}; a start takes it away"
