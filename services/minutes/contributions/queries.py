"""What is asked of the store about contributions."""

from uuid import UUID

from services.minutes.contributions.model import Contribution
from shared.flow import Read
from shared.store.every import every


async def contributions_of(read: Read, gathering: UUID) -> list[Contribution]:
    """What was brought forward there, the oldest first."""
    return [each.entity async for each in every(read, Contribution, {"gathering": gathering}, sort="made_at")]
