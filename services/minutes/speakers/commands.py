"""What can be asked of a list of speakers."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from shared.contracts import Message
from shared.contracts.speakers import Purpose

SHORTEST: Final = 10
LONGEST: Final = 14_400
"""Seconds that a limit can be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Message):
    """Something is asked about the list of this item."""

    gathering: UUID
    item: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSpeakers(Asked):
    """Let everybody who is present be put on it. `limit`: in seconds; None: as it is."""

    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseSpeakers(Asked):
    """Let nobody else be put on it, but for a point of order or a right of reply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitSpeakers(Asked):
    """Show that each may speak so many seconds; None: that there is no limit."""

    limit: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSpeaker(Asked):
    """Somebody who is present asks to speak. The speaker's id is the command's."""

    person: UUID
    purpose: Purpose = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving(Asked):
    """About one who was put on it, under this id."""

    speaker: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveSpeaker(Moving):
    """Let them speak just before another one who asks for the same (None: as the last of those); why may be left out."""

    before: UUID | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOffSpeaker(Moving):
    """They do not speak after all; why may be left out."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginSpeaker(Moving):
    """Give them the floor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSpeaker(Moving):
    """They have spoken."""
