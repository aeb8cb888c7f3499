"""A sender whose clock and channel a test holds in its hands."""

import asyncio
from dataclasses import dataclass
from typing import Any

import pytest

from services.notifications.notifications.sender import Mailer
from services.notifications.wording import Templates
from shared.flow.service import Service
from tests.notifications.house import Clock, Dead, Said, dying


@dataclass
class Desk:
    """A sender with its clock and channel."""

    mailer: Mailer
    clock: Clock
    channel: Any


async def dies(
    running: Service, channel: Any = None, clock: Clock | None = None, *, after: int = 0, waits: float = 0.0
) -> Desk:
    """A sender that dies when it wants to note what came of so many mails and one more: nothing of it runs any further.

    `waits`: so many seconds it watches first what another began.
    """
    at = desk(dying(running, after=after), channel, clock)

    async def steps() -> None:
        for _ in range(2):
            await at.mailer.step()
            at.clock.passes(seconds=waits)

    with pytest.raises(Dead):
        await steps()
    begun = [task for task in asyncio.all_tasks() if "Mailer." in repr(task.get_coro())]
    await asyncio.gather(*begun, return_exceptions=True)
    return at


def desk(running: Any, channel: Any = None, clock: Clock | None = None) -> Desk:
    """A sender of the service; it is told everything was taken unless `channel` says otherwise."""
    channel, clock = channel or Said(), clock or Clock()
    return Desk(Mailer(running, channel, Templates(), clock, chance=lambda: 0.5), clock, channel)
