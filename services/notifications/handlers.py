"""What happens when registration says something, and what the sender and the secretariat may do with a notification."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid5

from services.notifications.model import WAITING, Gathering, Notification, Person, Registration
from services.notifications.model.commands import Begin, Delay, Fail, Retry, Sent, Suppress
from services.notifications.model.told import ASKED, BY_REASON, TOLD, told_of
from shared.contracts import Event, Record, Topic
from shared.contracts.gatherings import GATHERINGS
from shared.contracts.people import PEOPLE
from shared.contracts.registrations import REGISTRATIONS, RegistrationFacts
from shared.flow import Change, Hear, Read

# What is heard


async def tell(record: Record, _: Read) -> Iterable[Change[Notification]]:
    """One notification to the person registered. It reads nothing: name, language and venue are joined when it is sent."""
    event = record.event
    told = told_of(event)
    if not isinstance(event, RegistrationFacts) or told is None or not told.template:
        return []
    template = told.template
    notification = Notification(
        id=uuid5(record.id, f"{template}/{event.person}"),
        cause=record.id,
        cause_sequence=record.sequence,
        recipient=event.person,
        registration=record.key,
        gathering=event.gathering,
        template=template,
        facts=_facts(event) if told != ASKED else {},
        queued_at=record.at,
        due=record.at,
        correlation=record.correlation,
    )
    return [Change(notification, notification.queued())]


def _facts(event: RegistrationFacts) -> dict[str, str | int]:
    told = event.model_dump(include={"category", "seat", "rank", "reason"})
    return {name: value for name, value in told.items() if value is not None}


# What the sender says


async def begin(command: Begin, read: Read) -> Change[Notification]:
    """Of several senders the one whose commit stands hands it over: the answer carries its lease."""
    notification = await read.one(Notification, command.notification)
    if not notification.may_begin(command.at):
        return Change(notification)
    event = notification.begin(
        command.at,
        lease=command.id,
        wording=command.wording,
        message_id=command.message_id,
        useful_until=command.useful_until,
        patience=command.patience,
    )
    return Change(notification, event)


async def sent(command: Sent, read: Read) -> Change[Notification]:
    """It left. That is so even if the lease has run out meanwhile: whoever is at it now need not try again."""
    notification = await read.one(Notification, command.notification)
    if notification.state not in WAITING:
        return Change(notification)
    return Change(notification, notification.sent(command.at, command.answer))


async def delay(command: Delay, read: Read) -> Change[Notification]:
    """Tried again later; nothing if somebody else is at it now."""
    notification = await read.one(Notification, command.notification)
    if not _speaks_for(command, notification):
        return Change(notification)
    event = notification.delayed(command.at, command.trouble, command.answer, jitter=command.jitter)
    return Change(notification, event)


async def fail(command: Fail, read: Read) -> Change[Notification]:
    """Given up; nothing if somebody else is at it now."""
    notification = await read.one(Notification, command.notification)
    if not _speaks_for(command, notification):
        return Change(notification)
    return Change(notification, notification.failed(command.at, command.trouble, command.answer))


async def suppress(command: Suppress, read: Read) -> Change[Notification]:
    """Not sent, on purpose; nothing if somebody else is at it now."""
    notification = await read.one(Notification, command.notification)
    if not notification.may_begin(command.at):
        return Change(notification)
    return Change(notification, notification.suppressed(command.at, command.reason))


def _speaks_for(command: Delay | Fail, notification: Notification) -> bool:
    """The attempt that this command ends is still the present one, or none was begun and its turn has come."""
    if command.lease is not None:
        return notification.lease == command.lease
    return notification.may_begin(command.at)


# What the secretariat asks for


async def retry(command: Retry, read: Read) -> Change[Notification]:
    """A failed one, once more. Raises `Conflict` if it did not fail."""
    notification = await read.one(Notification, command.notification)
    return Change(notification, notification.retried(command.at))


MIRRORS: dict[Topic, type[Any]] = {GATHERINGS: Gathering, REGISTRATIONS: Registration, PEOPLE: Person}

ON: dict[type[Event], Hear] = dict.fromkeys((*TOLD, *BY_REASON), tell)
