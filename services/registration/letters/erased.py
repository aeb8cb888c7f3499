"""Of somebody who was erased nothing stays in letters."""

from uuid import UUID, uuid4

from services.registration.letters.handlers import forget
from services.registration.letters.model import Forget, Letter
from shared.flow.service import Service
from shared.settings import Settings
from shared.store.every import every


async def forget_letters(service: Service, _settings: Settings, person: UUID) -> None:
    """Of letters to them the number stays, of letters that they signed all but the name."""
    for role in ("person", "signer"):
        async for stored in every(service.store, Letter, {role: person}):
            command = Forget(id=uuid4(), at=service.clock(), letter=stored.id, person=person)
            await service.run(forget, command)
