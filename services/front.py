"""The pages that belong to no service: home, Today, the system, what developers need, and all parts of a page at once.

Of the services' things they show nothing themselves: each is a card that its service renders, and that the browser fetches.
"""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse

from shared.clock import Clock
from shared.contracts.registry import EVENTS, TOPICS
from shared.http import Routes, declared_routes, may, public
from shared.http.problems import KINDS
from shared.locale import DEFAULTS
from shared.locale.dates import date
from shared.web import Pages, reader_language

html = Pages("services")
MORE = {"registration": "/registration/gatherings", "notifications": "/notifications/mails", "minutes": "/minutes/"}
"""Where the things of a service are listed, for whoever has no scripts."""


def pages(apps: Mapping[str, FastAPI], clock: Clock) -> Routes:
    """The routes of the front, for the services that run here."""
    routes = Routes(include_in_schema=False)

    @routes.get("/", dependencies=[public])
    async def get_home(request: Request) -> HTMLResponse:
        """The next gatherings and the latest minutes, and the way in."""
        return html.answer(request, "home.html", services=list(apps))

    @routes.get("/today", dependencies=[may("secretariat")])
    async def get_today(request: Request) -> HTMLResponse:
        """What waits for the secretariat: a card for each thing that a service declares below `/cards/`."""
        return html.answer(request, "today.html", cards=cards_of(apps), day=_day(request, clock))

    @routes.get("/system", dependencies=[may("secretariat")])
    async def get_system(request: Request) -> HTMLResponse:
        """How each service is, by a card that it renders itself."""
        return html.answer(request, "system.html", services=list(apps), version=version("plenary"))

    @routes.get("/developers", dependencies=[public])
    async def get_developers(request: Request) -> HTMLResponse:
        """The API of each service, the feed, the events by topic, and the types of problems."""
        events = {topic.name: _events(topic.name) for topic in TOPICS}
        address = request.app.state.installation.settings.public_url or f"{request.url.scheme}://{request.url.netloc}"
        return html.answer(request, "developers.html", services=list(apps), topics=events, kinds=KINDS, address=address)

    @routes.get("/design", dependencies=[public])
    async def get_design(request: Request) -> HTMLResponse:
        """All parts of a page, where `PLENARY_DESIGN` asks for it."""
        if not request.app.state.installation.settings.design:
            raise HTTPException(404)
        return html.answer(request, "design.html", now=clock())

    return routes


def cards_of(apps: Mapping[str, FastAPI]) -> list[dict[str, str]]:
    """Each card that is not for everybody, with where its things are listed."""
    found = [
        {"service": name, "source": f"/{name}{route.path}", "more": MORE.get(name, f"/{name}/docs")}
        for name, app in apps.items()
        for route in declared_routes(app)
        if route.path.startswith("/cards/") and "public" not in (route.access or ())
    ]
    return sorted(found, key=lambda each: each["source"].endswith("/upkeep"))  # how the services are stands last


def _events(topic: str) -> list[dict[str, Any]]:
    """The events of a topic: type, what it means, and the names of its facts."""
    return [
        {"type": type, "meaning": (event.__doc__ or "").strip().split("\n\n")[0], "facts": list(event.model_fields)}
        for type, event in EVENTS.items()
        if event.topic.name == topic
    ]


def _day(request: Request, clock: Clock) -> str:
    language = reader_language(request)
    return date(clock(), language=language, **DEFAULTS[language]._asdict())
