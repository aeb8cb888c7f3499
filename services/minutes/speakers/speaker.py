"""One who asked to speak, and in which order those speak who wait. Pure."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, get_args
from uuid import UUID

from shared.contracts.speakers import Purpose, SpeakerFacts

ORDER: Final[tuple[Purpose, ...]] = get_args(Purpose)
"""Who asks for what comes before whom."""


class SpeakerState(StrEnum):
    """Each is entered by exactly one event."""

    WAITING = "waiting"
    SPEAKING = "speaking"
    SPOKEN = "spoken"
    TAKEN_OFF = "taken_off"


class Speaker(SpeakerFacts):
    """Somebody who asked to speak, once (UTC). `reason`: why they were moved last, or taken off; it stays here."""

    id: UUID
    added_at: datetime
    state: SpeakerState = SpeakerState.WAITING
    began_at: datetime | None = None
    ended_at: datetime | None = None
    reason: str = ""


def placed(waiting: Iterable[Speaker], one: Speaker, before: UUID | None) -> list[UUID]:
    """The ids of those who wait, in their order, with this one just before another who asks for the same; None: behind them."""
    line = [each for each in waiting if each.id != one.id]
    ids = [each.id for each in line]
    if before is not None:
        place = ids.index(before)
    else:
        place = len([each for each in line if ORDER.index(each.purpose) <= ORDER.index(one.purpose)])
    return [*ids[:place], one.id, *ids[place:]]


def nth(asked: Sequence[Speaker], one: Speaker) -> int:
    """Which of their statements on this item it is; 0 for what is none: a point of order is no turn, and a reply neither."""
    if one.purpose != "statement":
        return 0
    begun = [each for each in asked if each.person == one.person and each.purpose == "statement" and each.began_at]
    return len([each for each in begun if each.began_at and not (one.began_at and each.began_at >= one.began_at)]) + 1


def spoke(asked: Sequence[Speaker], one: Speaker, now: datetime) -> timedelta:
    """How long they spoke, or have spoken by now, without the points of order that interrupted them."""
    if one.began_at is None:
        return timedelta()
    begin, end = one.began_at, one.ended_at or max(now, one.began_at)
    breaks = [each for each in asked if each.purpose == "point_of_order" and each.id != one.id and each.began_at]
    lost = [
        min(end, each.ended_at or end) - max(begin, each.began_at)
        for each in breaks
        if one.purpose != "point_of_order" and each.began_at
    ]
    return end - begin - sum((each for each in lost if each > timedelta()), timedelta())
