"""What people are told of: the events of a registration, the template of each, and where it leaves the registration."""

from typing import Literal, NamedTuple

from shared.contracts import Event
from shared.contracts.registrations import (
    AddressConfirmed,
    RegistrationApplied,
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationPromoted,
    RegistrationRejected,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
)

Standing = Literal["unconfirmed", "to_be_approved", "confirmed", "waitlisted", "rejected", "withdrawn", "cancelled"]


class Told(NamedTuple):
    """By which template somebody is told (empty: nobody is), and the standing that it tells of."""

    template: str
    standing: Standing


ASKED = Told("address-confirmation", "unconfirmed")
"""The one mail to an address that somebody typed: in fixed words, with nothing of what was typed."""
RECEIVED = Told("registration-applied", "to_be_approved")

TOLD: dict[type[Event], Told] = {
    RegistrationConfirmed: Told("registration-confirmed", "confirmed"),
    RegistrationWaitlisted: Told("registration-waitlisted", "waitlisted"),
    RegistrationPromoted: Told("registration-promoted", "confirmed"),
    RegistrationRejected: Told("registration-rejected", "rejected"),
    RegistrationCancelled: Told("registration-cancelled", "cancelled"),
    RegistrationWithdrawn: Told("registration-withdrawn", "withdrawn"),
}
"""Those of which the person is told in one way."""

BY_REASON: tuple[type[Event], ...] = (RegistrationApplied, AddressConfirmed)
"""Those of which the person is told in one way or another, or not at all."""

TELLS: dict[str, Standing] = dict([*TOLD.values(), ASKED, RECEIVED])
"""Template -> the standing that it tells of."""


def told_of(event: Event | None) -> Told | None:
    """How the person is told of an event, and where it leaves the registration; None where it leaves it as it was."""
    match event:
        case RegistrationApplied(reason="address_unconfirmed"):
            return ASKED._replace(template="") if event.quiet else ASKED
        case RegistrationApplied() | AddressConfirmed(reason="to_be_approved"):
            return RECEIVED
        case RegistrationWithdrawn(reason="address_unconfirmed"):
            return Told("", "withdrawn")  # nobody came forward: there is nobody to tell
        case _:
            return TOLD.get(type(event)) if event else None
