"""Each registration event that must be told has exactly one notification, and each that was sent exactly one mail."""

from collections.abc import Iterator, Mapping
from email.parser import BytesHeaderParser
from pathlib import Path
from typing import NamedTuple
from uuid import UUID, uuid5

from services.notifications.model import Notification, State
from shared.contracts import Event, Record
from shared.contracts.registrations import (
    AddressConfirmed,
    RegistrationApplied,
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationFacts,
    RegistrationPromoted,
    RegistrationRejected,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
)

TOLD: Mapping[type[Event], str] = {
    RegistrationConfirmed: "registration-confirmed",
    RegistrationWaitlisted: "registration-waitlisted",
    RegistrationPromoted: "registration-promoted",
    RegistrationRejected: "registration-rejected",
    RegistrationCancelled: "registration-cancelled",
    RegistrationWithdrawn: "registration-withdrawn",
}
"""What must be told, and by which template."""

WAITS: Mapping[str | None, str] = {
    "address_unconfirmed": "address-confirmation",
    "to_be_approved": "registration-applied",
}
"""What must be told of somebody who holds nothing yet, by the reason."""


class Cause(NamedTuple):
    """An event that must be told, and the id of the one notification that tells of it."""

    notification: UUID
    event: UUID
    registration: UUID
    type: str


def cause_of(record: Record) -> Cause | None:
    """None for an event of which nobody is told."""
    template = _template(record.event) if record.event else None
    if template is None or not isinstance(record.event, RegistrationFacts):
        return None
    return Cause(uuid5(record.id, f"{template}/{record.event.person}"), record.id, record.key, record.type)


def _template(event: Event) -> str | None:
    """None where nobody is told: an address that was asked within the day, and one that nobody ever confirmed."""
    if isinstance(event, RegistrationApplied | AddressConfirmed):
        return None if isinstance(event, RegistrationApplied) and event.quiet else WAITS.get(event.reason)
    if isinstance(event, RegistrationWithdrawn) and event.reason:
        return None
    return TOLD.get(type(event))


def untold(cause: Cause, notification: Notification | None) -> Iterator[str]:
    """What is wrong with the notification of an event."""
    if notification is None:
        yield f"{cause.type} {cause.event} was told to nobody"
    elif (notification.cause, notification.registration) != (cause.event, cause.registration):
        yield f"notification {notification.id} tells of another event"


def unsent(notification: Notification, mail: Path | None, erased: bool) -> Iterator[str]:
    """What is wrong with a notification and its mail: `mail` is the file where no mail server is set, else None.

    Nothing of a mail to somebody who was `erased` is kept.
    """
    if notification.state is not State.SENT:
        return
    if not notification.message_id.startswith(f"<{notification.id}@"):
        yield f"notification {notification.id} was sent under the Message-ID of another"
    if sum(attempt.trouble is None for attempt in notification.attempts) != 1:
        yield f"notification {notification.id} was taken over more than once, or never"
    if mail is not None and not erased:
        found = message_id(mail)
        if found != notification.message_id:
            yield f"notification {notification.id} is sent, and its mail is {'another' if found else 'missing'}"


def message_id(mail: Path) -> str:
    """The Message-ID in a file; empty if there is no such file."""
    try:
        with mail.open("rb") as file:
            return str(BytesHeaderParser().parse(file)["Message-ID"] or "")
    except FileNotFoundError:
        return ""
