"""What this service keeps of people, gatherings and registrations; each hears its own topic and nothing else."""

from typing import Any

from services.notifications.mirrors.gatherings import Gathering
from services.notifications.mirrors.people import Person
from services.notifications.mirrors.registrations import Registration
from services.notifications.mirrors.standing import Standing
from shared.contracts import Topic
from shared.contracts.gatherings import GATHERINGS
from shared.contracts.people import PEOPLE
from shared.contracts.registrations import REGISTRATIONS
from shared.flow import Subject

__all__ = ["MIRRORS", "STANDINGS", "SUBJECT", "Gathering", "Person", "Registration"]

MIRRORS: dict[Topic, type[Any]] = {GATHERINGS: Gathering, REGISTRATIONS: Registration, PEOPLE: Person}

STANDINGS: dict[str, type[Standing]] = {
    topic.name: kind for topic, kind in MIRRORS.items() if issubclass(kind, Standing)
}
"""Name of a topic -> the mirror that says where a thing stands of which people are told."""

SUBJECT = Subject(mirrors=MIRRORS)
"""Mirrors of what registration publishes."""
