"""A running service: what the definition says, on a store and a log."""

import asyncio
import logging
from collections.abc import Awaitable
from typing import Any, TypeVar
from uuid import UUID
from weakref import WeakValueDictionary

from shared.clock import Clock, SystemClock
from shared.contracts import Message, Topic
from shared.contracts.registry import TOPIC
from shared.errors import Unavailable
from shared.flow.apply import Applier
from shared.flow.catch_up import CatchUp
from shared.flow.consume import Consumer
from shared.flow.definition import Decide, Definition, Tell, must_own
from shared.flow.envelope import Change
from shared.flow.lease import Lease, Tenure
from shared.flow.plan import Note
from shared.flow.read import Read
from shared.flow.refusals import Refusals
from shared.flow.run import Expected, run
from shared.flow.send import Sender
from shared.flow.timers import Timers
from shared.log import EventLog
from shared.loop import Loop
from shared.store import Store, Stored

log = logging.getLogger(__name__)

C = TypeVar("C", bound=Message)

SWEEP = 5.0
"""Seconds between two sweeps of outboxes and of keys that are behind."""
BACKLOG = 1_000
"""Documents with an outbox in one look at which the sweep goes on at once, as long as the log takes them."""
TICK = 1.0
"""Seconds between two looks at the timers."""
BEAT_EVERY = 3600.0
"""Seconds between two beats of an own compacted topic."""


def documents(definition: Definition) -> tuple[type[Any], ...]:
    """Every kind of document that a service's store holds."""
    return (*dict.fromkeys([*definition.kinds, *definition.mirrors.values()]), Note, Refusals, Tenure)


def topics(definition: Definition) -> list[str]:
    """The topics that a service hears: of its mirrors, of its handlers, and its own compacted ones."""
    heard = [*definition.mirrors, *(event.topic for event in definition.on)]
    return [topic.name for topic in dict.fromkeys([*heard, *_compacted(definition)])]


def _compacted(definition: Definition) -> list[Topic]:
    """The topics that it publishes of which only the newest record of each key stays."""
    return [topic for topic in TOPIC.values() if topic.publisher == definition.name and topic.cleanup == "compact"]


class Service:
    """One process of one service."""

    def __init__(self, definition: Definition, store: Store, event_log: EventLog, clock: Clock | None = None) -> None:
        self.name = definition.name
        self.definition = definition
        self.store = store
        self.log = event_log
        self.clock = clock or SystemClock()
        self.sender = Sender(definition, store, event_log)
        self.applier = Applier(definition, store, self._committed, self.sender.correct)
        self.timers = Timers(definition, store, self.run)
        self.catch_up = CatchUp(definition, store, event_log, self.applier, self.timers)
        self.consumer = Consumer(self.name, topics(definition), event_log, self.applier)
        self._lease = Lease(store, "sweep", monotonic=self.clock.monotonic, alone=store.alone)
        self._told: dict[type[Any], list[Tell]] = {}
        self._beaten: float | None = None
        self._turns: WeakValueDictionary[UUID, asyncio.Lock] = WeakValueDictionary()
        self._loops: list[Loop] = []
        self._sweeping, self._timing = self.loop("sweep", SWEEP), self.loop("timers", TICK)

    def loop(self, name: str, every: float = 0.0) -> Loop:
        """A loop of this service; readiness names it while it fails."""
        self._loops.append(Loop(name, every))
        return self._loops[-1]

    def on_commit(self, kind: type[Any], tell: Tell) -> None:
        """From now on `tell` of each document of a kind that this process writes by a command or an event."""
        self._told.setdefault(kind, []).append(tell)

    def _committed(self, document: Stored[Any]) -> None:
        if document.outbox:
            self.sender.offer(document)
        for tell in self._told.get(type(document.entity), ()):
            tell(document)

    async def run(
        self, handler: Decide[C], command: C, *, keyed: bool = False, expected: Expected | None = None
    ) -> Stored[Any]:
        """Carry out one command; see `shared.flow.run`. The same command at once has one outcome: a process takes turns."""

        async def decide(command: C, read: Read) -> Change[Any]:
            change = await handler(command, read)
            must_own(self.definition.kinds, change.entity)
            return change

        async with self._turns.setdefault(command.id, asyncio.Lock()):
            return await run(self.store, decide, command, keyed=keyed, expected=expected, committed=self._committed)

    async def forever(self) -> None:
        """Send, hear, sweep and fire timers until cancelled."""
        try:
            async with asyncio.TaskGroup() as loops:
                loops.create_task(self.sender.forever())
                loops.create_task(self.consumer.forever())
                loops.create_task(self._sweeping.forever(self.sweep))
                loops.create_task(self._timing.forever(lambda: self.timers.fire(self.clock())))
        except asyncio.CancelledError:
            await self._end()
            raise

    async def _end(self) -> None:
        """What was committed is sent, what was applied acknowledged, as far as store and log answer within 2 s."""
        try:
            async with asyncio.timeout(2):
                await self.sender.finish()
                await self._lease.release()
        except (Unavailable, TimeoutError) as away:
            log.warning("ended without sending everything; the next start sends it", extra={"reason": str(away)})
        except Exception:
            log.exception("ended without sending everything; the next start sends it")

    async def sweep(self) -> None:
        """Send what others left in outboxes, go on with keys that are behind, beat; by lease, one process at a time."""
        backlog = True
        while backlog and await self._lease.held():
            backlog = await self.sender.sweep() >= BACKLOG and await self.sender.settled()
            await self.catch_up.sweep()
            await self._beat(self.clock.monotonic())

    async def _beat(self, now: float) -> None:
        """Hourly, and at the start: an erased person's record leaves the log's disk also where nothing else is written."""
        if self._beaten is None or now - self._beaten >= BEAT_EVERY:
            await asyncio.gather(*(self.log.beat(topic.name) for topic in _compacted(self.definition)))
            self._beaten = now

    async def health(self) -> dict[str, Any]:
        """What `/health/ready` shows: `ok` or what is wrong with store and log, lag, dead letters, what waits."""
        store, event_log, lag, dead_letters = await asyncio.gather(  # at once: who asks waits for the slowest only
            _answer(self.store.ping()),
            _answer(self.log.ping()),
            _answer(self.consumer.lag()),
            _answer(self.catch_up.count()),
        )
        loops = [*self._loops, *self.sender.loops, *self.consumer.loops]
        return {
            "store": store or "ok",
            "log": event_log or "ok",
            "lag": lag if isinstance(lag, int) else None,
            "dead_letters": dead_letters if isinstance(dead_letters, int) else None,
            "degraded": [*dict.fromkeys(loop.degraded for loop in loops if loop.degraded)],
        }


async def _answer(call: Awaitable[int | None]) -> int | str | None:
    """What is answered within 2 s; else the reason."""
    try:
        async with asyncio.timeout(2):
            return await call
    except Unavailable as away:
        return away.detail
    except TimeoutError:
        return "does not answer"
    except Exception as error:
        log.exception("a part cannot say how it is")
        return type(error).__name__
