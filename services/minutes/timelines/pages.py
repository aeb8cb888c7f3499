"""This service's part of a timeline, which a page of registration shows beside those of the others.

Of what it never heard, and of who was erased, there is nothing to tell.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request, Response
from pydantic import BeforeValidator

from services.minutes.attendance.model import Attendance
from services.minutes.decisions.model import Decision
from services.minutes.mirrors.model import Gathering, Person
from services.minutes.record.model import Minutes
from shared import locale
from shared.http import Documents, Routes, may
from shared.locale import DEFAULTS, Texts
from shared.store import In
from shared.store.every import every
from shared.web import Pages, reader_language

PACKAGE = "services.minutes.timelines"
STEPS = ("opened", "closed", "approved", "published", "corrected")
MOST = 100
"""So many gatherings that somebody came to."""

Also = Annotated[
    tuple[UUID, ...], BeforeValidator(lambda said: said.split(",") if isinstance(said, str) else said), Query()
]

routes = Routes(prefix="/timelines", include_in_schema=False, dependencies=[may("secretariat")])
html = Pages(PACKAGE)

Told = Iterator[tuple[datetime | None, str, str]]
"""When, what, and its tone."""


@routes.get("/gatherings/{gathering:uuid}")
async def get_gathering(gathering: UUID, request: Request, store: Documents) -> Response:
    """What became of its minutes, and what was decided there."""
    texts, minutes = _texts(request), await store.get(Minutes, gathering)
    told = [*_steps(texts, minutes.entity)] if minutes else []
    async for stored in every(store, Decision, {"gathering": gathering}, sort="number"):
        told += _decided(texts, stored.entity)
    href = f"/minutes/gatherings/{gathering}"
    events = [{"at": at, "text": text, "tone": tone, "href": href} for at, text, tone in told if at]
    return _answer(request, events, f"/registration/gatherings/{gathering}/timeline")


@routes.get("/people/{person:uuid}")
async def get_person(person: UUID, request: Request, store: Documents, also: Also = ()) -> Response:
    """Where somebody came in and went out, under this id and under others that are theirs `also`."""
    texts, language, events = _texts(request), reader_language(request), list[dict[str, Any]]()
    known = await store.get(Person, person)
    if known and not known.entity.erased:
        found = await store.find(Attendance, {"person": In([person, *also])}, limit=MOST)
        there = await store.get_many(Gathering, [id for each in found.items if (id := each.entity.gathering)])
        for it in (each.entity for each in found.items):
            title = locale.choose(there[it.gathering].entity.title, language) if it.gathering in there else "…"
            events += [
                {
                    "at": each.at,
                    "text": texts(f"went_{each.way}", gathering=title),
                    "tone": "good" if each.way == "in" else "quiet",
                    "href": f"/minutes/gatherings/{it.gathering}",
                }
                for each in it.passages
            ]
    return _answer(request, events, f"/registration/people/{person}/timeline")


def _steps(texts: Texts, minutes: Minutes) -> Told:
    for step in STEPS:
        yield getattr(minutes, f"{step}_at"), texts[step], "good" if step == "published" else "brand"


def _decided(texts: Texts, decision: Decision) -> Told:
    number, first = decision.facts.number, next((each.state for each in decision.earlier), decision.state)
    state = first if first.value != "withdrawn" else None
    yield decision.decided_at, texts(f"decision_{state or 'taken'}", number=number), "good"
    for each in decision.earlier:
        yield each.corrected_at, texts("decision_corrected", number=number), "warn"
    yield decision.withdrawn_at, texts("decision_withdrawn", number=number), "bad"


def _texts(request: Request) -> Texts:
    language = reader_language(request)
    return Texts(language, DEFAULTS[language].digits, PACKAGE)


def _answer(request: Request, events: list[dict[str, Any]], whole: str) -> Response:
    """A part for the page that asks, a page for whoever comes by a link."""
    template = "timeline-part.html" if "hx-request" in request.headers else "timeline.html"
    events = sorted(events, key=lambda each: each["at"], reverse=True)
    return html.answer(request, template, events=events, part="minutes", whole=whole)
