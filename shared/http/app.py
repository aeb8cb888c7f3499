"""The apps: one for each service, and the site in front of them with health, metrics, sign-in and the front page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, FastAPI
from starlette.types import Receive, Scope, Send

from shared.flow.service import Service
from shared.http import document, health, problems
from shared.http.gate import Gate
from shared.http.installation import Installation
from shared.http.route import must_be_ours
from shared.web import frame, site


def create_app(service: Service, routers: Sequence[APIRouter], installation: Installation) -> FastAPI:
    """The app of one service, for `create_site`. Its document is at `/docs`."""
    app = _app(f"Plenary: {service.name}", [*routers, frame.routes], installation, f"/{service.name}")
    app.state.service, app.state.services = service, [service]
    return app


__all__ = ["Installation", "Site", "create_app", "create_site"]


@dataclass(frozen=True)
class Site:
    """All of a process: each service's app below `/<name>`, the front for everything else."""

    front: FastAPI
    apps: Mapping[str, FastAPI]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        name = scope["path"][1:].partition("/")[0] if scope["type"] == "http" else ""  # of `OPTIONS *` none
        app = self.apps.get(name)
        if app is not None:
            scope["root_path"] = f"/{name}"
            if scope["path"] == f"/{name}":
                scope["path"] += "/"  # its front page, with and without the slash
        await (app or self.front)(scope, receive, send)


def create_site(
    apps: Mapping[str, FastAPI], services: Sequence[Service], routers: Sequence[APIRouter], installation: Installation
) -> Gate:
    """The apps and a front with health, metrics, sign-in, keys and problem types, behind one gate.

    `routers` add the front page.
    """
    front = _app("Plenary", [*routers, health.routes, site.routes], installation)
    front.state.services = services
    return Gate(Site(front, apps), installation)


def _app(title: str, routers: Sequence[APIRouter], installation: Installation, below: str = "/") -> FastAPI:
    app = document.Documented(
        title=title,
        version="1",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # it would send people to whatever the Host header says
        servers=[{"url": below}],
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    app.state.installation = installation
    app.state.keys = installation.keys
    problems.install(app)
    for router in routers:
        must_be_ours(router)
        app.routes.extend(router.routes)  # as they are; of one that is included FastAPI would make each anew, for 0.1 s
    app.mount("/static", frame.Static(packages=[("shared.web", "static")]))
    return app
