"""The API of notifications, for the secretariat: parse, run, answer."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from services.notifications import handlers
from services.notifications.model import Notification, Person, State
from services.notifications.model.commands import Retry
from services.notifications.views import NotificationDetail, NotificationView
from shared.http import Do, Documents, Paging, Routes, answer, matches, may

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
    person = await store.get(Person, stored.entity.recipient) if stored else None
    return answer(response, stored, lambda it: NotificationDetail.told(it, person.entity if person else None))


@routes.post("/{notification}/retry", dependencies=[matches])
async def post_retry(notification: UUID, do: Do) -> NotificationView:
    """Send a failed notification again, with the whole schedule before it. 409 `not-failed` if it did not fail,
    `superseded` if it is no longer so and a later one tells what is.
    """
    command = Retry(**do.message, notification=notification)
    return NotificationView.of((await do(handlers.retry, command, document=(Notification, notification))).entity)
