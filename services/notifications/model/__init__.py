"""What notifications knows: the notification itself, and mirrors of what registration publishes."""

from services.notifications.model.mirrors import Gathering, Person, Registration
from services.notifications.model.notification import (
    FAILED,
    NAME,
    PAST,
    SCHEDULE,
    WAITING,
    Attempt,
    Notification,
    State,
    Trouble,
    Wording,
)

__all__ = [
    "FAILED",
    "NAME",
    "PAST",
    "SCHEDULE",
    "WAITING",
    "Attempt",
    "Gathering",
    "Notification",
    "Person",
    "Registration",
    "State",
    "Trouble",
    "Wording",
]
