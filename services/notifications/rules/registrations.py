"""What people are told of their registrations. Each row also says where its event leaves the registration."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from uuid import UUID

from services.notifications.rules.rule import END, Link, Rule
from shared.contracts.registrations import (
    AddressConfirmed,
    RegistrationApplied,
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationFacts,
    RegistrationHeld,
    RegistrationPromoted,
    RegistrationRejected,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
)

PAGE = Link("registration", "/registration/status", good_for=timedelta(days=365))
"""The personal page of a registration."""


def person(event: RegistrationFacts) -> Iterable[UUID]:
    """Whoever is registered."""
    return (event.person,)


_told = partial(Rule, whom=person, facts=("category",), link=PAGE, until=END)
_ended = partial(_told, keeps=("freed_seat",))
_asked = {"reason": "address_unconfirmed"}
_received = {"reason": "to_be_approved"}
_first = _received | {"again": None}

RULES = (
    # The one mail to an address that somebody typed: in fixed words, with nothing of what was typed, and not twice a day.
    _told(RegistrationApplied, "unconfirmed", "address-confirmation", says=_asked | {"quiet": False}, facts=()),
    Rule(RegistrationApplied, "unconfirmed", says=_asked | {"quiet": True}),
    _told(RegistrationApplied, "to_be_approved", "registration-applied", says=_first),
    _told(RegistrationApplied, "to_be_approved", "registration-fell-back", says=_received | {"again": "changed"}),
    # What they were told before they were put on hold is so again.
    Rule(RegistrationApplied, "to_be_approved", says=_received | {"again": "released"}),
    _told(AddressConfirmed, "to_be_approved", "registration-applied", says=_received),
    _told(RegistrationConfirmed, "confirmed", "registration-confirmed", facts=("category", "seat")),
    _told(RegistrationWaitlisted, "waitlisted", "registration-waitlisted", facts=("category", "rank")),
    _told(RegistrationPromoted, "confirmed", "registration-promoted", facts=("category", "seat")),
    _told(RegistrationRejected, "rejected", "registration-rejected", facts=("category", "reason")),
    _told(RegistrationHeld, "on_hold", "registration-held", facts=("category", "reason")),
    _ended(RegistrationCancelled, "cancelled", "registration-cancelled"),
    _ended(RegistrationWithdrawn, "withdrawn", "registration-withdrawn", says={"reason": None}),
    Rule(RegistrationWithdrawn, "withdrawn", says=_asked),  # nobody came forward: there is nobody to tell
)
