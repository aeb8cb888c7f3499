"""Who is written to of an invitation: the person, or the focal points of an organization. Who comes is told as registered."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from uuid import UUID

from services.notifications.rules.rule import Link, Moment, Rule
from shared.contracts.invitations import (
    DelegationNamed,
    InvitationAccepted,
    InvitationDeclined,
    InvitationExpired,
    InvitationExtended,
    InvitationFacts,
    InvitationSent,
    InvitationSubstituted,
    InvitationTentative,
    InvitationWithdrawn,
)

PAGE = Link("invitation", "/registration/invitation", good_for=timedelta(days=365))
"""Where it is answered."""

BEFORE = timedelta(days=3)
"""So long before the time to answer is over is who has not answered reminded."""


def person(event: InvitationFacts) -> Iterable[UUID]:
    """Who is invited; nobody, if that is an organization."""
    return () if event.person is None else (event.person,)


def focal_points(event: InvitationFacts) -> Iterable[UUID]:
    """Who names the delegates of an organization."""
    return event.focal_points


def invited(event: InvitationFacts) -> Iterable[UUID]:
    """Whichever of both it is."""
    return person(event) or focal_points(event)


def reminded(event: InvitationSent | InvitationExtended) -> Iterable[UUID]:
    """Nobody who has little time anyway."""
    return invited(event) if event.reply_by - event.sent_at > 2 * BEFORE else ()


_BY = Moment("reply_by")
_reminded = partial(
    Rule,
    standing="pending",
    template="invitation-reminder",
    whom=reminded,
    facts=("category", "reply_by"),
    link=PAGE,
    until=_BY,
    when=Moment("reply_by", before=BEFORE),
)
_sent = partial(Rule, InvitationSent, "pending", link=PAGE, until=_BY)

RULES = (
    _sent("invitation", whom=person, facts=("category", "reply_by")),
    _sent("invitation-delegation", whom=focal_points, facts=("category", "quota", "reply_by")),
    _reminded(InvitationSent),
    _reminded(InvitationExtended, says={"unanswered": True}),
    Rule(InvitationAccepted, "accepted"),
    Rule(InvitationTentative, "tentative"),
    Rule(InvitationDeclined, "declined"),
    Rule(InvitationSubstituted, "substituted"),
    Rule(
        DelegationNamed,
        "accepted",
        "delegation-named",
        whom=focal_points,
        facts=("category", "named", "quota", "reply_by"),
        link=PAGE,
    ),
    Rule(InvitationExpired, "expired"),
    Rule(
        InvitationWithdrawn,
        "withdrawn",
        "invitation-withdrawn",
        whom=invited,
        says={"quiet": False},
        facts=("category",),
    ),
    Rule(InvitationWithdrawn, "withdrawn", says={"quiet": True}),
)
