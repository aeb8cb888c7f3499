"""The loop that sends. What it is about to do and what came of it are commands; only handing over happens here.

Several processes may run it on one store: whose `Begin` stands, sends. A process that dies between `Begin` and `Sent` leaves
a notification whose fate nobody knows; after its lease it is sent once more, under the same Message-ID and Date.
"""

import asyncio
import logging
import random
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol
from uuid import UUID, uuid4, uuid5

from services.notifications import handlers, queries
from services.notifications.channels import Answer, Channel, Mail
from services.notifications.channels.message import one_line
from services.notifications.model import LEASE, Notification, Trouble
from services.notifications.model.commands import Begin, Delay, Fail, Sent, Suppress
from services.notifications.wording import Rendered, Templates
from shared.contracts import Message
from shared.errors import PlenaryError, Unavailable
from shared.store import Store, Stored

log = logging.getLogger(__name__)

PAGE = 256
"""Notifications that one step looks at."""

IDLE = 0.5
"""Seconds between two looks when nothing is due."""

REPEATED = timedelta(seconds=15)
"""The lease where a repeat leaves one mail: then nobody has to be sure that whoever began is gone."""

STUCK = timedelta(minutes=1)
"""After this, a channel that could not forget a mail is asked again."""

LONGEST_ANSWER = 300

Clock = Callable[[], datetime]


class Service(Protocol):
    """The running service (`shared.flow.service`)."""

    @property
    def store(self) -> Store: ...

    def run(self, handler: Any, command: Any) -> Awaitable[Stored[Any]]: ...


class Mailer:
    """Sends what is due through one channel. `now` is the clock; `chance` gives numbers from 0 to 1 for the jitter.

    Once `stop` is set, what has begun is finished and nothing else is begun.
    """

    def __init__(
        self,
        service: Service,
        channel: Channel,
        templates: Templates,
        now: Clock,
        *,
        chance: Callable[[], float] = random.random,
        stop: asyncio.Event | None = None,
    ) -> None:
        self._service = service
        self._channel = channel
        self._templates = templates
        self._now = now
        self._chance = chance
        self._stop = stop or asyncio.Event()
        self._at_work = asyncio.Semaphore(4 * channel.seats)  # what has begun is sent long before its lease ends
        self._unsaid: dict[UUID, tuple[Any, Message]] = {}
        self._forgotten: set[UUID] = set()
        self._stuck_until = datetime.min.replace(tzinfo=UTC)

    async def step(self) -> int:
        """Look at one page of what is due and bring each to its end; returns how many moved. Raises `Unavailable`."""
        await self._say_what_is_unsaid()
        store = self._service.store
        found = [each for each in await queries.due(store, self._now(), PAGE) if each.id not in self._unsaid]
        known = await queries.joined(store, found)
        moved = await asyncio.gather(*(self._in_order(each, known) for each in _by_registration(found)))
        return sum(moved)

    async def forget_erased(self) -> None:
        """Whatever the channel keeps of mails to people who were erased since the last look; what it cannot, later."""
        if self._now() < self._stuck_until:
            return
        for person in await queries.erased(self._service.store):
            if person not in self._forgotten:
                told = await queries.told(self._service.store, person)
                if all([await self._channel.forget(notification) for notification in told]):
                    self._forgotten.add(person)
                else:
                    self._stuck_until = self._now() + STUCK

    async def _in_order(self, notifications: list[Notification], known: queries.Joined) -> int:
        return sum([await self._one(each, known) for each in notifications])

    async def _one(self, notification: Notification, known: queries.Joined) -> bool:
        async with self._at_work:
            if self._stop.is_set():
                return False
            try:
                return await self._decide(notification, known)
            except PlenaryError as error:
                log.warning("a notification waits", extra=_about(notification) | {"reason": error.slug})
            except Exception:
                log.exception("a notification cannot be sent", extra=_about(notification))
                return await self._put_off(notification)
            return False

    async def _put_off(self, notification: Notification) -> bool:
        """An error of ours, in this one mail: by the schedule, so that it does not run hot. If it has begun, its lease ends."""
        try:
            return await self._end(notification, None, Answer(Trouble.TECHNICAL, "an error of Plenary; see the log"))
        except PlenaryError as error:
            log.warning("a notification waits", extra=_about(notification) | {"reason": error.slug})
            return False

    async def _decide(self, notification: Notification, known: queries.Joined) -> bool:
        person, gathering, at = known.person(notification), known.gathering(notification), self._now()
        if person.erased:
            return await self._suppress(notification, "erased")
        if gathering.ends_at is not None and gathering.ends_at <= at:
            return await self._suppress(notification, "past")
        if notification.was_delayed and known.has_moved_on(notification):
            return await self._suppress(notification, "superseded")
        if not (person.known and gathering.known):
            missing = "gathering" if person.known else "recipient"
            return await self._end(notification, None, Answer(Trouble.UNKNOWN, f"the {missing} is not known yet"))
        if notification.handed_over_too_often and not self._channel.repeatable:
            return await self._end(notification, None, Answer(Trouble.LOST, "handed over twice without an answer"))
        rendered = self._templates.render(notification, person, gathering)
        begun = await self._begin(notification, rendered, gathering.ends_at)
        if begun is None:
            return False
        mail = Mail(
            notification=begun.id,
            message_id=begun.message_id,
            dated=begun.dated or at,
            to_name=person.name,
            to_address=person.email,
            language=rendered.kept.language,
            subject=rendered.subject,
            text=rendered.text,
            html=rendered.html,
        )
        return await self._end(begun, begun.lease, await self._channel.send(mail))

    async def _begin(
        self, notification: Notification, rendered: Rendered, until: datetime | None
    ) -> Notification | None:
        """The notification in sending, or None if somebody else is at it."""
        command = Begin(
            **self._message(notification, uuid4()),
            notification=notification.id,
            wording=rendered.kept,
            message_id=self._channel.letterhead.message_id(notification.id),
            useful_until=until,
            patience=REPEATED if self._channel.repeatable else LEASE,
        )
        stored: Stored[Notification] = await self._service.run(handlers.begin, command)
        return stored.entity if stored.entity.lease == command.id else None

    async def _suppress(self, notification: Notification, reason: str) -> bool:
        message = self._message(notification, uuid4())
        await self._service.run(handlers.suppress, Suppress(**message, notification=notification.id, reason=reason))
        log.info("suppressed", extra=_about(notification) | {"reason": reason})
        return True

    async def _end(self, notification: Notification, lease: UUID | None, answer: Answer) -> bool:
        """Note what came of it."""
        handler, command = self._verdict(notification, lease, answer)
        try:
            await self._service.run(handler, command)
        except Unavailable:
            if lease is None:
                raise
            self._unsaid[notification.id] = (handler, command)  # it is known here: it must not be sent again
            log.warning("the store is away; the outcome is kept and noted later", extra=_about(notification))
        else:
            log.info(type(command).__name__.lower(), extra=_about(notification) | {"trouble": answer.trouble or ""})
        return True

    def _verdict(self, notification: Notification, lease: UUID | None, answer: Answer) -> tuple[Any, Message]:
        said = without_addresses(answer.said)
        token = uuid5(lease, "end") if lease else uuid4()
        what = {**self._message(notification, token), "notification": notification.id, "answer": said}
        if answer.trouble is None:
            return handlers.sent, Sent(**what)
        if answer.trouble is Trouble.REFUSED or (lease is None and answer.trouble is Trouble.LOST):
            return handlers.fail, Fail(**what, lease=lease, trouble=answer.trouble)
        # Without spread what nobody is known for yet keeps its order: of one registration the first goes first.
        spread = 0 if answer.trouble is Trouble.UNKNOWN else 0.2
        jitter = 1 + spread * (2 * self._chance() - 1)
        return handlers.delay, Delay(**what, lease=lease, trouble=answer.trouble, jitter=jitter)

    async def _say_what_is_unsaid(self) -> None:
        for id, (handler, command) in list(self._unsaid.items()):
            await self._service.run(handler, command)
            del self._unsaid[id]

    def _message(self, notification: Notification, token: UUID) -> dict[str, Any]:
        return {"id": token, "at": self._now(), "correlation": notification.correlation}


async def send_forever(
    service: Service,
    channel: Channel,
    *,
    now: Clock,
    stop: asyncio.Event,
    templates: Templates | None = None,
) -> None:
    """Send what is due until `stop` is set; the mails that have begun are finished."""
    mailer = Mailer(service, channel, templates or Templates(), now, stop=stop)
    while not stop.is_set():
        try:
            moved = await mailer.step()
            if not moved:
                await mailer.forget_erased()
        except Unavailable as away:
            log.warning("the store does not answer; the mails wait", extra={"reason": away.detail})
            moved = 0
        if not moved:
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), IDLE)
    await channel.close()


def _by_registration(notifications: list[Notification]) -> list[list[Notification]]:
    """What one registration has to tell goes out in the order in which it happened: waiting first, then the place."""
    lines: dict[UUID, list[Notification]] = {}
    for each in sorted(notifications, key=lambda it: it.cause_sequence):
        lines.setdefault(each.registration, []).append(each)
    return list(lines.values())


def without_addresses(said: str) -> str:
    """An answer as it may be kept: no mail address in it, one line, not long."""
    return re.sub(r"\S*@\S*", "<…>", one_line(said))[:LONGEST_ANSWER]


def _about(notification: Notification) -> dict[str, str]:
    return {"notification": str(notification.id), "correlation": notification.correlation}
