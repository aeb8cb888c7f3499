"""What is asked of the store about statements of earlier editions."""

from uuid import UUID

from services.minutes.statements.model import Statement
from shared.errors import NotFound
from shared.store import Store, Stored


async def of_history(store: Store, id: UUID) -> Stored[Statement]:
    """A statement that was made at no gathering that is known here. Raises NotFound."""
    stored = await store.get(Statement, id)
    if stored is None or stored.entity.facts.gathering:
        raise NotFound("There is no such statement here.")
    return stored
