"""`plenary.invitations`: who is invited to what, and what they answer. Published by registration; keyed by invitation."""

from datetime import datetime
from functools import lru_cache
from typing import Literal
from uuid import UUID, uuid5

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts

INVITATIONS = Topic("plenary.invitations", "registration", "invitations, and what those invited answer")

Source = Literal["link", "signed_in", "letter", "telephone", "calendar"]
"""How an answer came: by the link in the mail, from who was signed in, by letter or telephone, as staff recorded it, or from the
own calendar."""


@lru_cache(1_000)  # one mail asks several times
def invitation_id(gathering: UUID, invitee: UUID) -> UUID:
    """Of one person or organization to one gathering."""
    return uuid5(gathering, f"invitation/{invitee}")


class InvitationFacts(Facts):
    """Who is invited to what, and until when they may answer (UTC).

    A `person`, perhaps in the name of an `organization`; or an organization alone, with a `quota` of delegates whom any of
    its `focal_points` (people) names.
    """

    gathering: UUID
    category: str
    reply_by: datetime
    person: UUID | None = None
    organization: UUID | None = None
    quota: int = 0
    focal_points: list[UUID] = []


class InvitationSent(InvitationFacts, Event):
    """Somebody is invited, and has not answered. Enters *pending*.

    `sent_at`: when (UTC). `again`: after it was withdrawn or had expired.
    """

    type = "invitation.sent.v1"
    topic = INVITATIONS

    invitation: UUID
    sent_at: datetime
    again: bool = False


class InvitationExtended(InvitationFacts, Event):
    """From `sent_at` on there is another time until which they may answer. `unanswered`: they have said nothing yet."""

    type = "invitation.extended.v1"
    topic = INVITATIONS

    invitation: UUID
    sent_at: datetime
    unanswered: bool = True


class InvitationMoved(InvitationFacts, Event):
    """What is told when others come by it. `coming`: who comes from now on and did not before; `freed`: who did and does not now.

    `substitute` and `delegates` are those of now.
    """

    invitation: UUID
    coming: list[UUID] = []
    freed: list[UUID] = []
    substitute: UUID | None = None
    delegates: list[UUID] = []


class InvitationAnswered(InvitationMoved):
    """What each answer tells: also how it came."""

    source: Source


class InvitationAccepted(InvitationAnswered):
    """They come; of an organization, that it sends delegates. Enters *accepted*."""

    type = "invitation.accepted.v1"
    topic = INVITATIONS


class InvitationTentative(InvitationAnswered):
    """They do not know yet; no place is kept. Enters *tentative*."""

    type = "invitation.tentative.v1"
    topic = INVITATIONS


class InvitationDeclined(InvitationAnswered):
    """They do not come. Enters *declined*."""

    type = "invitation.declined.v1"
    topic = INVITATIONS


class InvitationSubstituted(InvitationAnswered):
    """The `substitute` comes in their place. Enters *substituted*; again, if another one comes instead."""

    type = "invitation.substituted.v1"
    topic = INVITATIONS


class DelegationNamed(InvitationAnswered):
    """An organization that accepted named delegates, or others in their place; so many are `named` of its quota now."""

    type = "invitation.delegation-named.v1"
    topic = INVITATIONS

    named: int


class InvitationExpired(InvitationFacts, Event):
    """The time to answer passed without a yes or a no. Enters *expired*."""

    type = "invitation.expired.v1"
    topic = INVITATIONS

    invitation: UUID


class InvitationWithdrawn(InvitationMoved):
    """The secretariat takes it back, with the places that were held by it. Enters *withdrawn*.

    `quiet`: the one who was invited is told by the end of the own registration, or had said no.
    """

    type = "invitation.withdrawn.v1"
    topic = INVITATIONS

    quiet: bool = False
