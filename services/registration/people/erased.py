"""Of somebody who was erased no alias stays."""

from uuid import UUID, uuid4

from services.registration.people.commands import Spread
from services.registration.people.handlers import erase_alias
from services.registration.people.model import Person
from shared.flow import Read
from shared.flow.service import Service
from shared.settings import Settings


async def forget_aliases(service: Service, _settings: Settings, person: UUID) -> None:
    """Each alias is erased, and marked as the person is."""
    for alias in (await Read(service.store).one(Person, person)).aliases:
        await service.run(erase_alias, Spread(id=uuid4(), at=service.clock(), person=alias))
