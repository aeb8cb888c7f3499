"""What people are told of: the events of a registration, the template of each, and where it leaves the registration."""

from typing import Literal, NamedTuple

from shared.contracts import Event
from shared.contracts.registrations import (
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationPromoted,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
)

Standing = Literal["confirmed", "waitlisted", "withdrawn", "cancelled"]


class Told(NamedTuple):
    """By which template somebody is told, and the standing that it tells of."""

    template: str
    standing: Standing


TOLD: dict[type[Event], Told] = {
    RegistrationConfirmed: Told("registration-confirmed", "confirmed"),
    RegistrationWaitlisted: Told("registration-waitlisted", "waitlisted"),
    RegistrationPromoted: Told("registration-promoted", "confirmed"),
    RegistrationCancelled: Told("registration-cancelled", "cancelled"),
    RegistrationWithdrawn: Told("registration-withdrawn", "withdrawn"),
}

TELLS: dict[str, Standing] = dict(TOLD.values())
"""Template -> the standing that it tells of."""
