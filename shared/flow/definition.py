"""What a service is, as data: its subjects, their documents, what they hear and what they then do."""

from collections.abc import Awaitable, Callable, Coroutine, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, ClassVar, Protocol, TypeAlias, TypeVar
from uuid import UUID

from shared.contracts import Event, Message, Record, Topic
from shared.flow.envelope import Change
from shared.flow.read import Read

C = TypeVar("C")

Decide: TypeAlias = Callable[[C, Read], Awaitable[Change[Any]]]
"""A command handler: one change. It does not write, publish, sleep, look at a clock or send mail."""

Hear: TypeAlias = Callable[[Record, Read], Awaitable[Iterable[Change[Any]]]]
"""An event handler: what the event causes beside its mirror."""


@dataclass(frozen=True, slots=True)
class Together:
    """An event handler for records of many keys that want the same thing, as a place in one pool: they do not fight for it.

    Those that are there at once and of which `want` says the same are given to `decide` at once, and again until it changes
    nothing more. It goes by what the store says now: a record that was dealt with before must cause nothing.
    """

    want: Callable[[Record], Hashable]
    decide: Callable[[Sequence[Record], Read], Awaitable[Iterable[Change[Any]]]]

    async def __call__(self, record: Record, read: Read) -> Iterable[Change[Any]]:
        return await self.decide([record], read)


class Mirror(Protocol):
    """What a service keeps of a foreign aggregate: made from its id alone, then `hear` by `hear`.

    A mirror of which nothing was heard yet exists where its first record was refused: every field but `id` has a default.
    """

    kind: ClassVar[str]
    id: UUID

    def __init__(self, id: UUID) -> None: ...

    def hear(self, event: Event | None) -> None:
        """Pure; ignores what it does not need. None is the tombstone of a compacted topic: keep nothing but the id."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Due(Message):
    """The command that a timer gives: `document` was due at `at`. Its handler does nothing if the document moved on."""

    document: UUID


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Subject:
    """What one folder of a service is, as data: a thing of the domain with a life of its own.

    `kinds`: the documents that it owns. `publishes`: its topics. `mirrors`: the foreign topics that it hears, and the mirror
    of each. `on`: its table of contents: event class -> what happens beside the mirror (own topics too).
    `timers`: kind -> the command handler given a `Due`. `states`: kind -> its present state for a compacted topic, None once
    erased. `routers`: its doors (`shared.http`). `loops`: what runs beside, each made of the running service and the
    installation.
    """

    kinds: tuple[type[Any], ...] = ()
    publishes: tuple[Topic, ...] = ()
    mirrors: Mapping[Topic, type[Any]] = field(default_factory=dict)
    on: Mapping[type[Event], Hear] = field(default_factory=dict)
    timers: Mapping[type[Any], Decide[Due]] = field(default_factory=dict)
    states: Mapping[type[Any], Callable[[Any], Event | None]] = field(default_factory=dict)
    routers: tuple[Any, ...] = ()
    loops: tuple[Callable[[Any, Any], Coroutine[Any, Any, None]], ...] = ()


@dataclass(frozen=True, eq=False)
class Definition:
    """One service: its subjects in their order, and what they are together."""

    name: str
    subjects: tuple[Subject, ...]

    @cached_property
    def kinds(self) -> tuple[type[Any], ...]:
        """The documents that it owns."""
        return tuple(chain.from_iterable(each.kinds for each in self.subjects))

    @cached_property
    def mirrors(self) -> Mapping[Topic, type[Any]]:
        """Foreign topic -> the mirror of its aggregates."""
        return dict(chain.from_iterable(each.mirrors.items() for each in self.subjects))

    @cached_property
    def on(self) -> Mapping[type[Event], Hear]:
        """Event class -> what happens."""
        return dict(chain.from_iterable(each.on.items() for each in self.subjects))

    @cached_property
    def timers(self) -> Mapping[type[Any], Decide[Due]]:
        """Kind -> what happens when one is due."""
        return dict(chain.from_iterable(each.timers.items() for each in self.subjects))

    @cached_property
    def states(self) -> Mapping[type[Any], Callable[[Any], Event | None]]:
        """Kind -> its present state for a compacted topic."""
        return dict(chain.from_iterable(each.states.items() for each in self.subjects))

    @cached_property
    def routers(self) -> tuple[Any, ...]:
        """The doors of all subjects."""
        return tuple(chain.from_iterable(each.routers for each in self.subjects))
