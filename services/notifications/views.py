"""What the secretariat sees of a notification."""

from datetime import datetime
from uuid import UUID

from services.notifications.model import Attempt, Notification, Person, State, Trouble
from services.notifications.wording import named
from shared.http import View


class AttemptView(View):
    """One try. `trouble` is null where the channel took it over, or while it is at it (`ended_at` null)."""

    began_at: datetime
    ended_at: datetime | None
    trouble: Trouble | None
    answer: str

    @classmethod
    def of(cls, attempt: Attempt) -> "AttemptView":
        return cls.model_validate(attempt)


class NotificationView(View):
    """One message to one person, and how far it is. `due`: when it is tried again (UTC), null where it waits for no time."""

    id: UUID
    recipient: UUID
    registration: UUID
    gathering: UUID
    cause: UUID
    template: str
    channel: str
    state: State
    queued_at: datetime
    due: datetime | None
    sent_at: datetime | None
    useful_until: datetime | None
    message_id: str
    reason: str
    attempts: list[AttemptView]

    @classmethod
    def of(cls, notification: Notification) -> "NotificationView":
        return cls.model_validate(notification)


class TextView(View):
    """What was written: the template's version, language, subject and text, with the recipient's name as it is now."""

    version: int
    language: str
    subject: str
    text: str


class NotificationDetail(NotificationView):
    """A notification with what was written; null while nothing was."""

    wording: TextView | None

    @classmethod
    def told(cls, notification: Notification, person: Person | None) -> "NotificationDetail":
        """The name is joined here: once the person is erased, there is none."""
        kept = notification.wording
        wording = TextView.model_validate(kept) if kept else None
        if wording:
            text = named(wording.text, person, wording.language)
            wording = wording.model_copy(update={"text": text})
        return cls(**NotificationView.of(notification).model_dump(), wording=wording)
