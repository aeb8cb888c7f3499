"""No file lies there that nothing names: the loop that takes away what requests and processes left that came to no end."""

import asyncio
from datetime import timedelta
from typing import Any

from services.registration.answers.queries import answers_of
from services.registration.files.folder import Folder
from shared.flow.service import Service
from shared.store.every import PAGE

SWEEP = 600.0
"""Seconds between two looks for files that nothing names."""
UNNAMED = timedelta(hours=1)
"""So long may a file lie there before a document names it: no request takes so long."""


async def sweep(service: Service, folder: Folder) -> int:
    """Take away what no document names and nobody can be about to; returns how many files. Two processes at once are harmless."""
    old = [each for each in await asyncio.to_thread(folder.lying) if each.since < service.clock() - UNNAMED]
    gone = 0
    for start in range(0, len(old), PAGE):
        page = old[start : start + PAGE]
        there = await answers_of(service.store, [each.owner for each in page])
        for each in page:
            named = there[each.owner].named if each.owner in there else set()
            if each.file not in named:
                await asyncio.to_thread(each.path.unlink, missing_ok=True)
                gone += 1
    return gone


async def sweep_forever(service: Service, installation: Any) -> None:
    """A loop of the process, until cancelled."""
    folder = Folder.of(installation.settings)

    async def step() -> None:
        await sweep(service, folder)

    await service.loop("files that nothing names", SWEEP).forever(step)
