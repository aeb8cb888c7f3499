"""The API of notifications, for the secretariat: what it sees of one, and parse, run, answer."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Query, Response
from pydantic import Field

from services.notifications.channels import Trouble
from services.notifications.mirrors import Person
from services.notifications.notifications import handlers, queries
from services.notifications.notifications.commands import CallOff, Retry, SendAgain
from services.notifications.notifications.model import Attempt, Notification, State
from services.notifications.notifications.repeat import REPEATS
from services.notifications.wording import named
from shared.contracts.notifications import ToldFacts
from shared.http import Caller, Do, Documents, Form, Paging, Routes, View, answer, matches, may


class AttemptView(View):
    """One try. `trouble` is null where the channel took it over, or while it is at it (`ended_at` null)."""

    began_at: datetime
    ended_at: datetime | None
    trouble: Trouble | None
    answer: str

    @classmethod
    def of(cls, attempt: Attempt) -> "AttemptView":
        return cls.model_validate(attempt)


class NotificationView(ToldFacts, View):
    """One message to one person, and how far it is. `due`: when it is tried again (UTC), null where it waits for no time."""

    id: UUID
    gathering: UUID | None  # always there, as is `repeats`
    state: State
    queued_at: datetime
    due: datetime | None
    sent_at: datetime | None
    useful_until: datetime | None
    message_id: str
    reason: str
    repeats: UUID | None
    called_off: bool
    asked_by: UUID | None
    attempts: list[AttemptView]


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


routes = Routes(prefix="/v1/notifications", tags=["notifications"], dependencies=[may("secretariat")])


@routes.get("")
async def get_notifications(
    store: Documents,
    paging: Paging,
    state: State | None = None,
    recipient: Annotated[UUID | None, Query(description="The person it is for.")] = None,
    gathering: UUID | None = None,
) -> list[NotificationView]:
    """Notifications, the newest first; of one state, one person, one gathering."""
    asked = {"state": state, "recipient": recipient, "gathering": gathering}
    where = {name: value for name, value in asked.items() if value is not None}
    page = await paging(store, Notification, where, sort="-queued_at")
    return [NotificationView.of(stored.entity) for stored in page]


@routes.get("/{notification}")
async def get_notification(notification: UUID, store: Documents, response: Response) -> NotificationDetail:
    """One notification with the text that was sent and every attempt with its answer."""
    stored = await store.get(Notification, notification)
    people = await queries.people_of(store, [stored]) if stored else {}
    return answer(response, stored, lambda it: NotificationDetail.told(it, people.get(it.recipient)))


class AgainForm(Form):
    """How many repeats of it you have seen: if there is another by now, that one is the answer."""

    seen: int = Field(0, ge=0, le=REPEATS, examples=[0])


@routes.post("/{notification}/again", status_code=201)
async def post_notification_again(notification: UUID, form: AgainForm, do: Do, caller: Caller) -> NotificationView:
    """Send what was sent once more, as a notification of its own (`repeats`), to the address of now.

    409 `not-sent` if it was not, `on-its-way` while a repeat waits, `often-enough` after five, `superseded` if it is no
    longer so.
    """
    command = SendAgain(**do.message, notification=notification, seen=form.seen, by=caller.id)
    return NotificationView.of((await do(handlers.send_again, command)).entity)


@routes.post("/{notification}/call-off", dependencies=[matches])
async def post_notification_call_off(notification: UUID, do: Do, caller: Caller) -> NotificationView:
    """Do not send it. It is suppressed (`called_off`) as soon as the sender has looked, who may be handing it over just now.

    409 `may-have-arrived` if it was handed over and nobody knows what came of it.
    """
    command = CallOff(**do.message, notification=notification, by=caller.id)
    return NotificationView.of((await do(handlers.call_off, command, document=(Notification, notification))).entity)


@routes.post("/{notification}/retry", dependencies=[matches])
async def post_notification_retry(notification: UUID, do: Do) -> NotificationView:
    """Send one that failed or was called off (again), with the whole schedule before it. 409 `not-failed` if it did not fail,
    `superseded` if it is no longer so and a later one tells what is.
    """
    command = Retry(**do.message, notification=notification)
    return NotificationView.of((await do(handlers.retry, command, document=(Notification, notification))).entity)
