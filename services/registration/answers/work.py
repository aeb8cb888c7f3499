"""Whoever is erased is erased whole, answers, files and letters; and no file lies there that nothing names: two loops."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

from services.registration.answers.handlers import forget
from services.registration.answers.model import Answers, Forget
from services.registration.answers.queries import answers_of
from services.registration.files.folder import Folder
from services.registration.letters.work import forget_letters
from services.registration.people.commands import Spread
from services.registration.people.handlers import left
from services.registration.people.model import Person
from shared.flow.service import Service
from shared.loop import passing_by
from shared.store.every import PAGE, every

EVERY = 2.0
"""Seconds between two looks: one look along an index that is nearly always empty."""


SWEEP = 600.0
"""Seconds between two looks for files that nothing names."""
UNNAMED = timedelta(hours=1)
"""So long may a file lie there before a document names it: no request takes so long."""


async def forget_all(service: Service, folder: Folder) -> int:
    """Erase what is still to be erased; returns of how many people. Two processes at once are harmless.

    The documents first, then the files, then the mark: whoever dies between is gone on for.
    """
    people = 0
    async for stored in every(service.store, Person, {"leaves": True}, passing_by=True):
        with passing_by("the answers of somebody who was erased cannot be erased", person=str(stored.id)):
            async for answers in every(service.store, Answers, {"person": stored.id}):
                await service.run(forget, Forget(id=uuid4(), at=service.clock(), answers=answers.id))
                await folder.forget(answers.id)
            await forget_letters(service, stored.id)
            await service.run(left, Spread(id=uuid4(), at=service.clock(), person=stored.id))
            people += 1
    return people


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


async def forget_forever(service: Service, installation: Any) -> None:
    """A loop of the process, until cancelled."""
    folder = Folder.of(installation.settings)

    async def step() -> None:
        await forget_all(service, folder)

    await service.loop("answers of the erased", EVERY).forever(step)


async def sweep_forever(service: Service, installation: Any) -> None:
    """A loop of the process, until cancelled."""
    folder = Folder.of(installation.settings)

    async def step() -> None:
        await sweep(service, folder)

    await service.loop("files that nothing names", SWEEP).forever(step)
