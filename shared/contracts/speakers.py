"""`plenary.speakers`: who asked to speak on an item of the agenda, who speaks and who spoke; never why, nor what was said.
Published by minutes; keyed by list of speakers."""

from datetime import datetime
from typing import Literal
from uuid import UUID, uuid5

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts

SPEAKERS = Topic("plenary.speakers", "minutes", "lists of speakers, one for each item of an agenda")

Purpose = Literal["point_of_order", "statement", "right_of_reply"]
"""What somebody asks to speak for. In this order they come: whoever raises a point of order goes before everybody who waits,
and whoever replies comes after the last statement."""


def speakers_id(item: UUID) -> UUID:
    """The id of the list of speakers of an item: there is one."""
    return uuid5(item, "speakers")


class SpeakersFacts(Facts):
    """A list of speakers: of which item of the agenda of which gathering. `limit`: so many seconds each may speak (None: no
    limit is set); it is shown, and nothing is cut off.
    """

    gathering: UUID
    item: UUID
    limit: int | None = None


class SpeakerFacts(Facts):
    """Who asks to speak, in whose name as the attendance knew it then (None: in nobody's), and what for."""

    person: UUID
    purpose: Purpose
    organization: UUID | None = None


class SpeakersOpened(SpeakersFacts, Event):
    """Whoever is present may be put on it; also again, after it was closed. Enters *open*."""

    type = "speakers.opened.v1"
    topic = SPEAKERS

    speakers: UUID
    opened_at: datetime


class SpeakersClosed(Event):
    """Nobody else is put on it, but for a point of order or a right of reply. Enters *closed*."""

    type = "speakers.closed.v1"
    topic = SPEAKERS

    speakers: UUID
    gathering: UUID
    item: UUID
    closed_at: datetime


class SpeakersLimited(SpeakersFacts, Event):
    """Each may speak so long from now on (`limit`; None: no limit is set any more)."""

    type = "speakers.limited.v1"
    topic = SPEAKERS

    speakers: UUID


class SpeakerTold(Event):
    """Something of one who is or was on the list (`speaker`: the id of this one time, not of the person)."""

    topic = SPEAKERS

    speakers: UUID
    gathering: UUID
    item: UUID
    speaker: UUID
    moved_at: datetime


class SpeakerAdded(SpeakerFacts, SpeakerTold):
    """Somebody waits, as the last of those who ask for the same. Enters *waiting*."""

    type = "speaker.added.v1"


class SpeakerMoved(SpeakerTold):
    """The chair let them speak earlier or later: just before another one (None: as the last of those who ask for the same)."""

    type = "speaker.moved.v1"

    before: UUID | None = None


class SpeakerTakenOff(SpeakerTold):
    """They do not speak after all. Enters *taken_off*."""

    type = "speaker.taken-off.v1"


class SpeakerBegan(SpeakerTold):
    """They have the floor. A point of order interrupts who had it before, who goes on when it ends. Enters *speaking*."""

    type = "speaker.began.v1"


class SpeakerEnded(SpeakerTold):
    """They have spoken. Enters *spoken*."""

    type = "speaker.ended.v1"
