"""What can be asked of gatherings. Ids of new documents are in the command, so that asking twice is asking once."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from shared.contracts import Message
from shared.contracts.gatherings import Admission, GatheringKind, Mode
from shared.contracts.organizations import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringTold(Message):
    """All that is said of a gathering. Times are aware; `time_zone` (IANA) is the venue's; `capacity` is seats by category.

    `admission`: the rules of the categories that have another one than their name says.
    """

    gathering: UUID
    gathering_kind: GatheringKind
    title: Text
    venue: Text
    mode: Mode
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    capacity: dict[str, int]
    body: UUID | None = None
    admission: dict[str, Admission] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftGathering(GatheringTold):
    """Enter a gathering."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGathering(GatheringTold):
    """All that is said of a gathering from now on; its capacity names every category that there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostponeGathering(Message):
    """Not on its date: on another one, or nobody knows when. Both times, or none."""

    gathering: UUID
    reason: Text
    starts_at: datetime | None = None
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelGathering(Message):
    """It will not take place."""

    gathering: UUID
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveGathering(Message):
    """Take a gathering to its next state; which one, the handler says."""

    gathering: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCapacity(Message):
    """So many seats in each category from now on; names every category that there is."""

    gathering: UUID
    capacity: dict[str, int]
