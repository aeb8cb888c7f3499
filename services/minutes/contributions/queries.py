"""What is asked of the store about contributions."""

from dataclasses import replace
from uuid import UUID

from services.minutes.contributions.model import Contribution
from shared.flow import Read
from shared.store.every import every


async def contributions_of(read: Read, gathering: UUID) -> list[Contribution]:
    """What was brought forward there, the oldest first."""
    return [each.entity async for each in every(read, Contribution, {"gathering": gathering}, sort="made_at")]


def as_published(contribution: Contribution) -> Contribution:
    """The contribution as everybody reads it: of one that was taken back only that it was."""
    return contribution if contribution.stands else replace(contribution, words="", answers=[])
