"""What a handler returns, and what the store writes of it: version, token, outbox and what was heard."""

from collections.abc import Mapping
from dataclasses import fields, replace
from hashlib import blake2b
from typing import Any, Generic, TypeVar
from uuid import UUID

import orjson
from pydantic import BaseModel

from shared.contracts import Event, Message, Record
from shared.contracts.event import event_id
from shared.errors import Invalid
from shared.log import LARGEST
from shared.store import RECENT, Done, Entity, Heard, Outgoing, Stored

E = TypeVar("E", bound=Entity)

HEADROOM = 4_096
"""Bytes that headers and key may add to an event on the log."""


class Change(Generic[E]):
    """An entity as decided and the events that say so; the runner adds version, token and what was heard.

    Of a command, no events means that there was nothing to do, and the entity is the answer.
    Of an event handler, a change without events is still written (a document that publishes nothing).
    """

    __slots__ = ("entity", "events")

    def __init__(self, entity: E, *events: Event) -> None:
        self.entity = entity
        self.events = events


def sealed(change: Change[E], before: Stored[E] | None, message: Message, body: str = "") -> Stored[E]:
    """The document as it is to be written; raises `Invalid` if an event is larger than the log takes.

    `before` is the document as read (None: new). A `Record` as message is remembered in `heard`, and there, under the
    document's own id, what made the present state of a compacted topic: two histories never give it the same id.
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
    return replace(
        base,
        entity=change.entity,
        sequence=base.sequence + len(outgoing),
        heard=heard,
        outbox=(*base.outbox, *outgoing),
        recent=(*base.recent, Done(message.id, body, base.version + 1))[-RECENT:],
    )


def _outgoing(event: Event, document: UUID, sequence: int, message: Message) -> Outgoing:
    compact = event.topic.cleanup == "compact"  # its outbox only says "changed": no personal data lies there twice
    data = None if compact else event.model_dump(mode="json")
    if data is not None and len(orjson.dumps(data)) > LARGEST - HEADROOM:
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


MESSAGE_FIELDS = frozenset(f.name for f in fields(Message))


def body_of(command: Message) -> str:
    """A short hash of what a command asks for, without its identity and time: tells a repeat from another request."""
    asked = {f.name: getattr(command, f.name) for f in fields(command) if f.name not in MESSAGE_FIELDS}
    text = orjson.dumps(asked, default=_plain, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS)
    return blake2b(type(command).__name__.encode() + text, digest_size=12).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value, key=str)
    return str(value)
