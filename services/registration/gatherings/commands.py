"""What can be asked of gatherings. Ids of new documents are in the command, so that asking twice is asking once."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from shared.contracts import Message
from shared.contracts.gatherings import Admission, GatheringKind, Mode, Particulars
from shared.contracts.organizations import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringAsked(Message):
    """Of which gathering something is asked, and by whom: for its history."""

    gathering: UUID
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringTold(GatheringAsked):
    """All that is said of a gathering. Times are aware; `time_zone` (IANA) is the venue's; `capacity` is seats by category.

    `admission`: the rules of the categories that have another one than their name says.
    """

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
    edition: UUID | None = None
    facts: Particulars = field(default_factory=Particulars)

    @classmethod
    def told(cls, **said: Any) -> Self:
        """As a form tells it."""
        facts = Particulars(**{name: said.pop(name) for name in Particulars.model_fields if name in said})
        return cls(facts=facts, **said)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftGathering(GatheringTold):
    """Enter a gathering."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGathering(GatheringTold):
    """All that is said of a gathering from now on; its capacity names every category that there is.

    `all_the_same`: in this mode, even if somebody required another one.
    """

    all_the_same: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PostponeGathering(GatheringAsked):
    """Not on its date: on another one, or nobody knows when. Both times, or none."""

    reason: Text
    starts_at: datetime | None = None
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelGathering(GatheringAsked):
    """It will not take place."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveGathering(GatheringAsked):
    """Take a gathering to its next state; which one, the handler says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCapacity(GatheringAsked):
    """So many seats in each category from now on; names every category that there is."""

    capacity: dict[str, int]
