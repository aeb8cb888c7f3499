"""What is asked of answers."""

from collections.abc import Sequence
from uuid import UUID

from services.registration.answers.model import Answers
from shared.store import Store


async def answers_of(store: Store, registrations: Sequence[UUID]) -> dict[UUID, Answers]:
    """What was answered, by registration; of whom nothing was, nothing."""
    found = await store.get_many(Answers, [*registrations])
    return {id: stored.entity for id, stored in found.items()}
