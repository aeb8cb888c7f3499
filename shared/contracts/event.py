"""What is common to all that is published: a topic, an event, and the message that carries it to a handler."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal
from uuid import UUID, uuid5

from pydantic import ConfigDict

from shared.contracts.facts import Facts

Cleanup = Literal["kept", "state", "compact"]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the log, declared once; the adapters create it from here.

    `cleanup`: *kept* for ever, readers apply exactly the next sequence; *state*, 90 days, each record is whole state and
    the newest wins; *compact*, the log keeps the newest record of each key, a record without a value erases.
    """

    name: str
    publisher: str
    holds: str
    cleanup: Cleanup = "kept"
    partitions: int = 12


class Event(Facts):
    """A fact in the past tense: ids and facts only, never personal data.

    `type` is `"<thing>.<past tense>.v<major>"`; within a major version only optional additions.
    """

    model_config = ConfigDict(defer_build=True)  # a process reads some of them, and a command hardly any

    type: ClassVar[str]
    topic: ClassVar[Topic]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What a handler is given: identity and time arrive, so that a decision needs neither a clock nor a generator.

    `id` is the token that the changed document keeps: of a command it comes from `Idempotency-Key` and caller or from a
    timer, of an event it is the event's id. `at` is UTC. `correlation` is one id from the first request to the last mail.
    """

    id: UUID
    at: datetime
    correlation: str = ""
    traceparent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Message):
    """An event as it is heard: of which aggregate (`key`), and its place among that aggregate's events (from 1).

    `event` is None for a type that this reader does not know (the sequence still counts) and for the tombstone of a
    compacted topic, whose `type` is empty.
    """

    type: str
    topic: str
    key: UUID
    sequence: int
    event: Event | None
    causation: str = ""


def event_id(token: UUID, document: UUID, sequence: int) -> UUID:
    """The id of an event: the same change decided twice publishes the same ids."""
    return uuid5(token, f"{document}/{sequence}")
