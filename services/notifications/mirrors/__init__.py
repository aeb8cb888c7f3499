"""What this service keeps of people, gatherings, and where the things stand of which a rule tells; each hears its own topic."""

from typing import Any

from services.notifications.mirrors.editions import Edition, NamedEdition, Series
from services.notifications.mirrors.gatherings import Gathering
from services.notifications.mirrors.invitations import Invitation
from services.notifications.mirrors.people import Person
from services.notifications.mirrors.roles import Role, Session
from services.notifications.mirrors.standing import TOLD_OF, Standing
from shared.contracts import Topic
from shared.contracts.editions import EDITIONS
from shared.contracts.gatherings import GATHERINGS
from shared.contracts.grants import GRANTS
from shared.contracts.invitations import INVITATIONS
from shared.contracts.people import PEOPLE
from shared.contracts.series import SERIES
from shared.contracts.sessions import SESSIONS
from shared.flow import Subject

__all__ = [
    "MIRRORS",
    "STANDINGS",
    "SUBJECT",
    "Edition",
    "Gathering",
    "Invitation",
    "NamedEdition",
    "Person",
    "Series",
    "Standing",
]

MIRRORS: dict[Topic, type[Any]] = TOLD_OF | {
    EDITIONS: Edition,
    GATHERINGS: Gathering,
    INVITATIONS: Invitation,
    PEOPLE: Person,
    SERIES: Series,
    GRANTS: Role,
    SESSIONS: Session,
}
"""Of a thing that is kept for itself and told of, too, the one mirror is a `Standing`."""

STANDINGS: dict[str, type[Standing]] = {
    topic.name: kind for topic, kind in MIRRORS.items() if issubclass(kind, Standing)
}
"""Name of a topic -> the mirror that says where a thing stands of which people are told."""

SUBJECT = Subject(mirrors=MIRRORS)
"""Mirrors of what the other services publish."""
