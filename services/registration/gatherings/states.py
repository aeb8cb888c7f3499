"""The states of a gathering, and what goes while it is in which."""

from enum import StrEnum


class GatheringState(StrEnum):
    """`domain.md`: draft, announced, open, closed, in_session, adjourned, held; postponed, cancelled."""

    DRAFT = "draft"
    ANNOUNCED = "announced"
    OPEN = "open"
    CLOSED = "closed"
    IN_SESSION = "in_session"
    ADJOURNED = "adjourned"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


State = GatheringState
SEATING = (State.OPEN, State.CLOSED, State.IN_SESSION)
"""While it is in one of these states, a seat that becomes free goes to the first who waits."""

AHEAD = (State.ANNOUNCED, State.OPEN, State.CLOSED)
"""Everybody may know of it, and it has not begun."""

CHANGEABLE = (State.DRAFT, *AHEAD, State.POSTPONED)
"""While it is in one of these states, what is said of it may be changed."""
