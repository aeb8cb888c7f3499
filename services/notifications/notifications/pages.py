"""The mails as pages, for the secretariat alone: what went out, and what did not."""

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request, Response
from pydantic import AwareDatetime

from services.notifications.mirrors import Person
from services.notifications.notifications.model import Notification, State
from services.notifications.wording import heading, named
from shared.errors import NotFound
from shared.http import Documents, Routes, may
from shared.locale import DEFAULTS, date_time, direction, isolated, offset
from shared.store import Range, Store, Stored
from shared.web import Pages, reader_language

LISTED = 50
"""Mails on one page of the list."""

pages = Routes(prefix="/mails", include_in_schema=False, dependencies=[may("secretariat")])
html = Pages("services.notifications.notifications")


@pages.get("")
async def get_mails(
    request: Request,
    store: Documents,
    state: State = State.SENT,
    before: Annotated[AwareDatetime | None, Query()] = None,
) -> Response:
    """Mails in one state, the newest first; `before` goes on with those queued earlier."""
    where = {"state": state, **({"queued_at": Range(lt=before)} if before else {})}
    found = await store.find(Notification, where, sort="-queued_at", limit=LISTED)
    people = await _people(store, found.items)
    mails = [_listed(stored.entity, people, reader_language(request)) for stored in found.items]
    older = found.items[-1].entity.queued_at if found.next else None
    return html.answer(request, "mails.html", mails=mails, state=state, states=list(State), older=older)


@pages.get("/{notification:uuid}")
async def get_mail(notification: UUID, request: Request, store: Documents) -> Response:
    """One mail as it was written, and each attempt with its answer."""
    stored = await store.get(Notification, notification)
    if stored is None:
        raise NotFound("There is no such mail.")
    language, people = reader_language(request), await _people(store, [stored])
    person, kept = people.get(stored.entity.recipient), stored.entity.wording
    return html.answer(
        request,
        "mail-page.html",
        mail=_listed(stored.entity, people, language),
        address=person.email if person else "",
        text=named(kept.text, person, kept.language) if kept else "",
        text_language=kept.language if kept else "",
        text_direction=direction(kept.language) if kept else "auto",
        attempts=[_tried(attempt, language) for attempt in stored.entity.attempts],
    )


async def _people(store: Store, found: Sequence[Stored[Notification]]) -> dict[UUID, Person]:
    stored = await store.get_many(Person, list({each.entity.recipient for each in found}))
    return {id: each.entity for id, each in stored.items()}


def _listed(notification: Notification, people: dict[UUID, Person], language: str) -> dict[str, Any]:
    person = people.get(notification.recipient)
    return {
        "id": notification.id,
        "state": notification.state,
        "name": person.name if person else "",
        "subject": notification.wording.subject if notification.wording else heading(notification.template, language),
        "when": _when(notification.sent_at or notification.queued_at, language),
        "due": _when(notification.due, language),
        "reason": notification.reason,
        "message_id": notification.message_id,
    }


def _tried(attempt: Any, language: str) -> dict[str, Any]:
    return {"when": _when(attempt.began_at, language), "trouble": attempt.trouble, "answer": attempt.answer}


def _when(at: Any, language: str) -> dict[str, str] | None:
    if at is None:
        return None
    habits = DEFAULTS[language]
    said = date_time(at, language=language, calendar=habits.calendar, digits=habits.digits, zone=habits.zone)
    return {
        "iso": at.isoformat(),
        "text": f"{said} ({isolated(offset(at, digits=habits.digits, zone=habits.zone), language)})",
    }
