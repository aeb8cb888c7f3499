"""Whoever is erased is erased whole: the loop that erases the aliases of those who were, and the names in their registrations."""

from typing import Any
from uuid import UUID, uuid4

from services.registration.people.commands import Spread
from services.registration.people.handlers import erase_alias, rest
from services.registration.people.model import Person
from services.registration.registrations.commands import Unname
from services.registration.registrations.handlers import unname
from services.registration.registrations.model import Registration
from shared.flow.service import Service
from shared.loop import passing_by
from shared.store.every import every

EVERY = 2.0
"""Seconds between two looks: one look along an index that is nearly always empty."""


async def spread(service: Service) -> int:
    """Erase what is still to be erased; returns how many aliases. Two processes at once are harmless."""
    erased = 0
    async for stored in every(service.store, Person, {"spreads": True}, passing_by=True):
        with passing_by("what is left of somebody who was erased cannot be erased", person=str(stored.id)):
            for alias in stored.entity.aliases:
                at = service.clock()
                await service.run(erase_alias, Spread(id=uuid4(), at=at, person=alias))
                erased += 1
            await _unname(service, stored.id)
            await service.run(rest, Spread(id=uuid4(), at=service.clock(), person=stored.id))
    return erased


async def spread_forever(service: Service, _installation: Any) -> None:
    """A loop of the process, until cancelled."""

    async def step() -> None:
        await spread(service)

    await service.loop("aliases", EVERY).forever(step)


async def _unname(service: Service, person: UUID) -> None:
    """An alias that was erased is looked through by itself."""
    async for stored in every(service.store, Registration, {"person": person}):
        if stored.entity.sorted_as:
            await service.run(unname, Unname(id=uuid4(), at=service.clock(), registration=stored.id))
