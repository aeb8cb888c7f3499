"""The sweep of waiting lists: should a promotion ever have been missed, it is made here, within half a minute."""

import asyncio
import logging
from datetime import datetime
from typing import Any
from uuid import uuid4

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import SEATING
from services.registration.registrations import queries
from services.registration.registrations.commands import Promote
from services.registration.registrations.handlers import promote_next
from services.registration.registrations.model import Registration
from services.registration.registrations.places import MOST
from shared.flow import Read
from shared.flow.service import Service
from shared.loop import passing_by
from shared.store import In
from shared.store.every import every

log = logging.getLogger(__name__)

EVERY = 30.0
"""Seconds between two sweeps. Events promote at once; this is the net below them."""


async def sweep(service: Service, at: datetime) -> int:
    """Promote in every pool until nothing is free or nobody waits; returns how many. Two processes at once are harmless."""
    promoted = 0
    async for stored in every(service.store, Gathering, {"state": In(SEATING)}, passing_by=True):
        gathering = stored.entity
        with passing_by("a waiting list cannot be swept", gathering=str(gathering.id)):
            for category in gathering.capacity:
                promoted += await _promote_all(service, gathering, category, at)
    return promoted


async def sweep_forever(service: Service, _installation: Any) -> None:
    """A loop of the process, until cancelled."""

    async def step() -> None:
        if promoted := await sweep(service, service.clock()):
            log.warning("the sweep promoted who was missed", extra={"count": promoted})

    await asyncio.sleep(EVERY)
    await service.loop("waiting lists", EVERY).forever(step)


async def _promote_all(service: Service, gathering: Gathering, category: str, at: datetime) -> int:
    """One after the other, each into a seat that was found free before: the seats are not counted for each of them."""
    promoted, moved = 0, True
    while moved:
        moved = False
        for seat in await _free(service, gathering, category):
            if not await _promote(service, gathering, category, at, seat):
                break
            promoted, moved = promoted + 1, True
    return promoted


async def _free(service: Service, gathering: Gathering, category: str) -> list[int]:
    read, pool = Read(service.store), gathering.pool(category)
    if await queries.first_waiting(read, pool) is None:
        return []
    return await queries.free_seats(read, pool, gathering.capacity[category], MOST)


async def _promote(service: Service, gathering: Gathering, category: str, at: datetime, seat: int) -> bool:
    command = Promote(id=uuid4(), at=at, gathering=gathering.id, category=category, seat=seat)
    stored = await service.run(promote_next, command)
    return isinstance(stored.entity, Registration)
