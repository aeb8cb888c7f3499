"""The Store port: documents that carry their version, their claims and their outbox, and one verb that changes them.

An *entity* is a plain dataclass of a service's model with

* `kind: ClassVar[str]`, the name of its collection, for ever;
* `id: UUID`;
* optionally `claims` (property, iterable of str): what no other document of the kind may hold;
* optionally `due` (property, `datetime | None`): when its timer fires;
* optionally `erased` (bool): what the document held before must not stay on the disk either;
* optionally `lifts: ClassVar[tuple[Callable, ...]]`: how the fields of an older document become today's. Each takes them as plain
  JSON values, by name, and returns them one schema later: the first makes 2 of 1. (`find` sees what is stored: an old document is
  found by a new field once it was written again.) A field with a default may be added without one;
* optionally `indexes: ClassVar[tuple[tuple[str, ...], ...]]`: the fields that `find` asks for together;
* optionally `rare: ClassVar[tuple[str, ...]]`: fields that few documents have. An index that ends in one may hold those alone.

Adapters: `shared.store.sqlite`, `shared.store.mongo`. The docstrings below are the contract; `tests/contract` holds both to it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Generic, Protocol, TypeAlias, TypeVar
from uuid import UUID

RECENT = 32
"""So many of what changed a document last it remembers, whatever they were: enough to settle a commit in doubt."""

LARGEST = 16_000_000
"""Bytes of one stored document (MongoDB's limit is 16 MiB)."""


class Entity(Protocol):
    """What a store keeps; see the module's docstring for the optional parts."""

    kind: ClassVar[str]

    @property
    def id(self) -> UUID: ...  # a plain attribute satisfies it


E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class Heard:
    """The last event of an upstream aggregate that changed this document; under its own id what made its present state."""

    sequence: int
    event: UUID


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command was refused; the fields are those of `shared.errors.Refused`, `kind` is the `code` of its class."""

    kind: str
    code: str
    detail: str
    errors: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """What changed this document: its token, the hash of a command's body (empty: it was an event) and the version made.

    `events`: how many it published. `at`: when it was, of a command whose caller may repeat it (None: of any other).
    `refusal` is the outcome of a command that changed nothing but the memory of it.
    The document claims the tokens of the commands that it remembers (`command_claim`): a command changes one document.
    """

    token: UUID
    body: str
    version: int = 0
    events: int = 0
    at: datetime | None = None
    refusal: Refusal | None = None


def command_claim(token: UUID) -> str:
    """What no two documents of a kind can hold: to have been changed by this command."""
    return f"command/{token}"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An event that waits in a document's outbox until the log has it.

    `data` is the event as JSON, the bytes that the log gets; None where the sender looks up the state.
    """

    sequence: int
    id: UUID
    type: str
    at: datetime
    data: bytes | None
    correlation: str = ""
    causation: str = ""
    traceparent: str = ""


@dataclass(frozen=True, slots=True)
class Behind:
    """Why a key waits: what the log keeps for it between two offsets, and what stopped it.

    `refused` is the offset of a record that was refused (a dead letter), None where a predecessor is merely missing;
    `skipped` are offsets that an operator discarded.
    """

    topic: str
    partition: int
    first: int
    to: int
    since: datetime
    reason: str
    refused: int | None = None
    skipped: tuple[int, ...] = ()


@dataclass(slots=True)
class Stored(Generic[E]):
    """An entity in its envelope. `version` is the one that was read, 0 for a document that does not exist yet.

    `raw` is the document as it was read if it has fields that the model does not know: they are written back from it.
    `held` are the claims of what was read, so that a store need not look which of them are new.
    """

    entity: E
    version: int = 0
    sequence: int = 0
    heard: dict[UUID, Heard] = field(default_factory=dict)
    outbox: tuple[Outgoing, ...] = ()
    recent: tuple[Done, ...] = ()
    behind: Behind | None = None
    raw: Mapping[str, Any] | None = None
    held: tuple[str, ...] | None = field(default=None, compare=False, repr=False)

    @property
    def id(self) -> UUID:
        return self.entity.id


@dataclass(frozen=True, slots=True)
class Committed:
    """The change stands, durably; `version` is the document's new one."""

    version: int


@dataclass(frozen=True, slots=True)
class Stale:
    """The document's version is not the one that the change was made from (or it exists already)."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A claim belongs to another document."""

    claim: str
    by: UUID


@dataclass(frozen=True, slots=True)
class Unfit:
    """The change cannot be stored by anybody (too large, not encodable); asking again is no use."""

    reason: str


Outcome: TypeAlias = Committed | Stale | Taken | Unfit


@dataclass(frozen=True, slots=True)
class In:
    """One of these values."""

    values: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Range:
    """Between these values; None is open. Never matches null."""

    gte: Any = None
    gt: Any = None
    lte: Any = None
    lt: Any = None


Where: TypeAlias = Mapping[str, Any]
"""Top-level field -> a value (equality; None matches null and missing), `In` or `Range`. All must hold."""

Cursor: TypeAlias = tuple[Any, str]
"""The sort value and the id of the last document of a page."""


@dataclass(frozen=True, slots=True)
class Page(Generic[E]):
    """Documents in order; `next` continues after the last one, None at the end."""

    items: list[Stored[E]]
    next: Cursor | None


@dataclass(frozen=True, slots=True)
class Counter:
    """Numbers for the documents of a kind that match `where`, whose `field` holds the number they took."""

    kind: type[Any]
    where: tuple[tuple[str, Any], ...]
    field: str

    @property
    def name(self) -> str:
        return "/".join([self.kind.kind, *(f"{key}={value}" for key, value in self.where), self.field])


class Finds(Protocol):
    """A store, or what a decision sees of one."""

    async def find(
        self, kind: type[E], where: Where, *, sort: str = "_id", limit: int = 100, after: Cursor | None = None
    ) -> Page[E]:
        """At most `limit` documents that match as they were read, by one top-level field, ties by id.

        (`"-field"`: the reverse; nulls lowest.)

        Raises `LookupError` for a field that the kind does not have, `Invalid` for a value or cursor that no field can hold.
        A page continues `after` the cursor of the one before: a document that stands still is met exactly once, whatever
        others write meanwhile. `due` and `behind` (null or not) may stand in `where` and `sort` like fields.
        """
        ...


class Store(Finds, Protocol):
    """Documents of one service. Raises `shared.errors.Unavailable` (only) when the database does not answer.

    A document that cannot be read is named in the log, and `Unreadable` (an `Unavailable`) is raised by whatever would
    return it: with the rest of the answer, for loops that pass it by.
    """

    @property
    def alone(self) -> bool:
        """Whether no other process can write here as long as this one has it open."""
        ...

    @property
    def drew(self) -> Collection[str]:
        """The names of counters that it drew from before, where the next number takes a round trip: it may be drawn ahead."""
        ...

    async def get(self, kind: type[E], id: UUID) -> Stored[E] | None:
        """The document as it stands, or None. What a `commit` answered is seen by every later `get`."""
        ...

    async def get_many(self, kind: type[E], ids: Sequence[UUID]) -> dict[UUID, Stored[E]]:
        """Those of the documents that exist."""
        ...

    async def get_each(self, wanted: Sequence[tuple[type[Any], UUID]]) -> list[Stored[Any] | None]:
        """Documents of several kinds in one round trip, in this order; None for each that does not exist."""
        ...

    async def count(self, kind: type[Any], where: Where) -> int:
        """How many documents match now; with an index for `where` the database reads the index alone."""
        ...

    async def commit(self, changes: Sequence[Stored[Any]]) -> list[Outcome]:
        """Write each document whole at its next version, if its version still is the one that was read and its claims are free.

        The caller has already put the new events, tokens and what was heard into the envelope. Each change stands or
        falls alone, in the order given; of one that fails nothing is visible. Changes of concurrent callers travel
        together. A document and its outbox appear together or not at all; claims that the entity no longer states are
        free in the same instant. `Committed` is durable. Fields that the model does not know survive.
        A lost answer is settled inside (by the token in `recent`). Raises `Unavailable` when nothing can be known or done:
        then each change may stand or not.
        """
        ...

    async def forget(self, sent: Sequence[tuple[type[Any], UUID, int]]) -> None:
        """Remove of each document the outbox entries up to a sequence. Moves no version, loses nothing of a concurrent change.

        A change made from an older reading may bring a forgotten event back.
        """
        ...

    async def pending(self, limit: int = 1000) -> list[Stored[Any]]:
        """Documents of any kind whose outbox was not empty when they were read; what cannot be read is left out."""
        ...

    async def draw(self, counter: Counter) -> int:
        """A number from 1, not drawn before while this store is open, and above every `field` stored at the first drawing."""
        ...

    async def ping(self) -> None:
        """Returns if the database answers and can write; raises `Unavailable`."""
        ...

    async def close(self) -> None:
        """Finish what was submitted, refuse what comes later (`Unavailable`), release everything. Closing twice is fine."""
        ...
