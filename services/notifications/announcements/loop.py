"""The loop that tells everybody: page by page, each person by a command whose notification is made once, whoever repeats it."""

import asyncio
from datetime import datetime
from typing import Any
from uuid import uuid5

from services.notifications.announcements.audiences import part_of
from services.notifications.announcements.handlers import turn_page
from services.notifications.announcements.model import Announcement, TurnPage
from services.notifications.announcements.part import Hearer
from services.notifications.notifications.commands import TellOne
from services.notifications.notifications.handlers import tell_one
from services.notifications.notifications.model import Notification
from shared.flow.service import Service
from shared.loop import passing_by
from shared.store import Range, Stored
from shared.store.every import every

EVERY = 1.0
"""Seconds between two looks."""


async def spread_forever(service: Service, _installation: Any) -> None:
    """A loop of the process, until cancelled."""

    async def step() -> None:
        await spread(service, service.clock())

    await service.loop("announcements", EVERY).forever(step)


async def spread(service: Service, at: datetime) -> int:
    """Go through every announcement that is due; returns how many people were told. Broken off, it goes on where it was."""
    told = 0
    async for stored in every(service.store, Announcement, {"due": Range(lte=at)}, sort="due", passing_by=True):
        with passing_by("an announcement cannot go on", announcement=str(stored.id)):
            told += await _all_pages(service, stored, at)
    return told


async def _all_pages(service: Service, stored: Stored[Announcement], at: datetime) -> int:
    passes, told = stored.entity.passes, 0
    while (it := stored.entity).due is not None and it.passes == passes:
        part = await part_of(service.store, it)
        made = await _tell(service, it, part.hearers)
        command = TurnPage(
            id=uuid5(it.id, f"{it.passes}/{it.after}"),
            at=at,
            correlation=it.correlation,
            announcement=it.id,
            before=it.after,
            after=part.after,
            told=made,
            last=part.last,
        )
        stored, told = await service.run(turn_page, command), told + made
    return told


async def _tell(service: Service, it: Announcement, hearers: list[Hearer]) -> int:
    """Those of a page who were not told; how many they were."""
    there = await service.store.get_many(Notification, [each.notification for each in hearers])
    new = {each.notification: _command(it, each) for each in hearers if each.notification not in there}
    await asyncio.gather(*(service.run(tell_one, command) for command in new.values()))
    return len(new)


def _command(it: Announcement, hearer: Hearer) -> TellOne:
    return TellOne(
        id=hearer.notification,
        at=it.at,
        correlation=it.correlation,
        event=it.event,
        thing=(hearer.topic, hearer.thing.id),
        sequence=hearer.sequence,
        person=hearer.person,
        gathering=it.gathering,
        template=it.template,
        facts=it.facts,
    )
