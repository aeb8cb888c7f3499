"""Signing out everywhere: each session ends by a command of its own."""

from uuid import uuid5

from services.registration.sessions import handlers, queries
from services.registration.sessions.model import End
from shared.auth import Caller
from shared.http import Do
from shared.store import Store


async def end_all(store: Store, caller: Caller, do: Do) -> None:
    """All sessions of the caller, and the links on their way."""
    for id in await queries.not_ended(store, caller.id) if caller.id else []:
        await do(handlers.end, End(**do.message | {"id": uuid5(do.message["id"], str(id))}, session=id))
