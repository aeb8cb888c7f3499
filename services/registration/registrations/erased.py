"""Of somebody who was erased no registration keeps the name."""

from uuid import UUID, uuid4

from services.registration.registrations.commands import Unname
from services.registration.registrations.handlers import unname
from services.registration.registrations.model import Registration
from shared.flow.service import Service
from shared.settings import Settings
from shared.store.every import every


async def forget_names(service: Service, _settings: Settings, person: UUID) -> None:
    """The names by which lists are sorted."""
    async for stored in every(service.store, Registration, {"person": person}):
        if stored.entity.sorted_as:
            await service.run(unname, Unname(id=uuid4(), at=service.clock(), registration=stored.id))
