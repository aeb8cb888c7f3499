"""All that is published, found by topic and by type: whatever the modules of this package declare."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import shared.contracts
from shared.contracts.event import Event, Topic

for _module in iter_modules(shared.contracts.__path__, f"{shared.contracts.__name__}."):
    if _module.name != __name__:
        import_module(_module.name)


def _published(base: type[Event]) -> Iterator[type[Event]]:
    """The event classes below `base` that have a type of their own (the others only carry common fields)."""
    for sub in base.__subclasses__():
        if "type" in sub.__dict__ and sub.__module__.startswith(shared.contracts.__name__):
            yield sub
        yield from _published(sub)


EVENTS: dict[str, type[Event]] = {
    event.type: event for event in sorted(_published(Event), key=lambda event: event.topic.name)
}
"""Event type -> class, e.g. `registration.confirmed.v1`, in the topics' order whichever module was imported first.

An unknown type is not an error for a reader: it is counted."""

TOPIC: dict[str, Topic] = {event.topic.name: event.topic for event in EVENTS.values()}

TOPICS: tuple[Topic, ...] = tuple(TOPIC.values())


def schema_uri(type: str) -> str:
    """The name (not a place) of the JSON Schema of an event's data: the file `schemas/<type>.json`."""
    return f"urn:plenary:schema:{type}"
