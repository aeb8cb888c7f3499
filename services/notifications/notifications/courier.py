"""One notification and its end: begun, handed over, noted; and what could not be noted yet, kept until it can.

What it is about to do and what came of it are commands, decided upon the document as it is held here; only handing over
happens here. Of several processes on one store hands over whose `Begin` stands. Where a repeat leaves one mail, and no other
process has the store, both are one change, made afterwards: after a crash it is handed over once more, and is the same mail.
"""

import logging
import random
import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, Protocol
from uuid import UUID, uuid4, uuid5

from services.notifications.calendar import entry
from services.notifications.channels import Answer, Channel, Mail, Trouble
from services.notifications.channels.message import one_line
from services.notifications.notifications import handlers
from services.notifications.notifications.commands import (
    Begin,
    BeginAndEnd,
    Delay,
    End,
    Fail,
    Retry,
    Schedule,
    Sent,
    Suppress,
)
from services.notifications.notifications.model import Notification
from services.notifications.notifications.turn import Turn
from services.notifications.wording import Rendered, Templates
from shared.clock import Clock
from shared.contracts import Message
from shared.errors import PlenaryError, Refused, Stale, Unavailable
from shared.loop import passing_by
from shared.store import Store, Stored

log = logging.getLogger(__name__)

LONGEST_ANSWER = 300

LOOKED_FOR = timedelta(minutes=1)
"""After so long it is looked again whether the time of something scheduled is known."""

Now = Stored[Notification] | None
"""A notification as it stands after something was done; None if nothing was, or somebody else was quicker."""


class Service(Protocol):
    """The running service (`shared.flow.service`)."""

    @property
    def store(self) -> Store: ...

    def run(self, handler: Any, command: Any, *, expected: Any = None) -> Awaitable[Stored[Any]]: ...

    def on_commit(self, kind: type[Any], tell: Callable[[Stored[Any]], object]) -> None: ...


class Courier:
    """Through one channel. `chance` gives numbers from 0 to 1 for the jitter."""

    def __init__(
        self,
        service: Service,
        channel: Channel,
        templates: Templates,
        now: Clock,
        *,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.channel = channel
        self._service = service
        self._templates = templates
        self._now = now
        self._chance = chance
        self._at_once = channel.repeatable and service.store.alone
        self._unsaid: dict[UUID, tuple[Any, Message]] = {}

    def keeps(self, notification: UUID) -> bool:
        """What became of it is known here, and could not be noted yet."""
        return notification in self._unsaid

    async def say_what_is_unsaid(self) -> None:
        """Raises `Unavailable` as long as it cannot be noted. What is refused now is of no use any more."""
        for id, (handler, command) in list(self._unsaid.items()):
            with passing_by("what became of a mail cannot be noted", notification=str(id)):
                try:
                    await self._service.run(handler, command)
                except Refused:
                    del self._unsaid[id]
                    raise
                del self._unsaid[id]

    async def bring(self, turn: Turn, *, held: bool) -> Now:
        """To its end, as far as it goes now; `held`: something before it waits. Raises nothing: one mail holds no other up."""
        about = _about(turn.notification)
        try:
            return await self._tried(turn, held)
        except Stale:
            return None
        except PlenaryError as error:
            log.warning("a notification waits", extra=about | {"reason": error.slug})
            return None

    async def again(self, stored: Stored[Notification]) -> Now:
        """Queue again what was held to be past. Raises `Unavailable`."""
        command = Retry(**self._message(stored.entity, uuid4()), notification=stored.id)
        try:
            return await self._run(handlers.retry, command, stored)
        except Refused:  # it has moved on
            return None

    async def _tried(self, turn: Turn, held: bool) -> Now:
        """An error of ours, in this one mail: by the schedule, so that it does not run hot.

        If it has begun, it is another version by now; nobody knows what became of it, and it is abandoned.
        """
        try:
            return await self._bring(turn, held)
        except PlenaryError:
            raise
        except Exception:
            log.exception("a notification cannot be sent", extra=_about(turn.notification))
            return await self._end(turn.stored, None, Answer(Trouble.TECHNICAL, "an error of Plenary; see the log"))

    async def _bring(self, turn: Turn, held: bool) -> Now:
        at = self._now()
        instead, later = turn.instead(at, repeatable=self.channel.repeatable), turn.not_before(at)
        if later and not isinstance(instead, str):
            return await self._schedule(turn, later, known=later > at)
        if isinstance(instead, Answer):
            return await self._end(turn.stored, None, instead)
        if instead is not None and not (self._at_once and await self.channel.holds(turn.stored.id)):
            return await self._suppress(turn, instead)
        if held:
            return None
        rendered = self._templates.render(turn.notification, turn.person, turn.gathering, turn.edition)
        begin = self._beginning(turn, rendered)
        if not self._at_once:
            begun = await self._begin(turn, begin)
            answer = await self.channel.send(self._mail(turn, rendered, begin))
            return await self._end(begun, begin.id, answer)
        answer = await self.channel.send(self._mail(turn, rendered, begin))
        return await self._end(turn.stored, begin.id, answer, begin)

    def _beginning(self, turn: Turn, rendered: Rendered) -> Begin:
        notification = turn.notification
        return Begin(
            **self._message(notification, uuid4()),
            notification=notification.id,
            wording=rendered.kept,
            message_id=self.channel.letterhead.message_id(notification.id),
            useful_until=turn.useful_until,
            through=self.channel.name,
        )

    async def _begin(self, turn: Turn, command: Begin) -> Stored[Notification]:
        """The notification in sending. Raises `Stale` if somebody else is at it."""
        try:
            return await self._run(handlers.begin, command, turn.stored)
        except Unavailable:  # whether it has begun is not known, but that nothing was handed over is
            answer = Answer(Trouble.TECHNICAL, "the store did not answer; nothing was handed over")
            self._unsaid[turn.stored.id] = self._verdict(turn.notification, command.id, answer)
            raise

    async def _schedule(self, turn: Turn, due: datetime, *, known: bool) -> Now:
        message = self._message(turn.notification, uuid4())
        due = due if known else due + LOOKED_FOR
        command = Schedule(**message, notification=turn.notification.id, due=due, known=known)
        return await self._run(handlers.schedule, command, turn.stored)

    async def _suppress(self, turn: Turn, reason: str) -> Stored[Notification]:
        message = self._message(turn.notification, uuid4())
        command = Suppress(**message, notification=turn.notification.id, reason=reason, useful_until=turn.useful_until)
        after = await self._run(handlers.suppress, command, turn.stored)
        log.info("suppressed", extra=_about(turn.notification) | {"reason": reason})
        return after

    async def _end(
        self, stored: Stored[Notification], lease: UUID | None, answer: Answer, begin: Begin | None = None
    ) -> Now:
        """Note what came of it, and with `begin` that it was begun. Of what was not begun (no lease) raises `Stale`."""
        about = _about(stored.entity)
        handler, end = self._verdict(stored.entity, lease, answer)
        command: Message = end
        if begin:
            handler, command = handlers.begin_and_end, BeginAndEnd.of(begin, end)
        try:
            after = await self._noted(stored, lease, handler, command)
        except Unavailable:
            if lease is None:
                raise
            self._unsaid[stored.id] = (handler, command)  # it is known here: it must not be sent again
            log.warning("the store is away; the outcome is kept and noted later", extra=about)
            return stored
        log.info(handler.__name__, extra=about | {"trouble": answer.trouble or ""})
        return after

    async def _noted(self, stored: Stored[Notification], lease: UUID | None, handler: Any, command: Message) -> Now:
        """Upon what is held. What came of an attempt is so, whatever others noted meanwhile."""
        try:
            return await self._run(handler, command, stored)
        except Stale:
            if lease is None:
                raise
            return await self._run(handler, command, None)

    def _verdict(self, notification: Notification, lease: UUID | None, answer: Answer) -> tuple[Any, End]:
        said = without_addresses(answer.said)
        token = uuid5(lease, "end") if lease else uuid4()
        what = {**self._message(notification, token), "notification": notification.id, "answer": said}
        if answer.trouble is None:
            return handlers.sent, Sent(**what)
        nobody_knows = answer.trouble is Trouble.LOST and (lease is None or notification.handed_over_too_often)
        if nobody_knows or answer.trouble is Trouble.REFUSED:
            return handlers.fail, Fail(**what, lease=lease, trouble=answer.trouble)
        # Without spread what nobody is known for yet keeps its order: of one registration the first goes first.
        spread = 0 if answer.trouble is Trouble.UNKNOWN else 0.2
        jitter = 1 + spread * (2 * self._chance() - 1)
        return handlers.delay, Delay(**what, lease=lease, trouble=answer.trouble, jitter=jitter)

    async def _run(self, handler: Any, command: Message, held: Stored[Notification] | None) -> Stored[Notification]:
        """`held`: decided upon this, without reading it again; raises `Stale` if there is a newer one."""
        stored: Stored[Notification] = await self._service.run(handler, command, expected=held)
        return stored

    def _message(self, notification: Notification, token: UUID) -> dict[str, Any]:
        return {"id": token, "at": self._now(), "correlation": notification.correlation}

    def _mail(self, turn: Turn, rendered: Rendered, begin: Begin) -> Mail:
        person, language, dated = turn.person, rendered.kept.language, turn.notification.dated or begin.at
        stationery = self.channel.letterhead
        uid = self._templates.uid(turn.part.registration) if turn.part else ""
        return Mail(
            notification=begin.notification,
            message_id=begin.message_id,
            dated=dated,
            to_name=person.name,
            to_address=person.email,
            language=language,
            subject=rendered.subject,
            text=rendered.text,
            html=rendered.html,
            leave=rendered.leave,
            entry=entry(turn.part, uid, person, stationery, language=language, at=dated),
        )


def without_addresses(said: str) -> str:
    """An answer as it may be kept: no mail address in it, one line, not long."""
    return re.sub(r"\S*@\S*", "<…>", one_line(said))[:LONGEST_ANSWER]


def _about(notification: Notification) -> dict[str, str]:
    return {"notification": str(notification.id), "correlation": notification.correlation}
