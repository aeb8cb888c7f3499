"""All that is published, found by topic and by type."""

from shared.contracts import (
    bodies,
    decisions,
    gatherings,
    minutes,
    notifications,
    organizations,
    people,
    registrations,
)
from shared.contracts.event import Event, Topic

TOPICS: tuple[Topic, ...] = (
    gatherings.GATHERINGS,
    organizations.ORGANIZATIONS,
    bodies.BODIES,
    registrations.REGISTRATIONS,
    people.PEOPLE,
    minutes.MINUTES,
    decisions.DECISIONS,
    notifications.NOTIFICATIONS,
)

TOPIC: dict[str, Topic] = {topic.name: topic for topic in TOPICS}


def _published(base: type[Event]) -> list[type[Event]]:
    """The event classes below `base` that have a type of their own (the others only carry common fields)."""
    found: list[type[Event]] = []
    for sub in base.__subclasses__():
        if "type" in sub.__dict__:
            found.append(sub)
        found.extend(_published(sub))
    return found


EVENTS: dict[str, type[Event]] = {
    event.type: event for event in sorted(_published(Event), key=lambda event: TOPICS.index(event.topic))
}
"""Event type -> class, e.g. `registration.confirmed.v1`, in the topics' order whichever module was imported first.

An unknown type is not an error for a reader: it is counted."""


def schema_uri(type: str) -> str:
    """The name (not a place) of the JSON Schema of an event's data: the file `schemas/<type>.json`."""
    return f"urn:plenary:schema:{type}"
