"""Part of *Today*: the editions whose time is now or over, and those that a mandate asks for and nobody planned."""

from typing import Any

from fastapi import Request, Response

from services.registration.editions import queries, shown
from services.registration.editions.model import Edition
from services.registration.editions.pages.html import html, today
from services.registration.editions.rule import following
from services.registration.series.model import Series
from shared import locale
from shared.http import Documents, Routes, may
from shared.periods import period
from shared.web import reader_language

CARD = 3
"""Editions on the card."""
SERIES = 500
"""Series that are looked through."""

routes = Routes(include_in_schema=False)


@routes.get("/cards/editions", dependencies=[may("secretariat")])
async def get_card(request: Request, store: Documents) -> Response:
    """The longest overdue first."""
    day, language = today(request), reader_language(request)
    series = {stored.id: stored.entity for stored in (await store.find(Series, {}, limit=SERIES)).items}
    found: list[tuple[Any, dict[str, Any]]] = []
    for each in await queries.planned(store):
        if each.standing(day) in shown.URGENT and each.facts.series in series:
            first = period(each.planned_for, each.facts.calendar).first
            there = shown.edition(each, language, day)
            found.append((first, there | {"href": f"/editions/{each.id}", "when": there["planned_for"]["said"]}))
    for id, one in series.items():
        comes = following(one.facts, await _last(store, one))
        if comes.due and (first := period(comes.due, one.facts.calendar).first) <= day:
            due = shown.when(comes.due, one.facts.calendar, language)["said"]
            new = {"number": comes.number, "when": due, "href": f"/series/{id}/editions/new", "standing": "unplanned"}
            found.append((first, new | {"tone": "warn", "series": id}))
    found.sort(key=lambda each: (each[0], each[1]["number"]))
    titles = {id: locale.choose(each.facts.title, language) for id, each in series.items()}
    return html.answer(request, "card.html", listed=[each for _, each in found[:CARD]], count=len(found), titles=titles)


async def _last(store: Any, series: Series) -> list[Edition]:
    found = await store.find(Edition, {"series": series.id}, sort="-number", limit=1)
    return [stored.entity for stored in found.items]
