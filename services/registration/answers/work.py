"""Whoever is erased is erased whole: the loop that erases what they answered."""

from typing import Any
from uuid import uuid4

from services.registration.answers.handlers import forget
from services.registration.answers.model import Answers, Forget
from services.registration.people.commands import Spread
from services.registration.people.handlers import left
from services.registration.people.model import Person
from shared.flow.service import Service
from shared.loop import passing_by
from shared.store.every import every

EVERY = 2.0
"""Seconds between two looks: one look along an index that is nearly always empty."""


async def forget_all(service: Service) -> int:
    """Erase what is still to be erased; returns of how many people. Two processes at once are harmless."""
    people = 0
    async for stored in every(service.store, Person, {"leaves": True}, passing_by=True):
        with passing_by("the answers of somebody who was erased cannot be erased", person=str(stored.id)):
            async for answers in every(service.store, Answers, {"person": stored.id}):
                await service.run(forget, Forget(id=uuid4(), at=service.clock(), answers=answers.id))
            await service.run(left, Spread(id=uuid4(), at=service.clock(), person=stored.id))
            people += 1
    return people


async def forget_forever(service: Service, _installation: Any) -> None:
    """A loop of the process, until cancelled."""

    async def step() -> None:
        await forget_all(service)

    await service.loop("answers of the erased", EVERY).forever(step)
