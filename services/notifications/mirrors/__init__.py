"""What this service keeps of people, gatherings and registrations; each hears its own topic and nothing else."""

from typing import Any

from services.notifications.mirrors.gatherings import Gathering
from services.notifications.mirrors.people import Person
from services.notifications.mirrors.registrations import Registration
from shared.contracts import Topic
from shared.contracts.gatherings import GATHERINGS
from shared.contracts.people import PEOPLE
from shared.contracts.registrations import REGISTRATIONS
from shared.flow import Subject

__all__ = ["MIRRORS", "SUBJECT", "Gathering", "Person", "Registration"]

MIRRORS: dict[Topic, type[Any]] = {GATHERINGS: Gathering, REGISTRATIONS: Registration, PEOPLE: Person}

SUBJECT = Subject(mirrors=MIRRORS)
"""Mirrors of what registration publishes."""
