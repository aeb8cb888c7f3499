"""A house in which one may be let in, and how one looks at who is."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from services.registration.people.model import Person
from services.registration.registrations.handlers import register
from services.registration.registrations.model import Registration
from shared.contracts import Message
from shared.errors import Conflict
from shared.flow import Decide
from shared.flow.service import Service
from tests.registration.facts import (
    asks,
)
from tests.registration.house import house, opened
from tests.world.facts import known

Step = tuple[Decide[Any], Message]
"""A handler, and what it is asked."""


@asynccontextmanager
async def opened_house(folder: Path) -> AsyncIterator[Service]:
    """An open gathering: a seat for each of delegates and press, two for guests; persons 0 to 3 are on record."""
    async with house(folder) as service:
        await opened(service, range(4), delegate=1, press=1, guest=2)
        yield service


async def itself(service: Service, n: int, category: str) -> Registration:
    """A signed-in person asks for themselves."""
    entity: Registration = (await service.run(register, asks(n, category, by_secretariat=False))).entity
    return entity


async def refused(service: Service, n: int, category: str) -> str:
    with pytest.raises(Conflict) as refusal:
        await itself(service, n, category)
    return refusal.value.slug


async def events(service: Service, n: int) -> list[str]:
    """What was published of the registration of person n."""
    stored = await service.store.get(Registration, asks(n).registration)
    assert stored
    return [each.type.removeprefix("registration.").removesuffix(".v1") for each in stored.outbox]


async def who(service: Service, n: int) -> Person:
    stored = await service.store.get(Person, known(f"person {n}"))
    assert stored
    return stored.entity


async def now(service: Service, n: int) -> Registration:
    stored = await service.store.get(Registration, asks(n).registration)
    assert stored
    return stored.entity
