"""Where nobody is told: what an address takes then is what it takes where somebody is, so that time says nothing of either."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final
from uuid import UUID

from shared.auth import Keys
from shared.contracts import Message
from shared.flow import Change, Read

DRAWERS: Final = 4096
"""So many documents hold that somebody knocked and nobody was told."""


@dataclass(slots=True)
class Knock:
    """Somebody named an address and nobody was told: it is nobody's here, or was asked a moment ago, or is there already.

    It is written so that one address takes as long as another. A few drawers hold them all.
    """

    kind: ClassVar[str] = "knocks"

    id: UUID
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnockInVain(Message):
    """Read and write as much as a step of the form does that tells somebody. `drawer`: of the address, see `drawer_of`."""

    drawer: UUID


def drawer_of(keys: Keys, address: str, step: str = "") -> UUID:
    """Where an address knocks; each step at a drawer of its own."""
    return UUID(int=keys.fingerprint("knock", address + step).int % DRAWERS)


async def knock(command: KnockInVain, read: Read) -> Change[Any]:
    """By id, as a thing is looked up."""
    return noted(await read.maybe(Knock, command.drawer), command)


async def knock_again(command: KnockInVain, read: Read) -> Change[Any]:
    """By a question, as an address is looked up."""
    page = await read.find(Knock, {"_id": command.drawer}, limit=1)
    return noted(next((stored.entity for stored in page.items), None), command)


def noted(there: Knock | None, command: Any) -> Change[Any]:
    """It was at this moment; nobody is told."""
    found = there or Knock(command.drawer)
    found.at = command.at
    return Change(found, silent=True)
