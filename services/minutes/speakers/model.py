"""The list of speakers of an item: opened and closed; who waits in which order, who speaks, who spoke when. Pure."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Final, Self
from uuid import UUID

from services.minutes.speakers.commands import (
    AddSpeaker,
    BeginSpeaker,
    CloseSpeakers,
    EndSpeaker,
    LimitSpeakers,
    MoveSpeaker,
    OpenSpeakers,
    TakeOffSpeaker,
)
from services.minutes.speakers.speaker import ORDER, Speaker, SpeakerState, placed
from shared.contracts.speakers import (
    Purpose,
    SpeakerAdded,
    SpeakerBegan,
    SpeakerEnded,
    SpeakerMoved,
    SpeakersClosed,
    SpeakersFacts,
    SpeakersLimited,
    SpeakersOpened,
    SpeakerTakenOff,
    speakers_id,
)
from shared.errors import Conflict, Invalid, NotFound

MOST: Final = 500
"""So many times somebody can be put on one list."""


class SpeakersState(StrEnum):
    """Whether somebody else can be put on it; also on a closed one for a point of order, or a right of reply."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(slots=True, kw_only=True)
class Speakers:
    """One list. `asked`: everybody who was ever put on it, in that order; `line`: the ids of those who wait, as they will speak.

    `moved_at`: when something became of somebody on it last. At most one has the floor; a point of order interrupts them.
    """

    kind: ClassVar[str] = "speakers"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering",),)

    id: UUID
    facts: SpeakersFacts
    opened_at: datetime
    state: SpeakersState = SpeakersState.OPEN
    closed_at: datetime | None = None
    asked: list[Speaker] = field(default_factory=list)
    line: list[UUID] = field(default_factory=list)
    moved_at: datetime | None = None

    @property
    def purpose(self) -> Purpose | None:
        """What the last one who was put on it asked for."""
        return self.asked[-1].purpose if self.asked else None

    @property
    def waiting(self) -> list[Speaker]:
        """Those who wait, as they will speak."""
        there = {each.id: each for each in self.asked}
        return [there[each] for each in self.line]

    @property
    def speaking(self) -> list[Speaker]:
        """Who has the floor; before them who raises a point of order meanwhile."""
        found = [each for each in self.asked if each.state is SpeakerState.SPEAKING]
        return sorted(found, key=lambda each: ORDER.index(each.purpose))

    @property
    def spoken(self) -> list[Speaker]:
        """Those who have spoken, in the order in which they began."""
        found = [each for each in self.asked if each.state is SpeakerState.SPOKEN]
        return sorted(found, key=lambda each: each.began_at or each.added_at)

    @classmethod
    def opened(cls, asked: OpenSpeakers) -> tuple[Self, SpeakersOpened]:
        """A new list, with nobody on it."""
        facts = SpeakersFacts(gathering=asked.gathering, item=asked.item, limit=asked.limit)
        speakers = cls(id=speakers_id(asked.item), facts=facts, opened_at=asked.at)
        return speakers, SpeakersOpened.of(speakers, speakers=speakers.id)

    def open(self, asked: OpenSpeakers) -> SpeakersOpened | SpeakersLimited | None:
        """It is open again; None if it is. With another limit, if one is named."""
        limit = self.facts.limit if asked.limit is None else asked.limit
        if self.state is SpeakersState.OPEN:
            return self._limited(limit)
        self.facts = self.facts.model_copy(update={"limit": limit})
        self.state, self.opened_at, self.closed_at = SpeakersState.OPEN, asked.at, None
        return SpeakersOpened.of(self, speakers=self.id)

    def close(self, asked: CloseSpeakers) -> SpeakersClosed | None:
        """None if it is. Those who wait still speak."""
        if self.state is SpeakersState.CLOSED:
            return None
        self.state, self.closed_at = SpeakersState.CLOSED, asked.at
        return SpeakersClosed.of(self, speakers=self.id)

    def set_limit(self, asked: LimitSpeakers) -> SpeakersLimited | None:
        """None if it is so."""
        return self._limited(asked.limit)

    def add(self, asked: AddSpeaker, organization: UUID | None) -> SpeakerAdded | None:
        """As the last of those who ask for the same; None for whoever waits for it already.

        Raises Conflict: `closed` for a statement, `full`.
        """
        if any((each.person, each.purpose) == (asked.person, asked.purpose) for each in self.waiting):
            return None
        if self.state is SpeakersState.CLOSED and asked.purpose == "statement":
            raise Conflict("This list of speakers is closed.", code="closed")
        if len(self.asked) >= MOST:
            raise Conflict(f"At most {MOST} times somebody is put on one list.", code="full")
        one = Speaker(
            id=asked.id, person=asked.person, purpose=asked.purpose, organization=organization, added_at=asked.at
        )
        self.line = placed(self.waiting, one, None)
        self.asked = [*self.asked, one]
        return SpeakerAdded.of(one, **self._told(one.id, asked.at))

    def move(self, asked: MoveSpeaker) -> SpeakerMoved | None:
        """Just before another one who asks for the same; None where they stand. Raises Conflict (`not-waiting`), Invalid."""
        one, before = self._who_waits(asked.speaker), self.line
        others = [each.id for each in self.waiting if each.purpose == one.purpose and each.id != one.id]
        if asked.before is not None and asked.before not in others:
            raise Invalid.at("They can only speak before another one who waits for the same.", "before")
        self.line = placed(self.waiting, one, asked.before)
        if self.line == before:
            return None
        self._now(one, reason=asked.reason)
        return SpeakerMoved(**self._told(one.id, asked.at), before=asked.before)

    def take_off(self, asked: TakeOffSpeaker) -> SpeakerTakenOff | None:
        """None if they are. Raises Conflict (`not-waiting`) for who speaks or spoke."""
        if self.one(asked.speaker).state is SpeakerState.TAKEN_OFF:
            return None
        one = self._who_waits(asked.speaker)
        self._now(one, state=SpeakerState.TAKEN_OFF, reason=asked.reason)
        return SpeakerTakenOff(**self._told(one.id, asked.at))

    def begin(self, asked: BeginSpeaker) -> list[SpeakerEnded | SpeakerBegan]:
        """They have the floor, and whoever had it has spoken; a point of order ends another one alone. Nothing if they have it.
        Raises Conflict (`not-waiting`)."""
        if self.one(asked.speaker).state is SpeakerState.SPEAKING:
            return []
        one = self._who_waits(asked.speaker)
        ends = [each for each in self.speaking if each.purpose == one.purpose or one.purpose != "point_of_order"]
        told: list[SpeakerEnded | SpeakerBegan] = [self._end(each, asked.at) for each in ends]
        self._now(one, state=SpeakerState.SPEAKING, began_at=asked.at)
        return [*told, SpeakerBegan(**self._told(one.id, asked.at))]

    def end(self, asked: EndSpeaker) -> list[SpeakerEnded]:
        """They have spoken; nothing if so already. A point of order that is raised against them ends with them.
        Raises Conflict (`not-speaking`)."""
        one = self.one(asked.speaker)
        if one.state is SpeakerState.SPOKEN:
            return []
        if one.state is not SpeakerState.SPEAKING:
            raise Conflict("They do not speak.", code="not-speaking")
        ends = [one] if one.purpose == "point_of_order" else self.speaking
        return [self._end(each, asked.at) for each in ends]

    def one(self, speaker: UUID) -> Speaker:
        """Who was put on it under this id. Raises NotFound."""
        for each in self.asked:
            if each.id == speaker:
                return each
        raise NotFound("There is no such speaker on this list.")

    def _limited(self, limit: int | None) -> SpeakersLimited | None:
        if limit == self.facts.limit:
            return None
        self.facts = self.facts.model_copy(update={"limit": limit})
        return SpeakersLimited.of(self, speakers=self.id)

    def _end(self, one: Speaker, at: datetime) -> SpeakerEnded:
        self._now(one, state=SpeakerState.SPOKEN, ended_at=at)
        return SpeakerEnded(**self._told(one.id, at))

    def _who_waits(self, speaker: UUID) -> Speaker:
        one = self.one(speaker)
        if one.state is not SpeakerState.WAITING:
            raise Conflict("They do not wait to speak any more.", code="not-waiting")
        return one

    def _now(self, one: Speaker, **said: Any) -> None:
        """This is so of one of them; whoever does not wait stands in line no more."""
        now = one.model_copy(update=said)
        self.asked = [now if each.id == one.id else each for each in self.asked]
        if now.state is not SpeakerState.WAITING:
            self.line = [each for each in self.line if each != one.id]

    def _told(self, speaker: UUID, at: datetime) -> dict[str, Any]:
        """What each event says about one of them."""
        self.moved_at = at
        return {
            "speakers": self.id,
            "gathering": self.facts.gathering,
            "item": self.facts.item,
            "speaker": speaker,
            "moved_at": at,
        }
