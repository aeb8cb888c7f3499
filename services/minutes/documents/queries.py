"""What is asked of the store about documents of meetings: those of one, the number that is next, and who reads which."""

from uuid import UUID

from services.minutes.documents.model import MeetingDocument
from services.minutes.record import scope
from shared.auth import Caller
from shared.contracts.documents import Distribution
from shared.flow import Read
from shared.store import Store
from shared.store.every import every


async def documents_of(read: Read, gathering: UUID) -> list[MeetingDocument]:
    """Every document of a gathering, by number."""
    return [each.entity async for each in every(read, MeetingDocument, {"gathering": gathering}, sort="number")]


async def next_number(read: Read, gathering: UUID) -> int:
    """The number after the last one, also if that was withdrawn. A hint: the claim of the document decides."""
    last = await read.find(MeetingDocument, {"gathering": gathering}, sort="-number", limit=1)
    return last.items[0].entity.facts.number + 1 if last.items else 1


async def read_by(store: Store, caller: Caller, gathering: UUID) -> set[Distribution]:
    """Which documents of a gathering this caller reads, who reads its minutes."""
    if await scope.keeps(store, caller, gathering):
        return {"general", "limited", "restricted"}
    return {"general", "limited"} if caller.is_("observer") else {"general"}
