"""What a service is, as data: its subjects, their documents, what they hear and what they then do."""

from collections.abc import Awaitable, Callable, Coroutine, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import chain
from typing import Any, ClassVar, Protocol, TypeAlias, TypeVar
from uuid import UUID

from shared.contracts import Event, Message, Record, Topic
from shared.errors import PlenaryError
from shared.flow.envelope import Change
from shared.flow.read import Read
from shared.store import Store, Stored
from shared.telemetry import Figure

C = TypeVar("C")
K = TypeVar("K")
V = TypeVar("V")

Decide: TypeAlias = Callable[[C, Read], Awaitable[Change[Any]]]
"""A command handler: one change. It does not write, publish, sleep, look at a clock or send mail."""

Tell: TypeAlias = Callable[[Stored[Any]], object]
"""Somebody who is told of a document that was written."""

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

    `kinds`: the documents that it owns, the only ones that its handlers change. `publishes`: its topics. `mirrors`: the
    foreign topics that it hears, and the mirror of each. `on`: its table of contents: event class -> what happens beside the
    mirror (own topics too, and what other subjects hear as well).
    `timers`: kind -> the command handler given a `Due`. `states`: kind -> its present state for a compacted topic, None once
    erased. `routers`: its doors (`shared.http`). `loops`: what runs beside, each made of the running service and the
    installation. `figures`: what it tells Prometheus when asked, each a few looks at an index.
    """

    kinds: tuple[type[Any], ...] = ()
    publishes: tuple[Topic, ...] = ()
    mirrors: Mapping[Topic, type[Any]] = field(default_factory=dict)
    on: Mapping[type[Event], Hear] = field(default_factory=dict)
    timers: Mapping[type[Any], Decide[Due]] = field(default_factory=dict)
    states: Mapping[type[Any], Callable[[Any], Event | None]] = field(default_factory=dict)
    routers: tuple[Any, ...] = ()
    loops: tuple[Callable[[Any, Any], Coroutine[Any, Any, None]], ...] = ()
    figures: tuple[Callable[[Store, datetime], Awaitable[Iterable[Figure]]], ...] = ()


class Misplaced(PlenaryError):
    """A mistake of the program: a decision changed a document that is not its own."""

    code = "internal"


Listener: TypeAlias = tuple[Subject, Hear]
"""Who hears an event, and what happens there."""


@dataclass(frozen=True, eq=False)
class Definition:
    """One service: its subjects in their order, and what they are together.

    Raises `ValueError` where two subjects own one thing: a kind of document, or the mirror of a topic.
    """

    name: str
    subjects: tuple[Subject, ...]

    def __post_init__(self) -> None:
        mirrors = [*dict.fromkeys(self.mirrors.values())]
        names = [kind.kind for kind in (*self.kinds, *mirrors)]
        topics = [topic.name for each in self.subjects for topic in each.mirrors]
        if twice := {name for owned in (names, topics) for name in owned if owned.count(name) > 1}:
            raise ValueError(f"{self.name}: two own {', '.join(sorted(twice))}; each has one owner.")
        for each in self.subjects:
            if strange := {kind.kind for kind in (*each.timers, *each.states) if kind not in each.kinds}:
                raise ValueError(f"{self.name}: {', '.join(sorted(strange))}: timer or state of what is not owned.")

    @cached_property
    def kinds(self) -> tuple[type[Any], ...]:
        """The documents that it owns."""
        return tuple(chain.from_iterable(each.kinds for each in self.subjects))

    @cached_property
    def mirrors(self) -> Mapping[Topic, type[Any]]:
        """Foreign topic -> the mirror of its aggregates."""
        return _joined(each.mirrors for each in self.subjects)

    @cached_property
    def on(self) -> Mapping[type[Event], tuple[Listener, ...]]:
        """Event class -> all who hear it, in the order of the subjects."""
        heard: dict[type[Event], tuple[Listener, ...]] = {}
        for each in self.subjects:
            for event, handler in each.on.items():
                heard[event] = (*heard.get(event, ()), (each, handler))
        return heard

    @cached_property
    def timers(self) -> Mapping[type[Any], Decide[Due]]:
        """Kind -> what happens when one is due."""
        return _joined(each.timers for each in self.subjects)

    @cached_property
    def states(self) -> Mapping[type[Any], Callable[[Any], Event | None]]:
        """Kind -> its present state for a compacted topic."""
        return _joined(each.states for each in self.subjects)

    @cached_property
    def routers(self) -> tuple[Any, ...]:
        """The doors of all subjects."""
        return tuple(chain.from_iterable(each.routers for each in self.subjects))


def _joined(each: Iterable[Mapping[K, V]]) -> dict[K, V]:
    return dict(chain.from_iterable(mapping.items() for mapping in each))


def must_own(kinds: Sequence[type[Any]], entity: Any) -> None:
    """Raises `Misplaced` for a document that is none of these kinds."""
    if type(entity) not in kinds:
        own = ", ".join(kind.kind for kind in kinds) or "nothing"
        raise Misplaced(f"A decision changed a document of {type(entity).kind}; its own are: {own}.")
