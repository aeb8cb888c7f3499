"""The loop that sends: what is due, when, and in which order. How one is brought to its end stands in `courier`.

A process that dies between beginning and noting what came of it leaves a notification whose fate nobody knows. That is no
knowledge, so it is neither suppressed nor overtaken: once it is clear that the other is gone (`watch`), it is handed over once
more, under the same Message-ID and Date. What one thing has to tell (a registration, say) is begun in the order in which it
happened, each when what came before it has ended.

Of several processes the one that queued a mail brings it: another leaves it alone until what the first published of it has left
the outbox, since it would publish that once more. Not for long: where the log takes nothing, mails go out all the same.
"""

import asyncio
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from services.notifications.channels import Channel
from services.notifications.mirrors import Person
from services.notifications.notifications import queries
from services.notifications.notifications.courier import Courier, Now, Service
from services.notifications.notifications.model import WAITING, Notification, State
from services.notifications.notifications.turn import Turn
from services.notifications.notifications.watch import Watch
from services.notifications.wording import Templates
from shared.clock import Clock
from shared.loop import Loop, passing_by
from shared.store import Stored

NET = 5.0
"""Seconds after which an idle sender looks although nobody woke it: another process may have queued something."""

BREATH = 0.5
"""Seconds between two looks at least, where nothing moved."""

LEASE = timedelta(minutes=10)
"""So long is what somebody else sends left alone; afterwards nobody knows what became of it."""

REPEATED = timedelta(seconds=15)
"""The same where a repeat leaves one mail: then nobody has to be sure that whoever began is gone."""

PATIENCE = timedelta(seconds=30)
"""So long is a mail that another process queued left to it, while what that published of it waits to leave."""

STUCK = 60.0
"""Seconds after which a channel that could not forget a mail is asked again."""


class Mailer:
    """Sends what is due through one channel. `chance` gives numbers from 0 to 1 for the jitter.

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
        self._store = service.store
        self._channel = channel
        self._now = now
        self._stop = stop or asyncio.Event()
        self._courier = Courier(service, channel, templates, now, chance=chance)
        self._watch = Watch(service.store, now, REPEATED if channel.repeatable else LEASE)
        self._at_work = asyncio.Semaphore(4 * channel.at_once)  # what has begun is sent long before its lease ends
        self._queued_here: set[UUID] = set()
        self._own: set[UUID] = set()
        self._forgotten: set[UUID] = set()
        self._stuck_until = -STUCK

    def queued(self, notification: UUID) -> None:
        """This process queued it, so the next look brings it at once."""
        self._queued_here.add(notification)

    async def step(self) -> int:
        """Look at all that is due, page by page, and bring each to its end; returns how many moved. Raises `Unavailable`."""
        self._own, self._queued_here = self._queued_here, set()
        await self._courier.say_what_is_unsaid()
        moved = await self._bring(await self._watch.abandoned())
        if self._watch.clock_may_have_been_set_back:
            moved += await self._mend(self._now())
        async for page in queries.due(self._store, self._now()):
            moved += await self._bring(page)
        return moved

    async def rest(self) -> float:
        """Seconds until it must look again although nobody wakes it: until the next is due, but no longer than `NET`."""
        due = await queries.next_due(self._store)
        return min(NET, max(BREATH, (due - self._now()).total_seconds())) if due else NET

    async def _mend(self, at: datetime) -> int:
        """What a clock that was ahead put off is tried now, until there is none; what it held to be past is queued again."""
        found = moved = 0
        async for page in queries.put_off(self._store, at):
            found += len(page)
            moved += await self._bring(page)
        async for stored in queries.held_to_be_past(self._store, at):
            moved += await self._courier.again(stored) is not None
        if not found:
            self._watch.noted()
        return moved

    async def forget_erased(self) -> None:
        """Whatever the channel keeps of mails to people who were erased since the last look; what it cannot, later."""
        if self._now.monotonic() < self._stuck_until:
            return
        if await queries.count_erased(self._store) <= len(self._forgotten):
            return  # nobody new: who was erased once is so for ever
        for person in await queries.erased(self._store):
            if person not in self._forgotten and not await self._forgets(person):
                self._stuck_until = self._now.monotonic() + STUCK

    async def _forgets(self, person: UUID) -> bool:
        with passing_by("the mails to somebody who was erased cannot be forgotten", person=str(person)):
            told = await queries.told(self._store, person)
            if all([await self._channel.forget(notification) for notification in told]):
                self._forgotten.add(person)
        return person in self._forgotten

    async def _bring(self, found: list[Stored[Notification]]) -> int:
        found = [each for each in found if not (self._courier.keeps(each.id) or self._is_with_another(each))]
        if not found or self._stop.is_set():
            return 0
        lines = await queries.lines(self._store, found)
        known = await queries.joined(self._store, [each.entity for line in lines for each in line])
        due = {each.id for each in found}
        return sum(await asyncio.gather(*(self._in_order(line, due, known) for line in lines)))

    def _is_with_another(self, found: Stored[Notification]) -> bool:
        """What that process published of it has not left yet. (If it is gone, the sweep sends it, and it is brought then.)"""
        it = found.entity
        lately = it.state is State.QUEUED and self._now() - it.queued_at < PATIENCE
        return bool(found.outbox) and lately and not self._store.alone and found.id not in self._own

    async def _in_order(self, line: list[Stored[Notification]], due: set[UUID], known: queries.Joined) -> int:
        """What waits of one thing: nothing is begun while something before it waits."""
        moved, held = 0, False
        for place, each in enumerate(line):
            if each.entity.state is State.SCHEDULED and each.id not in due:
                continue  # it is not its time, and it holds nothing up
            later, after = line[place + 1 :], None
            with passing_by("a notification cannot be brought to its end", notification=str(each.id)):
                turn = Turn.of(each, later, known)
                pressed = not turn.waits and any(it.id in due for it in later)
                if (each.id in due or pressed) and not self._courier.keeps(each.id):
                    after = await self._one(turn, held)
            moved += after is not None
            held = held or after is None or after.entity.state in WAITING
        return moved

    async def _one(self, turn: Turn, held: bool) -> Now:
        async with self._at_work:
            if self._stop.is_set():
                return None
            if turn.person.erased:
                self._forgotten.discard(turn.person.id)  # whoever began may have left something since
            return await self._courier.bring(turn, held=held)


async def send_forever(
    service: Service,
    channel: Channel,
    *,
    now: Clock,
    stop: asyncio.Event,
    templates: Templates | None = None,
    loop: Loop | None = None,
) -> None:
    """Send what is queued as soon as it is, and what is due, until `stop` is set; the mails that have begun are finished."""
    woken = asyncio.Event()
    mailer, loop = Mailer(service, channel, templates or Templates(), now, stop=stop), loop or Loop("mails")

    def wake(stored: Stored[Notification]) -> None:
        if stored.entity.state is State.QUEUED and not stored.entity.called_off:
            mailer.queued(stored.id)
        if stored.entity.is_wanted:
            woken.set()

    service.on_commit(Notification, wake)
    service.on_commit(Person, lambda stored: woken.set() if stored.entity.erased else None)

    async def look() -> float:
        woken.clear()
        if await mailer.step():
            return 0.0
        await mailer.forget_erased()
        return await mailer.rest()

    while not stop.is_set():
        if rest := await loop.attempt(look):
            await _first(stop, woken, within=rest)
    await channel.close()


async def _first(*events: asyncio.Event, within: float) -> None:
    """Wait for any of them, at most so many seconds."""
    waiting = [asyncio.create_task(event.wait()) for event in events]
    await asyncio.wait(waiting, timeout=within, return_when=asyncio.FIRST_COMPLETED)
    for each in waiting:
        each.cancel()
