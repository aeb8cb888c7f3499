"""Whether a gathering ended with a final statement that everybody reads: the page of its minutes leads there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from shared.contracts import Event, Record
from shared.contracts.final_statements import FinalStatementAdopted
from shared.flow import Change, Hear, Read


@dataclass(slots=True, kw_only=True)
class Ending:
    """The final statement of one gathering, whose id it has, was adopted at that time (UTC)."""

    kind: ClassVar[str] = "ending"

    id: UUID
    adopted_at: datetime


async def note_ending(record: Record, read: Read) -> Iterable[Change[Ending]]:
    """It was adopted; told again, that is known."""
    event = record.event
    if not isinstance(event, FinalStatementAdopted) or await read.maybe(Ending, event.gathering):
        return []
    return [Change(Ending(id=event.gathering, adopted_at=event.adopted_at))]


ON: Mapping[type[Event], Hear] = {FinalStatementAdopted: note_ending}
