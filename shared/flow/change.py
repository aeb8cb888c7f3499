"""What a handler returns."""

from typing import Generic, TypeVar

from shared.contracts import Event
from shared.store import Entity

E = TypeVar("E", bound=Entity)


class Change(Generic[E]):
    """An entity as decided and the events that say so; the runner adds version, token and what was heard.

    Of a command, no events means that there was nothing to do, and the entity is the answer.
    Of an event handler, a change without events is still written (a document that publishes nothing).
    """

    __slots__ = ("entity", "events")

    def __init__(self, entity: E, *events: Event) -> None:
        self.entity = entity
        self.events = events
