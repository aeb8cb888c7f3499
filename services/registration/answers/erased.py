"""Of somebody who was erased no answer stays, and no file."""

from uuid import UUID, uuid4

from services.registration.answers.handlers import forget
from services.registration.answers.model import Answers, Forget
from services.registration.files.folder import Folder
from shared.flow.service import Service
from shared.settings import Settings
from shared.store.every import every


async def forget_answers(service: Service, settings: Settings, person: UUID) -> None:
    """The documents first, then the files: none is named that is not there."""
    folder = Folder.of(settings)
    async for stored in every(service.store, Answers, {"person": person}):
        await service.run(forget, Forget(id=uuid4(), at=service.clock(), answers=stored.id))
        await folder.forget(stored.id)
