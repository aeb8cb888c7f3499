"""This service's part of a timeline, which a page of registration shows beside those of the others.

Of what it never heard, and of who was erased, there is nothing to tell.
"""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request, Response
from pydantic import BeforeValidator

from services.notifications.announcements.model import Announcement
from services.notifications.mirrors import Person
from services.notifications.notifications.model import FAILED, Notification
from services.notifications.rules import rule_of
from services.notifications.wording import heading
from shared.http import Documents, Routes, may
from shared.locale import DEFAULTS, Texts
from shared.store import In
from shared.web import Pages, reader_language

PACKAGE = "services.notifications.timelines"
MOST = 50
"""So many mails, the latest."""
TONES = {"sent": "good", "temporary_failure": "warn", "permanent_failure": "bad", "technical_failure": "bad"}

Also = Annotated[
    tuple[UUID, ...], BeforeValidator(lambda said: said.split(",") if isinstance(said, str) else said), Query()
]

routes = Routes(prefix="/timelines", include_in_schema=False, dependencies=[may("secretariat")])
html = Pages(PACKAGE)


@routes.get("/gatherings/{gathering:uuid}")
async def get_gathering(gathering: UUID, request: Request, store: Documents) -> Response:
    """What everybody there was told, and whom it did not reach."""
    language = reader_language(request)
    texts = Texts(language, DEFAULTS[language].digits, PACKAGE)
    news = await store.find(Announcement, {"gathering": gathering}, sort="-at", limit=MOST)
    events: list[dict[str, Any]] = [
        {
            "at": it.at,
            "text": texts(_said_to(it), subject=heading(it.template, language), n=it.told),
            "tone": "brand",
            "href": f"/notifications/gatherings/{gathering}",
            "mark": it.correlation,
        }
        for it in (each.entity for each in news.items)
        if it.told or not rule_of(it.template).beside
    ]
    for state in sorted(FAILED):
        where = {"gathering": gathering, "state": state}
        failed = await store.find(Notification, where, sort="-queued_at", limit=MOST)
        people = await store.get_many(Person, [each.entity.recipient for each in failed.items])
        for each in failed.items:
            person = people.get(each.entity.recipient)
            events.append(_mail(texts, each.entity, language) | {"who": person.entity.name if person else ""})
    return _answer(request, events, f"/registration/gatherings/{gathering}/timeline")


@routes.get("/people/{person:uuid}")
async def get_person(person: UUID, request: Request, store: Documents, also: Also = ()) -> Response:
    """What one person was told, the latest of it, under this id and under others that are theirs `also`."""
    language, known = reader_language(request), await store.get(Person, person)
    texts, events = Texts(language, DEFAULTS[language].digits, PACKAGE), list[dict[str, Any]]()
    if known and not known.entity.erased:
        mails = await store.find(Notification, {"recipient": In([person, *also])}, sort="-queued_at", limit=MOST)
        events = [_mail(texts, each.entity, language) for each in mails.items]
    return _answer(request, events, f"/registration/people/{person}/timeline")


def _said_to(it: Announcement) -> str:
    return "told_invited" if rule_of(it.template).beside else "told_everybody"


def _mail(texts: Texts, it: Notification, language: str) -> dict[str, Any]:
    subject = it.wording.subject if it.wording else heading(it.template, language)
    return {
        "at": it.sent_at or (it.attempts[-1].began_at if it.attempts else it.queued_at),
        "text": texts("mail", subject=subject, state=texts[f"state_{it.state}"]),
        "tone": TONES.get(it.state.value, "quiet"),
        "href": f"/notifications/mails/{it.id}",
        "mark": it.correlation,
    }


def _answer(request: Request, events: list[dict[str, Any]], whole: str) -> Response:
    """A part for the page that asks, a page for whoever comes by a link."""
    template = "timeline-part.html" if "hx-request" in request.headers else "timeline.html"
    events = sorted(events, key=lambda each: each["at"], reverse=True)
    return html.answer(request, template, events=events, part="messages", whole=whole)
