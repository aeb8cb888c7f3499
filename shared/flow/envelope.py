"""What a handler returns, and what the store writes of it: version, token, outbox and what was heard."""

from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import timedelta
from functools import cache
from hashlib import blake2b
from typing import Any, Generic, TypeVar
from uuid import UUID

import orjson

from shared.contracts import Event, Facts, Message, Record
from shared.contracts.event import event_id
from shared.errors import Invalid, TooMany
from shared.log import LARGEST
from shared.store import RECENT, Done, Entity, Heard, Outgoing, Stored

E = TypeVar("E", bound=Entity)

REMEMBERED = timedelta(hours=24)
"""So long a command with an `Idempotency-Key` is known, at least."""

MOST_KEYS = 1_000
"""So many of them a document remembers beside the last `RECENT`; further ones are refused, never forgotten."""

HEADROOM = 4_096
"""Bytes that headers and key may add to an event on the log."""


class Change(Generic[E]):
    """An entity as decided and the events that say so; the runner adds version, token and what was heard.

    Of a command, no events means that there was nothing to do, and the entity is the answer; unless it is `silent`, a change
    that nobody is told of. A None among the events says nothing.
    Of an event handler, a change without events is still written (a document that publishes nothing); of several records
    that it was given, `cause` is the one that this change is due to.
    """

    __slots__ = ("cause", "entity", "events", "silent")

    def __init__(self, entity: E, *events: Event | None, cause: Record | None = None, silent: bool = False) -> None:
        self.entity = entity
        self.events = tuple(event for event in events if event is not None)
        self.cause = cause
        self.silent = silent


def sealed(change: Change[E], before: Stored[E] | None, message: Message, asked: Done | None = None) -> Stored[E]:
    """The document as it is to be written; raises `Invalid` if an event is larger than the log takes.

    `before` is the document as read (None: new), `asked` a command's token. A `Record` as message is remembered in `heard`,
    and there, under the document's own id, what made the present state of a compacted topic: two histories never give it
    the same id.
    """
    base = before or Stored(change.entity)
    outgoing = [
        _outgoing(event, change.entity.id, base.sequence + n, message) for n, event in enumerate(change.events, 1)
    ]
    heard = dict(base.heard)
    if isinstance(message, Record):
        heard[message.key] = Heard(message.sequence, message.id)
    if outgoing and change.events[-1].topic.cleanup == "compact":
        heard[change.entity.id] = Heard(outgoing[-1].sequence, outgoing[-1].id)
    newest, recent = asked or Done(message.id, ""), base.recent
    # Of several events in one write the first stands for all: `heard` knows them.
    if recent and recent[-1].version > base.version:
        newest, recent = recent[-1], recent[:-1]
    newest = Done(newest.token, newest.body, base.version + 1, newest.events + len(outgoing), newest.at, newest.refusal)
    return replace(
        base,
        entity=change.entity,
        sequence=base.sequence + len(outgoing),
        heard=heard,
        outbox=(*base.outbox, *outgoing),
        recent=(*_remembered(recent, message, asked), newest),
    )


def _remembered(recent: tuple[Done, ...], message: Message, asked: Done | None) -> tuple[Done, ...]:
    """What is kept beside the newest: the last ones, and those that may be asked for again. Raises `TooMany`.

    Time is told by commands alone: the clock of another service, or of long ago, lets nothing be forgotten.
    """
    last, older = recent[1 - RECENT :], recent[: 1 - RECENT]
    kept = [done for done in older if done.at and (asked is None or message.at - done.at <= REMEMBERED)]
    if asked and asked.at and len(kept) >= MOST_KEYS:
        wait = min(done.at for done in kept if done.at) + REMEMBERED - message.at
        raise TooMany(
            f"{MOST_KEYS} requests with an Idempotency-Key are remembered here, each for a day; ask again later.",
            wait=int(wait.total_seconds()) + 1,
        )
    return (*kept, *last)


def _outgoing(event: Event, document: UUID, sequence: int, message: Message) -> Outgoing:
    compact = event.topic.cleanup == "compact"  # its outbox only says "changed": no personal data lies there twice
    data = None if compact else event.model_dump_json().encode()
    if data is not None and len(data) > LARGEST - HEADROOM:
        raise Invalid(f"The event {event.type} would be larger than the log takes; say less.", code="too-large")
    return Outgoing(
        sequence=sequence,
        id=event_id(message.id, document, sequence),
        type=event.type,
        at=message.at,
        data=data,
        correlation=message.correlation,
        causation=str(message.id) if isinstance(message, Record) else "",
        traceparent=message.traceparent,
    )


_AS_TOLD = orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS | orjson.OPT_PASSTHROUGH_DATACLASS


def body_of(command: Message) -> str:
    """A short hash of what a command asks for, without its identity and time: tells a repeat from another request.

    What says no more than the default is left out: a field that is added later does not change what was asked before.
    Raises `Invalid` for a number that no document could hold.
    """
    try:
        text = orjson.dumps(_told(command), default=_plain, option=_AS_TOLD)
    except orjson.JSONEncodeError as error:
        raise Invalid(f"This cannot be stored: {error}", code="unfit") from error
    return blake2b(type(command).__name__.encode() + text, digest_size=12).hexdigest()


def _told(value: Any) -> dict[str, Any]:
    """The fields of a dataclass that say something else than their defaults."""
    return {name: told for name, default in _defaults(value.__class__) if (told := getattr(value, name)) != default}


@cache
def _defaults(kind: type[Any]) -> list[tuple[str, Any]]:
    asked = [field for field in fields(kind) if field.name not in Message.__dataclass_fields__]
    return [(f.name, f.default if f.default_factory is MISSING else f.default_factory()) for f in asked]


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return _told(value)
    if isinstance(value, Facts):
        return value.model_dump(exclude_defaults=True)
    return sorted(value, key=str) if isinstance(value, (set, frozenset)) else str(value)
