"""What happens when registration says something, and what the sender and the secretariat may do with a notification."""

from collections.abc import Iterable
from uuid import UUID, uuid5

from services.notifications.mirrors import STANDINGS
from services.notifications.notifications.commands import (
    Begin,
    BeginAndEnd,
    CallOff,
    Delay,
    Fail,
    Retry,
    Schedule,
    SendAgain,
    Sent,
    Suppress,
    TellOne,
)
from services.notifications.notifications.model import FAILED, WAITING, Notification
from services.notifications.notifications.queries import has_moved_on
from services.notifications.notifications.repeat import repeat_id, repeated
from services.notifications.rules import BY_EVENT, Rule, rule_of, rules_of
from shared.contracts import Event, Record
from shared.errors import Conflict
from shared.flow import Change, Hear, Read

# What is heard


async def tell(record: Record, _: Read) -> Iterable[Change[Notification]]:
    """One notification for each rule and everybody whom it is for.

    It reads nothing: name, language and venue are joined when it is sent.
    """
    to_tell = [(rule, recipient) for rule in rules_of(record.event) for recipient in rule.whom(record.event)]
    made = [_notification(record, rule, recipient) for rule, recipient in to_tell if rule.template]
    return [Change(each, each.scheduled(None) if rule_of(each.template).when else each.queued()) for each in made]


def _notification(record: Record, rule: Rule, recipient: UUID) -> Notification:
    return Notification(
        id=uuid5(record.id, f"{rule.template}/{recipient}"),
        cause=record.id,
        about_topic=record.topic,
        about=record.key,
        about_sequence=record.sequence,
        recipient=recipient,
        gathering=getattr(record.event, "gathering", None),
        template=rule.template,
        facts=rule.told(record.event) if record.event else {},
        queued_at=record.at,
        correlation=record.correlation,
    )


async def tell_one(command: TellOne, read: Read) -> Change[Notification]:
    """Of what everybody is told, one is told it once. It stands in line with what is told of the thing that it is about."""
    if there := await read.maybe(Notification, command.id):
        return Change(there)
    made = one_of_many(command)
    return Change(made, made.queued())


def one_of_many(command: TellOne) -> Notification:
    """What one is told, as it is queued."""
    topic, about = command.thing
    return Notification(
        id=command.id,
        cause=command.event,
        about_topic=topic,
        about=about,
        about_sequence=command.sequence,
        recipient=command.person,
        gathering=command.gathering,
        template=command.template,
        facts=dict(command.facts),
        queued_at=command.at,
        correlation=command.correlation,
    )


# What the sender says. Before it hands over it decides on the version that it looked at: where that has moved on, somebody else
# was quicker, and the command is refused as stale. No clock has a part in whose turn it is.


async def begin(command: Begin, read: Read) -> Change[Notification]:
    """Of several senders the one whose commit stands hands it over."""
    notification = await read.one(Notification, command.notification)
    event = notification.begin(
        command.at,
        lease=command.id,
        wording=command.wording,
        message_id=command.message_id,
        useful_until=command.useful_until,
        through=command.through,
    )
    return Change(notification, event)


async def sent(command: Sent, read: Read) -> Change[Notification]:
    """It left. That is so even if it was taken for lost meanwhile: whoever is at it now need not try again."""
    notification = await read.one(Notification, command.notification)
    if notification.state not in WAITING | FAILED:
        return Change(notification)
    return Change(notification, notification.sent(command.at, command.answer))


async def delay(command: Delay, read: Read) -> Change[Notification]:
    """Tried again later; nothing if somebody else is at it now."""
    notification = await read.one(Notification, command.notification)
    if _is_anothers(command, notification):
        return Change(notification)
    event = notification.delayed(command.at, command.trouble, command.answer, jitter=command.jitter)
    return Change(notification, event)


async def fail(command: Fail, read: Read) -> Change[Notification]:
    """Given up; nothing if somebody else is at it now."""
    notification = await read.one(Notification, command.notification)
    if _is_anothers(command, notification):
        return Change(notification)
    return Change(notification, notification.failed(command.at, command.trouble, command.answer))


def _is_anothers(command: Delay | Fail, notification: Notification) -> bool:
    """It speaks of an attempt that is not the present one. If it speaks of none, one that never ended is lost."""
    if command.lease is None:
        notification.lose(command.at)
        return False
    return notification.lease != command.lease


async def begin_and_end(command: BeginAndEnd, read: Read) -> Change[Notification]:
    """Nobody hears that it is being sent: by now it is not any more."""
    await begin(command.begin, read)
    match command.end:
        case Sent() as end:
            return await sent(end, read)
        case Delay() as end:
            return await delay(end, read)
        case Fail() as end:
            return await fail(end, read)


async def schedule(command: Schedule, read: Read) -> Change[Notification]:
    """When its rule says, by what is known now."""
    notification = await read.one(Notification, command.notification)
    return Change(notification, notification.scheduled(command.due, known=command.known))


async def suppress(command: Suppress, read: Read) -> Change[Notification]:
    """On purpose it is not sent."""
    notification = await read.one(Notification, command.notification)
    event = notification.suppressed(command.reason, useful_until=command.useful_until)
    return Change(notification, event)


# What the secretariat asks for


async def retry(command: Retry, read: Read) -> Change[Notification]:
    """A failed one, once more. Raises `Conflict` if it did not fail, or if what it tells is no longer so."""
    notification = await read.one(Notification, command.notification)
    event = notification.retried()
    await _must_be_so(read, notification)
    return Change(notification, event)


async def send_again(command: SendAgain, read: Read) -> Change[Notification]:
    """What was sent, in another mail. It is done if a repeat that the asker had not seen is there."""
    numbers = range(1, command.seen + 2)
    repeats = await read.many(Notification, [repeat_id(command.notification, number) for number in numbers])
    if newer := repeats.get(repeat_id(command.notification, command.seen + 1)):
        return Change(newer)
    notification = await read.one(Notification, command.notification)
    made = repeated(notification, command.at, command.by, list(repeats.values()))
    await _must_be_so(read, notification)
    return Change(made, made.queued())


async def call_off(command: CallOff, read: Read) -> Change[Notification]:
    """The sender will not send it, unless it is being handed over; nobody is told before that is known."""
    notification = await read.one(Notification, command.notification)
    notification.call_off(command.at, command.by)
    return Change(notification, silent=True)


async def _must_be_so(read: Read, notification: Notification) -> None:
    if has_moved_on(await read.stored(STANDINGS[notification.about_topic], notification.about), notification):
        raise Conflict(
            "What it tells is no longer so; look at how it stands now, and at what was told since.", code="superseded"
        )


ON: dict[type[Event], Hear] = dict.fromkeys(BY_EVENT, tell)
