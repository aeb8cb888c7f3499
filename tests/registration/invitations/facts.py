"""Invitations as tests know them."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from services.registration.invitations.commands import (
    Answer,
    Extend,
    Invite,
    Name,
    Reply,
    Substitute,
    TakeBack,
)
from services.registration.invitations.model import Invitation
from shared.contracts.invitations import InvitationFacts, Source, invitation_id
from tests.registration.facts import message
from tests.world.facts import GATHERING, MORNING, known

WEEK = timedelta(days=7)
EARLY = MORNING - 4 * WEEK
BY = MORNING - WEEK
"""Until when they may answer."""


def who(n: object) -> UUID:
    return known(f"person {n}")


def invites(n: object = 1, category: str = "delegate", at: datetime = EARLY, **other: Any) -> Invite:
    facts: dict[str, Any] = {"gathering": GATHERING, "category": category, "reply_by": BY, "person": who(n)}
    return Invite(**message(at), facts=InvitationFacts(**facts | other))


def invites_all(quota: int, *focal_points: object, code: str = "DELTA", at: datetime = EARLY) -> Invite:
    """An organization is invited with a quota."""
    points = [who(n) for n in focal_points]
    other: dict[str, Any] = {"person": None, "organization": known(code), "quota": quota, "focal_points": points}
    return invites(at=at, **other)


def of(n: object = 1) -> UUID:
    """The invitation of person n."""
    return invitation_id(GATHERING, who(n))


def of_all(code: str = "DELTA") -> UUID:
    return invitation_id(GATHERING, known(code))


def answers(reply: Reply, id: UUID | None = None, source: Source = "link", at: datetime = EARLY) -> Answer:
    return Answer(**message(at), invitation=id or of(), source=source, reply=reply)


def sends(n: object, id: UUID | None = None, source: Source = "link", at: datetime = EARLY) -> Substitute:
    return Substitute(**message(at), invitation=id or of(), source=source, person=who(n))


def names(*add: object, remove: tuple[object, ...] = (), at: datetime = EARLY) -> Name:
    both: dict[str, Any] = {"add": tuple(map(who, add)), "remove": tuple(map(who, remove))}
    return Name(**message(at), invitation=of_all(), source="link", **both)


def extends(reply_by: datetime, id: UUID | None = None, at: datetime = EARLY) -> Extend:
    return Extend(**message(at), invitation=id or of(), reply_by=reply_by)


def takes_back(id: UUID | None = None, at: datetime = EARLY) -> TakeBack:
    return TakeBack(**message(at), invitation=id or of())


def invitation() -> Invitation:
    return Invitation.sent(invites(), of())[0]


def of_organization(quota: int = 3) -> Invitation:
    return Invitation.sent(invites_all(quota, 1, 2), of_all())[0]
