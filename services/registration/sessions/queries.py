"""What is asked of sessions, and which of them a caller may see."""

from datetime import datetime
from uuid import UUID

from services.registration.people.queries import visible
from services.registration.sessions.model import PATIENCE, Session
from shared.auth import Caller
from shared.flow import Read
from shared.store import Range, Store, Stored
from shared.store.every import every


async def asked_lately(read: Read, person: UUID, at: datetime) -> bool:
    """Whether a link was sent to this person a moment ago. A hint against floods: two at once may both be sent."""
    lately = {"person": person, "asked_at": Range(gt=at - PATIENCE)}
    return bool((await read.find(Session, lately, sort="-asked_at", limit=1)).items)


async def open_sessions(store: Store, person: UUID, at: datetime) -> list[Session]:
    """Where a person is signed in, the newest first."""
    found = [each.entity async for each in every(store, Session, {"person": person}, sort="-asked_at")]
    return [each for each in found if each.is_open(at)]


async def not_ended(store: Store, person: UUID) -> list[UUID]:
    """All of a person that opens something, or would: open sessions, and links on their way."""
    return [each.id async for each in every(store, Session, {"person": person}) if not each.entity.ended]


async def own(store: Store, caller: Caller, session: UUID) -> Stored[Session]:
    """A session of the caller's own; raises NotFound for another's, whoever asks."""
    return await visible(store, Session, session, {"person": caller.id})
