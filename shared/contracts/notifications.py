"""`plenary.notifications`: who was told what, and whether it arrived. Each record is whole state, kept 90 days."""

from datetime import datetime
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts

NOTIFICATIONS = Topic("plenary.notifications", "notifications", "notifications and their deliveries", cleanup="state")


class ToldFacts(Facts):
    """Who is told what. `cause` is the event that is told of: the one numbered `about_sequence` of the aggregate `about` on
    `about_topic`. `gathering`: where it is of one. No address, no text, no language.
    `repeats`: the notification that the secretariat sent again in this one.
    """

    recipient: UUID
    cause: UUID
    about_topic: str
    about: UUID
    about_sequence: int
    template: str
    channel: str
    gathering: UUID | None = None
    repeats: UUID | None = None


class NotificationFacts(ToldFacts, Event):
    """One message to one person, and how often it was tried."""

    notification: UUID
    attempts: int = 0


class NotificationScheduled(NotificationFacts):
    """It will be told at `due` (null while nobody knows when that is), if it still is so then. Enters *scheduled*."""

    type = "notification.scheduled.v1"
    topic = NOTIFICATIONS

    due: datetime | None = None


class NotificationQueued(NotificationFacts):
    """It will be sent. Enters *queued*."""

    type = "notification.queued.v1"
    topic = NOTIFICATIONS


class NotificationSending(NotificationFacts):
    """It is about to be handed over; noted before, where a repeat would be seen twice. Enters *sending*."""

    type = "notification.sending.v1"
    topic = NOTIFICATIONS


class NotificationSent(NotificationFacts):
    """The channel took it over. Enters *sent*."""

    type = "notification.sent.v1"
    topic = NOTIFICATIONS

    sent_at: datetime
    message_id: str


class NotificationDelayed(NotificationFacts):
    """The channel refused it for now; it is tried again at `next_at`. Enters *temporary_failure*."""

    type = "notification.delayed.v1"
    topic = NOTIFICATIONS

    next_at: datetime
    answer: str


class NotificationFailed(NotificationFacts):
    """It will not arrive. Enters *permanent_failure* or *technical_failure*: `failure` says which (refused, or broken here)."""

    type = "notification.failed.v1"
    topic = NOTIFICATIONS

    failure: str
    answer: str


class NotificationSuppressed(NotificationFacts):
    """It was not sent on purpose: too late to be useful, or the person is erased. Enters *suppressed*."""

    type = "notification.suppressed.v1"
    topic = NOTIFICATIONS

    reason: str
