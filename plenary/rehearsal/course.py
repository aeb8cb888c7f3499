"""The services at work on a copy, as `up` runs them, while its clock goes from one moment at which something is due to the next.

In one leap a month later things would happen that never do: a reminder would find that the time to answer is over. Mails are sent
by the same sender; it is asked at each moment, since the seconds for which it rests are not those of this clock.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from plenary.client import Failure
from plenary.rehearsal.clock import Ahead
from services.__main__ import SERVICES
from services.notifications.announcements.loop import spread
from services.notifications.notifications.loop import channel_of, send, templates_of
from services.notifications.notifications.sender import Mailer
from services.process import Process
from shared.flow import Definition
from shared.flow.service import Service, topics
from shared.settings import Settings
from shared.store import Range

TOGETHER: Final = timedelta(minutes=1)
"""What is due within it is done at one moment."""
LOOK: Final = 0.01
"""Seconds between two looks whether something still moves."""
LOOKS: Final = 2
"""So many in a row that see nothing move."""
LONGEST: Final = 60.0
"""Seconds after which what is on its way is given up, if nothing was done meanwhile."""


class Course:
    """The services of a copy, and its clock."""

    def __init__(self, process: Process, clock: Ahead) -> None:
        self.services = process.services
        self.clock = clock
        self._mails = process.services["notifications"]
        settings = process.installation.settings
        channel = channel_of(smtp_url="", mail_from=settings.mail_from, folder=settings.data / "mails")
        self._mailer = Mailer(self._mails, channel, templates_of(process.installation), clock)

    async def passes(self, days: int) -> None:
        """So many days: all that is due in them has happened in its order. Raises `Failure` where it does not end."""
        end = self.clock() + timedelta(days=days)
        while (moment := await self._next(end)) is not None:
            self.clock.moves_on_to(min(moment + TOGETHER, end))
            await self.settle()
        self.clock.moves_on_to(end)
        await self.settle()

    async def _next(self, end: datetime) -> datetime | None:
        """When the next is due, until `end`. What was due and is so still (it was refused) holds nothing up."""
        now = self.clock()
        found = [await _first_due(service, now) for service in self.services.values()]
        return min((moment for moment in found if moment and moment <= end), default=None)

    async def settle(self) -> None:
        """Until nothing moves: what is due is done, sent, heard, and told by mail. Raises `Failure` where it does not end."""
        now = asyncio.get_running_loop().time
        quiet, until = 0, now() + LONGEST
        while quiet < LOOKS:
            done = await self._do_what_is_due()
            until = now() + LONGEST if done else until
            if now() > until:
                raise Failure(f"The copy did not come to rest on {self.clock():%Y-%m-%d}.")
            moves = done or any([await _is_on_its_way(each) for each in self.services.values()])
            quiet = 0 if moves else quiet + 1
            await asyncio.sleep(LOOK)

    async def _do_what_is_due(self) -> bool:
        """Whether there was something."""
        fired = [await each.timers.fire(self.clock()) for each in self.services.values()]
        told = await spread(self._mails, self.clock()) + await self._mailer.step()
        return any(fired) or told > 0


@asynccontextmanager
async def course(settings: Settings) -> AsyncIterator[Course]:
    """The services at work, ended cleanly. Raises `PlenaryError` where stores or log are damaged or do not belong together."""
    clock = Ahead()
    async with Process.open(settings, _definitions(), clock=clock) as process:
        work = asyncio.create_task(process.work())
        work.add_done_callback(lambda _: process.compared.set())
        try:
            await process.compared.wait()
            if work.done():
                await work
            yield Course(process, clock)
        finally:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)


def _definitions() -> list[Definition]:
    """The three services, but for the loop that sends."""
    return [
        replace(
            each,
            subjects=tuple(
                replace(subject, loops=tuple(loop for loop in subject.loops if loop is not send))
                for subject in each.subjects
            ),
        )
        for each in SERVICES.values()
    ]


async def _first_due(service: Service, after: datetime) -> datetime | None:
    """When the next of its documents is due. (Some have a day of their own under that name, which no timer knows.)"""
    pages = [
        await service.store.find(kind, {"due": Range(gt=after)}, sort="due", limit=1)
        for kind in service.definition.kinds
    ]
    found = [getattr(stored.entity, "due", None) for page in pages for stored in page.items]
    return min((due for due in found if isinstance(due, datetime)), default=None)


async def _is_on_its_way(service: Service) -> bool:
    """Something that it published or is to hear."""
    if not (service.sender.idle and service.consumer.idle) or await service.store.pending():
        return True
    await service.consumer.acknowledge()  # which it does by itself five times a second
    for topic in topics(service.definition):
        done = await service.log.committed(service.name, topic)
        if any(end > done.get(partition, 0) for partition, end in (await service.log.ends(topic)).items()):
            return True
    return False
