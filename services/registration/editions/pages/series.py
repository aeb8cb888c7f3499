"""A series: its mandate, its line of time, and the edition that comes next."""

from typing import Any
from uuid import UUID

from fastapi import Request, Response

from services.registration.bodies.model import Body
from services.registration.editions import queries, shown
from services.registration.editions.line import axis, comes_next
from services.registration.editions.moved import caught_up
from services.registration.editions.pages.html import html, today
from services.registration.editions.rule import following
from services.registration.entries.merging import called
from services.registration.organizations.model import Organization
from services.registration.series.model import Series
from shared import locale
from shared.contracts.series import SeriesFacts
from shared.errors import NotFound
from shared.http import Caller, Documents, Routes, may
from shared.locale import DEFAULTS
from shared.periods import YEARS
from shared.store import Store, Stored
from shared.web import reader_language

routes = Routes(include_in_schema=False)


@routes.get("/series/{series:uuid}", dependencies=[may("observer")])
async def get_series_page(series: UUID, request: Request, store: Documents, caller: Caller) -> Response:
    """What its mandate says, and what became of each edition."""
    there, language = await series_of(store, series), reader_language(request)
    facts, editions = there.entity.facts, await queries.editions_of(store, series)
    next_one = following(facts, editions)
    on = axis(editions, next_one.due)
    return html.answer(
        request,
        "series.html",
        id=series,
        called=locale.choose(facts.title, language),
        facts=facts,
        parties=await _parties(store, facts, language),
        instrument=locale.choose(facts.instrument, language),
        instrument_date=shown.when(facts.instrument_date, facts.calendar, language),
        editions=[shown.edition(each, language, today(request), on) for each in editions],
        years=[shown.when(str(each), facts.calendar, language)["said"] for each in (on.years[0], on.years[-1])]
        if on
        else [],
        marks=[on.x(each.first) for each in on.years] if on else [],
        following=next_one,
        next_due=shown.when(next_one.due, facts.calendar, language),
        next_lane=comes_next(next_one.due, facts.calendar, on) if on else [],
        caught_up=caught_up(facts, editions, next_one),
        recurs_on=_recurs(facts, language),
        next_from=shown.when(next_one.counted_from, facts.calendar, language),
        secretariat=caller.is_("secretariat"),
    )


def _recurs(facts: SeriesFacts, language: str) -> str:
    """The day or the month of each year, without the year: `15 Ramadan`."""
    if not facts.recurs_on:
        return ""
    year = str(YEARS[facts.calendar][-1])
    named = shown.when(f"{year}-{facts.recurs_on}", facts.calendar, language)["said"]
    return named.partition(locale.digits(year, DEFAULTS[language].digits))[0].strip()


async def series_of(store: Store, series: UUID) -> Stored[Series]:
    """Raises NotFound."""
    found = await store.get(Series, series)
    if found is None:
        raise NotFound("There is no such series.")
    return found


async def _parties(store: Store, facts: SeriesFacts, language: str) -> dict[str, dict[str, Any]]:
    """Issuer, obliged body and secretariat: how each is called and where its page is; "" for who is not known."""
    ids = {"issuer": facts.issuer, "secretariat": facts.secretariat}
    organizations = await called(store, Organization, [id for id in ids.values() if id])
    body = await store.get(Body, facts.body) if facts.body else None
    found: dict[str, Any] = {name: organizations.get(id) if id else None for name, id in ids.items()}
    found["body"] = body.entity if body else None
    return {
        name: {
            "called": locale.choose(found[name].name if found[name] else getattr(facts, f"{name}_name"), language),
            "href": f"/{'bodies' if name == 'body' else 'organizations'}/{found[name].id}" if found[name] else "",
        }
        for name in ("issuer", "body", "secretariat")
    }
