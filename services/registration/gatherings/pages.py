"""The list of gatherings, and what of them stands on other pages: those that come next, and the facts of one."""

from typing import Any

from fastapi import Request, Response

from services.registration.gatherings.model import Gathering, GatheringState
from services.registration.gatherings.queries import ANNOUNCED
from shared import locale
from shared.http import Documents, Routes, public
from shared.locale import DEFAULTS, Habits
from shared.store import In
from shared.web import Pages, reader_language

LISTED = 50
"""Gatherings on the list."""

SOON = 6
"""Gatherings on the home page."""

COMING = (GatheringState.ANNOUNCED, GatheringState.OPEN, GatheringState.CLOSED, GatheringState.IN_SESSION)

routes = Routes(include_in_schema=False)
html = Pages("services.registration.gatherings")


@routes.get("/gatherings", dependencies=[public])
async def get_list(request: Request, store: Documents) -> Response:
    """What was announced, the latest first."""
    found = await store.find(Gathering, {"state": In(ANNOUNCED)}, sort="-starts_at", limit=LISTED)
    language = reader_language(request)
    listed = [{"id": stored.id, **facts(stored.entity, language)} for stored in found.items]
    return html.answer(request, "list.html", listed=listed)


@routes.get("/cards/next", dependencies=[public])
async def get_next(request: Request, store: Documents) -> Response:
    """Part of the home page: what comes next, the nearest first."""
    found = await store.find(Gathering, {"state": In(COMING)}, sort="starts_at", limit=SOON)
    language = reader_language(request)
    listed = [{"id": stored.id, **facts(stored.entity, language)} for stored in found.items]
    return html.answer(request, "next.html", listed=listed)


def facts(gathering: Gathering, language: str, habits: Habits | None = None) -> dict[str, Any]:
    """What a page shows of a gathering; its times are the venue's, in the reader's calendar and digits."""
    reader = habits or DEFAULTS[language]
    zone = gathering.time_zone
    shown: dict[str, Any] = {
        "language": language,
        "calendar": reader.calendar,
        "digits": reader.digits,
        "zone": zone,
    }
    return {
        "title": locale.choose(gathering.title, language),
        "venue": locale.choose(gathering.venue, language),
        "begins": locale.date_time(gathering.starts_at, **shown),
        "ends": locale.date_time(gathering.ends_at, **shown),
        "offset": locale.offset(gathering.starts_at, digits=reader.digits, zone=zone),
        "state": gathering.state,
    }
