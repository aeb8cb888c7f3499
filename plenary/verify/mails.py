"""What must be told follows from the events: each has one notification, and that was sent, or has a reason.

Of registrations there is a table here, beside that of the rules; of whatever else people are told, it is as the rules say.

A reason is checked by itself, from the events and the mirrors, and not believed because a notification says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.parser import BytesHeaderParser
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple
from uuid import UUID, uuid5

from services.notifications.channels import Trouble
from services.notifications.notifications.model import CALLED_OFF, FAILED, PAST, WAITING, Notification, State
from services.notifications.notifications.repeat import REPEATS, repeat_id
from services.notifications.rules import rule_of, rules_of
from shared.contracts import Event, Record
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

TOLD: Mapping[type[Event], tuple[str, str]] = {
    RegistrationConfirmed: ("registration-confirmed", "confirmed"),
    RegistrationWaitlisted: ("registration-waitlisted", "waitlisted"),
    RegistrationPromoted: ("registration-promoted", "confirmed"),
    RegistrationRejected: ("registration-rejected", "rejected"),
    RegistrationHeld: ("registration-held", "on hold"),
    RegistrationCancelled: ("registration-cancelled", "cancelled"),
    RegistrationWithdrawn: ("registration-withdrawn", "withdrawn"),
}
"""What must be told: by which template, and where it leaves the registration. No template: nobody is told."""

WAITS: Mapping[str | None, tuple[str, str]] = {
    "address_unconfirmed": ("address-confirmation", "unconfirmed"),
    "to_be_approved": ("registration-applied", "to be approved"),
}
"""What must be told of somebody who holds nothing yet, by the reason."""


PLAIN = {State.SENT: "told", State.SCHEDULED: "not due yet", **dict.fromkeys(WAITING, "still waiting")}
"""States that need no reason: nobody waits for what is scheduled."""


class Cause(NamedTuple):
    """An event that leaves a thing (`about`) elsewhere: its `standing` then, and the id of the one notification that tells of it.

    No notification: of this one nobody is told.
    """

    notification: UUID | None
    event: UUID
    topic: str
    about: UUID
    sequence: int
    person: UUID
    gathering: UUID | None
    type: str
    standing: str


def causes_of(record: Record) -> list[Cause]:
    """None for an event that changes nothing of which people are told."""
    event = record.event
    if isinstance(event, RegistrationFacts):
        told = _told(event)
        return [_cause(record, *told, event.person)] if told else []
    if event is None:
        return []
    # Of which nobody is told leaves the thing elsewhere all the same, also where nobody in particular is meant.
    meant = [
        (rule, person) for rule in rules_of(event) for person in (rule.whom(event) if rule.template else (record.key,))
    ]
    return [_cause(record, rule.template, rule.standing, person) for rule, person in meant]


def _cause(record: Record, template: str, standing: str, person: UUID) -> Cause:
    notification = uuid5(record.id, f"{template}/{person}") if template else None
    gathering = getattr(record.event, "gathering", None)
    return Cause(
        notification, record.id, record.topic, record.key, record.sequence, person, gathering, record.type, standing
    )


def _told(event: RegistrationFacts) -> tuple[str, str] | None:
    """No template where nobody is told: an address that was asked within the day, one that nobody ever confirmed, no hold."""
    if isinstance(event, RegistrationApplied) and (event.quiet or event.again):
        _, standing = WAITS[event.reason]
        return "registration-fell-back" if event.again == "changed" else "", standing
    if isinstance(event, RegistrationApplied | AddressConfirmed):
        return WAITS.get(event.reason)
    if isinstance(event, RegistrationWithdrawn) and event.reason:
        return "", "withdrawn"
    return TOLD.get(type(event))


def untold(cause: Cause, notification: Notification | None) -> Iterator[str]:
    """What is wrong with the notification of an event that must be told."""
    if notification is None:
        yield f"{cause.type} {cause.event} was told to nobody"
    elif (notification.cause, *notification.thing, notification.about_sequence, notification.recipient) != (
        cause.event,
        cause.topic,
        cause.about,
        cause.sequence,
        cause.person,
    ):
        yield f"notification {notification.id} tells of another event, or another person"


@dataclass(frozen=True, slots=True)
class Case:
    """A cause, what became of its notification (None: nobody is told), and what the mirrors know.

    That is whether the reader was erased, and when the gathering is over (UTC).
    """

    cause: Cause
    notification: Notification | None
    erased: bool
    ends_at: datetime | None

    def outcome(self, later: "Sequence[Outcome]", now: datetime) -> "Outcome":
        """What it comes to; `later`: what the later causes of the same thing came to."""
        it = self.notification
        news = next((each for each in later if each.standing != self.cause.standing and not each.fault), None)
        again = self._is_scheduled and any(each.said == self._said and not each.fault for each in later)
        if it is None:
            return self._is("")
        if plain := PLAIN.get(it.state):
            return self._is(plain)
        if self.erased:
            return self._is("not told, since their reader was erased")
        if it.state in FAILED:
            return self._is("failed, and told since what is so") if news else self._failed(it)
        if it.reason == PAST and self._is_over(it, now):
            return self._is("not told, since it was over")
        if it.reason == CALLED_OFF and it.called_off:
            return self._is("not told, since the secretariat called it off")
        if it.reason == "superseded" and (news or again):
            return self._is("not told, since they were no longer so")
        return self._is("never told", f"was never told of {self._event}: suppressed as {it.reason}, which is not so")

    def _failed(self, it: Notification) -> "Outcome":
        last = it.attempts[-1].answer if it.attempts else ""
        if may_have_arrived(it):
            return self._is("perhaps told", f"may never have been told of {self._event}: nobody knows ({last})")
        return self._is("never told", f"was never told of {self._event}: {it.state} ({last})")

    def _is(self, what: str, fault: str = "") -> "Outcome":
        return Outcome(self.cause.standing, what, f"{self.cause.person} {fault}" if fault else "", self._said)

    @property
    def _is_scheduled(self) -> bool:
        """A reminder, which the same reminder takes the place of where its time was changed."""
        return self.notification is not None and rule_of(self.notification.template).when is not None

    @property
    def _said(self) -> tuple[str, UUID]:
        return self.notification.template if self.notification else "", self.cause.person

    def _is_over(self, it: Notification, now: datetime) -> bool:
        """By the gathering's end as it is now, or as it was when that was decided."""
        ends = [each for each in (self.ends_at, it.useful_until) if each is not None]
        return any(each <= now for each in ends)

    @property
    def _event(self) -> str:
        return f"{self.cause.type} {self.cause.event}"


class Outcome(NamedTuple):
    """In words, under which it is counted (none: nobody is told), and what is at fault, if anything.

    `said`: by which template, to whom; the same said later takes its place.
    """

    standing: str
    what: str
    fault: str
    said: tuple[str, UUID]


def outcomes(cases: Sequence[Case], now: datetime) -> Iterator[Outcome]:
    """Of the cases of one thing, in the order in which they happened: what each came to, the last first."""
    later: list[Outcome] = []
    for case in reversed(cases):
        later.append(case.outcome(later, now))
        yield later[-1]


def may_have_arrived(notification: Notification) -> bool:
    """It was handed over, and nobody knows what came of it."""
    return any(attempt.trouble is Trouble.LOST for attempt in notification.attempts)


def unsent(notification: Notification, mail: Path, erased: bool) -> Iterator[str]:
    """What is wrong with a notification and its mail: `mail` is the file of one that went into the folder.

    Nothing of a mail to somebody who was `erased` is kept.
    """
    if notification.state is not State.SENT:
        if notification.state is State.SUPPRESSED and may_have_arrived(notification):
            yield f"notification {notification.id} is suppressed, and may have arrived"
        return
    if not notification.message_id.startswith(f"<{notification.id}@"):
        yield f"notification {notification.id} was sent under the Message-ID of another"
    if sum(attempt.trouble is None for attempt in notification.attempts) != 1:
        yield f"notification {notification.id} was taken over more than once, or never"
    if notification.through == "folder" and not erased:
        found = message_id(mail)
        if found != notification.message_id:
            yield f"notification {notification.id} is sent, and its mail is {'another' if found else 'missing'}"


def unlike(repeat: Notification, sent: Notification | None) -> Iterator[str]:
    """What is wrong with what was sent again, by what it repeats."""
    if sent is None or sent.state is not State.SENT:
        yield f"notification {repeat.id} repeats what was never sent"
    elif repeat.id not in {repeat_id(sent.id, number + 1) for number in range(REPEATS)}:
        yield f"notification {repeat.id} repeats another more often than anybody may"
    elif (repeat.cause, repeat.template, repeat.recipient) != (sent.cause, sent.template, sent.recipient):
        yield f"notification {repeat.id} says something else than what it repeats, or to another person"


def misplaced(mail: Path, notification: Notification | None, erased: bool) -> Iterator[str]:
    """What is wrong with a file in the folder, by the notification whose id is its name."""
    if notification is None:
        yield f"{mail.name} is nobody's mail"
    elif erased:
        yield f"{mail.name} is kept, and its reader was erased"
    elif notification.state is State.SUPPRESSED or (
        notification.state in FAILED and not may_have_arrived(notification)
    ):
        yield f"{mail.name} lies in the folder, and its notification says that it was not sent: {notification.state}"


def message_id(mail: Path) -> str:
    """The Message-ID in a file, of which only the head is read; empty if there is no such file."""
    try:
        with mail.open("rb") as file:
            head = b"".join(takewhile(lambda line: line not in (b"\n", b"\r\n"), file))
            return str(BytesHeaderParser().parsebytes(head)["Message-ID"] or "")
    except FileNotFoundError:
        return ""
